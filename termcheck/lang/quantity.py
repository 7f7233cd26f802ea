"""An amount said in a text, in any language: its exact value, how exactly it is meant, and what it counts."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

Number = int | Fraction
Approx = Literal["", "above", "below", "about"]
Kind = Literal[
    "cardinal",  # 514 ports
    "ordinal",  # 26th, third
    "percent",  # 6.1%, 3 percentage points
    "money",  # 360 billion yuan
    "measure",  # 400-kilometer, 15.22 million mu
    "fraction",  # one-third, one in three
    "year",  # 2023
    "decade",  # the 1980s
    "time",  # 10 a.m.
    "indefinite",  # tens of millions: no value
    "label",  # Line 4, Three Gorges: a name
    "code",  # 13+2: figures to be read one by one
]
Written = Literal["digits", "words", "mixed"]

AMOUNTS: frozenset[Kind] = frozenset({"cardinal", "percent", "money", "measure", "fraction"})
_WHOLE = frozenset({1, 10**3, 10**6, 10**9, 10**12})


class Quantity(NamedTuple):
    """A figure with its unit.

    `span` covers sign, numeral, magnitude and unit ("$22.5 billion", "3 to 5
    percent"); `number` the numeral and magnitude alone. Words of approximation
    stand before the span. `value` is exact and in `unit`s (6.1% is 61/10 of
    "percent"); it is None where no value can be given. `high` is the second
    value of a range, as written, so that it may be the smaller one.
    `precision` is what one unit of the last printed digit is worth: 100,000 in
    "2.3 million". `head` is the noun counted, `modifiers` the words between,
    all folded.
    """

    span: tuple[int, int]
    number: tuple[int, int]
    value: Number | None
    kind: Kind = "cardinal"
    unit: str = ""
    approx: Approx = ""
    high: Number | None = None
    precision: Number = 1
    head: str = ""
    modifiers: tuple[str, ...] = ()
    written: Written = "digits"


def exact(value: Number) -> Number:
    """The value as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def agree(one: Quantity, two: Quantity) -> bool:
    """Whether two figures of one unit may say the same: equal, one within the other's range, or one rounded.

    A sign is told by words as well ("fell by 3"), and counts for nothing.
    """
    if one.value is None or two.value is None:
        return True
    if one.high is not None and two.high is not None:
        return _rounded(one.value, one, two.value, two) and _rounded(one.high, one, two.high, two)
    if one.high is not None or two.high is not None:
        low, high, value = (one.value, one.high, two) if one.high is not None else (two.value, two.high, one)
        return high is not None and value.value is not None and low <= value.value <= high
    return _rounded(one.value, one, two.value, two)


def _rounded(first: Number, one: Quantity, second: Number, two: Quantity) -> bool:
    """Whether two values, printed as in their quantities, are equal or one is the other rounded.

    A figure of three digits and more, with no "over" or "about", was rounded to the nearest.
    """
    one_shows, two_shows = significance(first, one.precision), significance(second, two.precision)
    apart = _size(_size(first) - _size(second))
    if one_shows < two_shows:
        return _rounded(second, two, first, one)
    if one_shows == two_shows or not apart:
        return not apart
    if one.approx or _size(first) < 100 * one_shows:
        return apart < one_shows
    return 2 * apart <= one_shows


def _size(value: Number) -> Number:
    return value if value >= 0 else -value


def significance(value: Number, precision: Number) -> Number:
    """What the last digit that is not a filling zero is worth: 100 for 1,800; 100,000 for 2.3 million.

    A zero behind the decimal point fills nothing: "226.0 billion" is exact to
    its last digit. Without decimals the precision is 1, or a power of a thousand.
    """
    if not value or precision not in _WHOLE:
        return precision
    filling = 1
    while value % (precision * filling * 10) == 0:
        filling *= 10
    return precision * filling
