"""The text as a transcript, with the issues where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Document
from ..model import BlockKind, Role, Span
from ..place import Located, place


class Segment(NamedTuple):
    """A stretch of a block under the same issues, named by number; an empty text marks a place between two words."""

    text: str
    issues: tuple[int, ...] = ()


class Passage(NamedTuple):
    """A block of the text, in order with all others.

    `line` is its first line in the file (from 1), `issues` those that begin
    in it, `section` the number of the turn it stands in (from 1; 0 before the
    first one).
    """

    kind: BlockKind
    role: Role | None
    speaker: str
    section: int
    line: int
    segments: tuple[Segment, ...]
    issues: tuple[int, ...] = ()


def passages(doc: Document, issues: Sequence[Located]) -> tuple[Passage, ...]:
    """All blocks of a document; an issue that crosses blocks is marked in each."""
    spans = [one.issue.finding.span for one in issues if one.issue.path == doc.path]
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
            section += block.kind == "label" or speaker != block.speaker
            speaker = block.speaker
        yield Passage(
            block.kind,
            block.role,
            block.speaker,
            section,
            place(doc, block.span).line,
            tuple(segments(doc, block.span, [(n, spans[n]) for n in marks[number]])),
            tuple(own[number]),
        )


def segments(doc: Document, block: Span, marks: Sequence[tuple[int, Span]]) -> Iterator[Segment]:
    """The text of a block cut wherever a mark of an issue begins or ends."""
    cuts = {block.start, block.end}
    for _, span in marks:
        cuts.update(min(max(offset, block.start), block.end) for offset in span)
    points = sorted(cuts)
    empty = [(n, span.start) for n, span in marks if span.start >= span.end]
    for start, end in zip([*points], [*points[1:], block.end], strict=True):
        if here := tuple(dict.fromkeys(n for n, at in empty if at == start)):
            yield Segment("", here)
        if end > start:
            over = dict.fromkeys(n for n, span in marks if span.start < end and start < span.end)
            yield Segment(doc.text[start:end], tuple(over))
