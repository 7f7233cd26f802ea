"""The two languages of a text beside each other: rows of passages that answer each other, what is linked in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..document import Bitext, Document
from ..model import BlockKind, Finding, Span
from ..place import Located, place
from ..rule import Context
from .linked import Numbered, linked
from .passages import segments
from .spots import block_number

Mark = tuple[int, Span]  # the number of an issue, and what it points at
Owners = tuple[Sequence[int], Sequence[int]]  # the rows of the blocks of both texts
Missing = Literal["source", "target", ""]

ALL = 1000  # rows up to which all of a table are shown: above, those with issues and the ones beside them


class Piece(NamedTuple):
    """A stretch of text; what has the same `link` on both sides of a row answers each other, 0 links to nothing."""

    text: str
    link: int = 0


class Stretch(NamedTuple):
    """Pieces under the same issues, named by number."""

    issues: tuple[int, ...]
    pieces: tuple[Piece, ...]


class Paragraph(NamedTuple):
    """A block of either text: its number (from 0), its first line in the file (from 1)."""

    block: int
    line: int
    kind: BlockKind
    stretches: tuple[Stretch, ...]


class Row(NamedTuple):
    """Passages that answer each other, with the labels before them. `number` counts from 1, `unit` is that of a table.

    `missing` is the side that has no text for the other's. Each issue stands
    in one row: that of its place; where something is missing, that of what is.
    """

    number: int
    unit: str
    source: tuple[Paragraph, ...]
    target: tuple[Paragraph, ...]
    missing: Missing
    issues: tuple[int, ...]


class Languages(NamedTuple):
    """The rows in the order of the target. Of `total` rows of a large table those without issues are left out.

    `lacking` rows have no target, `added` no source.
    """

    source_path: str
    source_lang: str
    target_lang: str
    rows: tuple[Row, ...]
    total: int
    lacking: int = 0
    added: int = 0


class _Marks(NamedTuple):
    """The issues of a row, and what they point at on either side."""

    issues: list[int]
    source: list[Mark]
    target: list[Mark]


def languages(bitext: Bitext, ctx: Context, issues: Sequence[Located]) -> Languages:
    """Source and target of a text, row by row."""
    source, target, total = bitext.source, bitext.target, len(bitext.pairs)
    owners = (
        _owners(source, [pair.source for pair in bitext.pairs]),
        _owners(target, [pair.target for pair in bitext.pairs]),
    )
    marks = _marks(bitext, owners, issues)
    shown = _beside(sorted(marks), total) if target.units and total > ALL else range(total)
    blocks = [_blocks(side, total) for side in owners]
    rows = []
    for at, links in zip(shown, linked(bitext, ctx, (bitext.pairs[at] for at in shown)), strict=True):
        mine = marks.get(at, _Marks([], [], []))
        one = tuple(_paragraph(source, number, links.source, mine.source) for number in blocks[0][at])
        two = tuple(_paragraph(target, number, links.target, mine.target) for number in blocks[1][at])
        rows.append(Row(at + 1, bitext.pairs[at].unit, one, two, _missing(bitext, at), tuple(mine.issues)))
    alone = Counter(_missing(bitext, at) for at in range(total))
    return Languages(source.path, source.lang, target.lang, tuple(rows), total, alone["target"], alone["source"])


def _owners(doc: Document, spans: Sequence[Span]) -> Sequence[int]:
    """The number of the row that each block stands in: what is in no pair, as a label, goes with what comes next."""
    if doc.units:
        return range(len(doc.blocks))
    filled = sorted((span, at) for at, span in enumerate(spans) if span.start < span.end)
    ends = [span.end for span, _ in filled]
    return [filled[min(bisect_right(ends, block.span.start), len(ends) - 1)][1] for block in doc.blocks if filled]


def _blocks(owners: Sequence[int], total: int) -> list[list[int]]:
    """The numbers of the blocks of each row."""
    rows: list[list[int]] = [[] for _ in range(total)]
    for number, at in enumerate(owners):
        rows[at].append(number)
    return rows


def _beside(rows: Sequence[int], total: int) -> list[int]:
    """Some rows, and the one before and after each."""
    return sorted({at for row in rows for at in (row - 1, row, row + 1) if 0 <= at < total})


def _missing(bitext: Bitext, at: int) -> Missing:
    source, target, _ = bitext.pairs[at]
    has = bool(bitext.source[source].strip()), bool(bitext.target[target].strip())
    return "target" if has == (True, False) else "source" if has == (False, True) else ""


def _marks(bitext: Bitext, owners: Owners, issues: Sequence[Located]) -> dict[int, _Marks]:
    """The issues of each row, each in one; what is as long as the row itself needs no mark."""
    marks: dict[int, _Marks] = {}
    for number, finding in ((n, one.issue.finding) for n, one in enumerate(issues) if _is_about(bitext, one)):
        home = _home(bitext, owners, finding)
        mine, (source, target, _) = marks.setdefault(home, _Marks([], [], [])), bitext.pairs[home]
        mine.issues.append(number)
        if _row(bitext.target, owners[1], finding.span) == home and not finding.span.covers(target):
            mine.target.append((number, finding.span))
        for span in _in_source(finding):
            if _row(bitext.source, owners[0], span) == home and not span.covers(source):
                mine.source.append((number, span))
    return marks


def _home(bitext: Bitext, owners: Owners, finding: Finding) -> int:
    """The row of an issue: that of the passage it says is missing, else that of its place."""
    there = (_row(bitext.source, owners[0], span) for span in _in_source(finding))
    here = _row(bitext.target, owners[1], finding.span)
    return next((row for row in there if _missing(bitext, row) == "target"), here)


def _in_source(finding: Finding) -> list[Span]:
    return [note.span for note in finding.notes if note.in_source]


def _row(doc: Document, owners: Sequence[int], span: Span) -> int:
    return owners[block_number(doc, span.start)]


def _is_about(bitext: Bitext, one: Located) -> bool:
    """Whether an issue is about the text, not a decision, and the text has rows."""
    return bool(bitext.pairs) and one.issue.path == bitext.target.path


def _paragraph(doc: Document, number: int, links: Sequence[Numbered], marks: Sequence[Mark]) -> Paragraph:
    block = doc.blocks[number]
    stretches, start = list[Stretch](), block.span.start
    for text, issues in segments(doc, block.span, marks):
        stretches.append(Stretch(issues, tuple(_pieces(doc, Span(start, start + len(text)), links))))
        start += len(text)
    return Paragraph(number, place(doc, block.span).line, block.kind, tuple(stretches))


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
