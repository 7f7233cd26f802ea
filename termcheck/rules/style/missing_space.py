"""No space after a comma, semicolon, or the full stop of a sentence: "ports,roads".

So it is after the bracket of an abbreviation ("(WTO)and") and after "5%,".
Known words stand on both sides, so that addresses, file names ("Node.js"),
abbreviations ("Ph.D.") and figures are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.lexicon import COMMON, is_name, rank
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ._marks import odd_marks

_GLUED = re.compile(r"[,;.!?](?<=[A-Za-z][a-z].)(?:(?<=[,;])(?=[A-Za-z])|(?<=[.!?])(?=[A-Z]))")
_AFTER_SIGN = re.compile(r"[),;](?:(?<=[A-Z]{2}\))|(?<=\d%[,;]))(?=[a-z]{3})")
_BEFORE = re.compile(r"(?:\A|[\s(\"“‘])([A-Za-z]+)\Z")
_AFTER = re.compile(r"([A-Za-z][a-z]*)(?=[\s,;:!?'’]|\.\s|\Z)")
_LONGEST = 30  # letters of a word that is looked up


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for mark, end in odd_marks(doc):
        at = mark + 1
        after = _AFTER.match(doc.text[at : at + _LONGEST])
        start = _start(doc.text, mark, end) if after else None
        if after and start is not None and rank(after.group(1).lower()) <= COMMON:
            fix = Fix("insert a space", (Edit(Span(at, at), " "),))
            yield Finding(Span(start, at + after.end()), f'no space after "{doc.text[mark]}"', fix=fix)


def _start(text: str, mark: int, end: int) -> int | None:
    """Where the finding begins, if a blank belongs behind the mark: with the known word before it, or with the mark."""
    if _GLUED.match(text, mark, end):
        before = _BEFORE.search(text[max(0, mark - _LONGEST) : mark])
        return before.start(1) + max(0, mark - _LONGEST) if before and _is_known(before.group(1)) else None
    return mark if _AFTER_SIGN.match(text, mark, end) else None


def _is_known(word: str) -> bool:
    return rank(word.lower()) <= COMMON or (word[0].isupper() and len(word) > 4 and is_name(word.lower()))


RULE = Rule(
    "style/missing-space",
    "no space after a punctuation mark",
    Severity.ERROR,
    check,
    (
        Example("They built [[ports,roads]] and bridges.", fixed="They built ports, roads and bridges."),
        Example("The port (CPA[[)and]] 5%[[,but]] no more.", fixed="The port (CPA) and 5%, but no more."),
        Example("The NGO(s) and the (UN)ofthe pay 5%,000."),
        Example("It [[grew.The]] port is new.", fixed="It grew. The port is new."),
        Example("See www.example.com/one,two or Node.js, the Ph.D. of 1,000 people, e.g. ports."),
    ),
)
