"""Two words with no blank between them: "ofthe", "insteadof".

The whole is in no list, both parts are common words, and at least one of them
is such as hardly ever enters a compound, as adverbs in "-ly" are. Words that lost a hyphen
("crossborder") are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.lexicon import COMMON, LONGEST, rank
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ._place import in_compound, is_joined

_NEVER_COMPOUND = frozenset("the and of from that than their which these".split())
_OPENING, _CLOSING = tuple(word for word in FUNCTION_WORDS if len(word) > 1), tuple(_NEVER_COMPOUND)


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    joined = {word: parts for word in doc.unknown if 4 < len(word) <= LONGEST and (parts := _parts(word))}
    for index in doc.tokens.among(joined):
        span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
        if doc[span].islower() and not (is_joined(doc, span) or in_compound(doc, span)):
            apart = joined[doc.tokens.words[index]]
            fix = Fix(f'replace with "{apart}"', (Edit(span, apart),))
            yield Finding(span, f'write "{apart}": no blank between two words', fix=fix)


@lru_cache(1 << 14)
def _parts(word: str) -> str | None:
    if not (word.startswith(_OPENING) or word.endswith(_CLOSING) or "ly" in word):
        return None
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))
    return next((f"{one} {two}" for one, two in cuts if _are_two(one, two)), None)


def _are_two(one: str, two: str) -> bool:
    if one in FUNCTION_WORDS and two in FUNCTION_WORDS:
        return True
    if one.endswith("ly") and len(one) > 6 and len(two) > 3 and max(rank(one), rank(two)) <= COMMON:
        return True
    other = two if one in _NEVER_COMPOUND else one if two in _NEVER_COMPOUND else ""
    return len(other) > 3 and rank(other) <= COMMON


RULE = Rule(
    "spelling/joined-words",
    "no blank between two words",
    Severity.ERROR,
    check,
    (
        Example("The port [[ofthe]] city grew.", fixed="The port of the city grew."),
        Example("The [[cradleof]] rail is [[slightlylarger]].", fixed="The cradle of rail is slightly larger."),
        Example("They built rail [[insteadof]] roads.", fixed="They built rail instead of roads."),
        Example("Moreover, the crossborder trade thereof, inasmuch as it is onshore, grew nonetheless."),
        Example("See www.ofthe.org, price-toincome, and Ofthe Ltd."),
    ),
)
