"""A measure and the conversion of it in brackets: "12 miles (19 km)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from ..document import Document
from ..lang.quantity import Number, Quantity, significance
from ..lang.units import UNITS, convert

_BETWEEN = re.compile(
    r" ?[(\[] ?(?:(?:or|i\.e\.,?|that is,?|equal to|equivalent to|=|~|about|around|some|roughly|approximately|nearly"
    r"|almost|over|more than|[约合]) ?)*"
)
# Hours of work are no part of days, nor shares of points: only these are the same amount in other units.
_MEASURES = frozenset({"length", "area", "volume", "mass", "speed", "power", "energy", "degree"})
_OF_TWO_SIZES = frozenset({"ton", "gallon"})  # metric, long and short; American and imperial: a fifth apart
_NAMES = {
    "foot": "feet", "inch": "inches", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
    "catty": "catties", "pound-weight": "pounds", "century": "centuries", "teu": "TEUs", "decibel": "decibels",
} | {name: name.replace("-", " ") for name in (
    "mu jin li horsepower yuan yen won baht ringgit rand dong kip rupiah tenge pence bitcoin percent per-mille times "
    "hertz kilohertz megahertz gigahertz".split()
)}  # fmt: skip


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
    return doc.folded[two.span[1] : two.span[1] + 1] in (")", "]")


def converted(value: Number | None, unit: str, other: str) -> Number | None:
    """A value in another unit; None where the units do not convert."""
    if value is None:
        return None
    if unit == "fahrenheit" and other == "celsius":
        return (Fraction(value) - 32) * Fraction(5, 9)
    if unit == "celsius" and other == "fahrenheit":
        return Fraction(value) * Fraction(9, 5) + 32
    return convert(value, unit, other)


def equal(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are one amount in two units, either of them rounded."""
    there, back = converted(one.value, one.unit, two.unit), converted(two.value, two.unit, one.unit)
    if there is None or back is None or not one.value or not two.value:
        return True
    apart = abs(1 - Fraction(there) / Fraction(two.value))
    near = Fraction(1, 5) if _OF_TWO_SIZES & {one.unit, two.unit} else Fraction(1, 100)
    if apart <= (max(near, Fraction(1, 20)) if one.approx or two.approx else near) or _is_step(one, two):
        return True
    about = one.approx or two.approx
    return _is_rounded(there, two._replace(approx=about), 2 if about else 1) or _is_rounded(
        back, one._replace(approx=about), 2
    )


def _is_step(one: Quantity, two: Quantity) -> bool:
    """Whether two temperatures agree as a rise or a fall: "up 2 degrees Celsius (3.6 degrees Fahrenheit)"."""
    ratio = {"celsius": Fraction(9, 5), "fahrenheit": Fraction(5, 9)}.get(one.unit)
    return ratio is not None and abs(Fraction(one.value or 0) * ratio - Fraction(two.value or 0)) <= Fraction(1, 2)


def _is_rounded(exact: Number, printed: Quantity, digits: int) -> bool:
    """Whether the printed figure is the exact one rounded to the digits it shows, at least `digits` of them."""
    value = abs(Fraction(printed.value or 0))
    shown = Fraction(significance(value, printed.precision))
    while digits > 1 and shown * 10 ** (digits - 1) > value:
        shown /= 10
    steps = 3 if printed.approx else Fraction(3, 5)  # "about 15 miles" may be rounded to fives
    return abs(Fraction(exact) - Fraction(printed.value or 0)) <= shown * steps


def told(value: Number, unit: str) -> str:
    """An amount in three significant digits, as people write it: "1.01 million hectares"."""
    return f"{_show(value)} {plural(unit)}"


def _show(value: Number) -> str:
    """Three significant digits, as people write them."""
    number = float(value)
    for size, word in ((10**9, " billion"), (10**6, " million"), (1, "")):
        if abs(number) >= size * 1000 or (word and abs(number) >= size):
            return f"{number / size:,.3g}{word}" if word else f"{number:,.0f}"
    return f"{number:.3g}"


def plural(unit: str) -> str:
    """The name of a unit in the plural, as English writes it."""
    measure, per, base = unit.partition("-per-")
    kind, _, last = measure.rpartition("-")
    name = _NAMES.get(measure) or f"{kind} {_NAMES.get(last, last + 's')}".strip()
    return f"{name} per {base}".replace("-", " ") if per else name.replace("-", " ")
