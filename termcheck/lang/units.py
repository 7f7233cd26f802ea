"""Units of measure and money: dimension, exact size, and the English words for them.

Sizes are exact rationals in the base unit of the dimension. International
yard and pound agreement of 1959; the mu is 1/15 hectare, the jin 500 grams, the
li 500 metres (the Chinese market system of 1930). Money has no fixed size.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from .quantity import Number


class Unit(NamedTuple):
    """A canonical unit: `size` base units of its `dimension`; size 0 where units of the dimension do not convert."""

    name: str
    dimension: str
    size: Number
    traditional: bool = False


# name, dimension, size, then the written forms: singular and plural, abbreviations after them
_TABLE = """
percent              ratio   1            percent, per cent, pct, percents
percentage-point     points  1            percentage point, percentage points, per cent point, percent point
basis-point          points  1/100        basis point, basis points, bps
times                factor  1            times, fold
meter                length  1            meter, meters, metre, metres
kilometer            length  1000         kilometer, kilometers, kilometre, kilometres, km, kms
centimeter           length  1/100        centimeter, centimeters, centimetre, centimetres, cm
millimeter           length  1/1000       millimeter, millimeters, millimetre, millimetres, mm
nanometer            length  1/1000000000 nanometer, nanometers, nanometre, nanometres, nm
mile                 length  1609344/1000 mile, miles
nautical-mile        length  1852         nautical mile, nautical miles
yard                 length  9144/10000   yard, yards
foot                 length  3048/10000   foot, feet, ft
inch                 length  254/10000    inch, inches
li                   length  500          li
square-meter         area    1            square meter, square meters, square metre, square metres, sqm, sq m, m2
square-kilometer     area    1000000      square kilometer, square kilometers, square kilometre, square kilometres, \
sq km, km2
square-mile          area    2589988110336/1000000 square mile, square miles
square-foot          area    9290304/100000000     square foot, square feet, sq ft
hectare              area    10000        hectare, hectares, ha
mu                   area    10000/15     mu, mus
acre                 area    40468564224/10000000 acre, acres
cubic-meter          volume  1            cubic meter, cubic meters, cubic metre, cubic metres, m3, cu m
cubic-kilometer      volume  1000000000   cubic kilometer, cubic kilometers, cubic kilometre, cubic kilometres
cubic-foot           volume  28316846592/1000000000000 cubic foot, cubic feet
liter                volume  1/1000       liter, liters, litre, litres
milliliter           volume  1/1000000    milliliter, milliliters, millilitre, millilitres, ml
barrel               volume  158987294928/1000000000000 barrel, barrels
gram                 mass    1            gram, grams, gramme, grammes
kilogram             mass    1000         kilogram, kilograms, kg, kgs, kilo, kilos
milligram            mass    1/1000       milligram, milligrams, mg
ton                  mass    1000000      ton, tons, tonne, tonnes, metric ton, metric tons
pound-weight         mass    45359237/100000 lb, lbs
ounce                mass    28349523125/1000000000 ounce, ounces, oz
jin                  mass    500          jin
second               time    1            second, seconds
millisecond          time    1/1000       millisecond, milliseconds, ms
minute               time    60           minute, minutes
hour                 time    3600         hour, hours
day                  time    86400        day, days
week                 time    604800       week, weeks
month                months  1            month, months
year                 months  12           year, years
decade               months  120          decade, decades
century              months  1200         century, centuries
watt                 power   1            watt, watts
kilowatt             power   1000         kilowatt, kilowatts, kw
megawatt             power   1000000      megawatt, megawatts, mw
gigawatt             power   1000000000   gigawatt, gigawatts, gw
kilowatt-hour        energy  1            kilowatt hour, kilowatt hours, kwh
megawatt-hour        energy  1000         megawatt hour, megawatt hours, mwh
gigawatt-hour        energy  1000000      gigawatt hour, gigawatt hours, gwh
terawatt-hour        energy  1000000000   terawatt hour, terawatt hours, twh
kilometer-per-hour   speed   1            kilometers per hour, kilometres per hour, kilometer per hour, km h, kph
mile-per-hour        speed   1609344/1000000 miles per hour, mile per hour, mph
celsius              degree  0            degrees celsius, degree celsius
fahrenheit           degree  0            degrees fahrenheit, degree fahrenheit
degree               degree  0            degree, degrees
teu                  freight 0            teu, teus
byte                 data    1            byte, bytes
megabyte             data    1000000      megabyte, megabytes, mb
gigabyte             data    1000000000   gigabyte, gigabytes, gb
terabyte             data    1000000000000 terabyte, terabytes, tb
hertz                rate    1            hertz, hz
megahertz            rate    1000000      megahertz, mhz
gigahertz            rate    1000000000   gigahertz, ghz
yuan                 money   0            yuan, renminbi, rmb, cny, renminbi yuan, rmb yuan, chinese yuan
dollar               money   0            dollar, dollars, us dollar, us dollars, u s dollar, u s dollars, american \
dollars, usd, buck, bucks
hong-kong-dollar     money   0            hong kong dollar, hong kong dollars, hk dollar, hk dollars, hkd
australian-dollar    money   0            australian dollar, australian dollars, aud
canadian-dollar      money   0            canadian dollar, canadian dollars, cad
singapore-dollar     money   0            singapore dollar, singapore dollars, sgd
taiwan-dollar        money   0            new taiwan dollars, taiwan dollars, twd
euro                 money   0            euro, euros, eur
pound                money   0            pound, pounds, pound sterling, pounds sterling, gbp
yen                  money   0            yen, jpy, japanese yen
won                  money   0            krw, korean won, south korean won
ruble                money   0            ruble, rubles, rouble, roubles, rub
rupee                money   0            rupee, rupees, inr
franc                money   0            franc, francs, swiss francs, swiss franc, chf
cent                 money   0            cent, cents
pence                money   0            pence
"""

_TRADITIONAL = frozenset({"mu", "li", "jin"})
SIGNS = {
    "$": "dollar",
    "us$": "dollar",
    "hk$": "hong-kong-dollar",
    "a$": "australian-dollar",
    "c$": "canadian-dollar",
    "s$": "singapore-dollar",
    "nt$": "taiwan-dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yuan",
    "￥": "yuan",
    "rmb": "yuan",
    "cny": "yuan",
    "usd": "dollar",
    "hkd": "hong-kong-dollar",
    "eur": "euro",
    "gbp": "pound",
    "aud": "australian-dollar",
}


def _read() -> tuple[dict[str, Unit], dict[str, dict[tuple[str, ...], Unit]]]:
    units: dict[str, Unit] = {}
    forms: dict[str, dict[tuple[str, ...], Unit]] = {}
    for line in _TABLE.strip().splitlines():
        name, dimension, size, written = line.split(None, 3)
        top, _, bottom = size.partition("/")
        exact: Number = Fraction(int(top), int(bottom)) if bottom else int(top)
        unit = units[name] = Unit(name, dimension, exact, name in _TRADITIONAL)
        for form in written.split(","):
            first, *rest = form.split()
            forms.setdefault(first, {})[tuple(rest)] = unit
    return units, forms


UNITS, FORMS = _read()
LONGEST = 3  # words of the longest form after its first
