"""The day the text says it is, against the day of the dateline.

A speaker who says "today, June 5" speaks on the day of the dateline; two
datelines of one transcript name one day. Where they differ, one is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.dates import Date
from ...lang.english.dates import dates
from ...lang.words import Tokens
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._calendar import MONTHS

_TODAY = re.compile(r"\btoday(?:,| is|, which is|, that is,?|'s date is| \()? (?:the |\()?$")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    event = doc.date
    if event is None:
        return
    datelines = _datelines(doc)
    said = [date for date in doc.dates if _is_today(doc, date)]
    for date in (*datelines, *said):
        year = event.year if date.year is None else date.year
        if date.day is not None and (year, date.month, date.day) != (event.year, event.month, event.day):
            day = f"{MONTHS[event.month - 1]} {event.day}, {event.year}"
            notes = (Note(Span(*datelines[0].span), "the dateline"),) if datelines else ()
            yield Finding(Span(*date.span), f"the event was on {day}", notes)


def _datelines(doc: Document) -> list[Date]:
    found = (dates(doc.text, Tokens(doc.folded, [block.span])) for block in doc.prose("dateline"))
    return [date for one in found for date in one if date.kind == "day" and date.year]


def _is_today(doc: Document, date: Date) -> bool:
    begin = date.span[0]
    return date.last_day is None and _TODAY.search(doc.folded, max(0, begin - 24), begin) is not None


RULE = Rule(
    "number/dateline",
    "a day that differs from the dateline",
    Severity.WARNING,
    check,
    (
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today, [[March 12]], is a holiday."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today is [[March 1]]."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nWelcome. Today, March 11, is a holiday. By March 12 we leave."),
        Example("Welcome. Today, March 12, is a holiday."),
    ),
)
