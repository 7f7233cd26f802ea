"""A double quotation mark without its partner in the paragraph.

A quotation over several paragraphs opens each of them anew and closes only the
last, so an open one is no fault where the next paragraph opens with a mark.
Single quotes, which are apostrophes too, are left alone, and so are paragraphs
that mix straight and curly marks, or have a straight one after a figure, where
it may mean inches. A row of a table may be a part of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...document import Document
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._marks import places

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    if doc.units:
        return
    quotes = {
        block.span: [*found] for block, found in groupby(places(doc.text, _OPEN, _CLOSE, _STRAIGHT), doc.block_at)
    }
    blocks = [block.span for block in doc.prose()] if quotes else []
    for span, following in zip(blocks, [*blocks[1:], None], strict=False):
        for at in _odd(doc, quotes[span], following) if span in quotes else ():
            yield Finding(Span(at, at + 1), "quotation mark without its partner in this paragraph")


def _odd(doc: Document, quotes: list[int], following: Span | None) -> list[int]:
    """Those of the marks of a paragraph that have no partner; another paragraph may follow."""
    goes_on = following is not None and doc.text.startswith((_OPEN, _STRAIGHT), following.start)
    straight = [at for at in quotes if doc.text[at] == _STRAIGHT]
    if not straight:
        return _curly(doc.text, quotes, goes_on)
    return _straight(doc.text, quotes, goes_on) if straight == quotes else []


def _curly(text: str, quotes: list[int], goes_on: bool) -> list[int]:
    opened: list[int] = []
    odd: list[int] = []
    for at in quotes:
        if text[at] == _OPEN:
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            odd.append(at)
    return odd + (opened[:-1] if goes_on else opened)


def _straight(text: str, quotes: list[int], goes_on: bool) -> list[int]:
    inches = any(text[at - 1 : at].isdigit() for at in quotes)
    return [] if goes_on or inches or len(quotes) % 2 == 0 else quotes[-1:]


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
