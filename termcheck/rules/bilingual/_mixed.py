"""A source term without a rendering where the passage has that of another, whose source term is not there.

Each sign alone is common in good translations: an everyday word is left out or
rendered freely, and a rendering comes in that the source only implies. Both in
one place are rare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...document import Bitext
from ...glossary import Use
from ...lang.script import reaches_han
from ...lang.words import words_of
from ...model import Pair, Span
from ...rule import Context
from ...text import fold
from ._carried import has_initials
from ._glossed import Passages, Uses, facing, forms, is_name, is_topic, passage
from ._renderings import Missing, missing
from ._words import Passage, content, initials

_TRACE = 0.5  # with so much of its source term in the source, a rendering is a free one of that
_NEAR = 0.4  # how far apart the two may stand in a sentence, as a part of it
_SHORT = 300  # code points of a sentence in which they may stand anywhere
_HAN = 3  # characters of a Chinese rendering that says which thing it is
_LONG = 6  # letters of a plain word that may be a rendering in place of another
_HALF = 0.5  # a rendering that is free in half of its passages, or a term rendered in fewer, says little


class Mixed(NamedTuple):
    """What is missing, the use of another term that stands in its place, and whether it surely does."""

    missing: Missing
    use: Use
    sure: bool


@lru_cache(maxsize=1)
def mixed(bitext: Bitext, ctx: Context) -> tuple[Mixed, ...]:
    """The renderings that stand in another's place, at most one for each missing one, in the order of the pairs."""
    extra, lang = _Extra(bitext, facing(bitext, ctx)), bitext.target.lang
    found = []
    for at, one in enumerate(missing(bitext, ctx)):
        for use, apart in extra.near(one) if one.carried not in {"words", "slip"} else ():
            if _is_another(use, one, lang):
                sure = _is_sure(one, use, apart, lang)
                if sure or not one.carried:
                    found.append((not sure, apart, at, Mixed(one, use, sure)))
    chosen, taken = list[Mixed](), set[Span | int]()
    for _, _, at, mix in sorted(found, key=lambda candidate: candidate[:3]):
        if taken.isdisjoint((at, mix.use.span)):
            taken.update((at, mix.use.span))
            chosen.append(mix)
    return tuple(sorted(chosen, key=lambda mix: mix.use.span))


class _Extra:
    """The uses of a text whose source terms are not in the passage that answers."""

    def __init__(self, bitext: Bitext, ctx: Context) -> None:
        self._source, self._glossary, self._pairs = bitext.source, ctx.glossary, bitext.pairs
        self._passages = Passages(bitext)
        self._uses, self._source_uses = Uses(ctx.uses(bitext.target)), Uses(ctx.source_uses(bitext.source))
        self._vague = self._count()

    def _count(self) -> set[str]:
        """The terms whose renderings tell little: what the text is about, and what it often says freely."""
        told, extra = Counter[str](), Counter[str]()
        for pair in self._pairs:
            said = self._said(pair)
            for name in {use.term.term for use in self._uses.within(pair.target)}:
                told[name] += 1
                extra[name] += name not in said
        free = {name for name, count in extra.items() if count > 2 and count >= _HALF * told[name]}
        return free | {name for name, count in told.items() if is_topic(count, len(self._pairs))}

    def _said(self, pair: Pair) -> set[str]:
        here = self._source_uses.within(pair.source)
        return {term.term for use in here for term in self._glossary.of_source(use.form)}

    def near(self, one: Missing) -> Iterator[tuple[Use, float]]:
        """The uses without a trace of their source term, and how far from the place of what is missing each stands."""
        around = self._passages.around(one.pair)
        said, text = self._said(around), self._source[around.source]
        source = passage(self._source, around.source)
        for use in self._uses.within(one.pair.target):
            if use.kind == "forbidden" or not use.term.source or use.term.term in said | self._vague:
                continue
            if fold(use.form) in fold(text) or has_initials(text, use.term.source):
                continue
            if source.best(use.term.source) < _TRACE:
                yield use, _apart(use.span, one)


def _apart(span: Span, one: Missing) -> float:
    """How far apart two places are in sentences that answer each other, 0 to 1; 0 in short ones."""
    (source, target, _), place = one.pair, one.use.span
    if target.end - target.start <= _SHORT:
        return 0.0
    return abs(_place(span, target) - _place(place, source))


def _place(span: Span, passage: Span) -> float:
    return (span.start - passage.start) / max(1, passage.end - passage.start)


def _is_another(use: Use, one: Missing, lang: str) -> bool:
    """Whether a use surely names another thing than what is missing.

    By two words, or capitals that are no initials; a single word does in place of a name or of what is firm.
    """
    mine = {letters for form in forms(one.terms) for letters in initials(form)}
    shared = _shared(use.form, one, lang)
    if shared == 1 or not mine.isdisjoint({*initials(use.form), fold(use.form)}):
        return False
    if reaches_han(use.form):
        return len(content(use.form)) >= _HAN
    capitals = sum(char.isupper() or char.isdigit() for char in use.form)
    plain = len(use.form) >= _LONG and not shared and not one.carried and (one.is_name or one.is_firm)
    return len(content(use.form)) > 1 or capitals > 1 or plain


def _shared(form: str, one: Missing, lang: str) -> float:
    """How much of the missing renderings is in a form."""
    return Passage(words_of(fold(form)), lang).best(forms(one.terms))


def _is_sure(one: Missing, use: Use, apart: float, lang: str) -> bool:
    """Everyday renderings that share words are often free ones of the same; of names they are two names."""
    shared = _shared(use.form, one, lang)
    named = is_name(use.form) or one.is_name or (shared < _HALF and not one.carried)
    if apart >= _NEAR or (shared and not named):
        return False
    return one.others - one.rendered < 2 or one.rendered >= _HALF * one.others
