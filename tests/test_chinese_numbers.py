"""Chinese figures: values, units, direction, ranges, what is no amount; and what holds for any text."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.lang.chinese.dates import dates
from termcheck.lang.chinese.numbers import quantities
from termcheck.lang.chinese.numerals import numeral
from termcheck.lang.chinese.units import FORMS
from termcheck.lang.chinese.values import value_of
from termcheck.lang.quantity import Quantity
from termcheck.lang.units import UNITS
from termcheck.lang.words import Tokens
from termcheck.text import fold

PARAGRAPHS = (Path(__file__).parent / "chinese_number_paragraphs.txt").read_text(encoding="utf-8").split("\n\n")


def read(text: str) -> tuple[Quantity, ...]:
    tokens = Tokens(fold(text), [(0, len(text))])
    return quantities(text, tokens, [date.span for date in dates(text, tokens)])


def only(text: str) -> Quantity:
    (found,) = read(text)
    return found


def shown(q: Quantity) -> str:
    """A reading as the paragraphs write it: "above 15/10 percent", "3..5 year", "label"."""
    value = "" if q.value is None else str(q.value) if q.high is None else f"{q.value}..{q.high}"
    kind = "" if q.kind in ("cardinal", "percent", "money", "measure", "fraction") else q.kind
    kind = "money" if q.kind == "money" and not q.unit else kind
    return " ".join(part for part in (q.approx, kind, value, q.unit) if part)


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_paragraph(paragraph: str) -> None:
    text, wanted = paragraph.rstrip("\n").split("\n")
    tokens = Tokens(fold(text), [(0, len(text))])
    said = dates(text, tokens)
    found = [(q.span, f"{text[slice(*q.span)]} = {shown(q)}") for q in read(text)]
    found += [(date.span, f"{text[slice(*date.span)]} = {date.kind}") for date in said]
    assert " | ".join(reading for _, reading in sorted(found)) == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15.22万", 152200),
        ("3万亿", 3 * 10**12),
        ("1.3亿", 130_000_000),
        ("2億1千萬", 210_000_000),
        ("1亿5000万", 150_000_000),
        ("3万4000人", 34000),
        ("12,222 億", 1_222_200_000_000),
        ("１５．２億", 1_520_000_000),
        ("8兆元", 8 * 10**12),
        ("2 0 1 5 萬", 20_150_000),
        ("1 5 . 2 億", 1_520_000_000),
        ("兩千零八十六個", 2086),
        ("一万零十二人", 10012),
        ("十二个", 12),
        ("三百五十人", 350),
        ("三百五个", 350),
        ("三万五千人", 35000),
        ("一点五万人", 15000),
        ("十点二三倍", Fraction(1023, 100)),
        ("二十亿", 2 * 10**9),
        ("五千米", 5),
        ("伍拾壹点肆元", Fraction(514, 10)),
        (".5%", Fraction(1, 2)),
    ],
)
def test_value(text: str, value: int | Fraction) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("三成受访者", 30, "percent"),
        ("两成半", 25, "percent"),
        ("三成五", 35, "percent"),
        ("7成", 70, "percent"),
        ("百分之三十", 30, "percent"),
        ("百分之五点五", Fraction(11, 2), "percent"),
        ("百分之百", 100, "percent"),
        ("百分百", 100, "percent"),
        ("負百分之三", -3, "percent"),
        ("3厘", 3, "percent"),
        ("3.5个百分点", Fraction(7, 2), "percentage-point"),
        ("25個基點", 25, "basis-point"),
        ("2.3倍", Fraction(23, 10), "times"),
        ("一半", Fraction(1, 2), ""),
        ("三分之一", Fraction(1, 3), ""),
        ("万分之五", Fraction(1, 2000), ""),
        ("千分之三", 3, "per-mille"),
        ("3‰", 3, "per-mille"),
        ("46秒40", Fraction(464, 10), "second"),
        ("3元5角", Fraction(7, 2), "yuan"),
        ("一又二分之一", Fraction(3, 2), ""),
        ("3/4", Fraction(3, 4), ""),
        ("两年半", Fraction(5, 2), "year"),
        ("1个半小时", Fraction(3, 2), "hour"),
        ("半年", Fraction(1, 2), "year"),
        ("70周年", 70, "year"),
        ("60岁", 60, "year"),
        ("3個月", 3, "month"),
        ("400万千瓦", 4_000_000, "kilowatt"),
        ("3兆瓦", 3, "megawatt"),
        ("5亿度", 500_000_000, "kilowatt-hour"),
        ("零下5摄氏度", -5, "celsius"),
        ("华氏100度", 100, "fahrenheit"),
        ("900万标箱", 9_000_000, "teu"),
        ("15.22万亩", 152200, "mu"),
        ("120m²", 120, "square-meter"),
        ("100億元人民幣", 10**10, "yuan"),
        ("人民币15亿", 15 * 10**8, "yuan"),
        ("HK$3.5億", 350_000_000, "hong-kong-dollar"),
        ("12億港元", 1_200_000_000, "hong-kong-dollar"),
        ("US$22 億", 2_200_000_000, "dollar"),
        ("JPY¥500", 500, "yen"),
        ("每美元7.75港元", Fraction(31, 4), "hong-kong-dollar"),
        ("一亿元", 10**8, "yuan"),
        ("五万亿里亚尔", 5 * 10**12, "rial"),
    ],
)
def test_unit(text: str, value: int | Fraction, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("近500家", "below"), ("近三年", ""), ("不足10%", "below"), ("不到三成", "below"), ("超过3亿", "above"),
        ("逾千亿元", "above"), ("不超过5万元", "below"), ("不能超过20人", "below"), ("约5%", "about"), ("5%左右",
        "about"),
        ("60岁以上", "above"), ("3萬元或以下", "below"), ("二十多个", "above"), ("3000多万", "above"), ("1万多",
        "above"),
        ("100余家", "above"), ("十余年", "above"), ("一年多", "above"), ("百余家", "above"), ("半数以上", "above"),
        ("过半", "above"), ("十来天", "about"), ("至少3次", "above"), ("最多5人", "below"), ("增长了3%", ""),
        ("附近5家", ""), ("通过3项", ""), ("3次多边会议", ""), ("≥50", "above"), ("两成多", "above"),
    ],
)  # fmt: skip
def test_direction(text: str, approx: str) -> None:
    assert only(text).approx == approx


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12至14万人", 120000, 140000, ""),
        ("1.6万至1.7万", 16000, 17000, ""),
        ("3%-5%", 3, 5, "percent"),
        ("5到8倍", 5, 8, "times"),
        ("二三十个", 20, 30, ""),
        ("七八百公里", 700, 800, "kilometer"),
        ("十七八岁", 17, 18, "year"),
        ("一百二三十人", 120, 130, ""),
        ("三至五成", 30, 50, "percent"),
        ("三至六周", 3, 6, "week"),
        ("百分之5至6", 5, 6, "percent"),
        ("百分之三四十", 30, 40, "percent"),
        ("2000-3000元", 2000, 3000, "yuan"),
        ("3个至5个", 3, 5, ""),
        ("3万至5万元", 30000, 50000, "yuan"),
        ("10万与20万之间", 100000, 200000, ""),
        ("2015至2017年", 2015, 2017, ""),
        ("2015-16年度", 2015, 2016, ""),
        ("2015/16年度", 2015, 2016, ""),
    ],
)
def test_range(text: str, low: int, high: int, unit: str) -> None:
    found = only(text)
    assert (found.value, found.high, found.unit) == (low, high, unit)


def test_list_shares_magnitude_and_unit() -> None:
    assert [(q.value, q.unit) for q in read("2、3和5万元")] == [(20000, "yuan"), (30000, "yuan"), (50000, "yuan")]
    assert [q.unit for q in read("10亿、20亿和30亿元")] == ["yuan"] * 3
    assert [q.value for q in read("七、八成")] == [70, 80]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("第三", "ordinal", 3), ("第一项", "ordinal", 1), ("第二十三条", "ordinal", 23), ("党的二十大报告",
        "ordinal", 20),
        ("三中全会", "ordinal", 3), ("21世纪", "ordinal", 21), ("2024年", "year", 2024), ("二〇二四年", "year", 2024),
        ("二零二四年", "year", 2024), ("05年", "year", 2005), ("24年", "measure", 24), ("80年代", "decade", 80),
        ("二十世紀80年代", "decade", 1980), ("上世纪九十年代", "decade", 1990), ("1990年代", "decade", 1990),
        ("下午3时30分", "time", None), ("15:30", "time", None), ("上午十点", "time", None), ("三点半", "time", None),
        ("八点三十", "time", None), ("数百万人", "indefinite", None), ("几十个", "indefinite", None),
        ("成千上万", "indefinite", None), ("上百家", "indefinite", None), ("十几年", "indefinite", None),
        ("三五个", "indefinite", None), ("百万人", "indefinite", 1_000_000), ("近百万人", "cardinal", 1_000_000),
        ("COVID-19", "label", None), ("G20", "label", None), ("5G网络", "label", None), ("图3", "label", None),
        ("年报1。", "label", None), ("二十国集团", "label", None), ("二级市场", "label", None), ("731部队",
        "label", None),
        ("10号线", "label", None), ("“211”工程", "code", None), ("192.168.1.1", "code", None), ("3:1", "code", None),
    ],
)  # fmt: skip
def test_kind(text: str, kind: str, value: int | None) -> None:
    found = only(text)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    "统一 唯一 一些 一样 一起 一定 十分 万一 千万别 四川 三峡 十堰 九江 三门峡 五台山 百姓 一带一路 九二共识 三农 "
    "双一流 进一步 四面八方 三番五次 千方百计 五湖四海 千家万户 一国两制 七上八下 四处 "
    "一个 一名 一天 二氧化碳 二次元 两国 两岸 两者 三星 "
    "红十字会 十字路口 半导体 半年结 三轮车 最后一个星期日 每半年 零售 危机四伏 三国演义 统一年度 一日千里 "
    "万里长城 独一无二 数据 成立 五四运动 年报¹".split(),
)
def test_words_with_characters_for_numbers(text: str) -> None:
    assert read(text) == ()


def test_magnitude_of_an_earthquake_is_a_figure() -> None:
    assert only("7.2级地震").value == Fraction(72, 10)


def test_currency_of_the_place() -> None:
    assert [(q.kind, q.unit) for q in read("每戶補貼500元，港島三個區")][:1] == [("money", "")]
    assert only("每户补贴500元").unit == "yuan"
    assert only("100億元人民幣").unit == "yuan"


def test_comma_between_clauses_is_no_thousand() -> None:
    assert [q.value for q in read("得分为95，100分以下")] == [95, 100]
    assert only("１５，２００人").value == 15200
    assert only("15,200人").value == 15200


def test_precision() -> None:
    assert [only(text).precision for text in ("15.22万", "5万", "3.5%", "1,800")] == [100, 10000, Fraction(1, 10), 1]


def test_skip_leaves_out() -> None:
    text = "2024年有3个"
    assert [q.value for q in quantities(text, Tokens(fold(text), [(0, len(text))]), [(0, 5)])] == [3]


def test_only_the_ranges_of_the_words() -> None:
    text = "3个\n5个\n7个"
    assert [q.value for q in quantities(text, Tokens(text, [(0, 2), (6, 8)]))] == [3, 7]


def test_every_unit_is_known() -> None:
    assert {unit.name for forms in FORMS.values() for _, unit in forms} <= UNITS.keys()
    assert all(form == fold(form) for forms in FORMS.values() for form, _ in forms)


def section(value: int) -> str:
    """A number below ten thousand in characters."""
    said, gap = "", False
    for place, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // place % 10
        if digit:
            said += ("零" if gap else "") + "零一二三四五六七八九"[digit] + sign
        gap = bool(said) and not digit
    return said


def spoken(value: int) -> str:
    """A number below 10**16 in characters: 亿亿 is not said, so 万亿 carries the largest."""
    if value < 10**4:
        return section(value)
    scale, sign = (10**8, "亿") if value >= 10**8 else (10**4, "万")
    high, low = divmod(value, scale)
    gap = "零" if low and low < scale // 10 else ""
    return spoken(high) + sign + (gap + spoken(low) if low else "")


@given(st.integers(1, 10**16 - 1))
def test_characters_round_trip(value: int) -> None:
    assert value_of(spoken(value)) == value
    found = numeral(spoken(value), 0)
    assert found is not None
    assert found.value == value
    assert [q.value for q in read(f"共{spoken(value)}个")] == ([value] if value > 2 else [])


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from(["", "万", "亿", "万亿"]))
def test_digits_round_trip(whole: int, hundredths: int, scale: str) -> None:
    size = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    found = only(f"增至{whole}.{hundredths:02d}{scale}吨")
    assert found.value == Fraction(whole * 100 + hundredths, 100) * size
    assert only(f"增至{whole:,}{scale}吨").value == whole * size


_ALPHABET = (
    "0123456789零〇一二两三四五六七八九十百千万亿兆几数半成点多余第年"
    "月日号分之个名元%.,，、至到-~ 约近超以上下负又周季度a$G\n"
)


@given(st.text(_ALPHABET, max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    tokens = Tokens(fold(text), [(0, len(text))])
    said = dates(text, tokens)
    spans = [q.span for q in quantities(text, tokens, [date.span for date in said])]
    for found in (spans, [date.span for date in said]):
        assert all(0 <= start < end <= len(text) for start, end in found)
        assert all(one[1] <= two[0] for one, two in pairwise(found))


@pytest.mark.parametrize(
    "text", ["1 " * 4000, "一" * 8000, "万" * 8000, "三、" * 4000, "1-" * 4000, "12，" * 4000, "1/" * 4000]
)
def test_long_runs_are_read(text: str) -> None:
    read(text)
