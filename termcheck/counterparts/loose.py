"""What else in a passage may answer a figure of the other language: labels, idioms, and words that imply a number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import chain

from ..document import Document
from ..lang.quantity import Number

_HALF = Fraction(1, 2)
_ENGLISH: dict[Number, str] = {
    0: "no none nil without",
    1: "a an once single sole only each per",
    _HALF: "half halve halves halved halving halfway mid semi",
    Fraction(1, 4): "quarter quarters",
    Fraction(3, 2): "half",
    2: "both double doubled doubles doubling dual twice pair pairs couple twin twins bilateral either",
    3: "triple tripled triples tripling thrice trio trilateral quarter quarters quarterly",
    4: "quadruple quadrupled quarter quarterly quarters",
    6: "half",
    10: "decade decades",
    12: "dozen dozens",
    14: "fortnight fortnightly",
    20: "score",
    24: "clock overnight",
    100: "centenary centennial century centuries",
    1000: "millennium",
}
_SCALES = {"hundred": 100, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}
_CHINESE: dict[Number, str] = {
    0: "零 无 没有 未",
    _HALF: "半",
    Fraction(3, 2): "半",
    2: "双 俩 翻番 翻一番 一倍 加倍 倍增 其次 亚军 孪生",
    3: "仨 季",
    4: "季",
    6: "半",
    10: "旬",
    12: "一打",
    14: "两周 两星期",
    24: "全天候 昼夜 通宵",
    50: "半百 半世纪 半个世纪 五毛 五角",
    100: "世纪",
}
_RAW = re.compile(r"[0-9]{1,18}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,18})?")
_CLOCK = re.compile(
    r"(?<![0-9])([01]?[0-9]|2[0-4]) ?(?:[:h时点.] ?([0-5][0-9])(?![0-9])|(?:[时点]|[ap]\.?m|uhr|h)(?![a-z]))"
)
_GLUED = {"k": 10**3, "m": 10**6, "b": 10**9}  # "50K"
_RUN = re.compile("[〇零一二两三四五六七八九十百千万亿]+")
_IMPLIED = {
    "en": {
        "calendar-year": r"\b(?:(?:this|last|next|that|same|current|previous|preceding|following|past|prior|coming"
        r"|earlier|the|a|each|every|full|whole) years?|years?(?:[- ](?:on|end|ago|later|earlier|before)|'s)|year-"
        r"|(?:mid|half)-year|annual|annually|now|today|currently|latest|since then)\b",
        "day-of-month": r"\b(?:yesterday|today|tomorrow|tonight|recently|earlier|later|(?:last|this|next|same|that) "
        r"(?:week|day|month|evening|morning|afternoon|night)|day before|day after|eve)\b",
    },
    "zh": {
        "calendar-year": "[今去前明后翌次来本当同该上下全历每近]年|年[内底末初中终度间来]|年年|[上下]半年"
        "|现时|目前|当前|迄今|至今|最新",
        "day-of-month": "[昨今明当次同前后翌][天日晚]|日前|近日|最近|[上本下这]周|[上本下]星期|前夕|除夕|[上本下]月",
    },
}


def values(doc: Document, span: tuple[int, int], said: list[tuple[int, int]]) -> frozenset[Number]:
    """The numbers that a passage has, or may imply, outside the spans `said`, which are in order."""
    found: set[Number] = set()
    starts = [start for start, _ in said]

    def free(offset: int) -> bool:
        last = bisect_right(starts, offset) - 1
        return last < 0 or offset >= said[last][1]

    for match in _RAW.finditer(doc.folded, *span):
        if free(match.start()):
            value = Fraction(match.group().replace(",", ""))
            found |= {value, value * _GLUED.get(doc.folded[match.end() : match.end() + 1], 1)}
    # "the 1970s and 1980s" answers "les années 70 et 80", whose second figure is read alone
    found.update(one.value % 100 for one in doc.quantities_in(span) if one.kind == "decade" and one.value)
    found.update(value for match in _CLOCK.finditer(doc.folded, *span) for value in _hours(match))
    if doc.lang == "en":
        found.update(value for at, value in _in_english(doc, span) if at < 0 or free(at))
    elif doc.lang == "zh":
        found.update(value for at, value in _in_chinese(doc.folded, span) if at < 0 or free(at))
    return frozenset(found)


def _hours(match: re.Match[str]) -> Iterator[Number]:
    """The hour of a clock, of 12 and of 24 hours, alone and with its minutes: 15, 3, 1530."""
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    for said in (hour, hour + 12 if hour < 12 else hour - 12):
        yield from (said, 100 * said + minute)


def numbers(doc: Document, span: tuple[int, int], taken: frozenset[tuple[int, int]]) -> frozenset[Number]:
    """The numbers of a stretch of text in digits and words, and as its figures have them, but for the spans `taken`."""
    said = [one for one in doc.quantities_in((max(0, span[0]), span[1])) if one.span not in taken]
    found: set[Number] = {value for one in said for value in (one.value, one.high) if value is not None}
    raw = ((match.start(), Fraction(match.group().replace(",", ""))) for match in _RAW.finditer(doc.folded, *span))
    runs = _in_runs(doc.folded, span) if doc.lang == "zh" else ()
    found.update(value for at, value in chain(raw, runs) if not any(start <= at < end for start, end in taken))
    return frozenset(found)


def _in_english(doc: Document, span: tuple[int, int]) -> Iterator[tuple[int, Number]]:
    """Numbers and where they stand; -1 for words that answer even within another figure."""
    implied, told = _english()
    tokens = doc.tokens
    for at in range(tokens.at(span[0]), tokens.at(span[1])):
        word = tokens.words[at]
        for value in implied.get(word, ()):
            yield -1, value
        if word in told:
            yield tokens.starts[at], told[word]


@cache
def _english() -> tuple[dict[str, list[Number]], dict[str, Number]]:
    """The words that imply numbers, and those that are numbers."""
    from ..lang.english.numerals import ONES, ORDINALS, SCALES, TENS

    implied: dict[str, list[Number]] = {}
    for value, words in _ENGLISH.items():
        for word in words.split():
            implied.setdefault(word, []).append(value)
    told: dict[str, Number] = {**_SCALES, **SCALES, **ORDINALS, **TENS, **ONES}
    for word, number in (ONES | TENS).items():
        implied[f"{word}fold"] = [number]
    return implied, told


def _in_chinese(folded: str, span: tuple[int, int]) -> Iterator[tuple[int, Number]]:
    """Numbers and where they stand; -1 for words that answer even within another figure."""
    passage = folded[span[0] : span[1]]
    for value, words in _CHINESE.items():
        if any(word in passage for word in words.split()):
            yield -1, value
    yield from _in_runs(folded, span)


def _in_runs(folded: str, span: tuple[int, int]) -> Iterator[tuple[int, Number]]:
    """The numbers that characters for numbers make, and where."""
    from ..lang.chinese.values import DIGITS, value_of

    for match in _RUN.finditer(folded, *span):
        run = match.group()
        yield match.start(), value_of(run)
        if len(run) > 2:
            yield match.start(), value_of(run[:-1])  # 十四五
        if all(char in DIGITS for char in run):
            yield from ((match.start(), DIGITS[char]) for char in run)


def is_vague(doc: Document, span: tuple[int, int]) -> bool:
    """Whether a passage has a figure of no value, for which the other language may have one in words: 十几千."""
    return any(one.kind == "indefinite" for one in doc.quantities_in(span))


def implied(doc: Document, span: tuple[int, int]) -> frozenset[str]:
    """Which parts of a date a passage tells with no number: the year ("this year", 翌年), the day ("Monday", 昨天)."""
    dates = doc.dates_in(span)
    found = {"calendar-year" for date in dates if date.relative}
    found |= {"day-of-month" for date in dates if date.weekday is not None and date.day is None}
    found |= {sort for sort, words in _IMPLIED.get(doc.lang, {}).items() if _pattern(words).search(doc.folded, *span)}
    return frozenset(found)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)
