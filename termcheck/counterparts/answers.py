"""When a figure of one language answers one of the other: the same value put otherwise, converted, or rounded."""

from __future__ import annotations

from fractions import Fraction

from ..document import Document
from ..lang.quantity import Number, Quantity, significance
from ..lang.units import UNITS, convert
from ..model import Span
from . import loose
from .figures import Figure

_DATED = frozenset({"calendar-year", "day-of-month"})
_EXACT = _DATED | {"clock", "month-name", "ordinal", "weekday", "plan", "quarter", "half"}
_PARTS = frozenset({"day-of-month", "month-name", "weekday", "quarter", "half"})
_BARE = frozenset({"cardinal", "ordinal"})
_CENTURY = 100
_CENTURIES = (1700, 1800, 1900, 2000)  # which 80年代 may be of
_RATIO = 10**30
_SCALES: dict[str, tuple[Number, ...]] = {
    "percent": (Fraction(1, 100),), "basis-point": (Fraction(1, 100),), "percentage-point": (100,),
    "per-mille": (Fraction(1, 10), Fraction(1, 1000)), "fraction": (100,), "times": (100,),
}  # fmt: skip
_DOZEN = 12  # "a dozen" for ten and more
_PREFIXES = {"kilo": 10**3, "mega": 10**6, "giga": 10**9}  # of what is counted: 30 kilobases, 3万个碱基
_ROUGH = 20  # one part in twenty: "nearly 500" for 476
_NEAR_YEARS = range(19000, 21000)  # a year of our time with one digit more


def readings(one: Figure) -> tuple[Number, ...]:
    """The values that say the same: 50 percent is a half, 230 percent 2.3 times, 25 basis points 0.25."""
    size = Fraction(one.size)
    if scales := _SCALES.get(one.sort):
        same = (size, *(size * scale for scale in scales))
        return (*same, ratio) if (ratio := _ratio(one)) else same
    if one.sort == "decade-name":
        return (size,) if size >= _CENTURY else (size, *(century + size for century in _CENTURIES))
    if one.quantity and (prefix := _PREFIXES.get(one.quantity.head[:4])):
        return (size, size * prefix)
    if one.quantity and _is_year_with_mark(one.quantity):
        return (size, size // 10)
    return (size,)


def _ratio(one: Figure) -> Number:
    """So many times as much, set apart from all amounts: 1.5倍 as "50 percent more" has it; 0 where none is told."""
    if one.sort == "times":
        return _RATIO + one.size + one.rise
    return _RATIO + 1 + Fraction(one.size) / 100 if one.rise else 0


def _is_year_with_mark(said: Quantity) -> bool:
    """Whether the digits may be a year with the mark of a footnote: 20246."""
    return said.kind == "cardinal" and said.number[1] - said.number[0] == len("20246") and said.value in _NEAR_YEARS


def loosely(one: Figure) -> tuple[Number, ...]:
    """The values that may stand for a figure in labels and idioms: 09 in 2008/09, "tripled" for 增长2倍."""
    more = one.value % _CENTURY if one.sort == "calendar-year" else one.size + 1 if one.sort == "times" else None
    return readings(one) if more is None else (*readings(one), more)


def _put_loosely(one: Figure) -> tuple[Number, ...]:
    """The values that words may tell: those of a share in digits as a part, never the "mid" of June for 0.5%."""
    said = loosely(one)
    return said[1:] if one.sort == "percent" and one.digital and one.size < 1 else said


def nearly(one: Figure, two: Figure) -> bool:
    """Whether the figure of the translation, `two`, is that of the source converted or rounded."""
    there = convert(one.size, one.sort, two.sort) if one.sort != two.sort else None
    if there is None or not two.size:
        return _rounded(one, two)
    apart, step = abs(Fraction(there) - Fraction(two.size)), Fraction(significance(two.size, two.precision))
    return apart <= max(Fraction(two.size) / 100, step * Fraction(3, 5)) and (step < two.size or apart == 0)


def _rounded(one: Figure, two: Figure) -> bool:
    """Whether `two` is `one` rounded: to two digits and more, or to one where it is said to be no exact figure.

    A translation is no more exact than its source.
    """
    if one.sort in _EXACT or not (one.sort == two.sort or "cardinal" in (one.sort, two.sort)):
        return False
    if _DOZEN in (one.precision, two.precision):
        return 5 * abs(Fraction(one.size) - Fraction(two.size)) <= two.size
    step = Fraction(significance(two.size, two.precision))
    if step <= significance(one.size, one.precision):
        return False
    apart = Fraction(two.size) - Fraction(one.size)
    if 2 * abs(apart) <= step:
        return two.size >= 10 * step or (two.approx != "" and abs(apart) * _ROUGH <= one.size)
    cut = (two.approx == "above" and apart < 0) or (two.approx == "below" and apart > 0)
    return cut and abs(apart) < step and abs(apart) * _ROUGH <= one.size


def unanswered(
    doc: Document, span: Span, asked: list[Figure], said: list[Figure], from_source: bool = True
) -> list[Figure]:
    """The figures that nothing in a passage of the other text answers; `said` are the figures of that passage.

    `from_source` says that the asked are of the source and the others of the target.
    """
    sorts: dict[Number, set[str]] = {}
    measures: dict[str, list[Figure]] = {}
    for two in said:
        if two.sort in UNITS:
            measures.setdefault(two.sort, []).append(two)
        for reading in readings(two):
            sorts.setdefault(reading, set()).add(two.sort)
    left = [one for one in asked if not _is_said(one, sorts) and not _is_converted(one, measures, from_source)]
    if not left:
        return left
    known = frozenset(reading for one in said for reading in readings(one) if one.sort not in _PARTS)
    more = loose.values(doc, span, [one.span for one in said if one.sort != "clock"])
    left = [one for one in left if more.isdisjoint(_put_loosely(one)) and not _in_parts(one, more | known)]
    vague = bool(left) and loose.is_vague(doc, span)
    return [one for one in left if one.digital] if vague else left


def _is_said(one: Figure, sorts: dict[Number, set[str]]) -> bool:
    """Whether a figure is among values with their sorts; parts of a date only as their like, or as a bare figure."""
    return any(
        sort == one.sort or not _PARTS & {sort, one.sort} or _BARE & {sort, one.sort}
        for reading in readings(one)
        for sort in sorts.get(reading, ())
    )


def _is_converted(one: Figure, measures: dict[str, list[Figure]], from_source: bool) -> bool:
    """Whether a measure is told in another unit; a figure that is rounded has been matched before."""
    if one.sort not in UNITS:
        return False
    dimension = UNITS[one.sort].dimension
    units = (unit for unit in measures if unit != one.sort and UNITS[unit].dimension == dimension)
    others = (two for unit in units for two in measures[unit])
    return any(nearly(one, two) if from_source else nearly(two, one) for two in others)


def not_implied(doc: Document, span: Span, some: list[Figure]) -> list[Figure]:
    """The figures without the days and years that a passage of the other text tells with no number."""
    if not any(one.sort in _DATED for one in some):
        return some
    implied = loose.implied(doc, span)
    return [one for one in some if one.sort not in implied]


def _in_parts(one: Figure, known: frozenset[Number]) -> bool:
    """Whether a fraction is told by its two numbers: five of six patients."""
    value = Fraction(one.size)
    return one.sort == "fraction" and value.numerator in known and value.denominator in known
