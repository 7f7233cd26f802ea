"""Markup of an editing system left in the text.

A page-break token (`_ueditor_page_break_tag_` is UEditor's default), a
character entity, an HTML tag, a torn BBCode tag, or the replacement character
that stands where a decoder lost a letter. Markdown files may hold entities and
tags: there only the others are faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_MARKDOWN = (".md", ".markdown")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});")
_TAG = re.compile(
    r"</?(?:p|br|hr|div|span|font|a|b|i|u|em|strong|img|h[1-6]|ul|ol|li|t[drh]|table|sup|sub|o:p)"
    r"(?: [\w:-]+=[^<>\n]{0,300})? ?/?>"
)
_REST_OF_LINE = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t\u00a0]*(?:\r\n|\r|\n))*")
_BLANK_BEFORE = re.compile(r"(?:\A|[\r\n])[ \t\u00a0]*(?:\r\n|\r|\n)\Z")
_TORN = re.compile(r"\[/[a-z]{1,8}\]?(?=\s|\Z)")
_LOST = re.compile("\ufffd+")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    patterns = _patterns(doc)
    for block in doc.blocks if patterns else doc.prose("page-break"):
        if block.kind == "page-break":
            yield _page_break(doc, block.span)
        elif block.kind not in ("caption", "label"):
            for pattern in patterns:
                for match in pattern.finditer(doc.folded, *block.span):
                    yield _markup(Span(*match.span()), match.group())


def _patterns(doc: Document) -> list[re.Pattern[str]]:
    """What a text has somewhere, each told by a sign that few texts have."""
    wanted = {_TORN: "[/", _LOST: "\ufffd"}
    if not doc.path.endswith(_MARKDOWN):
        wanted |= {_ENTITY: "&", _TAG: "<"}
    return [pattern for pattern, sign in wanted.items() if sign in doc.folded and pattern.search(doc.folded)]


def _page_break(doc: Document, span: Span) -> Finding:
    """The token goes, and with it its line where it has one of its own."""
    fix = Fix("delete the token", (Edit(_with_line(doc.text, span), ""),), safe=True)
    return Finding(span, "page-break token of the editing system: delete it", fix=fix)


def _with_line(text: str, span: Span) -> Span:
    """The token with its line, and of the blank lines on both sides those of one: no paragraphs join, none part."""
    line = _REST_OF_LINE.match(text, span.end)
    if not line or (span.start and text[span.start - 1] not in "\r\n"):
        return span
    blank = _BLANK_LINES.match(text, line.end())
    end = blank.end() if blank else line.end()
    if end == len(text):
        return Span(_end_of_text(text, span.start), end)
    return Span(
        span.start,
        end if not span.start or _BLANK_BEFORE.search(text[max(0, span.start - 80) : span.start]) else line.end(),
    )


def _end_of_text(text: str, offset: int) -> int:
    """The offset after the line end of the last line before `offset` that is not blank."""
    last = len(text[:offset].rstrip())
    line = _REST_OF_LINE.match(text, last)
    return line.end() if line else last


def _markup(span: Span, text: str) -> Finding:
    if text[0] == "\ufffd":
        return Finding(span, "a character was lost here when the text was decoded")
    return Finding(span, f'"{text}" is markup, not text: delete or replace it')


RULE = Rule(
    "structure/residue",
    "markup of an editing system left in the text",
    Severity.ERROR,
    check,
    (
        Example(
            "Li Na:\n\nThe road is open.\n\n[[_ueditor_page_break_tag_]]\n\nIt was closed in May.\n",
            fixed="Li Na:\n\nThe road is open.\n\nIt was closed in May.\n",
        ),
        Example(
            "The road is open.\n\n[[_ueditor_page_break_tag_]]Li Na:\n\nIt was closed.\n",
            fixed="The road is open.\n\nLi Na:\n\nIt was closed.\n",
        ),
        Example(
            "The road is open.\n[[_ueditor_page_break_tag_]]\n\nIt was closed.\n\n[[_ueditor_page_break_tag_]] \n",
            fixed="The road is open.\n\nIt was closed.\n",
        ),
        Example("The road[[&nbsp;]]is open.[[<br/>]]"),
        Example("Q: Is it open?\n\nA: It is.\n\n[[[/en]]\n"),
        Example("The caf[[\ufffd]] is open."),
        Example("Profits of A&B; losses of C. If x <b and y> c, stop [/ or go]."),
    ),
)
