"""English dates: "Tuesday, June 4, 2024", "5 June", "April last year", "first quarter of 2024", "14th Five-Year Plan".

Bare years ("in 2016") are quantities of kind "year".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from ..dates import Date, DateKind
from ..words import Tokens
from .numerals import ORDINALS, TENS
from .phrases import counted

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,"
        "november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_COMMON = frozenset({"may", "march", "august", "mar", "jan", "sept", "dec", "sun", "sat"})  # words or names besides
_BEFORE_MONTH = frozenset(
    "in of since last this next until till by from early late mid end between to and through during for past before "
    "after start beginning".split()
)
# The parts of a date that show that a word which may be another is a month: "May 5".
_BESIDE_MONTH = ("day", "said", "day_to", "day2", "said2", "short", "year", "which")
_WINDOW = 34  # "wednesday the twenty-first of ": what may stand before the word that triggers


class _Patterns(NamedTuple):
    month: re.Pattern[str]
    period: re.Pattern[str]
    iso: re.Pattern[str]
    numeric: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    months = "|".join(sorted(MONTHS, key=len, reverse=True))
    weekdays = "|".join(WEEKDAYS)
    short = rf"{weekdays}|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?(?![a-z])"
    gap = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
    year = r"[12][0-9]{3}(?![0-9])"
    which = rf"(?P<which>this|last|next|that|the same|the previous|the following){gap}year"
    said = rf"(?:(?:twenty|thirty)[ -])?(?:{'|'.join(word for word in ORDINALS if word[-2:] != 'ly')})"
    number = r"(?:[1-3][0-9]|0?[1-9])"
    day = rf"{number}(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9]|%)"
    return _Patterns(
        re.compile(
            rf"(?<![a-z0-9:.,/$-])(?:(?P<weekday>{short}),?{gap}(?:the{gap})?)?"
            rf"(?:(?P<before>this|last|next|past|coming){gap})?"
            rf"(?:(?P<day>{day})(?:{gap}of)?{gap}|(?P<said>{said}){gap}of{gap}|(?P<day_from>{number})(?:-|{gap}to{gap})(?P<day_to>{day}){gap})?"
            rf"(?P<month>{months})(?![a-z0-9])\.?"
            rf"(?:{gap}(?P<day2>{day})(?:(?:-|{gap}to{gap})(?P<day3>{day}))?(?!{gap}(?:million|billion|per|mon))"
            rf"|{gap}(?:the{gap})?(?P<said2>{said})(?=[.,;:!?)]|$|{gap}(?:and|to|until|at|this|next|last|[12][0-9]{{3}})(?![a-z0-9])))?"
            rf"(?:{gap}'(?P<short>[0-9]{{2}})(?![0-9a-z]))?"
            rf"(?:,?{gap}(?:of{gap})?(?:(?P<year>{year})(?![.,]?[0-9%-])|(?:of{gap})?{which}))?"
            rf"(?:{gap}\((?P<weekday2>{weekdays})\))?"
        ),
        re.compile(
            rf"(?<![a-z0-9])(?:(?P<nth>first|second|third|fourth|latter|1st|2nd|3rd|4th){gap}(?P<part>quarter|half)"
            rf"(?:{gap}of{gap}(?:{which}|the{gap}year|(?P<year>{year})))?"
            rf"|q(?P<q>[1-4])(?:{gap}(?:of{gap})?(?P<year2>{year}))?"
            rf"|(?P<plan>[0-9]{{1,2}}th|[a-z]+){gap}five-year{gap}plan"
            rf"|(?P<relative>this|last|next|past){gap}(?P<unit>year|quarter|month|week))(?![a-z0-9])"
        ),
        re.compile(r"(?<![0-9])([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])"),
        re.compile(r"(?<![0-9/.-])([0-9]{1,2})([/.])([0-9]{1,2})\2([12][0-9]{3})(?![0-9]|[/.][0-9])"),
    )


_RELATIVE = frozenset({"this", "last", "next", "past"})
_NTH = frozenset("first second third fourth latter 1st 2nd 3rd 4th".split())
# The words that name a period, by the words that one of must stand right before; none need stand before "Q1".
_PERIODS: dict[str, frozenset[str]] = {
    "quarter": _NTH | _RELATIVE, "half": _NTH, "year": _RELATIVE | {"five"}, "month": _RELATIVE, "week": _RELATIVE,
    "plan": frozenset({"year"}), "q1": frozenset(), "q2": frozenset(), "q3": frozenset(), "q4": frozenset(),
}  # fmt: skip
_TRIGGERS = frozenset({*MONTHS, *WEEKDAYS, *_PERIODS})
# What may stand between a weekday and a month; besides figures.
_INTO_MONTH = frozenset(
    (*WEEKDAYS, *"mon tue tues wed thu thur thurs fri sat sun this last next past coming the of to".split())
) | frozenset((*ORDINALS, "twenty", "thirty"))


def dates(text: str, tokens: Tokens) -> tuple[Date, ...]:
    """The dates among the words of `tokens`, in order and disjoint; `text` is the text before it was folded."""
    triggers = [word for word in tokens.mixed if len(word) == 4 and word.isdigit()]
    if not _TRIGGERS.isdisjoint(tokens.places):
        triggers += _TRIGGERS & tokens.places.keys()
    found: list[Date] = []
    end = 0
    for at in tokens.among(triggers) if triggers else ():
        if tokens.starts[at] >= end:
            date = _date(text, tokens, at, max(end, tokens.starts[at] - _WINDOW))
            if date is not None:
                found.append(date)
                end = date.span[1]
    return tuple(found)


def _date(text: str, tokens: Tokens, at: int, begin: int) -> Date | None:
    word, start = tokens.words[at], tokens.starts[at]
    if word in MONTHS:
        rare = word not in _COMMON or text[start].isupper()
        return _with_month(tokens, at, _first_of_date(tokens, at, begin)) if rare else None
    if word in _PERIODS:
        return _around(tokens, at, begin) if _may_be_period(tokens, at) else None
    if word in WEEKDAYS:
        if not MONTHS.keys().isdisjoint(tokens.words[at + 1 : at + 5]):
            return None  # the month that follows takes it in, or it stands alone
        return Date((start, tokens.ends[at]), "weekday", weekday=WEEKDAYS[word])
    return _in_figures(tokens.folded, start, begin)


def _in_figures(folded: str, start: int, begin: int) -> Date | None:
    """The date that the year at offset `start` begins or ends, not before `begin`: 2024-06-05, 31/12/2024."""
    if iso := _patterns().iso.match(folded, start):
        year, month, day = (int(iso.group(n)) for n in (1, 3, 4))
        return Date(iso.span(), "day", year, month, day)
    if folded[start - 1 : start] not in ("/", "."):
        return None
    for numeric in _patterns().numeric.finditer(folded, max(begin, start - len("31/12/")), start + 5):
        first, second, year = (int(numeric.group(n)) for n in (1, 3, 4))
        if first <= 12 < second <= 31 or second <= 12 < first <= 31:  # else which is the month depends on the country
            return Date(numeric.span(), "day", year, min(first, second), max(first, second))
    return None


def _first_of_date(tokens: Tokens, at: int, begin: int) -> int:
    """Where the row of words before a month begins that may belong to its date, not before `begin`."""
    first = at
    while first and ((word := _before(tokens, first)) in _INTO_MONTH or word[0].isdigit()):
        first -= 1
        if tokens.starts[first] <= begin:
            return begin
    return tokens.starts[first]


def _before(tokens: Tokens, at: int) -> str:
    """The word before word `at`, without what a quotation mark joins to it: "said 'last" where a blank is missing."""
    return tokens.words[at - 1].rpartition("'")[2] if at else ""


def _may_be_period(tokens: Tokens, at: int) -> bool:
    before = _PERIODS[tokens.words[at]]
    return not before or _before(tokens, at) in before


def _around(tokens: Tokens, at: int, begin: int) -> Date | None:
    """The period that word `at` belongs to."""
    for match in _patterns().period.finditer(tokens.folded, begin, tokens.ends[at] + 40):
        if match.start() <= tokens.starts[at] < match.end():
            return _period(match)
    return None


def _with_month(tokens: Tokens, at: int, begin: int) -> Date | None:
    """The date whose month is word `at`, not before offset `begin`."""
    start, end = tokens.starts[at], tokens.ends[at]
    found = _patterns().month.finditer(tokens.folded, begin, end + 60)
    match = next((one for one in found if one.start("month") == start), None)
    if match is None:
        return None
    part = match.groupdict()
    previous = tokens.words[at - 1] if at else ""
    if tokens.words[at] in _COMMON and previous not in _BEFORE_MONTH and not any(map(part.__getitem__, _BESIDE_MONTH)):
        return None
    if part["day2"] and not part["year"] and previous == "in" and counted(tokens, tokens.at(match.end("day2")))[0]:
        return Date((start, end), "month", month=MONTHS[part["month"]])  # "in September 31 companies"
    return _of_parts(match, part)


def _of_parts(match: re.Match[str], part: dict[str, Any]) -> Date:
    first = part["day"] or part["said"] or part["day_from"] or part["day2"] or part["said2"]
    weekday = part["weekday"] or part["weekday2"]
    # After "Aug." nothing more was found: the full stop may be the sentence's.
    end = match.end() - match.group().endswith(".")
    return Date(
        (match.start(), end),
        "day" if first else "month",
        year=_year(part),
        month=MONTHS[part["month"]],
        day=_number(first),
        last_day=_number(part["day_to"] or part["day3"]),
        weekday=_weekday(weekday) if weekday else None,
        relative=part["which"] or part["before"] or "",
        year_relative=part["which"] is not None,
    )


def _year(part: dict[str, Any]) -> int | None:
    """The year in full; '24 is 2024, '78 is 1978."""
    if part["short"]:
        return int(part["short"]) + (1900 if part["short"] > "50" else 2000)
    return int(part["year"]) if part["year"] else None


def _weekday(written: str) -> int:
    return next(number for name, number in WEEKDAYS.items() if name[:3] == written[:3])


def _number(written: str | None) -> int | None:
    """A day as written: "5", "5th", "twenty-first"."""
    if not written:
        return None
    if written[0].isdigit():
        return int(written.rstrip("stndrh"))
    tens, _, ones = written.replace("-", " ").rpartition(" ")
    return TENS.get(tens, 0) + ORDINALS[ones]


_HALVES = {"latter": 2, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _period(match: re.Match[str]) -> Date | None:
    part = match.groupdict()
    year = part["year"] or part["year2"]
    if part["plan"]:
        plan = part["plan"]
        number = int(plan[:-2]) if plan[0].isdigit() else ORDINALS.get(plan)
        return Date(match.span(), "plan", number=number) if number else None
    if part["relative"]:
        kind: DateKind = {"year": "year", "quarter": "quarter"}.get(part["unit"], "month")  # type: ignore[assignment]
        return Date(match.span(), kind, relative=f"{part['relative']} {part['unit']}", year_relative=True)
    number = int(part["q"]) if part["q"] else _HALVES.get(part["nth"]) or ORDINALS[part["nth"]]
    kind = "half" if part["part"] == "half" else "quarter"
    if kind == "half" and not (year or part["which"] or match.group().endswith("year")):
        return None
    return Date(match.span(), kind, year=int(year) if year else None, number=number, relative=part["which"] or "",
                year_relative=part["which"] is not None)  # fmt: skip
