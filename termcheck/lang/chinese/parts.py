"""Parts of a whole: 百分之三十, 三分之一, 一半, 过半, 半年, 三成五, 3/4, 一又二分之一."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Number, exact
from .found import Found, amount, bare
from .numerals import Numeral, numeral
from .phrases import behind, minus
from .units import unit_after
from .values import HAN_DIGIT

_HALF = Fraction(1, 2)
_OVER = "分之"


class _Patterns(NamedTuple):
    half: re.Pattern[str]
    tenths: re.Pattern[str]
    slash: re.Pattern[str]
    to: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        half=re.compile("半(?:数(?!据)|(?=(?:年|个月|个世纪|小时|个小时|个钟头)(?!度|报|结)))"),
        # 成 also begins words: 成立, 成为, 成功, 成千上万 ...
        tenths=re.compile(
            rf" ?成(?![立为功千百果熟绩就不员本分长])(?:半|[{HAN_DIGIT}](?![{HAN_DIGIT}十百千万亿至到]))?"
        ),
        slash=re.compile("/([2-9]|10|100)(?![0-9/])"),
        to=re.compile(" ?[至到~-] ?(?!百分)"),
    )


def half(folded: str, start: int) -> Found | None:
    """半数, 过半; 半年, 半个月 (but 上半年 is a date, and 半导体 no number)."""
    previous, following = folded[start - 1 : start], folded[start + 1 : start + 2]
    number = Numeral(start, start + 1, _HALF, precision=_HALF, written="words")
    if previous == "过" and following not in tuple("年个小天百"):
        return amount(folded, number._replace(end=start + 1 + (following == "数"), approx="above"), "fraction")
    match = _patterns().half.match(folded, start)
    if match is None or previous in tuple("上下前后每大多夜小"):
        return None
    unit, end = unit_after("", folded, start + 1)
    if unit is None:
        return amount(folded, number._replace(end=match.end()), "fraction")
    return amount(folded, number, "measure", unit.name, end)


def one_half(folded: str, start: int) -> Found | None:
    """一半."""
    if folded[start - 1 : start] in tuple("统唯逐"):
        return None
    return amount(folded, Numeral(start, start + 2, _HALF, precision=_HALF, written="words"), "fraction")


def part(folded: str, bottom: Numeral) -> Found | None:
    """百分之三十, 百分之5至6, 百分百, 三分之一; `bottom` is the numeral before 分之."""
    if folded.startswith("百分百", bottom.start):
        return amount(folded, Numeral(bottom.start, bottom.start + 3, 100, written="words"), "percent", "percent")
    here = bottom.end + len(_OVER) + (folded[bottom.end + len(_OVER) : bottom.end + 3] == " ")
    signed = folded[here : here + 1] in ("负", "-")
    top = numeral(folded, here + signed) if here + signed < len(folded) else None
    if top is None or not bottom.value:
        return None
    begin = minus(folded, bottom.start)
    if top.value is None or (top.kind != "cardinal" and folded[here : top.end] != "百"):
        return bare(top._replace(start=bottom.start), "indefinite")
    top = top._replace(start=begin, value=-top.value if signed or begin < bottom.start else top.value, kind="cardinal")
    if bottom.value == 100:
        return _percent(folded, top)
    if bottom.value == 1000:
        return amount(folded, top, "percent", "per-mille")
    value, precision = exact(Fraction(top.value or 0) / bottom.value), exact(Fraction(top.precision) / bottom.value)
    return amount(folded, top._replace(value=value, precision=precision), "fraction")


def _percent(folded: str, number: Numeral) -> Found:
    """A percentage told before its figure; a bare figure behind it ends a range: 百分之5至6."""
    match = _patterns().to.match(folded, number.end)
    more = numeral(folded, match.end()) if match and match.end() < len(folded) else None
    if more is not None and more.value is not None and more.kind == "cardinal" and more.scaled == 1:
        unit, end = unit_after("", folded, more.end)
        if unit is None or unit.name == "percent":
            number = number._replace(high=more.value, end=max(end, more.end))
    return amount(folded, number, "percent", "percent")


def mixed(folded: str, whole: Numeral) -> Found | None:
    """三又四分之一, 3又1/4: a whole number and a part of one."""
    if not folded.startswith("又", whole.end) or whole.value is None or whole.end + 1 >= len(folded):
        return None
    bottom = numeral(folded, whole.end + 1)
    if bottom is None:
        return None
    over = folded.startswith(_OVER, bottom.end)
    rest = part(folded, bottom) if over else slashed(folded, bottom)
    if rest is None or not rest.quantity.value:
        return None
    share = Fraction(rest.quantity.value) / (100 if rest.quantity.unit == "percent" else 1)
    begin = minus(folded, whole.start)
    value = whole.value + share
    return amount(
        folded,
        whole._replace(start=begin, end=rest.quantity.span[1], value=value if begin == whole.start else -value,
                       precision=share, kind="cardinal"),
        "fraction",
    )  # fmt: skip


def slashed(folded: str, number: Numeral) -> Found | None:
    """1/3, 3/4: a fraction in digits, with the denominators people write so."""
    match = _patterns().slash.match(folded, number.end)
    if match is None or not isinstance(number.value, int) or folded[number.start - 1 : number.start] == "/":
        return None
    share = Fraction(1, int(match.group(1)))
    if not 0 < number.value * share < 1 or number.written != "digits":
        return None
    begin = minus(folded, number.start)
    value = exact(number.value * share * (1 if begin == number.start else -1))
    return amount(folded, number._replace(start=begin, end=match.end(), value=value, precision=share), "fraction")


def tenths(folded: str, number: Numeral) -> Found | None:
    """三成 is 30 percent, 两成半 25, 三成五 35, 2.5成 25."""
    match = _patterns().tenths.match(folded, number.end)
    if match is None or number.value is None or not 0 < number.value <= 10 or number.kind != "cardinal":
        return None
    last = match.group().lstrip(" ")[1:]
    more = numeral(last, 0) if last and last != "半" else None
    units: Number = 5 if last == "半" else (more.value or 0) if more else 0
    tens = number._replace(
        value=exact(Fraction(number.value * 10 + units)),
        high=None if number.high is None else number.high * 10,
        precision=1 if last else exact(Fraction(number.precision * 10)),
        approx=number.approx or behind(folded, match.end(), more=True),
    )
    found = amount(folded, tens, "percent", "percent", match.end())
    return found._replace(numeral=number, factor=10)


def is_tenths(folded: str, end: int) -> bool:
    """Whether 成 (tenths) stands at an offset."""
    return _patterns().tenths.match(folded, end) is not None
