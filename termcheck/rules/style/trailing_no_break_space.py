"""A no-break space at the end of a line, where it holds nothing together.

Editors of web pages leave them behind. The text gets one finding with their
number; the fix takes all away, but for the two blanks that break a line in
Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_MARKDOWN = (".md", ".markdown")
_BREAK = "  "
_TRAILING = r"\u00a0[ \t\u00a0]*(?=[\r\n]|\Z)"


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    if "\u00a0" not in doc.text:
        return
    found = [span for match in re.finditer(_TRAILING, doc.text) if (span := _widened(doc.text, *match.span())).start]
    found = [span for span in found if doc.text[span.start - 1] not in "\r\n"]
    if found:
        times = f", {len(found)} times in the text" if len(found) > 1 else ""
        breaks = doc.path.endswith(_MARKDOWN)
        edits = (Edit(span, _BREAK if breaks and doc[span].endswith(_BREAK) else "") for span in found)
        fix = Fix("delete all", tuple(edits), safe=True)
        yield Finding(found[0], f"no-break space at the end of a line{times}", fix=fix)


def _widened(text: str, start: int, end: int) -> Span:
    """The span with the blanks before it."""
    while start and text[start - 1] in " \t\u00a0":
        start -= 1
    return Span(start, end)


RULE = Rule(
    "style/trailing-no-break-space",
    "no-break space at the end of a line",
    Severity.SUGGESTION,
    check,
    (
        Example("The port grew.[[\u00a0]]\nIt grew again.\u00a0\n", fixed="The port grew.\nIt grew again.\n"),
        Example("The port has 10\u00a0km of quays.\n"),
    ),
)
