"""Left-over figures of both languages that are one figure changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..document import Document
from ..model import Span
from . import loose
from .answers import loosely
from .figures import Figure

_ALIKE = 3  # the likeness of two figures that share their unit, whatever their digits
_BESIDE = 40  # code points on either side of a figure in which the other end may stand unread: "7-9-12"
_RANGE = re.compile(r"\bto\b|[-~至到]")  # between the ends, each with more to it: "15 feet (4.5 m) to 27 feet"
_AGES = {"year", "cardinal"}  # 60岁, "over 60"
_DAYS = {"day-of-month", "ordinal"}  # 28日: "the 28th"
MOST_PAIRS = 100_000  # of left-over figures: passages with more do not answer each other
_MILLIONTHS = 10**6


class Change(NamedTuple):
    """A figure of the source and the one that stands in its place; `sure` where one of them must be answered.

    `cut` says that the figure of the source is an end of a range, of which the target has the other end alone.
    """

    source: Figure
    target: Figure
    sure: bool
    cut: bool = False


class Left(NamedTuple):
    """What is left over of a passage; and all it has, `every`.

    `lone` are the figures with no partner, `absent` those of them that no
    figure answers, `missed` those of them that nothing else implies.
    """

    lone: list[Figure]
    absent: list[Figure]
    missed: list[Figure]
    every: list[Figure]

    def places(self) -> list[float]:
        """Where each figure with no partner stands among all of the passage, from 0 to 1."""
        places = {id(one): at / len(self.every) for at, one in enumerate(self.every)}
        return [places[id(one)] for one in self.lone]

    def of_sort(self, one: Figure, absent: bool) -> list[Figure]:
        """The left-over figures of the sort of one of them."""
        return [other for other in (self.absent if absent else self.lone) if other.sort == one.sort]


def changed(source: Left, target: Left) -> Iterator[Change]:
    """The pairs of left-over figures that are one figure changed, the likeliest first; each figure in one."""
    if len(source.lone) * len(target.lone) > MOST_PAIRS:
        return
    places = source.places(), target.places()
    absent = {id(one) for one in (*source.absent, *target.absent)}
    ranked = [
        (likeness, at, to)
        for at, one in enumerate(source.lone)
        for to, two in enumerate(target.lone)
        if absent & {id(one), id(two)}
        and ({one.sort, two.sort} != _DAYS or absent >= {id(one), id(two)})
        and (likeness := _likeness(one, two) + 0.9 * (1 - abs(places[0][at] - places[1][to]))) >= _ALIKE
    ]
    used: tuple[set[int], set[int]] = set(), set()
    for _, at, to in sorted(ranked, key=lambda one: -one[0]):
        if at not in used[0] and to not in used[1]:
            used[0].add(at)
            used[1].add(to)
            one, two = source.lone[at], target.lone[to]
            yield Change(one, two, _is_sure(one, two, source, target))


def _is_sure(one: Figure, two: Figure, source: Left, target: Left) -> bool:
    """Whether one of the two must be answered and is not, or the two are all of their sort that is left over.

    In words, which have idioms, neither may be answered; in digits "14 and 14"
    told as "14 and 11" will do.
    """
    if _is_marked(one, two) or _is_marked(two, one):
        return False
    if {one.sort, two.sort} <= _DAYS and one in source.absent and two in target.absent:
        return "day-of-month" in (one.sort, two.sort) or _is_only(one, two, source, target)
    if (one.weight == 2 and one in source.missed) or (two.weight == 2 and two in target.missed):
        return True
    if one.sort != two.sort or (
        one.sort == "calendar-year" and (one not in source.missed and two not in target.missed)
    ):
        return False
    if _is_only(one, two, source, target):
        return True
    alone = len(source.of_sort(one, absent=False)) == len(target.of_sort(two, absent=False)) == 1
    return alone and one.digital and two.digital


def _is_only(one: Figure, two: Figure, source: Left, target: Left) -> bool:
    """Whether no other figure of their sort is unanswered."""
    return _are_one(one, source.of_sort(one, absent=True)) and _are_one(two, target.of_sort(two, absent=True))


def _are_one(one: Figure, some: list[Figure]) -> bool:
    """Whether figures are one alone, or the two ends of one range."""
    return one in some and all(other is one or (other.quantity or other) is one.quantity for other in some)


def _is_marked(one: Figure, two: Figure) -> bool:
    """Whether the second figure may be the first with the mark of a footnote glued to it: "Pillar 33"."""
    bare = one.sort == two.sort == "cardinal" and one.digital and two.digital
    return bare and two.size // 10 == one.size and two.size % 10 != 0


def _likeness(one: Figure, two: Figure) -> float:
    """How alike two figures are by unit and by digits; 0 where they may be of two things."""
    day = {one.sort, two.sort} == _DAYS
    kin = _kin(one) == _kin(two) or _are_ages(one, two)
    same = 3.0 if one.sort == two.sort else 2.0 if day or kin else 0.0
    bare = "cardinal" in (one.sort, two.sort)
    alike = _digits_alike(_digits(one), _digits(two), same > 0)
    if not same and not (bare and alike):
        return 0.0
    told = 0.5 * (one.approx == two.approx) + 0.5 * (one.digital == two.digital)
    return same + alike + told + (1.0 if bare and not same else 0.0)


def _kin(one: Figure) -> str:
    """The dimension, one for all ways to tell a part or a multiple of a whole: half, 50 percent, 0.5 times."""
    return "share" if one.dimension in ("ratio", "factor", "fraction") else one.dimension


def _are_ages(one: Figure, two: Figure) -> bool:
    """Whether the two may be ages, which one language may tell without a unit: 60岁, "over 65"."""
    return {one.sort, two.sort} == _AGES and len(str(int(one.size))) == len(str(int(two.size))) == len("60")


def _digits_alike(one: str, two: str, same: bool) -> float:
    """How alike two strings of digits are; single digits count only with the same unit."""
    if len(one) == 1 and not same:
        return 0.0
    if one == two:
        return 3.0
    if sorted(one) == sorted(two):
        return 1.5
    differ = sum(a != b for a, b in zip(one, two, strict=False))
    return 1.0 if len(one) == len(two) > 1 and differ == 1 else 0.0


def _digits(one: Figure) -> str:
    """The significant digits of a value: 4765 of 476.5 billion."""
    return str(int(Fraction(one.size) * _MILLIONTHS)).strip("0")


def cut(target: Document, matches: list[tuple[Figure, Figure]], left: list[Figure]) -> Iterator[Change]:
    """Ranges of which the target has one end only, and nothing like the other end beside it."""
    ordinals = (at for at, to in matches if to.sort == "ordinal" != at.sort)  # "the first" is no end of 1至14天
    for one in (*left, *ordinals):
        if one.quantity is None or one.quantity.high is None or one.sort == "calendar-year":
            continue  # the years of a range are often told by the first (2020/21)
        other = next((to for at, to in matches if at.quantity is one.quantity), None)
        if other is not None and (other.quantity is None or other.quantity.high is None):
            beside = Span(max(0, other.span[0] - _BESIDE), other.span[1] + _BESIDE)
            others = (to for at, to in matches if at.quantity is not one.quantity)
            taken = frozenset(to.span for to in others if not _RANGE.search(target.folded, to.span[1], other.span[0]))
            if other.sort != "decade-name" and loose.numbers(target, beside, taken).isdisjoint(loosely(one)):
                sure = one.digital or (other.digital and not other.approx)  # 五六百, "about 500"
                yield Change(one, other, sure, cut=True)
