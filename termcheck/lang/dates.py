"""A date said in a text, in any language: the parts that are given, and nothing guessed."""

from __future__ import annotations

from typing import Literal, NamedTuple

DateKind = Literal["day", "month", "quarter", "half", "year", "plan", "weekday"]


class Date(NamedTuple):
    """A date at `span`; `kind` is its finest part, and parts not said are None.

    `number` is the quarter, half or plan (14 for the 14th Five-Year Plan);
    `last_day` ends a range of days ("June 3-5"); `weekday` counts from Monday,
    0. `relative` is the folded word that places the date by the day of speech:
    "this", "last", "next" ... of "last April", "this year", "April last year"
    (then `year_relative` is true: the word belongs to the year).
    """

    span: tuple[int, int]
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    relative: str = ""
    year_relative: bool = False
