"""How a language writes figures, from the small file that is kept for it.

A file of lang/data/others has one thing a line, "name: words"; "_" stands for
a blank within an expression:

* ``figures``: a figure that shows the signs, 1.234,5; ``either`` where both
  habits are in use, so that a sign with three digits behind it sets thousands
  apart;
* a number ("12", "1e6", "3/2"): the words for it; with a full stop ("3.")
  those of the ordinal;
* a unit of lang/units.py: the words for it;
* ``and``: words within a numeral (treinta y uno), ``half`` what may end it (dos y medio); ``glued``: the same, and
  numerals may be written in one word (einundzwanzig); ``tails``: beginnings of
  what may be glued on behind (drei-jährig); ``vague``: words that without a
  figure before them tell no number (tausende);
* ``ordinal``, ``tens``: endings of digits (1er, 3-й, 1920er); ``roman``,
  ``clock``: words for a century, which stand beside a Roman figure, and words
  behind an hour;
* ``before-tens``, ``behind-tens``: words that make a decade of a ten or an ordinal (années 80, 80-е годы);
* ``months``, ``weekdays``: in order, forms of one with "|" between;
  ``ambiguous``: those that are other words besides; ``of``: words between the
  parts of a date.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Number, exact
from ..units import SIGNS, UNITS

_FOLDER = os.path.join(os.path.dirname(__file__), os.pardir, "data", "others")
# Symbols that are the same in every language (International System of Units); folded.
_SYMBOLS = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "kg": "kilogram", "m³": "cubic-meter",
    "km2": "square-kilometer", "km²": "square-kilometer", "m2": "square-meter", "m²": "square-meter",
    "m3": "cubic-meter", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt", "kw": "kilowatt",
    "mw": "megawatt", "gw": "gigawatt", "kwh": "kilowatt-hour", "mwh": "megawatt-hour", "gwh": "gigawatt-hour",
    "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "hz": "hertz", "khz": "kilohertz", "mhz": "megahertz",
    "ghz": "gigahertz", "db": "decibel", "km/h": "kilometer-per-hour", "mph": "mile-per-hour", "°c": "celsius",
    "° c": "celsius", "℃": "celsius", "°f": "fahrenheit", "° f": "fahrenheit", "pence": "pence", "%": "percent",
}  # fmt: skip
_SYMBOLS.update({sign: unit for sign, unit in SIGNS.items() if len(sign) > 1 or not sign.isalpha()})


class Language(NamedTuple):
    """What the file of a language says, ready for use; `numbers` and `ordinals` by folded word or phrase."""

    code: str
    decimal: str
    groups: str
    numbers: dict[str, Number]
    ordinals: dict[str, Number]
    units: dict[str, str]
    months: dict[str, int]
    weekdays: dict[str, int]
    words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[str, ...]]

    def among(self, kind: str) -> frozenset[str]:
        """The words of one of the named lines; none where the file has no such line."""
        return self.words.get(kind, frozenset())


@cache
def language(code: str) -> Language:
    """What is known of a language; of one that has no file, the symbols alone."""
    path = os.path.join(_FOLDER, f"{code}.txt")
    if not re.fullmatch("[a-z]{2}", code) or not os.path.exists(path):
        return _language("", [])
    with open(path, encoding="utf-8") as stream:
        return _language(code, stream.read().splitlines())


def _language(code: str, lines: Iterable[str]) -> Language:
    numbers: dict[str, Number] = {}
    ordinals: dict[str, Number] = {}
    units = dict(_SYMBOLS)
    words: dict[str, frozenset[str]] = {}
    order: dict[str, dict[str, int]] = {"months": {}, "weekdays": {}}
    figures = ""
    for line in lines:
        name, _, rest = line.partition(": ")
        said = [one.replace("_", " ") for one in rest.split()]
        if name == "figures":
            figures = rest.strip()
        elif name[0].isdigit():
            table = ordinals if name[-1] == "." else numbers
            table.update(dict.fromkeys(said, exact(Fraction(name.rstrip(".")))))
        elif name in UNITS:
            units.update(dict.fromkeys(said, name))
        elif name in order:
            order[name] = {one: at for at, forms in enumerate(said) for one in forms.split("|")}
        else:
            words[name] = frozenset(said)
    decimal, groups = _signs(figures)
    months = {month: at + 1 for month, at in order["months"].items()}
    phrases = _by_first_word([*numbers, *ordinals])
    return Language(code, decimal, groups, numbers, ordinals, units, months, order["weekdays"], words, phrases)


def _signs(figures: str) -> tuple[str, str]:
    """The decimal sign and the one between thousands, of a figure that shows both; of "either" both are both."""
    if figures == "either":
        return ",.", ",."
    signs = [char for char in figures if not char.isdigit()]
    return (signs[-1], signs[0]) if signs else ("", "")


def _by_first_word(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Expressions of several words by their first, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for form in sorted(forms, key=len, reverse=True):
        first, _, rest = form.partition(" ")
        if rest:
            found[first] = (*found.get(first, ()), form)
    return found
