"""Figures that tell when: 15时30分, 下午3点, 2024年, 二〇二四年, 2015/16, 80年代, 21世纪."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..quantity import Number
from .counting import classifier_after
from .found import Found, bare
from .labels import labelled
from .numerals import Numeral
from .phrases import before, behind
from .units import money_before, unit_after
from .values import HAN_DIGIT, value_of

_PARTS_OF_DAY = tuple("凌晨 清晨 早上 早晨 上午 中午 下午 傍晚 晚上 深夜 夜间 今晚 当晚 晚".split())
_LATEST_YEAR = 2100


class _Patterns(NamedTuple):
    clock: re.Pattern[str]
    part_of_day: re.Pattern[str]
    decade: re.Pattern[str]
    season: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    hour = rf"(?:[0-9]{{1,2}}|[{HAN_DIGIT}]?十?[{HAN_DIGIT}]?(?<=[{HAN_DIGIT}十]))"
    minute = rf"(?: ?{hour} ?分(?![之钟])(?: ?{hour} ?秒)?|[一二三1-3]刻|"
    minute += rf"[二三四五]?十[{HAN_DIGIT}]?(?![百千万亿{HAN_DIGIT}]))"
    return _Patterns(
        clock=re.compile(
            rf"{hour} ?[时点](?:{minute}|[半整正钟])|[0-9]{{1,2}} ?时(?!期(?!间)|[代区速段间])|"
            r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
        ),
        part_of_day=re.compile(rf"{hour} ?[时点](?!代)(?:{minute}|[半整正许]|[{HAN_DIGIT}]{{2}})?"),
        decade=re.compile(" ?([1-9]0|[二三四五六七八九]?十) ?年代"),
        season=re.compile("[-/]([0-9]{2})(?![0-9])"),
    )


def clock(folded: str, start: int) -> Found | None:
    """A time of day; 三点 alone may be three points."""
    if folded[start] not in "0123456789" and folded[start + 1 : start + 2] not in "点时十一二三四五六七八九":
        return None
    patterns = _patterns()
    said = folded[max(0, start - 3) : start].rstrip(" ").endswith(_PARTS_OF_DAY)
    match = (patterns.part_of_day.match(folded, start) if said else None) or patterns.clock.match(folded, start)
    if match is None or folded[start - 1 : start] in tuple("0123456789.:/第"):
        return None
    return bare(Numeral(start, match.end(), None), "time", match.end())


def decade(folded: str, number: Numeral) -> Found | None:
    """20世纪80年代, 上世纪80年代; the century left out, 80年代 is 80, as "the 80s" is. 21世纪 is an ordinal."""
    value, end = number.value, number.end + (folded[number.end : number.end + 1] == " ")
    if not isinstance(value, int):
        return None
    if folded.startswith("世纪", end) and value < 40:
        end += len("世纪")
        if match := _patterns().decade.match(folded, end):
            return bare(number, "decade", match.end(), 100 * (value - 1) + int(value_of(match.group(1))))
        return bare(number, "ordinal", end, value)
    if value % 10 or not folded.startswith("年代", end):
        return None
    last = value < 100 and folded[max(0, number.start - 4) : number.start].rstrip(" ").endswith(("上世纪", "上个世纪"))
    return bare(number, "decade", end + len("年代"), value + 1900 * last)


def year(text: str, folded: str, number: Numeral) -> Found | None:
    """2024年, 零五年, and four digits alone that count nothing: 2015至2017年, 在2016."""
    at = number.end + (folded[number.end : number.end + 1] == " ")
    named = folded[at : at + 1] == "年"
    value = _year(folded, number, named)
    if value is None:
        return None
    if named:
        ago = folded[at + 1 : at + 2] in tuple("前来的") and value < 1600
        return None if ago or folded.startswith("年历史", at) else bare(number, "year", at + 1, value)
    season = _patterns().season.match(folded, number.end)
    if season and int(season.group(1)) == (value + 1) % 100:
        found = bare(number, "year", season.end(), value)
        return found._replace(quantity=found.quantity._replace(high=value + 1))
    told = before(folded, number.start) or behind(folded, number.end)
    if number.kind == "code" or value < 1600 or told in ("above", "below"):
        return None
    counted = unit_after(text, folded, number.end)[0] or classifier_after(folded, at)
    if counted or money_before(folded, number.start)[1] or labelled(text, folded, number):
        return None
    return bare(number, "year", number.end, value)


def _year(folded: str, number: Numeral, named: bool) -> int | None:
    """The year a numeral may be; 05年 and 零五年 are 2005."""
    written, value = folded[number.start : number.end].replace(" ", ""), number.value
    if len(written) == 2 and written[0] in "0零〇" and named:
        last: Number = value_of(written[1])
        return 2000 + int(last)
    plain = isinstance(value, int) and 1000 <= value <= _LATEST_YEAR and number.scaled == 1 and "," not in written
    digits = number.written == "digits" or (number.kind == "code" and len(written) == 4)
    return int(value or 0) if plain and digits else None
