"""The text of a row: its paragraphs on either side, cut at sentences that answer each other where they are long."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document import Bitext, Document
from ...model import Pair, Span
from ...place import place
from ...rule import Context
from ..passages import segments
from .linked import Linked, Numbered
from .placed import Mark, Marks
from .rows import Beside, Paragraph, Piece, Stretch

_LONG = 1000  # code points of both sides up to which a pair stands in one piece
_PART = 400  # and of a part at the least


def cuts(bitext: Bitext, ctx: Context, pair: Pair) -> list[tuple[int, int]]:
    """Where the parts of a long pair begin in both texts, but for the first."""
    found, last = list[tuple[int, int]](), (pair.source.start, pair.target.start)
    end = pair.source.end + pair.target.end
    if end - sum(last) > _LONG:
        beads = ctx.sentences(bitext)
        first, behind = (bisect_left(beads, offset, key=lambda bead: bead.target.start) for offset in pair.target)
        for bead in beads[first:behind]:
            here = bead.source.start, bead.target.start
            if bead.is_filled and here[0] > last[0] and min(sum(here) - sum(last), end - sum(here)) >= _PART:
                found.append(here)
                last = here
    return found


def parts(
    bitext: Bitext,
    blocks: tuple[Sequence[int], Sequence[int]],
    at: Sequence[tuple[int, int]],
    links: Linked,
    marks: Marks,
) -> tuple[Beside, ...]:
    """A row as its parts; `blocks` are the numbers of those of either side, `at` is where it is cut."""
    source, target = bitext.source, bitext.target
    bounds = [(0, 0), *at, (len(source.text), len(target.text))]
    found = []
    for here, there in pairwise(bounds):
        one = _paragraphs(source, blocks[0], Span(here[0], there[0]), links.source, marks.source)
        two = _paragraphs(target, blocks[1], Span(here[1], there[1]), links.target, marks.target)
        found.append(Beside(tuple(one), tuple(two), ()))
    told: list[list[int]] = [[] for _ in found]
    for number in marks.issues:
        told[_part(number, at, marks)].append(number)
    return tuple(one._replace(issues=tuple(issues)) for one, issues in zip(found, told, strict=True))


def _part(number: int, at: Sequence[tuple[int, int]], marks: Marks) -> int:
    """The part in which an issue is told: that of its mark, the last one where it has none."""
    for side, some in ((1, marks.target), (0, marks.source)):
        for other, span in some:
            if other == number:
                return bisect_right([cut[side] for cut in at], span.start)
    return len(at)


def _paragraphs(
    doc: Document, blocks: Sequence[int], within: Span, links: Sequence[Numbered], marks: Sequence[Mark]
) -> Iterator[Paragraph]:
    """The blocks of a row, or what of them stands within a part."""
    for number in blocks:
        kind, (start, end), *_ = doc.blocks[number]
        span = Span(max(start, within.start), min(end, within.end))
        if span.start < span.end or (start == end and within.start <= start < within.end):
            yield Paragraph(number, place(doc, span).line, kind, tuple(_stretches(doc, span, links, marks)))


def _stretches(doc: Document, span: Span, links: Sequence[Numbered], marks: Sequence[Mark]) -> Iterator[Stretch]:
    start = span.start
    for text, issues in segments(doc, span, marks):
        yield Stretch(issues, tuple(_pieces(doc, Span(start, start + len(text)), links)))
        start += len(text)


def _pieces(doc: Document, part: Span, links: Sequence[Numbered]) -> Iterator[Piece]:
    """A part of a block cut wherever a linked piece begins or ends."""
    at = part.start
    for span, link in links[bisect_right(links, part.start, key=lambda one: one[0].end) :]:
        if span.start >= part.end:
            break
        if span.start > at:
            yield Piece(doc.text[at : span.start])
        yield Piece(doc.text[max(at, span.start) : min(span.end, part.end)], link)
        at = min(span.end, part.end)
    if at < part.end:
        yield Piece(doc.text[at : part.end])
