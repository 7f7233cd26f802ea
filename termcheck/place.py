"""Where a finding stands, as a person or a program is told it: lines, columns, the words around."""

from __future__ import annotations

from typing import NamedTuple

from .document import Document
from .lang.words import words_of
from .model import Issue, Span
from .text import Source

AROUND = 3  # words on each side: enough to tell two uses in a paragraph apart, few enough to survive an edit nearby
_REACH = 120  # code points searched for them
_MARGIN = 60  # code points of a long line shown on each side of a finding


class Place(NamedTuple):
    """Lines and columns from 1, columns in code points; the end is the place after the last code point."""

    line: int
    column: int
    end_line: int
    end_column: int


class Excerpt(NamedTuple):
    """The part of a line that shows a finding: `text[start:end]` is what was found on that line."""

    text: str
    start: int
    end: int


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
    notes: tuple[Place, ...] = ()
    edits: tuple[Place, ...] = ()


def place(source: Source, span: Span) -> Place:
    """The lines and columns of a span."""
    return Place(*source.line_col(span.start), *source.line_col(span.end))


def locate(doc: Document, issue: Issue) -> Located:
    """An issue of a document with its places."""
    finding, source = issue.finding, doc.source
    return Located(
        issue,
        place(source, finding.span),
        doc[finding.span],
        excerpt(source, finding.span),
        *around(doc, finding.span),
        tuple(place(source, note.span) for note in finding.notes),
        tuple(place(source, edit.span) for edit in finding.fix.edits) if finding.fix else (),
    )


def excerpt(source: Source, span: Span) -> Excerpt:
    """The line of the span's start, cut to the finding's neighbourhood where it is long, cuts shown as "…"."""
    line, _ = source.line_col(span.start)
    begin = source.line_starts[line - 1]
    stop = source.line_starts[line] if line < len(source.line_starts) else len(source.text)
    while stop > begin and source.text[stop - 1] in "\r\n":
        stop -= 1
    end = min(span.end, stop, span.start + 2 * _MARGIN)
    first, last = max(begin, span.start - _MARGIN), min(stop, end + _MARGIN)
    left, right = "…" * (first > begin), "…" * (last < stop)
    offset = len(left) - first
    return Excerpt(left + source.text[first:last] + right, span.start + offset, max(span.start, end) + offset)


def around(doc: Document, span: Span) -> tuple[str, str]:
    """The folded words before and after a span, at most three each, none from another line."""
    line, _ = doc.source.line_col(span.start)
    last, _ = doc.source.line_col(span.end)
    begin = max(doc.source.line_starts[line - 1], span.start - _REACH)
    starts = doc.source.line_starts
    end = min(starts[last] if last < len(starts) else len(doc.text), span.end + _REACH)
    before, after = words_of(doc.folded[begin : span.start]), words_of(doc.folded[span.end : end])
    return " ".join(before[-AROUND:]), " ".join(after[:AROUND])
