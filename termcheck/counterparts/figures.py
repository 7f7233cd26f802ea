"""What a passage says in figures, each apart: an amount, either end of a range, the parts of a date.

A range is two figures and a date as many as it has parts, so that "from 3 to
5 percent" answers a range however it is put, and a day may be said without
its month. `weight` tells what is asked of the other language:

* 2: a figure that a translation does not drop (5.1%, 360 billion yuan, 514);
* 1: one it may put in other words (three, the 26th, Article 5): it is
  compared where something stands in its place;
* 0: it only answers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..document import Document, kept
from ..lang.dates import Date
from ..lang.quantity import Approx, Kind, Number, Quantity
from ..lang.units import UNITS
from .clocks import clock

_IN_WORDS = 20  # up to here a language has idioms: 三方面, two-way
_SMALL = 12
_SORTS = {"year": "calendar-year", "decade": "decade-name"}
_ALL = Fraction(100)  # percent: "entirely"
_PARTS = {"plan": ("plan", 2), "quarter": ("quarter", 2), "half": ("half", 1)}  # "later in the year": 下半年
_NEAR = 16  # code points before a figure in which the word for its growth stands
_GREW = {
    "en": (r"\b(?:rose|rise\w*|grew|grow\w*|up|increas\w+|jump\w+|surg\w+|expand\w+|soar\w+)\b[^,.;0-9]*$",
           r" (?:more|higher|larger|greater|above|increase|rise|growth|jump)\b"),
    "zh": ("[增涨升多高翻扩提][^,。;0-9的]{0,5}$", "(?!)"),
}  # fmt: skip
_FACTS: frozenset[Kind] = frozenset({"percent", "money", "measure"})


class Figure(NamedTuple):
    """One value of a passage, at the span of the whole expression.

    `sort` is the unit, or what kind of figure it is where it has none:
    "cardinal", "ordinal", "calendar-year", "month-name" ... `high` says that it
    is the upper end of a range, `rise` that something grew by so much.
    """

    span: tuple[int, int]
    value: Number
    sort: str
    weight: int
    precision: Number = 1
    approx: Approx = ""
    quantity: Quantity | None = None
    date: Date | None = None
    high: bool = False
    rise: bool = False

    @property
    def size(self) -> Number:
        """The value without its sign, which languages tell by words: "a fall of 3%"."""
        return self.value if self.value >= 0 else -self.value

    @property
    def digital(self) -> bool:
        """Whether it is written in digits, at least in part."""
        return self.quantity is None or self.quantity.written != "words"

    @property
    def dimension(self) -> str:
        """What the unit measures; percent and points alike are a share, a figure without a unit its sort."""
        unit = UNITS.get(self.sort)
        if unit is None:
            return self.sort
        return "ratio" if unit.dimension == "points" else unit.dimension


def figures(doc: Document, span: tuple[int, int]) -> list[Figure]:
    """The figures that begin in a span of a document, in order."""
    starts, found = every(doc)
    return found[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]


class Every(NamedTuple):
    """All figures of a text in order, and where each begins."""

    starts: list[int]
    found: list[Figure]


@kept
def every(doc: Document) -> Every:
    """All figures of a document."""
    found = [figure for quantity in doc.quantities for figure in _of_quantity(quantity)]
    found += [figure for quantity in doc.quantities if quantity.kind == "time" for figure in _of_time(doc, quantity)]
    found = [one._replace(rise=_is_rise(doc, one)) if one.sort in ("times", "percent") else one for one in found]
    found += [figure for date in doc.dates for figure in _of_date(date)]
    found.sort(key=lambda one: one.span)
    return Every([one.span[0] for one in found], found)


def _is_rise(doc: Document, one: Figure) -> bool:
    """Whether something grew by the figure: 增长2倍, "rose by 50 percent", "50 percent more"."""
    if doc.lang not in _GREW:
        return False
    before, behind = _grew(doc.lang)
    start, end = one.span
    ahead = before.search(doc.folded, max(0, start - _NEAR), start)
    return ahead is not None or behind.match(doc.folded, end) is not None


@cache
def _grew(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = _GREW[lang]
    return re.compile(before), re.compile(behind)


def _of_quantity(said: Quantity) -> Iterator[Figure]:
    if said.value is None or said.kind in ("label", "code", "time", "indefinite"):
        return
    weight = _weight(said)
    sort = said.unit or _SORTS.get(said.kind, said.kind)
    low = Figure(said.span, said.value, sort, weight, said.precision, said.approx, said)
    yield low
    if said.high is not None:
        aged = sort == "year" and said.value % 10 == 0 and said.high == said.value + 10  # 50-60岁: "in their fifties"
        yield low._replace(value=said.high, high=True, weight=1 if aged else weight)


def _of_time(doc: Document, said: Quantity) -> Iterator[Figure]:
    value = clock(doc, said.span)
    if value is not None:
        yield Figure(said.span, value, "clock", 1, quantity=said)


def _weight(said: Quantity) -> int:
    value: Number = said.value or 0
    value = -value if value < 0 else value
    if said.kind == "percent" and value == _ALL:
        return 1
    if said.written == "words":
        if value in (0, 1):
            return 0
        if said.kind in ("percent", "money") and value != _ALL / 2:
            return 2
        bare = value == said.precision  # a thousand, 百: hardly meant exactly
        idiom = bare or said.high is not None or said.kind in ("ordinal", "decade", "fraction")
        return 2 if value > _IN_WORDS and not idiom else 1
    if said.kind in _FACTS or said.written == "mixed" or said.kind == "year":
        return 1 if value == 1 else 2
    return 2 if said.kind in ("cardinal", "fraction") and (value > _SMALL or value.denominator > 1) else 1


def _of_date(date: Date) -> Iterator[Figure]:
    if date.year is not None:
        yield Figure(date.span, date.year, "calendar-year", 2, date=date)
    if date.number is not None:
        sort, weight = _PARTS.get(date.kind, (date.kind, 1))
        yield Figure(date.span, date.number, sort, weight, date=date)
    if date.month is not None:
        yield Figure(date.span, date.month, "month-name", 1, date=date)
    for day in (date.day, date.last_day):
        if day is not None:
            yield Figure(date.span, day, "day-of-month", 2, date=date)
    if date.weekday is not None:
        yield Figure(date.span, date.weekday, "weekday", 1, date=date)
