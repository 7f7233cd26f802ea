"""Japanese and Korean figures: places of ten thousand, counters written right behind, no blanks between words.

Numerals in characters are those of Chinese (1億2000万, 三百, 12만), so their
value is read the same way. Characters are read as a numeral only where a counter follows,
for they stand in names and in ordinary words besides (千葉, 一部).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from ..chinese.numerals import value_of
from ..dates import Date
from ..quantity import Kind, Number, Quantity, exact
from ..units import UNITS
from ..words import Tokens
from .digits import value_of as in_digits
from .units import money_before

_ASCII = r"[0-9]+(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_HAN = "〇零一二三四五六七八九十百千万亿兆"
_KOREAN = str.maketrans("십백천만억조", "十百千万亿兆")
# Units as they stand right behind a figure, in folded text (simplified characters).
_UNITS = {
    "ja": {
        "パーセント": "percent", "%": "percent", "ポイント": "percentage-point", "倍": "times", "キロメートル": "kilometer",
        "km": "kilometer", "キロ": "", "平方キロメートル": "square-kilometer", "平方キロ": "square-kilometer",
        "平方メートル": "square-meter", "センチメートル": "centimeter", "センチ": "centimeter", "メートル": "meter",
        "ミリ": "millimeter", "ヘクタール": "hectare", "マイル": "mile", "フィート": "foot", "ヤード": "yard",
        "キログラム": "kilogram", "グラム": "gram", "トン": "ton", "リットル": "liter", "円": "yen", "米ドル": "dollar",
        "ドル": "dollar", "ユーロ": "euro", "ポンド": "pound", "元": "yuan", "人民元": "yuan", "ウォン": "won",
        "秒": "second", "分间": "minute", "时间": "hour", "日间": "day", "周间": "week", "か月": "month", "ヶ月": "month",
        "カ月": "month", "ヵ月": "month", "ケ月": "month", "年间": "year", "年半": "", "度": "", "割": "",
    },
    "ko": {
        "퍼센트": "percent", "%": "percent", "프로": "percent", "배": "times", "킬로미터": "kilometer", "km": "kilometer",
        "미터": "meter", "킬로그램": "kilogram", "톤": "ton", "달러": "dollar", "원": "won", "유로": "euro", "엔": "yen",
        "위안": "yuan", "시간": "hour", "분간": "minute", "일간": "day", "주간": "week", "주": "week", "개월": "month",
        "년간": "year", "년": "year",
    },
}  # fmt: skip
_COUNTERS = "人名件回年月日时分秒円个つ本枚台度倍割歳才歲匹头轩户社校ヶかカヵケ周间点位番号阶杯册机只基栋世代品项票种"
_ERAS = ("明治", "大正", "昭和", "平成", "令和")


def quantities(lang: str, text: str, tokens: Tokens, skip: Sequence[tuple[int, int]]) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint."""
    return tuple(_each(lang, tokens, skip))


