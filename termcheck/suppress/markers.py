"""Decisions inside a Markdown text, as comments that begin their line:

    <!-- termcheck: accept term/spelling["opening up"] -- quoted from the paper -->
    <!-- termcheck: accept-file style/serial-comma -- the house style of the ministry -->

The first holds for the next block, the second for the whole text; the text in
brackets may be left out. Comments inside fenced code are shown, not meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..model import Span

SUFFIXES = (".md", ".markdown")

_OPENING = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*(?:(<!--)[ \t]*termcheck:|(```+|~~~+))")
_BODY = re.compile(r'(accept|accept-file)\s+([^\s\["]+)\s*(?:\["(.*)"\])?\s*(?:--\s*(.*))?', re.DOTALL)
_BLANK = re.compile(r"\s*")


class Marker(NamedTuple):
    """A comment at `span` that accepts a rule's issues in `scope`; `text` is None for any text.

    `rule` is empty where the comment cannot be read.
    """

    span: Span
    scope: Span
    rule: str = ""
    text: str | None = None
    reason: str = ""


class Markers:
    """The comments of a document in order, and what they accept."""

    def __init__(self, doc: Document) -> None:
        meant = doc.path.lower().endswith(SUFFIXES) and "<!--" in doc.text
        self.all = tuple(_marker(doc, *comment) for comment in _comments(doc.text)) if meant else ()
        self._for_file: dict[str, list[Marker]] = {}
        self._for_block: dict[str, list[Marker]] = {}
        for one in self.all:
            kind = self._for_block if one.scope.start else self._for_file
            kind.setdefault(one.rule, []).append(one)

    def inside(self, span: Span) -> bool:
        """Whether a span begins inside a comment."""
        at = bisect_right(self.all, span.start, key=lambda one: one.span.start)
        return at > 0 and span.start < self.all[at - 1].span.end

    def accepting(self, rule: str, span: Span) -> Iterator[Marker]:
        """The comments in whose scope a span begins, the nearest first."""
        marks = self._for_block.get(rule, [])
        at = bisect_right(marks, span.start, key=lambda one: one.scope.start)
        while at > 0 and span.start < marks[at - 1].scope.end:  # comments in a row share the end of their scope
            at -= 1
            yield marks[at]
        yield from self._for_file.get(rule, [])


def _comments(text: str) -> Iterator[tuple[Span, str]]:
    """The span of each comment, and what stands in it after ``termcheck:``."""
    at, fence = 0, ""
    while match := _OPENING.search(text, at):
        at = match.end()
        if mark := match.group(2):
            fence = (fence if not mark.startswith(fence) else "") if fence else mark
        elif not fence:
            end = text.find("-->", at)
            if end < 0:
                return
            yield Span(match.start(1), end + 3), text[at:end].strip()
            at = end


def _marker(doc: Document, span: Span, body: str) -> Marker:
    match = _BODY.fullmatch(body)
    if not match:
        return Marker(span, span)
    kind, rule, text, reason = match.groups()
    scope = Span(0, len(doc.text)) if kind == "accept-file" else _next_block(doc, span.end)
    return Marker(span, scope, rule, text, (reason or "").strip())


def _next_block(doc: Document, offset: int) -> Span:
    """From an offset to the end of the first block with text after it; further comments are passed over."""
    text, first = doc.text, offset
    while (first := _BLANK.match(text, offset).end()) and text.startswith("<!--", first):  # type: ignore[union-attr]
        offset = max(text.find("-->", first) + 3, first + 4)
    return Span(first, max(first, doc.block_at(first).span.end)) if doc.blocks else Span(first, first)
