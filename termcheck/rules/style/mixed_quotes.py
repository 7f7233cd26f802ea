"""Straight and curly quotation marks in one text.

Off by default: pasted passages bring other marks, and a web page shows them
all the same. One finding at the first mark of the rarer kind has the counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_KINDS = {"straight": re.compile('"'), "curly": re.compile("[“”]")}


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    found = {
        kind: [match.start() for block in doc.prose() for match in marks.finditer(doc.text, *block.span)]
        for kind, marks in _KINDS.items()
    }
    rare, often = sorted(found, key=lambda kind: len(found[kind]))
    if found[rare]:
        at = found[rare][0]
        counts = f"{len(found[rare])} {rare}, {len(found[often])} {often}"
        yield Finding(Span(at, at + 1), f"quotation marks of two kinds: {counts}")


RULE = Rule(
    "style/mixed-quotes",
    "straight and curly quotation marks in one text",
    Severity.SUGGESTION,
    check,
    (
        Example('“One” and “two” and [["]]three".'),
        Example("“One” and “two”, it's three."),
    ),
    default=False,
)
