"""Units of measure and money: what they measure and how large they are. The words for them belong to the languages.

Sizes are exact, in the base unit of the dimension: the international yard and
pound of 1959; the mu is 1/15 hectare, the jin 500 grams, the li 500 metres
(the market system of 1930). The catty is
that of Hong Kong and Macao, the calorie the thermochemical one. Size 0 means
that no one fixed size exists, or none is needed.
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
    "ratio": "percent 1, per-mille 1/10",
    "points": "percentage-point 1, basis-point 1/100",
    "factor": "times 1",
    "concentration": "part-per-million 0, part-per-billion 0, microgram-per-cubic-meter 0, milligram-per-cubic-meter 0",
    "length": "meter 1, kilometer 1000, decimeter 1/10, centimeter 1/100, millimeter 1/1000, micrometer 1/1000000, "
    "nanometer 1/1000000000, mile 1609344/1000, nautical-mile 1852, yard 9144/10000, foot 3048/10000, inch 254/10000, "
    "li 500",
    "area": "square-meter 1, square-kilometer 1000000, square-centimeter 1/10000, square-millimeter 1/1000000, "
    "square-mile 2589988110336/1000000, square-yard 83612736/100000000, square-foot 9290304/100000000, "
    "square-inch 64516/100000000, hectare 10000, mu 10000/15, acre 40468564224/10000000",
    "volume": "cubic-meter 1, cubic-kilometer 1000000000, cubic-centimeter 1/1000000, "
    "cubic-yard 764554857984/1000000000000, cubic-foot 28316846592/1000000000000, cubic-inch 16387064/1000000000000, "
    "acre-foot 123348183754752/100000000000, liter 1/1000, milliliter 1/1000000, hectoliter 1/10, "
    "barrel 158987294928/1000000000000, gallon 3785411784/1000000000000",
    "mass": "gram 1, kilogram 1000, milligram 1/1000, microgram 1/1000000, ton 1000000, kiloton 1000000000, "
    "megaton 1000000000000, short-ton 90718474/100, long-ton 10160469088/10000, pound-weight 45359237/100000, "
    "ounce 28349523125/1000000000, carat 1/5, jin 500, catty 60478982/100000",
    "time": "second 1, millisecond 1/1000, microsecond 1/1000000, nanosecond 1/1000000000, minute 60, hour 3600, "
    "day 86400, week 604800",
    "months": "month 1, year 12, decade 120, century 1200",
    "power": "watt 1, kilowatt 1000, megawatt 1000000, gigawatt 1000000000, terawatt 1000000000000, horsepower 0",
    "energy": "joule 1, kilojoule 1000, megajoule 1000000, gigajoule 1000000000, calorie 4184/1000, kilocalorie 4184, "
    "watt-hour 3600, kilowatt-hour 3600000, megawatt-hour 3600000000, gigawatt-hour 3600000000000, "
    "terawatt-hour 3600000000000000",
    "voltage": "volt 1, kilovolt 1000",
    "pressure": "pascal 1, hectopascal 100, kilopascal 1000, megapascal 1000000",
    "speed": "kilometer-per-hour 1, mile-per-hour 1609344/1000000, meter-per-second 36/10, "
    "foot-per-second 1097280/1000000, knot 1852/1000",
    "data": "byte 1, kilobyte 1000, megabyte 1000000, gigabyte 1000000000, terabyte 1000000000000, "
    "petabyte 1000000000000000, exabyte 1000000000000000000, bit 1/8, kilobit 125, megabit 125000, gigabit 125000000",
    "rate": "bit-per-second 1, kilobit-per-second 1000, megabit-per-second 1000000, gigabit-per-second 1000000000",
    "computing": "petaflop 0, exaflop 0",
    "frequency": "hertz 1, kilohertz 1000, megahertz 1000000, gigahertz 1000000000",
    "sound": "decibel 0",
    "degree": "celsius 0, fahrenheit 0, degree 0",
    "freight": "teu 0, ton-kilometer 0, passenger-kilometer 0",
    "money": "yuan 0, dollar 0, hong-kong-dollar 0, australian-dollar 0, canadian-dollar 0, new-zealand-dollar 0, "
    "singapore-dollar 0, taiwan-dollar 0, euro 0, pound 0, yen 0, won 0, ruble 0, rupee 0, franc 0, real 0, cent 0, "
    "pence 0, baht 0, ringgit 0, rupiah 0, dong 0, peso 0, lira 0, rand 0, dirham 0, riyal 0, rial 0, shekel 0, "
    "krona 0, krone 0, zloty 0, forint 0, koruna 0, tenge 0, taka 0, dinar 0, naira 0, pataca 0, kip 0, riel 0, "
    "peseta 0, guilder 0, bitcoin 0",
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
    "rub": "ruble", "chf": "franc", "thb": "baht", "myr": "ringgit", "idr": "rupiah", "vnd": "dong", "mxn": "peso",
    "zar": "rand", "aed": "dirham", "sek": "krona", "nok": "krone", "dkk": "krone", "pln": "zloty", "kzt": "tenge",
    "btc": "bitcoin", "₩": "won", "₹": "rupee", "₽": "ruble", "₺": "lira", "₫": "dong", "₱": "peso", "₦": "naira",
    "₪": "shekel", "₿": "bitcoin", "฿": "baht", "₭": "kip",
}  # fmt: skip


SIGN_CHARS = frozenset(sign[-1] for sign in SIGNS if not sign[-1].isalpha())


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
