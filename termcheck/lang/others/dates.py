"""Dates written in digits, in any language."""

from __future__ import annotations

from ..dates import Date
from ..words import Tokens


def dates(lang: str, text: str, tokens: Tokens) -> tuple[Date, ...]:
    """The dates among the words of `tokens`, in order and disjoint."""
    return ()
