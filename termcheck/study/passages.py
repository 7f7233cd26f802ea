"""The text as a transcript, with the issues where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Document
from ..model import BlockKind, Role, Span
from ..place import Located, place

_Numbers = defaultdict[int, list[int]]


class Segment(NamedTuple):
    """A stretch of a block under the same issues, named by number; an empty text marks a place between two words."""

    text: str
    issues: tuple[int, ...] = ()


class Passage(NamedTuple):
    """A block of the text, in order with all others.

    `line` is its first line in the file (from 1), `issues` those that begin
    in it, `section` the number of the turn it stands in (from 1; 0 before the
    first one), `words` those of a text that is read, not those of a label.
    """

    kind: BlockKind
    role: Role | None
    speaker: str
    section: int
    line: int
    segments: tuple[Segment, ...]
    issues: tuple[int, ...] = ()
    words: int = 0


def passages(doc: Document, issues: Sequence[Located]) -> tuple[Passage, ...]:
    """All blocks of a document; an issue that crosses blocks is marked in each."""
    spans = [one.issue.finding.span for one in issues]
    starts = [block.span.start for block in doc.blocks]
    marks: list[list[int]] = [[] for _ in doc.blocks]
    own: list[list[int]] = [[] for _ in doc.blocks]
    for number, span in enumerate(spans):
        first = max(0, bisect_right(starts, span.start) - 1)
        own[first].append(number)
        for block in range(first, max(first + 1, bisect_left(starts, span.end))):
            marks[block].append(number)
    return tuple(_passages(doc, spans, marks, own))


def _passages(doc: Document, spans: Sequence[Span], marks: list[list[int]], own: list[list[int]]) -> Iterator[Passage]:
    section, speaker = 0, ""
    for number, block in enumerate(doc.blocks):
        if block.kind == "label" or (block.speaker and block.speaker != speaker):
            section, speaker = section + 1, block.speaker
        yield Passage(
            block.kind,
            block.role,
            block.speaker,
            section,
            place(doc, block.span).line,
            tuple(segments(doc, block.span, [(n, spans[n]) for n in marks[number]])),
            tuple(own[number]),
            doc.tokens.at(block.span.end) - doc.tokens.at(block.span.start),
        )


def segments(doc: Document, block: Span, marks: Sequence[tuple[int, Span]]) -> Iterator[Segment]:
    """The text of a block cut wherever a mark of an issue begins or ends."""
    opening, closing, empty = _Numbers(list), _Numbers(list), _Numbers(list)
    for number, span in marks:
        start, end = (min(max(offset, block.start), block.end) for offset in span)
        if span.start >= span.end:
            empty[start].append(number)
        elif start < end:
            opening[start].append(number)
            closing[end].append(number)
    points = sorted({block.start, block.end, *opening, *closing, *empty})
    over: dict[int, None] = {}
    for start, end in zip(points, [*points[1:], block.end], strict=True):
        for number in closing[start]:
            over.pop(number, None)
        over |= dict.fromkeys(opening[start])
        if start in empty:
            yield Segment("", tuple(dict.fromkeys(empty[start])))
        if end > start:
            yield Segment(doc.text[start:end], tuple(sorted(over)))
