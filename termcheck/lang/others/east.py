"""Japanese and Korean figures: places of ten thousand, counters right behind, no blanks between words.

Their numerals have the places of the Chinese ones (1億2000万, 三百, 12만), so
the value is read the same way. A numeral in characters is one only where a
counter follows, for the characters stand in names and in ordinary words
besides (千葉, 一部). Offsets are the same in the text and in its plain form,
in which Korean magnitudes are the Chinese characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..chinese.values import value_of
from ..dates import Date
from ..quantity import Kind, Number, Quantity, exact
from ..units import UNITS
from ..words import Tokens
from .digits import value_of as in_digits
from .language import language
from .units import kind_of, money_before

_KOREAN = str.maketrans("십백천만억조년월일시분", "十百千万亿兆年月日时分")
_SCALE = "十百千万亿兆"
_HAN = "〇零一二三四五六七八九" + _SCALE
_ASCII = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_LONGEST = 40  # characters of a numeral
_COUNTERS = "人名件回年月日时分秒円个つ本枚台度倍割歳才歲匹头轩户社校ヶかカヵケ周间点位番号阶杯册机只基栋世代品项票种"
_ERAS = ("明治", "大正", "昭和", "平成", "令和")
_NATIVE = {word: value for value, word in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), start=1)}


class _Text(NamedTuple):
    """A folded text in a language, and its plain form."""

    lang: str
    folded: str
    plain: str


class _Read(NamedTuple):
    """What follows a figure: its kind, its unit, and the offset where the whole ends."""

    kind: Kind
    unit: str
    end: int


def quantities(lang: str, tokens: Tokens, skip: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """The quantities among the words of `tokens`, in order and disjoint; `skip` are ranges that belong to others."""
    text, skipped = _Text(lang, tokens.folded, tokens.folded.translate(_KOREAN)), [start for start, _ in skip]
    pattern, here, end = _numeral(lang), 0, 0
    while match := pattern.search(text.plain, here):
        start, here = match.start(), match.end()
        last = bisect_right(skipped, start) - 1
        if last >= 0 and start < skip[last][1]:
            here = max(start + 1, skip[last][1])
        elif _within(tokens, start) and (quantity := _quantity(text, match, end)):
            here = end = quantity.span[1]
            yield quantity


def _within(tokens: Tokens, offset: int) -> bool:
    """Whether an offset stands in one of the words."""
    word = tokens.at(offset + 1) - 1
    return word >= 0 and offset < tokens.ends[word]


@cache
def _numeral(lang: str) -> re.Pattern[str]:
    digits = rf"{_ASCII}(?:[{_SCALE}]+(?: ?{_ASCII}[{_SCALE}]+)*(?:{_ASCII})?)?"
    counted = rf"(?<![第数几何{_HAN}])[{_HAN}]+(?=[{_COUNTERS}])" if lang == "ja" else "(?!)"
    native = rf"(?<!\w)(?:{'|'.join(_NATIVE)})(?= ?[명개번시살대곳달가건마사])" if lang == "ko" else "(?!)"
    return re.compile(
        r"(?P<clock>[0-9]{1,2}(?::[0-9]{2}(?![0-9])|时(?![间간代点期])(?: ?[0-9]{1,2}分)?))"
        rf"|(?P<bottom>[0-9]{{1,3}})分の(?P<top>[0-9]{{1,2}})"
        rf"|(?P<low>{digits})(?P<to>[-~～](?={_ASCII})(?P<high>{digits}))?|(?P<han>{counted})|(?P<native>{native})"
    )


def _quantity(text: _Text, match: re.Match[str], floor: int) -> Quantity | None:
    """The quantity of a match of `_numeral`; the one before it ends at offset `floor`."""
    if match.group("clock"):
        return Quantity(match.span(), match.span(), None, "time")
    if match.group("native"):
        return Quantity(match.span(), match.span(), _NATIVE[match.group()], written="words")
    if match.group("bottom"):
        return _fraction(match)
    written = match.group("low") or match.group("han")
    start, end = match.start(), match.start() + len(written)
    value, precision, scale = _value(written)
    if value is None:
        return Quantity((start, end), (start, end), None, "code")
    high, low = None, value
    if match.group("high"):
        top, _, shared = _value(match.group("high"))
        low = value * shared if scale == 1 and top is not None and value * shared < top else value
        if top is not None and low < top:
            high, end = top, match.end()
    kind, unit, last = _behind(text, start, end, low)
    begin, money = money_before(text.folded, start, floor)
    if money is not None and not unit:
        unit, kind = money.name, "money"
    return Quantity(
        (begin if money else start, last), (start, end), None if kind == "label" else low, kind, unit, high=high,
        precision=precision, written="words" if match.group("han") else "digits" if scale == 1 else "mixed",
    )  # fmt: skip


def _fraction(match: re.Match[str]) -> Quantity | None:
    """３分の１ is a third."""
    bottom, top = int(match.group("bottom")), int(match.group("top"))
    if not 0 < top < bottom:
        return None
    return Quantity(match.span(), match.span(), Fraction(top, bottom), "fraction", precision=Fraction(1, bottom))


def _value(written: str) -> tuple[Number | None, Number, int]:
    """Value, precision and last magnitude of a numeral; the value is None where its digits are a code."""
    figures = written.replace(" ", "")
    bare = figures.rstrip(_SCALE)
    if bare == figures and re.fullmatch("[0-9.,]+", figures):
        read = in_digits(figures, ".", ",")
        return (*read, 1) if read else (None, 1, 1)
    if len(figures) > _LONGEST:
        return None, 1, 1
    scale = int(value_of(figures[len(bare) :])) if 0 < len(bare) < len(figures) else 1
    decimals = re.search(r"\.([0-9]+)\Z", bare)
    return value_of(figures), exact(Fraction(scale, 10 ** len(decimals.group(1)) if decimals else 1)), scale


def _behind(text: _Text, start: int, end: int, value: Number) -> _Read:
    lang, folded, plain = text
    if plain[max(0, start - 2) : start] in _ERAS or re.search("[a-z]-?$", plain[max(0, start - 2) : start]):
        return _Read("label", "", end)
    if folded[start - 1 : start] in ("第", "제"):
        return _Read("ordinal", "", end)
    at = end + (lang == "ko" and folded[end : end + 1] == " ")
    if match := _units(lang).match(folded, at):
        unit = UNITS[language(lang).units[match.group()]]
        return _Read(kind_of(unit), unit.name, match.end())
    following = plain[end : end + 2]
    if following[:1] == "年" and end - start == 4 and 1000 <= value <= 2100:
        return _Read("decade" if following == "年代" and value % 10 == 0 else "year", "", end + 1)
    if following[:1] in ("代", "대") and value in range(10, 100, 10):
        return _Read("decade", "", end + 1)
    if following == "世纪" or folded.startswith("세기", end):
        return _Read("ordinal", "", end + 2)
    return _Read("cardinal", "", end)


@cache
def _units(lang: str) -> re.Pattern[str]:
    """The units of a language, which other words may follow with no blank between."""
    forms = sorted(language(lang).units, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) + "(?![a-z])" * form[-1].isascii() for form in forms))


_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_DATE = re.compile(
    rf"(?<![0-9.,{_SCALE}])(?=[0-9])"
    r"(?:(?P<year>[12][0-9]{3})(?:\([^()]{0,8}\))?年 ?)?(?:(?P<month>1[0-2]|0?[1-9])月 ?)?"
    rf"(?:(?P<day>{_DAY})(?:日(?!间|간|目|本|系|立|以内|で|ぶり|동안)|(?=[-~～]{_DAY}日(?!间)))(?:[-~～](?P<last>{_DAY})日)?)?"
)


def dates(tokens: Tokens) -> Iterator[Date]:
    """Dates such as 2020年7月19日, 7月, 28日, 7월 19일; bare years are quantities."""
    for match in _DATE.finditer(tokens.folded.translate(_KOREAN)):
        if not (match.group("month") or match.group("day")) or not _within(tokens, match.start()):
            continue
        year, month, day, last = (int(part) if part else None for part in match.group("year", "month", "day", "last"))
        if month or not year:
            end = match.end() - match.group().endswith(" ")
            yield Date((match.start(), end), "day" if day else "month", year, month, day, last_day=last)
