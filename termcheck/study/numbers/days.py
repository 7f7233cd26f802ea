"""The dates of a text, and how they lie to the day of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...document import Document
from ...figures.calendar import MONTHS, WEEKDAYS, day_of, nearest
from ...lang.dates import Date
from ...lang.quantity import Quantity
from ..spots import Spot, spot
from .marks import Marks
from .rows import REACH

if TYPE_CHECKING:
    import datetime

_DAYS = 60  # nearer than that, a distance is told in days
_YEARS = {"last": -1, "this": 0, "next": 1}
_PARTS = {"quarter": "quarter", "half": "half"}


class Day(NamedTuple):
    """A date as it is said; `meant` is what it means by the day of the event, `relation` how far off that is.

    `weekday` says whether the day of the week that is said falls on the date;
    "" where none is said.
    """

    spot: Spot
    meant: str
    relation: str
    weekday: str
    issues: tuple[int, ...]


def days(doc: Document, marks: Marks) -> tuple[Day, ...]:
    """The dates, years and times of a text, in order."""
    times = [one for one in doc.quantities if one.kind in ("year", "decade", "time")]
    said: list[Date | Quantity] = sorted([*doc.dates, *times], key=lambda one: one.span)
    return tuple(_day(doc, one, marks) for one in said)


def _day(doc: Document, said: Date | Quantity, marks: Marks) -> Day:
    meant, relation, weekday = _by_event(said, doc.date) if isinstance(said, Date) else _by_year(said, doc.date)
    return Day(spot(doc, said.span, REACH), meant, relation, weekday, marks(said.span))


def _by_year(said: Quantity, event: datetime.date | None) -> tuple[str, str, str]:
    if said.kind != "year" or said.value is None:
        return "", "", ""
    first, last = int(said.value), said.high
    meant = f"{first}–{last}" if last is not None else str(first)
    return meant, "" if last is not None else _years_off(first, event), ""


def _by_event(said: Date, event: datetime.date | None) -> tuple[str, str, str]:
    """What a date means, how it lies to the event, and its day of the week."""
    year = _year(said, event)
    if said.kind == "day" and said.month and said.day:
        day = day_of(year, said.month, said.day) if year else nearest(said, event)
        return _of_day(said, day, event) if day else ("", "", "")
    if said.kind == "plan":
        return f"plan no. {said.number}", "", ""
    if said.kind == "month" and said.month:
        return _of_month(said, said.month, year, event)
    if said.kind in _PARTS and said.number and year:
        return f"{said.kind} {said.number} of {year}", _years_off(year, event), ""
    return (str(year), _years_off(year, event), "") if said.kind == "year" and year else ("", "", "")


def _year(said: Date, event: datetime.date | None) -> int | None:
    """The year of a date, where it is said or told by the event: "last year", "April this year"."""
    if said.year is not None or event is None:
        return said.year
    word, _, noun = said.relative.partition(" ")
    if word in _YEARS and (noun == "year" or said.year_relative):
        return event.year + _YEARS[word]
    return None


def _of_day(said: Date, day: datetime.date, event: datetime.date | None) -> tuple[str, str, str]:
    weekday = "" if said.weekday is None else "right" if said.weekday == day.weekday() else "wrong"
    return told_day(day), _days_off(day, event), weekday


def told_day(day: datetime.date) -> str:
    """A day with its day of the week."""
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"


def _of_month(said: Date, month: int, year: int | None, event: datetime.date | None) -> tuple[str, str, str]:
    name = MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"
    if year is None:
        return (f"{name}, no year said" if event is None or not said.relative else _unclear(said, name, event)), "", ""
    return f"{name} {year}", _months_off(12 * year + month, event), ""


def _unclear(said: Date, name: str, event: datetime.date) -> str:
    """The years that "last April" may mean."""
    step = _YEARS.get(said.relative)
    years = {event.year, event.year + step} if step is not None else ()
    return " or ".join(f"{name} {year}" for year in sorted(years, reverse=True)) or f"{name}, no year said"


def _days_off(day: datetime.date, event: datetime.date | None) -> str:
    if event is None:
        return ""
    off = (day - event).days
    if abs(off) >= _DAYS:
        return _months_off(12 * day.year + day.month, event)
    return _off(off, "day") if off else "the day of the event"


def _months_off(months: int, event: datetime.date | None) -> str:
    if event is None:
        return ""
    off = months - 12 * event.year - event.month
    return _off(off, "month") if 0 < abs(off) < 24 else _years_off((months - 1) // 12, event)


def _years_off(year: int, event: datetime.date | None) -> str:
    if event is None:
        return ""
    return _off(year - event.year, "year") if year != event.year else "the year of the event"


def _off(count: int, unit: str) -> str:
    far = f"{abs(count)} {unit}s" if abs(count) > 1 else f"the {unit}"
    return f"{far} {'after' if count > 0 else 'before'}"
