"""Figures and dates of a text, read as its own language writes them; each reader is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Sequence

from .dates import Date
from .quantity import Quantity
from .words import Tokens


def quantities(lang: str, text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint.

    `lang` is a code of two letters, "" where the language is not known. `text`
    is the text itself, of which ``tokens.folded`` is the folded form; `skip`
    are ranges that belong to others (dates), in order.
    """
    if lang == "en":
        from .english import numbers as english

        return english.quantities(text, tokens, skip)
    if lang == "zh":
        from .chinese import numbers as chinese

        return chinese.quantities(text, tokens, skip)
    from .others import numbers as others

    return others.quantities(lang, text, tokens, skip)


def dates(lang: str, text: str, tokens: Tokens) -> tuple[Date, ...]:
    """The dates among the words of `tokens`, in order and disjoint; bare years are quantities."""
    if lang == "en":
        from .english import dates as english

        return english.dates(text, tokens)
    if lang == "zh":
        from .chinese import dates as chinese

        return chinese.dates(text, tokens)
    from .others import dates as others

    return others.dates(lang, text, tokens)
