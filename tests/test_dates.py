"""English dates: the parts that are said, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.lang.dates import Date
from termcheck.lang.english.dates import dates
from termcheck.lang.words import Tokens
from termcheck.text import fold


def read(text: str) -> tuple[Date, ...]:
    return dates(text, Tokens(fold(text), [(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "written", "parts"),
    [
        ("on June 5, 2024, we", "June 5, 2024", (2024, 6, 5)),
        ("on 5 June 2024", "5 June 2024", (2024, 6, 5)),
        ("on the 5th of June", "5th of June", (None, 6, 5)),
        ("in June 2024.", "June 2024", (2024, 6, None)),
        ("Dec. 3 was", "Dec. 3", (None, 12, 3)),
        ("the index of 2024-06-05", "2024-06-05", (2024, 6, 5)),
        ("on the first of July", "first of July", (None, 7, 1)),
        ("from May 3-5, 2024", "May 3-5, 2024", (2024, 5, 3)),
        ("In May, rain", "May", (None, 5, None)),
        ("on May twenty-first, we", "May twenty-first", (None, 5, 21)),
        ("since June '24, we", "June '24", (2024, 6, None)),
        ("by 25/6/2024 at", "25/6/2024", (2024, 6, 25)),
        ("by 6/25/2024 at", "6/25/2024", (2024, 6, 25)),
        ("It closed in Aug.", "Aug", (None, 8, None)),
    ],
)
def test_day_and_month(text: str, written: str, parts: tuple[int | None, ...]) -> None:
    (date,) = read(text)
    assert text[slice(*date.span)] == written
    assert (date.year, date.month, date.day) == parts


@pytest.mark.parametrize(
    ("text", "kind", "number", "relative"),
    [
        ("April this year", "month", None, "this"),
        ("last April", "month", None, "last"),
        ("last year", "year", None, "last year"),
        ("the first quarter of 2024", "quarter", 1, ""),
        ("Q3 2024", "quarter", 3, ""),
        ("the second half of last year", "half", 2, "last"),
        ("the 14th Five-Year Plan", "plan", 14, ""),
    ],
)
def test_relative_and_period(text: str, kind: str, number: int | None, relative: str) -> None:
    (date,) = read(text)
    assert (date.kind, date.number, date.relative) == (kind, number, relative)


def test_the_word_last_belongs_to_the_month_or_to_the_year() -> None:
    assert [date.year_relative for date in read("last April and April last year")] == [False, True]


@pytest.mark.parametrize("text", ["Tuesday, June 4, 2024", "June 4, 2024 (Tuesday)", "Tue, 4 June 2024"])
def test_weekday(text: str) -> None:
    (date,) = read(text)
    assert (date.weekday, date.day) == (1, 4)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "They march on.",
        "an august house",
        "half of it",
        "a half-year plan",
        "in 2024",
        "by 5/6/2024 at",
    ],
)
def test_no_date(text: str) -> None:
    assert read(text) == ()


@given(st.text(alphabet="0123456789 ,.-/()\nJunemaythlsrd", max_size=60) | st.text(max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for date in read(text):
        assert end <= date.span[0] < date.span[1] <= len(text)
        end = date.span[1]


def test_the_month_of_a_quarter_is_a_month() -> None:
    assert [date.day for date in read("In March first-quarter results came.")] == [None]
