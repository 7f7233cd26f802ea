"""A measure and the conversion of it in brackets: "12 miles (19 km)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from ..document import Document
from ..lang.quantity import Number, Quantity
from ..lang.units import UNITS, convert

_BETWEEN = re.compile(
    r" ?[(\[] ?(?:(?:or|i\.e\.,?|that is,?|equal to|equivalent to|=|~|about|around|some|roughly|approximately|nearly"
    r"|almost|over|more than) ?)*"
)
# Hours of work are no part of days, nor shares of points: only these are the same amount in other units.
_MEASURES = frozenset({"length", "area", "volume", "mass", "speed", "power", "energy", "degree"})


def conversions(doc: Document) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure with the figure in brackets behind it that gives the same amount in another unit."""
    last: Quantity | None = None
    for one, two in pairwise(doc.quantities):
        if one.unit != two.unit and _measures(one, two) and _bracketed(doc, one, two) and not _goes_on(doc, last, one):
            yield one, two
        last = one


def _goes_on(doc: Document, last: Quantity | None, one: Quantity) -> bool:
    """Whether a figure is the smaller part of a compound measure: "5 feet 10 inches"."""
    return last is not None and last.unit != "" and doc.folded[last.span[1] : one.span[0]].strip() in ("", ",", "and")


def _measures(one: Quantity, two: Quantity) -> bool:
    known = one.unit in UNITS and UNITS[one.unit].dimension in _MEASURES
    return known and converted(one.value, one.unit, two.unit) is not None


def _bracketed(doc: Document, one: Quantity, two: Quantity) -> bool:
    if two.span[0] - one.span[1] > 60 or not _BETWEEN.fullmatch(doc.folded, one.span[1], two.span[0]):
        return False
    return doc.text[two.span[1] : two.span[1] + 1] in (")", "]")


def converted(value: Number | None, unit: str, other: str) -> Number | None:
    """A value in another unit; None where the units do not convert."""
    if value is None:
        return None
    if unit == "fahrenheit" and other == "celsius":
        return (Fraction(value) - 32) * Fraction(5, 9)
    if unit == "celsius" and other == "fahrenheit":
        return Fraction(value) * Fraction(9, 5) + 32
    return convert(value, unit, other)
