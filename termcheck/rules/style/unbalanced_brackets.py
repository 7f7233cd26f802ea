"""A bracket that opens and does not close in its paragraph, or the other way round.

Markers of a list ("a) roads", "1) ports") and faces are left alone, and the rows
of a table, which may be parts of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Block, Finding, Severity, Span
from ...rule import Context, Example, Rule

_PAIRS = {")": "(", "]": "[", "）": "（"}
_BRACKET = re.compile(r"[()\[\]（）]")
_MARKER = re.compile(r"(?:^|[\s;,:])(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})\Z|[:;=][-o]?\Z")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    brackets = (match.start() for match in _BRACKET.finditer(doc.text))
    for block in () if doc.units else doc.prose_at(brackets):
        for at in _unbalanced(doc, block):
            bracket = doc.text[at]
            what = "closes" if bracket in _PAIRS else "opens"
            yield Finding(Span(at, at + 1), f'"{bracket}" {what} nothing in this paragraph')


def _unbalanced(doc: Document, block: Block) -> list[int]:
    opened: list[int] = []
    odd: list[int] = []
    for match in _BRACKET.finditer(doc.text, *block.span):
        at, bracket = match.start(), match.group()
        if bracket not in _PAIRS:
            opened.append(at)
        elif opened and doc.text[opened[-1]] == _PAIRS[bracket]:
            opened.pop()
        elif not _MARKER.search(doc.text[max(block.span.start, at - 6) : at]):
            odd.append(at)
    return odd + opened


RULE = Rule(
    "style/unbalanced-brackets",
    "bracket without its partner",
    Severity.ERROR,
    check,
    (
        Example("The port [[(]]the largest in Asia grew."),
        Example("The port, the largest in Asia[[)]] grew."),
        Example("1) Roads\n\nThe port (the largest [by volume] in Asia) grew: a) fast; b) far; :)"),
    ),
)
