"""One compound is joined by a hyphen here and by a dash there: "Paris-Lyon line", "Paris–Lyon line".

The rare sign is flagged, when it joins at most a third of the uses of the same
two words; with no clear majority the pair is offered as a choice. A dash in
one compound and a hyphen in another may both be right (Chicago Manual of
Style, 6.80), dashes with blanks around them join nothing, and spans of figures
are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.compounds import HYPHENS, joints
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

_EN_DASH = "\u2013"
_Uses = dict[tuple[str, str], dict[bool, list[Span]]]


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    if _EN_DASH not in doc.text:
        return
    for uses in _joined(doc).values():
        forms = {doc[spans[0]]: spans for _, spans in sorted(uses.items())}
        yield from compare(doc, forms, share=share, rewrite=_rejoin)


def _joined(doc: Document) -> _Uses:
    """Pairs of words with a hyphen or an en dash close between them: where, by whether it is the dash."""
    found: _Uses = {}
    tokens, text = doc.tokens, doc.text
    for index in joints(tokens):
        first, second = tokens.words[index : index + 2]
        sign = text[tokens.ends[index]]
        if first.isalpha() and second.isalpha() and (sign in HYPHENS or sign == _EN_DASH):
            span = Span(tokens.starts[index], tokens.ends[index + 1])
            found.setdefault((first, second), {}).setdefault(sign == _EN_DASH, []).append(span)
    return found


def _rejoin(got: str, model: str) -> str:
    return got.replace("-", _EN_DASH) if _EN_DASH in model else got.replace(_EN_DASH, "-")


RULE = Rule(
    "consistency/dash",
    "a dash where the text has a hyphen elsewhere",
    Severity.WARNING,
    check,
    (
        Example(
            "The Paris-Lyon line and the Paris-Lyon road follow the old [[Paris–Lyon]] canal.",
            fixed="The Paris-Lyon line and the Paris-Lyon road follow the old Paris-Lyon canal.",
        ),
        Example("The Paris-Lyon line follows the [[Paris–Lyon]] canal."),
        Example("The Paris-Lyon line – the oldest – follows the Rhine–Rhône canal, dug 1921–1924."),
    ),
)
