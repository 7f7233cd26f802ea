"""Chinese dates: 2024年6月5日, 去年4月, 3日至5日, 星期三, 第一季度, 下半年, "十四五"规划, 今年, 翌年.

Bare years (2016年) are quantities of kind "year". A range of months (1至6月) is
two dates, the first at its figure alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from ..dates import Date, DateKind
from ..words import Tokens
from .values import DIGITS, HAN_DIGIT, value_of

# In the words of the English side, so that both say the same of the same year.
YEARS = {
    "今年": "this", "本年": "this", "去年": "last", "上年": "last", "明年": "next", "来年": "next",
    "翌年": "the following",
    "次年": "the following", "同年": "the same", "当年": "that", "该年": "that", "前年": "before last",
    "后年": "after next",
}  # fmt: skip
_OTHERS = {"本": "this", "这": "this", "这个": "this", "上": "last", "上个": "last", "下": "next", "下个": "next",
           "当": "that", "同": "the same", "次": "the following", "翌": "the following",
           "前": "the previous"}  # fmt: skip
_WEEKDAYS = {char: number for number, char in enumerate("一二三四五六日")} | {"天": 6}
_ORDER = {"首": 1, "上": 1, "下": 2} | {char: value for char, value in DIGITS.items() if 0 < value < 5}


class _Patterns(NamedTuple):
    trigger: re.Pattern[str]
    day: re.Pattern[str]
    days: re.Pattern[str]
    iso: re.Pattern[str]
    weekday: re.Pattern[str]
    period: re.Pattern[str]
    months: re.Pattern[str]
    plan: re.Pattern[str]
    year: re.Pattern[str]
    relative: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    four = rf"(?<![{HAN_DIGIT}])(?:[12](?: ?[0-9]){{3}}|[一二][{HAN_DIGIT}]{{3}})"
    years = "|".join(YEARS)
    year = rf"(?:(?P<year>{four}|[0-9]{{2}}|(?<![{HAN_DIGIT}])[{HAN_DIGIT}]{{2}}) ?年|(?P<which>{years}))的? ?"
    month = "(?P<month>1[0-2]|0?[1-9]|1 [0-2]|十[一二]?|[一二三四五六七八九])"
    number = "(?:3[01]|[12][0-9]|0?[1-9]|[12] [0-9]|3 [01]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
    alone = r"(?<![0-9])(?<![0-9]\.)(?<![0-9] )"
    figure = "(?:3[01]|[12][0-9]|0?[1-9]|[12] [0-9]|3 [01])"
    week = r"(?:星期|礼拜|周)[一二三四五六日天]"
    to = " ?[至到~-] ?"
    day = rf" ?(?P<day>{number})(?: ?[日号](?!线)|(?={to}{number} ?[日号]))(?:{to}(?P<last>{number}) ?[日号])?"
    no_month = "(?!球|亮|饼|薪|均|龄|租|嫂|台|光|票)"  # 月 of 月球, 月饼 ...
    before = "本|上个?|下个?|这个?|当|同|次|翌|前"
    months = "1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]"
    return _Patterns(
        trigger=re.compile(
            "[年月日季]|周[一二三四五六日]|星期|礼拜|[12][0-9]{3}(?=[-/.][0-9])|"
            '五(?=["」”』]|规划|计划|时期|期间|末|以来|开局|收官|目标)'
        ),
        day=re.compile(
            rf"{alone}(?:{year}|(?<![{HAN_DIGIT}十第]))(?:(?P<before>{before})月{no_month}|{month} ?月{no_month})"
            rf"份?(?:{day})?(?:,? ?\(?(?P<weekday>{week})\)?)?"
        ),
        days=re.compile(
            rf"{alone}(?<![{HAN_DIGIT}十第近每期离满续共长达约逾过少])(?P<before>)"
            rf" ?(?P<day>{figure}|二?十[一二三四五六七八九]|二十|三十一?)"
            rf"(?: ?日|(?={to}{figure} ?日))(?:{to}(?P<last>{figure}) ?日)?(?!内|间|游|龄|之内|元|圆|本|或以)"
        ),
        iso=re.compile(
            r"(?<![0-9])([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9]|[-/.][0-9])"
        ),
        weekday=re.compile(
            rf"(?<![0-9{HAN_DIGIT}十几])(?P<before>上个?|本|下个?|这个?|当)?"
            rf"(?P<weekday>{week})(?![个次天年]|[{HAN_DIGIT}十]次)"
        ),
        period=re.compile(
            rf"(?:{year})?(?:第?(?P<nth>[1-4]|[一二三四首]) ?季(?P<end>度?)|(?P<half>[上下])半年(?!度?报))"
        ),
        months=re.compile(rf"{alone}(?<![{HAN_DIGIT}十])(?:{year})?{month}(?={to}(?:{months}) ?月)"),
        plan=re.compile(
            r"(?P<quote>[\"「“『]?)第?(?P<plan>十[一二三四五六七八九]?|[1-9][0-9]?|[一二三四五六七八九])(?:个?五)"
        ),
        year=re.compile(rf"(?P<which>{years}|年内)(?!级|轻)"),
        relative=re.compile("(?P<before>本|上个?|下个?|这个?|当|同)(?P<unit>月|季度?)(?!球)"),
    )


def dates(text: str, tokens: Tokens) -> tuple[Date, ...]:
    """The dates among the words of `tokens`, in order and disjoint; `text` is the text before it was folded."""
    if not len(tokens):
        return ()
    found: list[Date] = []
    folded, trigger = tokens.folded, _patterns().trigger
    here, last, end = tokens.starts[0], tokens.ends[-1] + 1, 0
    while match := trigger.search(folded, here, last):
        here = match.end()
        if not _may_be(folded, match.start(), match.group()[0]):
            continue
        word = bisect_right(tokens.starts, match.start()) - 1
        if word < 0 or tokens.ends[word] <= match.start():
            continue
        for date in _at(folded, match.start(), max(end, _begin(tokens, word))):
            found.append(date)
            end = date.span[1]
            here = max(here, end)
    return tuple(found)


_WINDOW = 16  # "二〇二四年十二月二十": what may stand before the sign that triggers


def _begin(tokens: Tokens, word: int) -> int:
    return max(0, tokens.starts[0] - 1, tokens.starts[word] - _WINDOW)  # one more for an opening quotation mark


def _at(folded: str, at: int, begin: int) -> list[Date]:
    """The date whose sign (年, 月, 日, 季, 周 ...) stands at an offset; of a range of months, both."""
    patterns, sign = _patterns(), folded[at]
    if sign in "12":
        match = patterns.iso.match(folded, at)
        return [_iso(match)] if match else []
    if sign in "周星礼":
        match = _covering(patterns.weekday, folded, begin, at)
        return [_weekday(match)] if match else []
    if sign == "季":
        match = _covering(patterns.period, folded, begin, at) or _covering(patterns.relative, folded, begin, at)
        return _period(folded, match) if match else []
    if sign == "五":
        match = _covering(patterns.plan, folded, begin, at)
        return _plan(folded, match) if match else []
    if sign == "日":
        match = _covering(patterns.days, folded, begin, at)
        return [_day(match)] if match else []
    return _with_year(folded, at, begin)


_FIGURE = frozenset(f"0123456789{HAN_DIGIT}十 ")
_FIGURE_ENDS = _FIGURE | set("百千万多余几数半周全")  # 三年内, 十余年内
_BEFORE = {
    "日": _FIGURE, "月": _FIGURE | set("本上个下这当同次翌前"), "季": _FIGURE | set("首上本下这当第个同"),
    "年": frozenset("".join(YEARS).replace("年", "")),
}  # fmt: skip
_AFTER_YEAR = _FIGURE | set("的上下本当第首内")


def _may_be(folded: str, at: int, sign: str) -> bool:
    """Whether the characters around a sign allow of a date: most 日 and 年 are parts of words or bare years."""
    if sign in _BEFORE and folded[at - 1 : at] in _BEFORE[sign]:
        return True
    if sign == "年":
        return folded[at + 1 : at + 2] in _AFTER_YEAR or folded[at - 2 : at] in ("上半", "下半")
    return sign not in _BEFORE and sign != "号"


def _iso(match: re.Match[str]) -> Date:
    return Date(match.span(), "day", int(match.group(1)), int(match.group(3)), int(match.group(4)))


def _with_year(folded: str, at: int, begin: int) -> list[Date]:
    """A date with 年 or 月 at the offset: a day or month, a half year, or a year by the day of speech."""
    patterns = _patterns()
    if match := _covering(patterns.day, folded, begin, at):
        first = [_day(one) for one in patterns.months.finditer(folded, begin, match.end()) if one.end() < match.start()]
        return [*first[-1:], _day(match)]
    if match := _covering(patterns.period, folded, begin, at):
        return _period(folded, match)
    if match := _covering(patterns.relative, folded, begin, at):
        return _period(folded, match)
    match = _covering(patterns.year, folded, begin, at)
    if match is None or (match["which"] == "年内" and folded[match.start() - 1 : match.start()] in _FIGURE_ENDS):
        return []
    which = YEARS.get(match["which"], "this")
    return [Date(match.span(), "year", relative=f"{which} year", year_relative=True)]


def _covering(pattern: re.Pattern[str], folded: str, begin: int, at: int) -> re.Match[str] | None:
    """The first match that begins at `begin` or later and holds offset `at`."""
    for match in pattern.finditer(folded, max(0, begin), at + 40):
        if match.start() <= at < match.end():
            return match
        if match.start() > at:
            return None
    return None


def _number(written: str | None) -> int | None:
    """A day, month or year as written: "5", "二十一", "2 0 2 4", "二〇二四"."""
    if not written:
        return None
    plain = written.replace(" ", "")
    if not plain.isdigit() or plain[0] not in "0123456789":
        plain = "".join(str(DIGITS[char]) for char in plain) if all(char in DIGITS for char in plain) else plain
    return int(plain) if plain[0] in "0123456789" else int(value_of(plain))


def _year(written: str | None) -> int | None:
    """The year in full; 24年 is 2024, 98年 is 1998."""
    value = _number(written)
    return value if value is None or value > 99 else value + (1900 if value > 50 else 2000)


def _day(match: re.Match[str]) -> Date:
    part = match.groupdict()
    weekday, day = part.get("weekday"), _number(part.get("day"))
    which, before = part.get("which"), part.get("before")
    relative = YEARS[which] if which else _OTHERS.get(before or "", "")
    if before and not day:
        relative = f"{relative} month"
    return Date(
        match.span(), "day" if day else "month", _year(part.get("year")), _number(part.get("month")), day,
        last_day=_number(part.get("last")), weekday=_WEEKDAYS[weekday[-1]] if weekday else None,
        relative=relative, year_relative=bool(which),
    )  # fmt: skip


def _weekday(match: re.Match[str]) -> Date:
    weekday = _WEEKDAYS[match["weekday"][-1]]
    return Date(match.span(), "weekday", weekday=weekday, relative=_OTHERS.get(match["before"] or "", ""))


def _period(folded: str, match: re.Match[str]) -> list[Date]:
    """A quarter or a half of a year; 三个季度, 前三季度 and 四季 are none."""
    part = match.groupdict()
    if part.get("before"):
        unit = "month" if part["unit"] == "月" else "quarter"
        kind: DateKind = "quarter" if unit == "quarter" else "month"
        return [Date(match.span(), kind, relative=f"{_OTHERS[part['before']]} {unit}", year_relative=True)]
    which, year = part.get("which"), _year(part.get("year"))
    relative = YEARS[which] if which else ""
    if part["half"]:
        return [
            Date(match.span(), "half", year, number=_ORDER[part["half"]], relative=relative, year_relative=bool(which))
        ]
    said = part["nth"]
    certain = part["end"] or "第" in match.group() or said == "首" or year or which
    if not certain or folded[match.start() - 1 : match.start()] in tuple("首前后连头"):
        return []
    number = int(said) if said.isdigit() and said in "1234" else _ORDER[said]
    return [Date(match.span(), "quarter", year, number=number, relative=relative, year_relative=bool(which))]


def _plan(folded: str, match: re.Match[str]) -> list[Date]:
    """The plan of five years by its short name: "十四五", 十四五规划; never 二十五 or 十五 alone."""
    before, after = folded[match.start() - 1 : match.start()], folded[match.end() : match.end() + 1]
    quoted = bool(match["quote"]) and after in tuple('"」”』')
    if before in tuple("二三四五六七八九0123456789") or (not quoted and (match["quote"] or after in tuple('"」”』'))):
        return []
    number = _number(match["plan"])
    if number is None or (number < 6 and not quoted):
        return []
    return [Date((match.start(), match.end() + quoted), "plan", number=number)]
