"""Times of the clock as values, so that 下午4点半 and "16:30" are one."""

from __future__ import annotations

import re
from functools import cache

from ..document import Document

_BASE = 10**31  # sets times apart from all amounts
_HALF, _QUARTER, _HOUR, _HOURS = 30, 15, 60, 12
_SECONDS = re.compile("[0-9]:[0-9]+:[0-9]")
_NEAR = 20  # code points around a time in which its zone is told
_ZONE = re.compile(r"\b(?:gmt|utc|[ecmp][sd]t|local time|standard time)\b|格林尼治|世界时|当地时间|[东西][部岸]时间")
_FORMS = {
    "zh": r"(?P<hour>[0-9零〇一二两三四五六七八九十]+) ?[时点:]"
    r"(?: ?(?:(?P<half>半)|(?P<quarters>[一二三1-3])刻|(?P<minute>[0-9零一二三四五六七八九十]+)))?",
    "en": "(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{1,2}))?(?P<half>)(?P<quarters>)",
}


def clock(doc: Document, span: tuple[int, int]) -> int | None:
    """The value of a time of the clock, in minutes of half a day and set apart; None where we cannot read it."""
    match = _form(doc.lang).match(doc.folded, *span) if doc.lang in _FORMS else None
    if match is None:
        return None
    hour, minute = _number(match["hour"]), _number(match["minute"] or "0")
    if hour > 2 * _HOURS or minute >= _HOUR or _SECONDS.search(doc.folded, max(0, span[0] - 3), span[1] + 3):
        return None
    if _ZONE.search(doc.folded, max(0, span[0] - _NEAR), span[1] + _NEAR):
        return None  # another language may tell it by the time of another place
    minute += _QUARTER * _number(match["quarters"] or "0") + (_HALF if match["half"] else 0)
    return _BASE + hour % _HOURS * _HOUR + minute


@cache
def _form(lang: str) -> re.Pattern[str]:
    return re.compile(_FORMS[lang])


def _number(said: str) -> int:
    from ..lang.chinese.values import value_of

    return int(said) if said.isdecimal() else int(value_of(said))
