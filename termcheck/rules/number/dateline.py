"""The day the text says it is, against the day of the dateline.

A speaker who says "today, June 5" speaks on the day of the dateline. Where
several datelines name several days (a page is published later than its event
was held), any of them will do; and where the dateline is one day later than
the day said, the finding is doubtful for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import Document
from ...figures.calendar import MONTHS, day_of
from ...lang.dates import Date
from ...lang.english.dates import dates
from ...lang.words import Tokens
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    import datetime

_TODAY = re.compile(r"\btoday(?:,| is|, which is|, that is,?|'s date is| \()? (?:the |\()?$")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    today = [date for date in doc.dates if _is_today(doc, date)]
    event = doc.date if today else None
    if event is None:
        return
    days = {event, *_datelines(doc)}
    for date in today:
        said = _day(date, event.year)
        if said is not None and said not in days:
            day = f"{MONTHS[event.month - 1]} {event.day}, {event.year}"
            published = any((other - said).days == 1 for other in days)
            yield Finding(Span(*date.span), f"the dateline has {day}", doubtful=published)


def _datelines(doc: Document) -> Iterator[datetime.date]:
    for block in doc.prose("dateline"):
        for date in dates(doc.text, Tokens(doc.folded, [block.span])):
            if date.year and (day := _day(date, date.year)):
                yield day


def _day(date: Date, year: int) -> datetime.date | None:
    return day_of(date.year or year, date.month, date.day) if date.month and date.day else None


def _is_today(doc: Document, date: Date) -> bool:
    begin = date.span[0]
    return (
        date.day is not None
        and date.last_day is None
        and _TODAY.search(doc.folded, max(0, begin - 24), begin) is not None
    )


RULE = Rule(
    "number/dateline",
    "a day that differs from the dateline",
    Severity.WARNING,
    check,
    (
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today, [[March 12]], is a holiday."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today is [[March 1]]."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today is [[March 10]].", doubtful=True),
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today, March 11, is a holiday. By March 12 we leave."),
        Example("Geneva | March 14, 2026\n\nDate: March 11, 2026\n\nWelcome. Today, March 11, is a holiday."),
        Example("Welcome. Today, March 12, is a holiday."),
    ),
)
