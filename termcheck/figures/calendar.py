"""Days as the calendar has them, and their English names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ..lang.dates import Date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR = 120  # days: further off, a date without a year may be of this year or the next
LEAP_YEAR = 2000  # stands in where no year is said, so that February 29 is possible


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none such."""
    from datetime import date

    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(said: Date, event: date | None) -> date | None:
    """The day nearest to the event; None where the event is unknown or far away."""
    if event is None or said.relative or not said.month or not said.day:
        return None
    years = (event.year, event.year - 1, event.year + 1)
    near = (day for year in years if (day := day_of(year, said.month, said.day)) and abs((day - event).days) < _NEAR)
    return next(near, None)
