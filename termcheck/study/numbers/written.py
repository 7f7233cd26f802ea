"""Values and units as people write them."""

from __future__ import annotations

from fractions import Fraction

from ...figures.conversions import plural
from ...lang.quantity import Number, Quantity

_SIZES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (1, ""))
_SIGNS = {"percent": "%", "celsius": "°C", "fahrenheit": "°F"}
_SMALL = 20  # denominators of parts that are written as such: "one-third", "half"
_DECIMALS = 3  # a magnitude that needs more is written out


def amount(quantity: Quantity) -> str:
    """The value of a figure: "15.22 million", "3–5", "1/3"; "" where it has none."""
    if quantity.value is None:
        return ""
    part = Fraction(quantity.value)
    if quantity.kind == "fraction" and part.denominator <= _SMALL:
        return f"{part.numerator}/{part.denominator}"
    low = value(quantity.value)
    return low if quantity.high is None else f"{low}–{value(quantity.high)}"


def value(number: Number) -> str:
    """An exact number as people write it."""
    if isinstance(number, int) and 0 <= number < _SIZES[-2][0]:
        return f"{number:,}"
    exact = Fraction(number)
    for size, word in _SIZES:
        if abs(exact) >= size and (written := _decimal(exact / size, _DECIMALS if word else 6)):
            return written + word
    return _decimal(exact, 6) or f"{exact.numerator:,}/{exact.denominator:,}"


def _decimal(number: Fraction, most: int) -> str:
    """A number with the decimals it needs, "" where it needs more than `most`."""
    scaled = number * 10**most
    if scaled.denominator != 1:
        return ""
    whole, decimals = divmod(abs(scaled.numerator), 10**most)
    sign, tail = "−" * (number < 0), f"{decimals:0{most}}".rstrip("0")
    return f"{sign}{whole:,}" + (f".{tail}" if tail else "")


def unit(quantity: Quantity) -> str:
    """The unit of a figure as it stands behind the value: "square kilometers", "%"."""
    if not quantity.unit:
        return ""
    one = quantity.value == 1 and quantity.high is None
    return _SIGNS.get(quantity.unit) or (singular(quantity.unit) if one else plural(quantity.unit))


def singular(name: str) -> str:
    """The name of a unit in a text."""
    return "TEU" if name == "teu" else name.removesuffix("-weight").replace("-", " ")
