"""Figures that belong together: 12至14万, 3%-5%, 2、3和5万."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from ..quantity import AMOUNTS, Number, Quantity, exact
from ..units import convert
from .found import Found

_JOINABLE = AMOUNTS | {"year"}
_RANGE = re.compile(r"[至到~]|-{1,2}|或")
_LIST = re.compile(r"[、和与及]|以及")
_WITHIN = frozenset({"", "零", "又", "加"})
_PART_OF = {"year": "month", "week": "day", "day": "hour", "hour": "minute", "minute": "second", "kilometer": "meter"}
_BETWEEN = ("之间", "间")  # 10万与20万之间
_YEARS = ("学年", "财年", "财政年", "赛季")
_CENTURY, _FIRST_YEAR = 100, 1600


def join(folded: str, found: list[Found]) -> Iterator[Quantity]:
    """The quantities in order: a range is one, and members of a list share magnitude and unit of the last."""
    out: list[Found] = []
    for one in reversed(found):
        joined = _joined(folded, one, out[-1]) if out else None
        if joined is None:
            out.append(one)
            continue
        if joined.quantity.span[1] > one.quantity.span[1]:
            out.pop()
        out.append(joined)
    return (one.quantity for one in reversed(out))


def _joined(folded: str, one: Found, two: Found) -> Found | None:
    """`one` as the lower end of a range up to `two`, or as a member of the list that goes on with `two`."""
    first, second = one.quantity, two.quantity
    if first.kind == "year" and second.kind in AMOUNTS and first.span == first.number:
        first = first._replace(kind="cardinal")  # 2000-3000元: no year after all
        one = one._replace(quantity=first)
    if not _joinable(first, second):
        return None
    between = folded[first.span[1] : second.span[0]].replace(" ", "")
    if both := _compound(first, second, between) or _short_years(folded, first, second):
        return one._replace(quantity=both)
    if first.head and first.head in (second.head, folded[second.number[1] : second.number[1] + 1]):
        between, first = between.removeprefix(first.head), first._replace(head=second.head)  # 25个及50个基点
        one = one._replace(quantity=first)
    listed = _LIST.fullmatch(between) is not None
    ranged = _RANGE.fullmatch(between) is not None or (listed and folded.startswith(_BETWEEN, second.span[1]))
    ranged = ranged and second.high is None
    if first.unit not in ("", second.unit) or not (ranged or listed):
        return None
    if "year" in (first.kind, second.kind):
        years = first._replace(span=(first.span[0], second.span[1]), high=second.value)
        return one._replace(quantity=years) if first.kind == second.kind and ranged else None
    scale = _shared(one, two)
    if ranged:
        score = between == "-" and not second.unit and (first.value or 0) * scale >= (second.value or 0)
        return None if score or (first.head and first.head != second.head) else _ranged(one, two, scale)
    bare = not first.unit and not first.head and (one.numeral.scaled == 1 or second.kind in ("money", "measure"))
    return _share(one, two, scale) if bare and (scale > 1 or second.unit) else None


def _joinable(one: Quantity, two: Quantity) -> bool:
    """Whether two figures stand near enough to belong together, and have values that may."""
    near = two.span[0] - one.span[1] <= len(" - ") + len(one.head)
    told = one.value is not None and two.value is not None and one.high is None
    return near and told and {one.kind, two.kind} <= _JOINABLE


def _short_years(folded: str, one: Quantity, two: Quantity) -> Quantity | None:
    """The years of 2021至22年 and 2021至22学年, the last with its century, if it is the later one."""
    named = two.unit == "year" or (not two.unit and folded.startswith(_YEARS, two.number[1]))
    short = named and two.high is None and two.number[1] - two.number[0] == len("22")
    if (
        not short
        or not _RANGE.fullmatch(folded[one.span[1] : two.span[0]].strip(" "))
        or not (isinstance(one.value, int) and isinstance(two.value, int))
    ):
        return None
    last = one.value // _CENTURY * _CENTURY + two.value
    later = _FIRST_YEAR <= one.value < last < one.value + _CENTURY // 2 and not one.unit
    return one._replace(kind="year", span=(one.span[0], two.span[1]), high=last) if later else None


def _compound(one: Quantity, two: Quantity, between: str) -> Quantity | None:
    """One amount in a large unit and a smaller one: 2分30秒, 3小时20分钟, 1年零6个月."""
    if between not in _WITHIN or _PART_OF.get(one.unit) != two.unit or one.approx or not isinstance(one.value, int):
        return None
    part, precision = convert(two.value or 0, two.unit, one.unit), convert(two.precision, two.unit, one.unit)
    if part is None or precision is None or not 0 < part < 1 or two.high is not None:
        return None
    span, number = (one.span[0], two.span[1]), (one.number[0], two.number[1])
    value = exact(Fraction(one.value + part))
    return two._replace(span=span, number=number, value=value, unit=one.unit, precision=precision)


def _shared(one: Found, two: Found) -> int:
    """What the magnitude behind the second figure also gives to the first: 10,000 of 12至14万, 10 of 三至五成."""
    if one.quantity.unit:
        return 1
    factor = two.factor // one.factor
    if one.numeral.scaled > 1 or two.numeral.scaled == 1 or one.numeral.kind != "cardinal":
        return factor
    small = Fraction(one.numeral.value or 0) * two.numeral.scaled <= 10 * Fraction(two.quantity.value or 0) / two.factor
    return factor * (two.numeral.scaled if small else 1)


def _share(one: Found, two: Found, scale: Number) -> Found:
    first, second = one.quantity, two.quantity
    value, precision = exact(Fraction((first.value or 0) * scale)), exact(Fraction(first.precision * scale))
    shared = first._replace(value=value, precision=precision, unit=second.unit, kind=second.kind, head=second.head)
    return Found(shared, one.numeral._replace(scaled=two.numeral.scaled), two.factor)


def _ranged(one: Found, two: Found, scale: Number) -> Found:
    first, second = one.quantity, two.quantity
    shared = _share(one, two, scale)
    return shared._replace(
        quantity=shared.quantity._replace(
            span=(first.span[0], second.span[1]),
            number=(first.number[0], second.number[1]),
            high=second.value,
            approx=first.approx or second.approx,
            written=first.written if first.written == second.written else "mixed",
        )
    )
