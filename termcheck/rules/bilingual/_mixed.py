"""A source term without a rendering where the passage has that of another, whose source term is not there.

Each sign alone is common in good translations: an everyday word is left out or
rendered freely, and a rendering comes in that the source only implies. Both in
one place are rare.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...counterparts.facing import facing
from ...document import Bitext
from ...glossary import Use
from ...lang.script import reaches_han
from ...lang.words import words_of
from ...model import Span
from ...rule import Context
from ...text import fold
from ._glossed import forms, is_name
from ._renderings import Missing, missing
from ._unasked import Unasked
from ._words import Passage, content, initials

_NEAR = 0.4  # how far apart the two may stand in a sentence, as a part of it
_SHORT = 300  # code points of a sentence in which they may stand anywhere
_HAN = 3  # characters of a Chinese rendering that says which thing it is
_LONG = 6  # letters of a plain word that may be a rendering in place of another
_HALF = 0.5  # of a rendering's words, fewer may stand in another's by chance


class Mixed(NamedTuple):
    """What is missing, the use of another term that stands in its place, and whether it surely does."""

    missing: Missing
    use: Use
    sure: bool


def mixed(bitext: Bitext, ctx: Context) -> Iterator[Mixed]:
    """The renderings that stand in another's place, each for one missing one: the surest first, then the nearest."""
    sources, targets = set[Span](), set[Span]()
    for _, _, mix in sorted(_candidates(bitext, ctx), key=lambda one: one[:2]):
        if mix.missing.use.span not in sources and mix.use.span not in targets:
            sources.add(mix.missing.use.span)
            targets.add(mix.use.span)
            yield mix


def _candidates(bitext: Bitext, ctx: Context) -> Iterator[tuple[bool, float, Mixed]]:
    """Renderings that may stand in another's place; whether that is doubtful, and how far from its place they stand."""
    unasked, lang = Unasked(bitext, facing(bitext, ctx)), bitext.target.lang
    for one in missing(bitext, ctx):
        for use in unasked.within(one.pair) if one.carried not in {"words", "slip"} else ():
            if _is_another(use, one, lang):
                apart = _apart(use.span, one)
                sure = _is_sure(one, use, apart, lang)
                if sure or not one.carried:
                    yield not sure, apart, Mixed(one, use, sure)


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
    return apart < _NEAR and (shared < _HALF or is_name(use.form) or one.is_name)
