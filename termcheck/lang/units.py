"""Units of measure and money: what they measure and how large they are. The words for them belong to the languages.

Sizes are exact, in the base unit of the dimension: the international yard and
pound of 1959; the mu is 1/15 hectare, the jin 500 grams, the li 500 metres
(the market system of 1930). Size 0 means that no fixed size exists.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .quantity import Number


class Unit(NamedTuple):
    """A unit by its canonical name; `size` counts base units of `dimension`."""

    name: str
    dimension: str
    size: Number


_TABLE = {
    "ratio": "percent 1",
    "points": "percentage-point 1, basis-point 1/100",
    "factor": "times 1",
    "length": "meter 1, kilometer 1000, decimeter 1/10, centimeter 1/100, millimeter 1/1000, nanometer 1/1000000000, "
    "mile 1609344/1000, nautical-mile 1852, yard 9144/10000, foot 3048/10000, inch 254/10000, li 500",
    "area": "square-meter 1, square-kilometer 1000000, square-mile 2589988110336/1000000, "
    "square-foot 9290304/100000000, hectare 10000, mu 10000/15, acre 40468564224/10000000",
    "volume": "cubic-meter 1, cubic-kilometer 1000000000, cubic-foot 28316846592/1000000000000, liter 1/1000, "
    "milliliter 1/1000000, barrel 158987294928/1000000000000, gallon 3785411784/1000000000000",
    "mass": "gram 1, kilogram 1000, milligram 1/1000, microgram 1/1000000, ton 1000000, pound-weight 45359237/100000, "
    "ounce 28349523125/1000000000, jin 500",
    "time": "second 1, millisecond 1/1000, minute 60, hour 3600, day 86400, week 604800",
    "months": "month 1, year 12, decade 120, century 1200",
    "power": "watt 1, kilowatt 1000, megawatt 1000000, gigawatt 1000000000",
    "energy": "kilowatt-hour 3600000, megawatt-hour 3600000000, gigawatt-hour 3600000000000, "
    "terawatt-hour 3600000000000000",
    "speed": "kilometer-per-hour 1, mile-per-hour 1609344/1000000",
    "data": "byte 1, kilobyte 1000, megabyte 1000000, gigabyte 1000000000, terabyte 1000000000000",
    "frequency": "hertz 1, megahertz 1000000, gigahertz 1000000000",
    "degree": "celsius 0, fahrenheit 0, degree 0",
    "freight": "teu 0",
    "money": "yuan 0, dollar 0, hong-kong-dollar 0, australian-dollar 0, canadian-dollar 0, new-zealand-dollar 0, "
    "singapore-dollar 0, taiwan-dollar 0, euro 0, pound 0, yen 0, won 0, ruble 0, rupee 0, franc 0, real 0, cent 0, "
    "pence 0",
}
# Chinese measures that a reader abroad cannot picture: a text converts them.
TRADITIONAL = frozenset({"mu", "li", "jin"})
# Signs and codes that stand before (or behind) a figure, folded.
SIGNS = {
    "$": "dollar", "us$": "dollar", "usd$": "dollar", "usd": "dollar", "hk$": "hong-kong-dollar",
    "hkd": "hong-kong-dollar", "a$": "australian-dollar", "au$": "australian-dollar", "aud": "australian-dollar",
    "c$": "canadian-dollar", "ca$": "canadian-dollar", "cad": "canadian-dollar", "nz$": "new-zealand-dollar",
    "nzd": "new-zealand-dollar", "s$": "singapore-dollar", "sgd": "singapore-dollar", "nt$": "taiwan-dollar",
    "twd": "taiwan-dollar", "r$": "real", "brl": "real", "€": "euro", "eur": "euro", "£": "pound", "gbp": "pound",
    "¥": "yuan", "￥": "yuan", "rmb": "yuan", "cny": "yuan", "jpy": "yen", "krw": "won", "inr": "rupee",
    "rub": "ruble", "chf": "franc",
}  # fmt: skip


def _size(written: str) -> Number:
    top, _, bottom = written.partition("/")
    return Fraction(int(top), int(bottom)) if bottom else int(top)


UNITS = {
    name: Unit(name, dimension, _size(size))
    for dimension, units in _TABLE.items()
    for name, size in (unit.split() for unit in units.split(", "))
}


def convert(value: Number, one: str, other: str) -> Number | None:
    """`value` of unit `one` in unit `other`; None where the two do not convert."""
    here, there = UNITS.get(one), UNITS.get(other)
    if here is None or there is None or here.dimension != there.dimension or not (here.size and there.size):
        return None
    return Fraction(value) * here.size / there.size