def _each(lang: str, tokens: Tokens, skip: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    folded, skipped = tokens.folded.translate(_KOREAN), [start for start, _ in skip]
    starts, ends = tokens.starts, tokens.ends
    pattern, here = _numeral(lang), 0
    while match := pattern.search(folded, here):
        start, here = match.start(), match.end()
        word = tokens.at(start + 1) - 1
        last = bisect_right(skipped, start) - 1
        if word < 0 or ends[word] <= start or starts[word] > start:
            continue
        if last >= 0 and start < skip[last][1]:
            here = max(start + 1, skip[last][1])
        elif quantity := _quantity(lang, folded, match):
            here = max(quantity.span[1], quantity.number[1])
            yield quantity


@cache
def _numeral(lang: str) -> re.Pattern[str]:
    digits = rf"(?:{_ASCII})(?: ?[十百千万亿兆]+(?:{_ASCII})?)*"
    spelled = rf"(?<![第{_HAN}])[{_HAN}]+(?=[{_COUNTERS}])" if lang == "ja" else r"[一-九]{9}"
    clock = r"[0-9]{1,2}:[0-9]{2}(?![0-9])"
    return re.compile(rf"(?P<clock>{clock})|(?P<low>{digits})(?P<to>[-~～](?={_ASCII})(?P<high>{digits}))?|(?P<han>{spelled})")


def _quantity(lang: str, folded: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match.group("clock"):
        return Quantity((start, end), (start, end), None, "time")
    written = match.group("low") or match.group("han")
    value, precision, scale = _value(written)
    high = None
    if match.group("high"):
        high, _, shared = _value(match.group("high"))
        if value is not None and high is not None and value < high and scale == 1 and value * shared < high:
            value, precision = value * shared, precision * shared
        if value is None or high is None or value >= high:
            high, end = None, match.end("low")
    if value is None:
        return Quantity((start, end), (start, end), None, "code")
    kind, unit, last = _kind(lang, folded, start, end, value, written)
    begin, money = money_before(folded, start)
    if money is not None and not unit:
        unit, kind = money.name, "money"
    if kind in ("label", "code", "time"):
        value = high = None
    said = "words" if match.group("han") else "digits" if scale == 1 else "mixed"
    return Quantity((begin if money else start, last), (start, end), value, kind, unit, high=high,
                    precision=precision, written=said)  # type: ignore[arg-type]  # fmt: skip


def _value(written: str) -> tuple[Number | None, Number, int]:
    """Value, precision and last magnitude of a numeral."""
    figures = written.replace(" ", "")
    tail = len(figures) - len(figures.rstrip("十百千万亿兆"))
    scale = int(value_of(figures[-tail:])) if tail and figures[0] not in _HAN else 1
    if not tail and figures[0].isdigit() and not re.search("[十百千万亿兆]", figures):
        read = in_digits(figures, ".", ",")
        return (*read, 1) if read else (None, 1, 1)
    decimals = re.search(r"\.([0-9]+)", figures)
    precision = exact(Fraction(scale, 10 ** len(decimals.group(1)) if decimals else 1))
    return value_of(figures), precision, scale


def _kind(lang: str, folded: str, start: int, end: int, value: Number, written: str) -> tuple[Kind, str, int]:
    """The kind of a figure, its unit, and where the whole ends."""
    before = folded[max(0, start - 2) : start]
    if before in _ERAS or re.fullmatch("[a-z]-?|.[a-z]", before):
        return "label", "", end
    if folded[start - 1 : start] in ("第", "제"):
        return "ordinal", "", end
    for form, name in _by_length(lang):
        if folded.startswith(form, end) or (lang == "ko" and folded.startswith(f" {form}", end)):
            last = end + len(form) + (folded[end] == " ")
            if not name:
                break
            dimension = UNITS[name].dimension
            share = dimension in ("ratio", "points")
            return "percent" if share else "money" if dimension == "money" else "measure", name, last
    following = folded[end : end + 2]
    if following[:1] == "年" and 1000 <= value <= 2100 and written.isdigit():
        return "decade" if following == "年代" and value % 10 == 0 else "year", "", end + 1
    if following == "世纪":
        return "ordinal", "", end + 2
    if following[:1] == "时" and isinstance(value, int) and value <= 24:
        return "time", "", end + 1
    return "cardinal", "", end


@cache
def _by_length(lang: str) -> list[tuple[str, str]]:
    return sorted(_UNITS[lang].items(), key=lambda one: -len(one[0]))


_DATE = re.compile(
    r"(?<![0-9.,])(?:(?P<year>[12][0-9]{3})(?:\([^()]{0,8}\))?年 ?)?(?:(?P<month>1[0-2]|0?[1-9])月 ?)?"
    r"(?:(?P<day>3[01]|[12][0-9]|0?[1-9])(?:日(?!间|目|本|系|立|以内|で|ぶり)|(?=[-~～](?:3[01]|[12][0-9]|[1-9])日(?!间)))"
    r"(?:[-~～](?P<last>3[01]|[12][0-9]|0?[1-9])日)?)?"
)


def dates(tokens: Tokens) -> tuple[Date, ...]:
    """Japanese dates: 2020年7月19日, 7月, 28日."""
    found: list[Date] = []
    for match in _DATE.finditer(tokens.folded):
        part = match.groupdict()
        word = tokens.at(match.start() + 1) - 1
        if not (part["month"] or part["day"]) or word < 0 or tokens.ends[word] <= match.start():
            continue
        year, month, day, last = (int(part[name]) if part[name] else None for name in ("year", "month", "day", "last"))
        if year and not month:
            continue
        found.append(Date(match.span(), "day" if day else "month", year, month, day, last_day=last))
    return tuple(found)
