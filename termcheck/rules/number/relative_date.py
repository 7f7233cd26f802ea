"""A month called "last" when it lies behind the speaker in the same year.

Said in June, "last April" is April of this year to some readers and of last
year to others. Write "in April" or "in April last year". Months not yet past
in the year of the event are clear, and so is a month whose year is said in
the same sentence. The day of the event is that of the dateline.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.calendar import MONTHS
from ...lang.dates import Date
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_NEAR = 500  # code points of the sentence on each side that are read


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    event = doc.date
    if event is None:
        return
    for date in doc.dates:
        if date.kind in ("month", "day") and date.relative == "last" and not date.year_relative and not date.year:
            if date.month is None or date.month >= event.month or _year_said(doc, date) or _is_final(doc, date):
                continue
            month = MONTHS[date.month - 1]
            message = f'"{doc[date.span]}" may mean {month} {event.year} or {month} {event.year - 1}: say the year'
            yield Finding(Span(*date.span), message)


def _year_said(doc: Document, date: Date) -> bool:
    sentence = doc.sentence_at(date.span[0])
    near = max(sentence.start, date.span[0] - _NEAR), min(sentence.end, date.span[1] + _NEAR)
    return any(quantity.kind == "year" for quantity in doc.quantities_in(near))


def _is_final(doc: Document, date: Date) -> bool:
    """Whether "last" counts: "the last May holiday"."""
    return doc.folded[max(0, date.span[0] - len(" the ")) : date.span[0]].endswith(" the ")


RULE = Rule(
    "number/relative-date",
    "a month of an unclear year",
    Severity.WARNING,
    check,
    (
        Example("Geneva | 3 p.m. August 11, 2026\n\nThe bridge was opened [[last May]]."),
        Example("Geneva | 3 p.m. August 11, 2026\n\nThe bridge was opened in May last year and closed in May."),
        Example("Geneva | 3 p.m. August 11, 2026\n\nThe bridge was opened last October, in 2025, or last December."),
        Example("Geneva | 3 p.m. August 11, 2026\n\nThey worked until the last May holiday."),
        Example("The bridge was opened last May."),
    ),
)
