"""A double quotation mark without its partner in the paragraph.

A quotation over several paragraphs opens each of them anew and closes only the
last, so an open one is no fault where the next paragraph opens with a mark.
Single quotes, which are apostrophes too, are left alone, and so are paragraphs
that mix straight and curly marks, or have a straight one after a figure, where
it may mean inches. A row of a table may be a part of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_CURLY = re.compile("[“”]")
_QUOTE = re.compile('["“”]')


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    if doc.units:
        return
    blocks = list(doc.prose())
    quoted = {block.span for block in doc.prose_at(match.start() for match in _QUOTE.finditer(doc.text))}
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if block.span not in quoted:
            continue
        text = doc[block.span]
        goes_on = following is not None and doc.text.startswith((_OPEN, _STRAIGHT), following.span.start)
        curly = _OPEN in text or _CLOSE in text
        if curly and _STRAIGHT in text:
            continue
        for at in _curly(text, goes_on) if curly else _straight(text, goes_on):
            start = block.span.start + at
            yield Finding(Span(start, start + 1), "quotation mark without its partner in this paragraph")


def _curly(text: str, goes_on: bool) -> list[int]:
    opened: list[int] = []
    odd: list[int] = []
    for match in _CURLY.finditer(text):
        if match.group() == _OPEN:
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            odd.append(match.start())
    return odd + (opened[:-1] if goes_on else opened)


def _straight(text: str, goes_on: bool) -> list[int]:
    places = [match.start() for match in re.finditer(_STRAIGHT, text)]
    inches = any(text[at - 1 : at].isdigit() for at in places)
    return [] if goes_on or inches or len(places) % 2 == 0 else places[-1:]


RULE = Rule(
    "style/unbalanced-quotes",
    "quotation mark without its partner",
    Severity.ERROR,
    check,
    (
        Example("He called it [[“]]a new port and left."),
        Example("He called it a new port[[”]] and left."),
        Example('He called it [["]]a new port and left.'),
        Example("“We came first.\n\n“We saw,” he said, “the ‘old’ port.”"),
        Example('The 10" pipe and "the new one", it\'s 5\' long.'),
    ),
)
