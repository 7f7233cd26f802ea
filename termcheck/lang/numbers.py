"""Figures and dates of a text, read as its own language writes them; each reader is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from .dates import Date
from .quantity import Quantity
from .words import Tokens


def quantities(lang: str, text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint.

    `lang` is a code of two letters, "" where the language is not known. `text`
    is the text itself, of which ``tokens.folded`` is the folded form; `skip`
    are ranges that belong to others (dates), in order.
    """
    return _readers(lang).quantities(text, tokens, skip)


def dates(lang: str, text: str, tokens: Tokens) -> tuple[Date, ...]:
    """The dates among the words of `tokens`, in order and disjoint; bare years are quantities."""
    return _readers(lang).dates(text, tokens)


class _Readers(NamedTuple):
    """What reads one language."""

    quantities: Callable[[str, Tokens, Sequence[tuple[int, int]]], tuple[Quantity, ...]]
    dates: Callable[[str, Tokens], tuple[Date, ...]]


@lru_cache(maxsize=64)
def _readers(lang: str) -> _Readers:
    if lang == "en":
        from .english import dates, numbers

        return _Readers(numbers.quantities, dates.dates)
    if lang == "zh":
        from .chinese import dates as chinese_dates
        from .chinese import numbers as chinese_numbers

        return _Readers(chinese_numbers.quantities, chinese_dates.dates)
    from .others import dates as other_dates
    from .others import numbers as other_numbers

    return _Readers(partial(other_numbers.quantities, lang), partial(other_dates.dates, lang))
