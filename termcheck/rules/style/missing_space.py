"""No space after a comma, semicolon, or the full stop of a sentence: "ports,roads".

Known words stand on both sides, so that addresses, file names ("Node.js"),
abbreviations ("Ph.D.") and figures are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.lexicon import COMMON, rank
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

# A comma between small letters, or a stop before a capital; both words end at a blank or another mark.
_GLUED = re.compile(r"([a-z]{2,})([,;]|[.!?](?=[A-Z]))([A-Za-z][a-z]*)(?=[\s,;:!?'’]|\.\s)")
_ADDRESS = re.compile(r"[/@\\_.]\S*\Z")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for block in doc.prose():
        for match in _GLUED.finditer(doc.text, *block.span):
            if _are_words(doc, match):
                span, at = Span(*match.span()), match.end(2)
                fix = Fix("insert a space", (Edit(Span(at, at), " "),))
                yield Finding(span, f'no space after "{match.group(2)}"', fix=fix)


def _are_words(doc: Document, match: re.Match[str]) -> bool:
    start = match.start()
    if _ADDRESS.search(doc.text, max(0, start - 80), start) or doc.text[start - 1 : start] in ("-", "'", "’"):
        return False
    return all(rank(part.lower()) <= COMMON for part in match.group(1, 3))


RULE = Rule(
    "style/missing-space",
    "no space after a punctuation mark",
    Severity.ERROR,
    check,
    (
        Example("They built [[ports,roads]] and bridges.", fixed="They built ports, roads and bridges."),
        Example("It [[grew.The]] port is new.", fixed="It grew. The port is new."),
        Example("See www.example.com/one,two or Node.js, the Ph.D. of 1,000 people, e.g. ports."),
    ),
)
