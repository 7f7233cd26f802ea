"""A bracket that opens and does not close in its paragraph, or the other way round.

Markers of a list ("a) roads", "1) ports") and faces are left alone, and the rows
of a table, which may be parts of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ...document import PROSE, Document
from ...model import Block, Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._marks import places

_PAIRS = {")": "(", "]": "[", "）": "（"}
_MARKER = re.compile(r"(?:^|[\s;,:])(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})\Z|[:;=][-o]?\Z")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    brackets = () if doc.units else places(doc.text, *_PAIRS, *_PAIRS.values())
    for block, found in groupby(brackets, doc.block_at):
        for at in _unbalanced(doc, block, found) if block.kind in PROSE else ():
            bracket = doc.text[at]
            what = "closes" if bracket in _PAIRS else "opens"
            yield Finding(Span(at, at + 1), f'"{bracket}" {what} nothing in this paragraph')


def _unbalanced(doc: Document, block: Block, brackets: Iterable[int]) -> list[int]:
    opened: list[int] = []
    odd: list[int] = []
    for at in brackets:
        bracket = doc.text[at]
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
