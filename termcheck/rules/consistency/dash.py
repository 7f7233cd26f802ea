"""One compound is joined by a hyphen here and by a dash there: "Paris-Lyon line", "Paris–Lyon line".

The rare sign is flagged, when it joins at most a third of the uses of the same
words; with no clear majority the pair is offered as a choice. A dash in
one compound and a hyphen in another may both be right (Chicago Manual of
Style, 6.80), dashes with blanks around them join nothing, and spans of figures
are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.compounds import HYPHENS
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

_EN_DASH = "\u2013"
_Uses = dict[tuple[str, ...], dict[str, list[Span]]]


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    for uses in _joined(doc).values():
        forms = {doc[spans[0]]: spans for _, spans in sorted(uses.items())}
        yield from compare(doc, forms, share=share, rewrite=_rejoin)


def _joined(doc: Document) -> _Uses:
    """Words with hyphens or en dashes close between them, if some have a dash: where, by the signs in their order."""
    found: _Uses = {}
    tokens, text = doc.tokens, doc.text
    dashed = {index for index in doc.joints if text[tokens.ends[index]] == _EN_DASH} if _EN_DASH in text else set[int]()
    chains = [*_chains(doc)] if dashed else []
    firsts = {tokens.words[chain[0]] for chain in chains if not dashed.isdisjoint(chain)}
    for chain in (chain for chain in chains if tokens.words[chain[0]] in firsts):
        words = tuple(tokens.words[chain[0] : chain[-1] + 2])
        signs = "".join(text[tokens.ends[index]] for index in chain)
        for hyphen in HYPHENS:
            signs = signs.replace(hyphen, "-")
        if all(word.isalpha() for word in words) and not signs.strip(f"-{_EN_DASH}"):
            span = Span(tokens.starts[chain[0]], tokens.ends[chain[-1] + 1])
            found.setdefault(words, {}).setdefault(signs, []).append(span)
    return found


def _chains(doc: Document) -> Iterator[list[int]]:
    """The joints of each compound, all of its parts together: both of "Guinea-Sierra Leone-Liberia"."""
    chain: list[int] = []
    for index in doc.joints:
        if chain and not (index - chain[-1] == 1 or (index - chain[-1] == 2 and _is_name(doc, index))):
            yield chain
            chain = []
        chain.append(index)
    if chain:
        yield chain


def _is_name(doc: Document, second: int) -> bool:
    """Whether the word and the one before it are one name of two words."""
    tokens, text = doc.tokens, doc.text
    return tokens.gap(second - 1) == " " and all(text[tokens.starts[at]].isupper() for at in (second - 1, second))


def _rejoin(got: str, model: str) -> str:
    signs = iter([sign for sign in model if sign == _EN_DASH or sign in HYPHENS])
    return "".join(next(signs) if char == _EN_DASH or char in HYPHENS else char for char in got)


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
        Example(
            "The Guinea-Sierra Leone-Mali road and the Guinea-Sierra Leone-Mali line meet on the "
            "[[Guinea–Sierra Leone–Mali]] map.",
            fixed="The Guinea-Sierra Leone-Mali road and the Guinea-Sierra Leone-Mali line meet on the "
            "Guinea-Sierra Leone-Mali map.",
        ),
        Example("The Paris-Lyon line follows the [[Paris–Lyon]] canal."),
        Example("The Paris-Lyon line – the oldest – follows the Rhine–Rhône canal, dug 1921–1924."),
    ),
)
