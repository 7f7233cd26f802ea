"""Quantities written in digits, in any language."""

from __future__ import annotations

from collections.abc import Sequence

from ..quantity import Quantity
from ..words import Tokens


def quantities(lang: str, text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint."""
    return ()
