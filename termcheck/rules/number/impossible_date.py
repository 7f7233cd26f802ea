"""A date the calendar does not have.

June has thirty days, and only a leap year has February 29. Where the year is
not said, February 29 is taken as possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.calendar import LEAP_YEAR, MONTHS, day_of
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for date in doc.dates:
        if date.month is None or date.day is None:
            continue
        for day in (date.day, date.last_day):
            if day is not None and day_of(date.year or LEAP_YEAR, date.month, day) is None:
                yield Finding(Span(*date.span), f"the calendar has no {_name(date.month, day, date.year)}")
                break


def _name(month: int, day: int, year: int | None) -> str:
    if month > 12:
        return f"month {month}"
    return f"{MONTHS[month - 1]} {day}" + (f", {year}" if year and month == 2 else "")


RULE = Rule(
    "number/impossible-date",
    "a date the calendar does not have",
    Severity.ERROR,
    check,
    (
        Example("The law takes effect on [[June 31, 2024]]."),
        Example("The law took effect on [[2023-02-29]]."),
        Example("The index stood at 102.3 on [[2024-13-01]]."),
        Example("The fair runs from [[September 28-31]]."),
        Example("The law took effect on February 29, 2024, a year after February 28, 2023."),
        Example("In September 31 companies joined."),
        Example("About 30 may march 40 miles; in May 2 of them did."),
    ),
)
