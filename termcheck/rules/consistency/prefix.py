"""One idea is not built with two prefixes of one sense: "cross-river trade", "trans-river trade".

The rare prefix is flagged, when it makes up at most a third of the uses with
the same word after the hyphen; with no clear majority the pair is offered as a
choice. Names ("Trans-Pacific") are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.position import may_open, singular
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

# Prefixes by a name for their common sense.
_SENSES = {
    "cross": "across", "trans": "across", "inter": "across", "anti": "against", "counter": "against",
    "super": "very", "ultra": "very",
}  # fmt: skip


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    tokens = doc.tokens
    families: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for index in doc.joints:
        if (prefix := tokens.words[index]) in _SENSES:
            word = tokens.words[index + 1]
            span = Span(tokens.starts[index], tokens.ends[index + 1])
            if doc.text[span.start + may_open(tokens, index) : span.end].islower():
                families.setdefault((_SENSES[prefix], singular(word)), {}).setdefault(prefix, []).append(span)
    for uses in families.values():
        forms = {doc.folded[slice(*spans[0])]: spans for spans in uses.values()}
        yield from compare(doc, forms, share=share, rewrite=_put)


def _put(got: str, form: str) -> str:
    prefix = form.partition("-")[0]
    return (prefix.capitalize() if got[0].isupper() else prefix) + got[got.index("-") :]


RULE = Rule(
    "consistency/prefix",
    "two prefixes of one sense on one word",
    Severity.WARNING,
    check,
    (
        Example(
            "Cross-river trade and cross-river loans grew, as did [[trans-river]] tourism.",
            fixed="Cross-river trade and cross-river loans grew, as did cross-river tourism.",
        ),
        Example("They fought in counter-insurgency units and in [[anti-insurgency]] units."),
        Example("Cross-river trade grew. The Trans-River Fund paid for inter-city lines and trans-island trains."),
    ),
)
