"""Chinese dates: what is given, and nothing more; words that only look like dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.lang.chinese.dates import dates
from termcheck.lang.dates import Date
from termcheck.lang.words import Tokens
from termcheck.text import fold


def read(text: str) -> tuple[Date, ...]:
    return dates(text, Tokens(fold(text), [(0, len(text))]))


def only(text: str) -> Date:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("2024年6月5日", 2024, 6, 5),
        ("2024 年 6 月 5 日", 2024, 6, 5),
        ("二〇二四年六月五日", 2024, 6, 5),
        ("二零二四年十二月三十一日", 2024, 12, 31),
        ("2 0 1 5 年 6 月", 2015, 6, None),
        ("98年10月", 1998, 10, None),
        ("6月5号", None, 6, 5),
        ("2月", None, 2, None),
        ("六月份", None, 6, None),
        ("19日", None, None, 19),
        ("十九日", None, None, 19),
        ("2024-06-05", 2024, 6, 5),
        ("2024.6.5", 2024, 6, 5),
    ],
)
def test_parts(text: str, year: int | None, month: int | None, day: int | None) -> None:
    found = only(text)
    assert (found.year, found.month, found.day) == (year, month, day)
    assert found.span == (0, len(text))


@pytest.mark.parametrize(
    ("text", "month", "day", "last"), [("3日至5日", None, 3, 5), ("6月3日至5日", 6, 3, 5), ("6月3至5日", 6, 3, 5)]
)
def test_days(text: str, month: int | None, day: int, last: int) -> None:
    found = only(text)
    assert (found.month, found.day, found.last_day) == (month, day, last)


def test_months_of_a_range_are_two() -> None:
    assert [(found.year, found.month) for found in read("2024年1至11月")] == [(2024, 1), (None, 11)]
    assert [found.month for found in read("1-5月")] == [1, 5]
    assert [found.month for found in read("3月至5月")] == [3, 5]


@pytest.mark.parametrize(
    ("text", "kind", "relative"),
    [
        ("今年", "year", "this year"), ("去年", "year", "last year"), ("翌年", "year", "the following year"),
        ("同年", "year", "the same year"), ("年内", "year", "this year"), ("年內", "year", "this year"),
        ("去年4月", "month", "last"), ("今年4月15日", "day", "this"), ("明年上半年", "half", "next"), ("上月", "month",
        "last month"),
        ("本月10日", "day", "this"), ("本季度", "quarter", "this quarter"), ("上周五", "weekday", "last"),
        ("翌年第一季", "quarter", "the following"),
    ],
)  # fmt: skip
def test_relative(text: str, kind: str, relative: str) -> None:
    found = only(text)
    assert (found.kind, found.relative) == (kind, relative)


@pytest.mark.parametrize(
    ("text", "kind", "year", "number"),
    [
        ("第一季度", "quarter", None, 1), ("一季度", "quarter", None, 1), ("2023年第四季", "quarter", 2023, 4),
        ("首季", "quarter", None, 1), ("3季度", "quarter", None, 3), ("上半年", "half", None, 1),
        ("2016年下半年", "half", 2016, 2), ("“十四五”规划", "plan", None, 14), ("十四五时期", "plan", None, 14),
        ("「十三五」規劃", "plan", None, 13), ("“十五五”", "plan", None, 15), ("八五计划", "plan", None, 8),
    ],
)  # fmt: skip
def test_period(text: str, kind: str, year: int | None, number: int) -> None:
    found = only(text)
    assert (found.kind, found.year, found.number) == (kind, year, number)


def test_weekday() -> None:
    assert only("星期三").weekday == 2
    assert only("周日").weekday == 6
    assert only("週五").weekday == 4
    both = only("6月5日（星期三）")
    assert (both.kind, both.month, both.day, both.weekday) == ("day", 6, 5, 2)


@pytest.mark.parametrize(
    "text",
    "2016年 三周 一周三次 每月 月球 首次月球采样 两个月 3个月 3日内 为期3日 近30日 日本 今日 生日 第5日 四季 三个季度 "
    "前三季度 首三季 二十五个 十五五 年度 少年 百年 每年 半年 5号线 嫦娥五号 "
    "周围 一周 季节 年级 2.5月 五年 三年内 周年 同年级".split(),
)
def test_no_dates(text: str) -> None:
    assert read(text) == ()


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 31))
def test_every_day_is_read(year: int, month: int, day: int) -> None:
    for text in (
        f"于{year}年{month}月{day}日举行",
        f"于{year}年{month:02d}月{day:02d}日，",
        f"{year}-{month:02d}-{day:02d}",
    ):
        found = only(text)
        assert (found.kind, found.year, found.month, found.day) == ("day", year, month, day)


@pytest.mark.parametrize(
    "text", ["1月" * 3000, "一" * 8000 + "月", "年" * 8000, "周" * 8000, "1-" * 4000 + "月", "今年" * 4000]
)
def test_long_runs_are_read(text: str) -> None:
    read(text)
