"""Days as the calendar has them, and their English names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LEAP_YEAR = 2000  # stands in where no year is said, so that February 29 is possible


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none such."""
    from datetime import date

    try:
        return date(year, month, day)
    except ValueError:
        return None
