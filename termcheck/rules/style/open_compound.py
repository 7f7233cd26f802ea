"""A compound adjective written open before its noun: "low carbon transformation".

The table holds adjectives that Merriam-Webster and Oxford enter with a hyphen.
Before a noun they keep it; after one they may stand open, and so may the noun
phrase of the same words ("in the long term", "at a high level"), so a pair
after an article and a preposition is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import PREPOSITIONS
from ...lang.position import after, same_line
from ...lang.word_class import is_plural, is_singular
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_ADJECTIVES = {
    "high": "density end grade income profile quality resolution rise risk speed tech value",
    "low": "altitude carbon cost density income level quality risk tech",
    "large": "scale", "small": "scale", "full": "scale time", "part": "time", "real": "time", "middle": "income",
    "long": "distance range term", "short": "range term", "medium": "term", "first": "class", "world": "class",
}  # fmt: skip
_SECOND = {first: frozenset(seconds.split()) for first, seconds in _ADJECTIVES.items()}


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens = doc.tokens
    for index in tokens.among(_SECOND):
        if _SECOND[tokens.words[index]].issuperset(tokens.words[index + 1 : index + 2]) and _is_modifier(doc, index):
            span = Span(tokens.starts[index], tokens.ends[index + 1])
            gap = Span(tokens.ends[index], tokens.starts[index + 1])
            right = f"{doc.text[span.start : gap.start]}-{doc.text[gap.end : span.end]}"
            fix = Fix(f'replace with "{right}"', (Edit(gap, "-"),))
            yield Finding(span, f'write "{right}" before a noun, not "{doc[span]}"', fix=fix)


def _is_modifier(doc: Document, index: int) -> bool:
    tokens, words = doc.tokens, doc.tokens.words
    if not same_line(tokens, doc.text, index) or after(tokens, doc.text, index + 1) != "content":
        return False
    if not doc.text[tokens.starts[index + 1] : tokens.ends[index + 2]].islower():
        return False
    if index > 1 and words[index - 1] in ("the", "a") and words[index - 2] in PREPOSITIONS:
        return False
    return is_plural(words[index + 2]) or is_singular(words[index + 2])


RULE = Rule(
    "style/open-compound",
    "compound adjective without its hyphen before a noun",
    Severity.WARNING,
    check,
    (
        Example("They make [[high speed]] trains.", fixed="They make high-speed trains."),
        Example("The [[low income]] households moved.", fixed="The low-income households moved."),
        Example("In the long term prices fall. The speed is high. It is of high quality. They work full time."),
    ),
)
