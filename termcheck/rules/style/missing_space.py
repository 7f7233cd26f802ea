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

# The sign stands first and what is before it is looked back at: so the search goes from sign to sign.
_GLUED = re.compile(r"[,;.!?](?<=[A-Za-z][a-z].)(?:(?<=[,;])(?=[A-Za-z])|(?<=[.!?])(?=[A-Z]))")
_AFTER_SIGN = re.compile(r"[),;](?:(?<=[A-Z]{2}\))|(?<=\d%[,;]))(?=[a-z]{3})")
_CLOSE = re.compile(r"[,;.!?)](?=[A-Za-z])(?:(?<=[a-z%].)|(?<=[A-Z]\)))")  # wherever one of them is
_BEFORE = re.compile(r"(?:\A|[\s(\"“‘])([A-Za-z]+)\Z")
_AFTER = re.compile(r"([A-Za-z][a-z]*)(?=[\s,;:!?'’]|\.\s|\Z)")
_LONGEST = 30  # letters of a word that is looked up


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for block in doc.prose_at(match.start() for match in _CLOSE.finditer(doc.text)):
        for match in _GLUED.finditer(doc.text, *block.span):
            before = _BEFORE.search(doc.text[max(0, match.start() - _LONGEST) : match.start()])
            after = _AFTER.match(doc.text[match.end() : match.end() + _LONGEST])
            if before and after and _is_known(before.group(1)) and rank(after.group(1).lower()) <= COMMON:
                at = match.end()
                span = Span(match.start() - len(before.group(1)), at + len(after.group(1)))
                fix = Fix("insert a space", (Edit(Span(at, at), " "),))
                yield Finding(span, f'no space after "{match.group()}"', fix=fix)
        for match in _AFTER_SIGN.finditer(doc.text, *block.span):
            at = match.end()
            after = _AFTER.match(doc.text[at : at + _LONGEST])
            if after and rank(after.group(1)) <= COMMON:
                fix = Fix("insert a space", (Edit(Span(at, at), " "),))
                yield Finding(Span(match.start(), at + after.end()), f'no space after "{match.group()}"', fix=fix)


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
