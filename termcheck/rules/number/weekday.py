"""A day of the week that does not fall on the date beside it.

One of the two is wrong. Where no year is said, the year that brings the date
nearest to the event is taken, and nothing is said of dates far from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.calendar import MONTHS, WEEKDAYS, day_of, nearest
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for date in doc.dates:
        if date.weekday is None or not date.month or not date.day:
            continue
        day = day_of(date.year, date.month, date.day) if date.year else nearest(date, doc.date)
        if day is not None and day.weekday() != date.weekday:
            said = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
            yield Finding(Span(*date.span), f"{said} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[date.weekday]}")


RULE = Rule(
    "number/weekday",
    "a day of the week that does not fall on the date beside it",
    Severity.ERROR,
    check,
    (
        Example("The forum opens on [[Monday, June 4, 2024]]."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nThe vote is open until [[Thursday, March 20]], we said."),
        Example("Geneva | 3 p.m. January 8, 2026\n\nIt began on Tuesday, December 30."),
        Example("The forum opens on Tuesday, June 4, 2024, and closes on Friday, 7 June 2024."),
        Example("On Monday, the 4th company joined; on Tuesday, June rain came."),
        Example("It opened on Thursday, March 20."),
    ),
)
