"""Figures that belong together: "12 to 14 million", "between 3 and 5 percent", "2, 3 and 5 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ..quantity import AMOUNTS, Number, Quantity, exact
from ..units import convert
from ..words import Tokens
from .numerals import Numeral

_JOINABLE = AMOUNTS | {"year"}
_RANGE = frozenset({"to", "or", "through", "-", "~"})
_FARTHEST = 40  # code points: "through", and blanks
_LIST = frozenset({",", "and", ",and", "&"})
_MONTHS, _DECADES = 12, 50  # what a short year is not, and how far apart the years of a range may be
_HUNDRED = 100
_LISTED = re.compile(r"[0-9], ?$")
_COMPOUND = frozenset({"", "and"})
_PART_OF = {
    "foot": "inch", "pound-weight": "ounce", "year": "month", "week": "day", "day": "hour", "hour": "minute",
    "minute": "second", "kilometer": "meter", "meter": "centimeter",
}  # fmt: skip


def join(tokens: Tokens, found: list[tuple[Quantity, Numeral]]) -> Iterator[Quantity]:
    """The quantities in order: a range is one, and members of a list share magnitude and unit of the last."""
    out: list[Quantity] = []
    scaled = False  # whether the figure behind has, or shares, a magnitude
    for quantity, number in reversed(found):
        near = out and out[-1].span[0] - quantity.span[1] <= _FARTHEST
        joined = _joined(tokens, quantity, number, out[-1], scaled) if near else None
        if joined is None:
            out.append(quantity)
            scaled = number.scaled
            continue
        if joined.span[1] > quantity.span[1]:
            out.pop()
        out.append(joined)
    return reversed(out)


def _joined(tokens: Tokens, one: Quantity, number: Numeral, two: Quantity, scaled: bool) -> Quantity | None:
    """`one` as the lower end of a range up to `two`, or as a member of the list that goes on with `two`."""
    if one.kind not in _JOINABLE or two.kind not in _JOINABLE or one.value is None or two.value is None:
        return None
    between = tokens.folded[one.span[1] : two.span[0]].replace(" ", "").replace("\n", "")
    if between in _COMPOUND and (both := _compound(one, two)):
        return both
    signed = one.kind == "money" and one.span[1] == one.number[1] and between in _RANGE
    if signed and not two.unit and not two.head:
        two = two._replace(unit=one.unit, kind="money")  # "$200-300 billion": the sign holds for both
    rate = two.kind == "money" and two.span[0] < two.number[0] and not one.unit  # "HK$7.75-7.85 to US$1"
    if rate or one.head or one.unit not in ("", two.unit) or between not in _RANGE | _LIST:
        return None
    if between == "and" and _before(tokens, one) == "between":
        between = "to"
    if between in _RANGE and two.high is not None:
        return None
    if "year" in (one.kind, two.kind):
        return _years(one, two, between)
    sharing = scaled and not number.scaled and number.kind == "cardinal"
    first, second = one.value or 0, two.value or 0
    scale = _shared_scale(first, second) if sharing else _HUNDRED if _shares_hundred(one, two) else 1
    if between in _RANGE:
        score = between == "-" and first * scale >= second
        return None if score else _range(one, two, scale)
    listed = between != ",and" or _LISTED.search(tokens.folded[max(0, one.span[0] - 3) : one.span[0]])
    bare = listed and not number.scaled and number.kind == "cardinal"  # "those over 60, and 75 percent" is no list
    return _share(one, two, scale) if bare and (scale > 1 or (two.unit and not one.unit)) else None


def _years(one: Quantity, two: Quantity, between: str) -> Quantity | None:
    """Two years as a range: "2019-20", "2019 to 2024"."""
    span = (one.span[0], two.span[1])
    if one.kind == "year" and between == "-" and (last := _short_year(one, two)):
        return one._replace(span=span, number=(one.number[0], two.number[1]), high=last)
    return one._replace(span=span, high=two.value) if one.kind == two.kind and between in ("-", "to") else None


def _short_year(one: Quantity, two: Quantity) -> Number | None:
    """The last year of "2019-20", if it is the later one; "2019-12" may be a month and is left alone."""
    if two.number[1] - two.number[0] != 2 or two.unit or not isinstance(two.value, int) or one.high is not None:
        return None
    last = int(one.value or 0) // 100 * 100 + two.value
    return last if 0 < last - (one.value or 0) < _DECADES and two.value > _MONTHS else None


def _compound(one: Quantity, two: Quantity) -> Quantity | None:
    """One amount in a large unit and a smaller one: "5 feet 10 inches", "two hours and 30 minutes"."""
    if _PART_OF.get(one.unit) != two.unit or one.high is not None or two.high is not None:
        return None
    part = convert(two.value or 0, two.unit, one.unit)
    if part is None or not isinstance(one.value, int) or not 0 < part < 1:
        return None
    precision = convert(two.precision, two.unit, one.unit) or 1
    span, number = (one.span[0], two.span[1]), (one.number[0], two.number[1])
    return two._replace(span=span, number=number, value=exact(Fraction(one.value + part)), unit=one.unit,
                        precision=precision, approx=one.approx or two.approx)  # fmt: skip


def _before(tokens: Tokens, quantity: Quantity) -> str:
    at = tokens.at(quantity.span[0])
    return tokens.words[at - 1] if at else ""


def _shares_hundred(one: Quantity, two: Quantity) -> bool:
    """Whether "two to three hundred" is meant, in words."""
    first, second = one.value or 0, two.value or 0
    small = 1 < first < 10 and 100 <= second < 1000 and second % _HUNDRED == 0 and first * _HUNDRED < second
    return small and one.written == two.written == "words"


def _shared_scale(first: Number, second: Number) -> int:
    """The magnitude that "12 to 14 million" also gives to the first figure."""
    one, two = abs(Fraction(first)), abs(Fraction(second))
    scale: int = 10 ** (3 * ((len(str(int(two))) - 1) // 3))
    return scale if one < 1000 and one * scale <= 10 * two else 1


def _share(one: Quantity, two: Quantity, scale: Number) -> Quantity:
    value, precision = exact(Fraction((one.value or 0) * scale)), exact(Fraction(one.precision * scale))
    return one._replace(
        value=value, precision=precision, unit=two.unit, kind=two.kind, head=two.head, modifiers=two.modifiers
    )


def _range(one: Quantity, two: Quantity, scale: Number) -> Quantity:
    return _share(one, two, scale)._replace(
        span=(one.span[0], two.span[1]),
        number=(one.number[0], two.number[1]),
        high=two.value,
        approx=one.approx or two.approx,
        written=one.written if one.written == two.written else "mixed",
    )
