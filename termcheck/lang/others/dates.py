"""Dates in languages without a reader of their own: by the names of their months, and in digits.

"19. Juli 2020", "le 5 août", "15 de agosto de 1940", "26 июля", "19.07.2020",
"2020-07-19". Bare years are quantities.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..dates import Date, DateKind
from ..words import Tokens
from .language import Language, language
from .scan import LETTER, ascii_digits

_GAP = r"(?: |[ \t]*\r?\n[ \t]*)"


class _Patterns(NamedTuple):
    named: re.Pattern[str] | None
    numeric: re.Pattern[str]


def dates(lang: str, text: str, tokens: Tokens) -> tuple[Date, ...]:
    """The dates among the words of `tokens`, in order and disjoint; `text` is the text before it was folded."""
    if lang in ("ja", "ko"):
        from .east import dates as eastern

        return tuple(eastern(tokens))
    found = [date for match in _matches(lang, tokens) if (date := _date(lang, match))]
    found.sort()
    return tuple(one for at, one in enumerate(found) if not at or one.span[0] >= found[at - 1].span[1])


def _matches(lang: str, tokens: Tokens) -> list[re.Match[str]]:
    """What looks like a date and begins at one of the words."""
    folded = ascii_digits(tokens.folded)
    patterns = _patterns(lang)
    found = list(patterns.numeric.finditer(folded))
    if patterns.named is not None and not set(language(lang).months).isdisjoint(_words(folded)):
        found += patterns.named.finditer(folded)
    starts, ends = tokens.starts, tokens.ends

    def inside(offset: int) -> bool:
        at = tokens.at(offset + 1) - 1
        return at >= 0 and starts[at] <= offset < ends[at]

    return [match for match in found if inside(match.start())]


def _words(folded: str) -> list[str]:
    return re.findall(rf"{LETTER}+", folded)


def _date(lang: str, match: re.Match[str]) -> Date | None:
    part = match.groupdict()
    if "name" not in part:
        return _numeric(match)
    name, day, last = part["name"], part["day"] or part["day2"], part["last"]
    year = int(part["year"]) if part["year"] else None
    if not day and year is None and name in language(lang).among("ambiguous"):
        return None
    month = language(lang).months[name]
    kind: DateKind = "day" if day else "month"
    end = match.end() - match.group().endswith(".")  # the full stop may be the sentence's
    return Date(
        (match.start(), end), kind, year, month, int(day) if day else None, last_day=int(last) if last else None
    )


def _numeric(match: re.Match[str]) -> Date | None:
    """A date in digits; which is the month of 3/4/2020 depends on the country."""
    if match.group("iso"):
        year, month, day = (int(match.group(name)) for name in ("iso", "month", "date"))
    else:
        day, month, year = (int(match.group(name)) for name in ("one", "two", "when"))
        if match.group("sign") == "/" and day <= 12:
            return None
        year += 0 if year > 99 else 2000 if year < 70 else 1900
    return Date(match.span(), "day", year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


@cache
def _patterns(lang: str) -> _Patterns:
    before, after = "(?<![0-9.,/-])", "(?![0-9]|[.,/-][0-9])"
    iso = "(?P<iso>[12][0-9]{3})-(?P<month>[01]?[0-9])-(?P<date>[0-3]?[0-9])"
    years = r"[12][0-9]{3}|[0-9]{2}(?= ?г|\.?$)"
    dotted = rf"(?P<one>[0-3]?[0-9])(?P<sign>[./]) ?(?P<two>[01]?[0-9])(?P=sign) ?(?P<when>{years})"
    return _Patterns(_named(language(lang)), re.compile(f"{before}(?:{iso}|{dotted}){after}"))


def _named(known: Language) -> re.Pattern[str] | None:
    """Days and months by name, in the order day, month, year, or month, day, year."""
    if not known.months:
        return None
    months = "|".join(re.escape(name) for name in sorted(known.months, key=len, reverse=True))
    of, to = "|".join(known.among("of")) or "(?!)", "|".join((*known.among("range"), *known.among("and"), "und|en"))
    number, ending = "(?:[12][0-9]|3[01]|0?[1-9])", r"(?:\.|er|º|°|ª|-(?:го|е|го|му))?"
    last = rf"(?:(?:{_GAP}?-{_GAP}?|{_GAP}(?:{to}){_GAP})(?P<last>{number}){ending})?"
    day = rf"(?:(?<![0-9.,:/])(?<![0-9]-)(?<!{LETTER})(?P<day>{number}){ending}{last}{_GAP}(?:(?:{of}){_GAP})?)?"
    month = rf"(?<!{LETTER})(?P<name>{months})(?!{LETTER})\.?"
    day_after = rf"(?:{_GAP}(?P<day2>{number})(?![0-9.,:%-]|{_GAP}?%))?"
    year = rf"(?:,?{_GAP}(?:(?:{of}){_GAP})?(?P<year>[12][0-9]{{3}})(?![0-9]|[.,][0-9]))?"
    return re.compile(day + month + day_after + year)
