"""Where a finding stands, as a person or a program is told it: lines, columns, the words around."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from .document import Document
from .lang.words import first_words, last_words
from .model import Issue, Note, Span
from .text import Source

AROUND = 3  # words on each side: enough to tell two uses in a paragraph apart, few enough to survive an edit nearby
_REACH = 120  # code points searched for them
_MARGIN = 60  # code points of a long line shown on each side of a finding


class Place(NamedTuple):
    """A span in its file: lines and columns from 1, the end after the last code point; offsets from the file's start.

    Columns and offsets count code points.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its offsets."""
        return Span(self.start, self.end)


class Excerpt(NamedTuple):
    """The part of a line that shows a finding: `text[start:end]` is what was found on that line."""

    text: str
    start: int
    end: int


class Related(NamedTuple):
    """A second place of an issue, in its own file; `text` is what stands there."""

    path: str
    place: Place
    message: str
    text: str
    excerpt: Excerpt
    in_source: bool = False


class Located(NamedTuple):
    """An issue with all a report shows of it, so that the text itself need not be kept.

    `text` is what stands at the span; `before` and `after` are the folded
    words around. `notes` and `edits` are the places of the finding's notes
    and of its fix's edits, in their order.
    """

    issue: Issue
    place: Place
    text: str
    excerpt: Excerpt
    before: str
    after: str
    notes: tuple[Related, ...] = ()
    edits: tuple[Place, ...] = ()


def place(doc: Document, span: Span) -> Place:
    """Where a span of a document stands in its file."""
    if not doc.units:
        return _place(doc.source, span, *_lines(doc.source, span))
    line, column, start = _in_unit(doc, span.start, span.start)
    end_line, end_column, end = _in_unit(doc, max(span.start, span.end - 1), span.end)
    return Place(line, column, end_line, end_column, start, end)


def _place(source: Source, span: Span, first: int, last: int) -> Place:
    starts, (start, end) = source.line_starts, span
    return Place(first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1, start, end)


def _lines(source: Source, span: Span) -> tuple[int, int]:
    """The numbers of the lines in which a span begins and ends."""
    starts = source.line_starts
    first = bisect_right(starts, span.start)
    return first, bisect_right(starts, span.end) if first < len(starts) and starts[first] <= span.end else first


def unit(doc: Document, span: Span) -> str | None:
    """The id of the row or segment in which a span begins; None in a plain text."""
    return doc.units[_unit_at(doc, span.start)].unit if doc.units else None


def _unit_at(doc: Document, offset: int) -> int:
    return max(0, bisect_right(doc.units, offset, key=lambda piece: piece.span.start) - 1)


def _in_unit(doc: Document, inside: int, offset: int) -> tuple[int, int, int]:
    """Line, column and offset in the file of `offset`, by the piece that holds the code point at `inside`."""
    piece = doc.units[_unit_at(doc, inside)]
    if piece.written and offset == piece.span.end > piece.span.start:
        return piece.line, piece.column + piece.written, piece.offset + piece.written
    before = doc.text[piece.span.start : min(offset, piece.span.end)]
    breaks = before.count("\n")
    column = len(before) - before.rfind("\n") if breaks else piece.column + len(before)
    return piece.line + breaks, column, piece.offset + len(before)


def locate(doc: Document, issue: Issue, original: Document | None = None) -> Located:
    """An issue of a document with its places; notes on the source text stand in the `original`."""
    finding = issue.finding
    span, notes, edits = finding.span, finding.notes, finding.fix.edits if finding.fix else ()
    first, last = _lines(doc.source, span)
    where = place(doc, span) if doc.units else _place(doc.source, span, first, last)
    return Located(
        issue._replace(unit=unit(doc, span)) if doc.units else issue,
        where,
        doc.text[span.start : span.end],
        _excerpt(doc.source, span, first, _MARGIN),
        *_around(doc, span, first, last),
        tuple([_related(original if note.in_source and original else doc, note) for note in notes]) if notes else (),
        tuple([where if edit.span == span else place(doc, edit.span) for edit in edits]),
    )


def _related(doc: Document, note: Note) -> Related:
    where = place(doc, note.span)
    return Related(doc.path, where, note.message, doc[note.span], excerpt(doc.source, note.span), note.in_source)


def excerpt(source: Source, span: Span, margin: int = _MARGIN) -> Excerpt:
    """The line of the span's start, cut to the finding's neighbourhood where it is long, cuts shown as "…"."""
    line, _ = source.line_col(span.start)
    return _excerpt(source, span, line, margin)


def _excerpt(source: Source, span: Span, line: int, margin: int) -> Excerpt:
    text, starts, (start, end) = source.text, source.line_starts, span
    begin, stop = starts[line - 1], starts[line] if line < len(starts) else len(text)
    while stop > begin and text[stop - 1] in "\r\n":
        stop -= 1
    end = min(end, stop, start + 2 * margin)
    first, last = max(begin, start - margin), min(stop, end + margin)
    left, right = "…" * (first > begin), "…" * (last < stop)
    offset = len(left) - first
    return Excerpt(left + text[first:last] + right, start + offset, max(start, end) + offset)


def around(doc: Document, span: Span) -> tuple[str, str]:
    """The folded words before and after a span, at most three each, none from another line."""
    return _around(doc, span, *_lines(doc.source, span))


def _around(doc: Document, span: Span, line: int, last: int) -> tuple[str, str]:
    folded, starts, (start, end) = doc.source.folded, doc.source.line_starts, span
    begin = max(starts[line - 1], start - _REACH)
    stop = min(starts[last] if last < len(starts) else len(folded), end + _REACH)
    before, after = last_words(folded[begin:start], AROUND), first_words(folded[end:stop], AROUND)
    return " ".join(before), " ".join(after)
