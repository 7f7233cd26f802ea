"""The value of a Chinese numeral: 三千二百, 15.22万, 2亿1千万, 二〇二四, 三点五.

Characters are read by place value: a multiplier takes the digit before it
(千, 百, 十), 万 and 亿 take all that stands before them and is smaller; a last
digit right behind a multiplier is worth a tenth of it (三百五 is 350).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Number, exact

HAN_DIGIT = "〇零一二两三四五六七八九"
DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
MULTIPLIERS = SMALL | LARGE
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"


class _Patterns(NamedTuple):
    parts: re.Pattern[str]
    point: re.Pattern[str]
    arabic: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        parts=re.compile(rf"{ARABIC}|[{HAN_DIGIT}]|[十百千万亿兆]"),
        point=re.compile(rf"(.+)点([{HAN_DIGIT}]+)([十百千万亿兆]*)"),
        arabic=re.compile(r"([0-9,]+)(?:\.([0-9]+))?([十百千万亿兆]*)"),
    )


def value_and_precision(said: str) -> tuple[Number, Number]:
    """The value of a numeral, and what one unit of its last digit is worth: 152,200 and 100 of 15.22万."""
    patterns, ending = _patterns(), ending_of(said)
    if plain := patterns.arabic.fullmatch(said):
        decimals = plain.group(2) or ""
        figures, size = int(plain.group(1).replace(",", "") + decimals), 10 ** len(decimals)
        return _over(figures * ending, size), _over(ending, size)
    if point := patterns.point.fullmatch(said):
        whole, decimals, _ = point.groups()
        size = 10 ** len(decimals)
        return exact((value_of(whole) + Fraction(digit_by_digit(decimals), size)) * ending), _over(ending, size)
    if ending == 1 and _last_is_short(said):
        return value_of(said), MULTIPLIERS[said[-2]] // 10
    return value_of(said), ending if said[0].isdecimal() or ending % 10**4 == 0 else 1


def _over(top: int, bottom: int) -> Number:
    return top if bottom == 1 else exact(Fraction(top, bottom))


def _last_is_short(said: str) -> bool:
    """Whether the last digit is worth a tenth of the multiplier before it: 三百五, 两万三."""
    return said[-1] in DIGITS and MULTIPLIERS.get(said[-2:-1], 0) > 10


def ending_of(said: str) -> int:
    """The magnitude behind the last digit: 10**12 of 1.2万亿."""
    scale, at = 1, len(said)
    while at and said[at - 1] in MULTIPLIERS:
        at -= 1
        scale *= MULTIPLIERS[said[at]]
    return scale


def value_of(said: str) -> Number:
    """The value of a numeral by place value, e.g. 三万亿, 2亿1千万, 三百零五."""
    total: Number = 0  # what 万 and larger have taken
    section: Number = 0  # what 千, 百 and 十 have taken since
    pending: Number = 0  # the digits with no multiplier yet
    for part in _patterns().parts.findall(said):
        if part in SMALL:
            section, pending = section + (pending or 1) * SMALL[part], 0
        elif part in LARGE:
            scale, section = LARGE[part], section + pending
            total = (total + section or 1) * scale if total < scale or not section else total + section * scale
            section = pending = 0
        elif part in DIGITS:
            pending = pending * 10 + DIGITS[part]
        else:
            pending = value_and_precision(part)[0]
    if pending and _last_is_short(said):
        pending *= MULTIPLIERS[said[-2]] // 10
    return total + section + pending


def digit_by_digit(said: str) -> int:
    """The value of characters that stand for digits one by one: 二〇二四."""
    return int("".join(str(DIGITS[char]) for char in said))
