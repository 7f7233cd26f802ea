"""How what was read is kept until figures that belong together are joined."""

from __future__ import annotations

from typing import NamedTuple

from ..quantity import Kind, Number, Quantity
from .numerals import Numeral
from .phrases import before, behind


class Found(NamedTuple):
    """A quantity, the numeral it was read from, and what its figure is multiplied by for its unit (10 for 成)."""

    quantity: Quantity
    numeral: Numeral
    factor: int = 1


def bare(number: Numeral, kind: Kind, end: int = 0, value: Number | None = None) -> Found:
    """A figure that is no amount; `end` is where its span ends, if not with the numeral."""
    span = (number.start, end or number.end)
    return Found(Quantity(span, (number.start, number.end), value, kind, written=number.written), number)


def amount(folded: str, number: Numeral, kind: Kind, unit: str = "", end: int = 0) -> Found:
    """An amount up to offset `end`, all of whose parts the numeral holds, with the words of approximation around it."""
    span = (number.start, end or number.end)
    approx = number.approx or behind(folded, span[1]) or before(folded, span[0])
    quantity = Quantity(span, (number.start, number.end), number.value, kind, unit, approx=approx, high=number.high,
                        precision=number.precision, written=number.written)  # fmt: skip
    return Found(quantity, number)
