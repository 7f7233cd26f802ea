"""English figures: kinds, values, ranges, names that are no amounts; and what holds for any text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.lang.english.numbers import quantities
from termcheck.lang.quantity import Quantity, agree, significance
from termcheck.lang.units import UNITS, convert
from termcheck.lang.words import Tokens
from termcheck.text import fold


def read(text: str) -> tuple[Quantity, ...]:
    return quantities(text, Tokens(fold(text), [(0, len(text))]))


def only(text: str) -> Quantity:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234,567", 1234567),
        (".5 percent", Fraction(1, 2)),
        ("one hundred and twenty-three", 123),
        ("two million three hundred thousand and five", 2300005),
        ("five billion", 5 * 10**9),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half", Fraction(5, 2)),
        ("3 million and a half", 3_500_000),
        ("10 1/2 miles", Fraction(21, 2)),
        ("one hundred sixty-four point five eight", Fraction(16458, 100)),
        ("three-quarters", Fraction(3, 4)),
        ("a third of", Fraction(1, 3)),
        ("nine out of ten", Fraction(9, 10)),
        ("twenty-first", 21),
        ("one hundred eleventh", 111),
        ("-5", -5),
        ("minus 3 degrees", -3),
        ("$5m", 5_000_000),
        ("1.2bn", 1_200_000_000),
        ("trillion-yuan", 10**12),
        ("105 \nmillion", 105_000_000),
        ("two and a   half", Fraction(5, 2)),
    ],
)
def test_value(text: str, value: object) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("in 2023", ["year"]),
        ("2,023 people", ["cardinal"]),
        ("over 2000 people", ["cardinal"]),
        ("2000 people", ["cardinal"]),
        ("the 1980s", ["decade"]),
        ("at 10 a.m.", ["time"]),
        ("COVID-19 and the G20", ["label"]),
        ("a 5G phone", ["label"]),
        ("the Boeing 737 came", ["label"]),
        ("on pages 12 to 15", ["label", "label"]),
        ("along the Three Gorges", ["label"]),
        ('the "33618" system', ["code"]),
        ("a 13+2 plan", ["code"]),
        ("192.168.1.2", ["code"]),
        ("dozens came", ["indefinite"]),
        ("twenty twenty-four", ["code"]),
        ("one of us", []),
        ("a one-stop shop", []),
        ("3 percent", ["percent"]),
        ("€3", ["money"]),
        ("3 km", ["measure"]),
    ],
)
def test_kind(text: str, kinds: list[str]) -> None:
    assert [found.kind for found in read(text)] == kinds


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12 to 14 million tons", 12_000_000, 14_000_000, "ton"),
        ("between 3 and 5 percent", 3, 5, "percent"),
        ("20-30 million", 20_000_000, 30_000_000, ""),
        ("$12 to $14 million", 12_000_000, 14_000_000, "dollar"),
        ("5 or 6 years", 5, 6, "year"),
        ("2019-2021", 2019, 2021, ""),
    ],
)
def test_range(text: str, low: int, high: int, unit: str) -> None:
    found = only(text)
    assert (found.value, found.high, found.unit) == (low, high, unit)


def test_members_of_a_list_share_magnitude_and_unit() -> None:
    assert [(q.value, q.unit) for q in read("2, 3 and 5 million tons")] == [
        (2_000_000, "ton"),
        (3_000_000, "ton"),
        (5_000_000, "ton"),
    ]


@pytest.mark.parametrize(
    ("text", "head", "modifiers"),
    [
        ("2.3 million new energy vehicles", "vehicles", ("new", "energy")),
        ("100 beautiful and harmonious villages stand", "villages", ("beautiful", "harmonious")),
        ('18 "new star" clusters', "clusters", ("new", "star")),
        ("a 400-kilometer stretch of river", "stretch", ()),
        ("3 tons of the steel beams", "beams", ("steel",)),
        ("369,000, with others", "", ()),
        ("10 or more people", "people", ()),
        ("5 new and", "", ()),
    ],
)
def test_counted(text: str, head: str, modifiers: tuple[str, ...]) -> None:
    assert (only(text).head, only(text).modifiers) == (head, modifiers)


@given(st.integers(min_value=0, max_value=10**15))
def test_digits_in_either_form(value: int) -> None:
    """A plain and a grouped figure are one value; four plain digits may be a year."""
    assert only(f"about {value:,} tons").value == value
    assert only(f"over {value} tons").value == value


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(value: int, link: str) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000)):
        if value >= size:
            rest = value % size
            return f"{spell(value // size, link)} {name}" + (f" {spell(rest, link)}" if rest else "")
    return f"{ONES[value // 100]} hundred" + (f"{link}{spell(value % 100, link)}" if value % 100 else "")


@given(st.integers(min_value=2, max_value=10**15 - 1), st.sampled_from([" ", " and "]))
def test_words_give_the_value_spelled(value: int, link: str) -> None:
    found = only(spell(value, link))
    assert found.value == value
    assert found.written == "words"


@given(st.text(alphabet="0123456789,.-/%$+ abkmonetwhudrilgfs&'\"\n", max_size=60) | st.text(max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for found in read(text):
        assert end <= found.span[0] <= found.number[0] < found.number[1] <= found.span[1] <= len(text)
        end = found.span[1]


def test_units_convert_there_and_back() -> None:
    for name, unit in UNITS.items():
        for other, second in UNITS.items():
            there = convert(7, name, other)
            if unit.size and second.size and unit.dimension == second.dimension:
                assert there is not None
                assert convert(there, other, name) == 7
            else:
                assert there is None
    assert convert(15, "mu", "hectare") == 1


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("514 ports", "541 ports", False),
        ("1,800 ports", "1,823 ports", True),
        ("2.3 million", "2,341,006", True),
        ("2.3 million", "2.6 million", False),
        ("HK$226.0 billion", "HK$226.6 billion", False),
        ("20 to 30 tons", "25 tons", True),
        ("20 to 30 tons", "35 tons", False),
        ("3 percent", "-3 percent", True),
        ("4,380 ports", "4,388 ports", False),
        ("over 4,380 ports", "4,388 ports", True),
        ("4,380 ports", "4,384 ports", True),
    ],
)
def test_agree(one: str, two: str, same: bool) -> None:
    assert agree(only(one), only(two)) is same
    assert agree(only(two), only(one)) is same


def test_significance_counts_no_filling_zeros() -> None:
    assert significance(1800, 1) == 100
    assert significance(2_300_000, 100_000) == 100_000
    assert significance(0, 1) == 1


@pytest.mark.parametrize(
    "text", ["9" * 10_000_000, "12 " * 1_000_000, "3.4%\n" * 500_000], ids=["one", "row", "column"]
)
def test_megabytes_of_bare_figures_are_no_quantities(text: str) -> None:
    assert [found.unit for found in read(text + "and 5 tons")] == ["ton"]


def test_a_table_ends_where_words_begin() -> None:
    row = "12 3.4% 1,200 " * 20
    assert [found.value for found in read(f"We saw 5 piers. {row} They saw 7 piers.")] == [5, 7]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5 feet 6 inches", Fraction(11, 2), "foot"),
        ("two hours and thirty minutes", Fraction(5, 2), "hour"),
        ("10km/h", 10, "kilometer-per-hour"),
        ("12 metres per second", 12, "meter-per-second"),
        ("35 micrograms per cubic meter", 35, "microgram-per-cubic-meter"),
        ("1.4 billion ton-kilometers", 1_400_000_000, "ton-kilometer"),
        ("500-kilovolt", 500, "kilovolt"),
        ("10 gigabits per second", 10, "gigabit-per-second"),
        ("24 kcal", 24, "kilocalorie"),
        ("22.5 knots", Fraction(45, 2), "knot"),
        ("300 million Thai baht", 300_000_000, "baht"),
        ("AUD$ 15", 15, "australian-dollar"),
        ("₹500", 500, "rupee"),
        ("40 000 tons", 40_000, "ton"),
        ("1 200 050 tons", 1_200_050, "ton"),
        ("three and one fourth miles", Fraction(13, 4), "mile"),
    ],
)
def test_unit(text: str, value: int | Fraction, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.span) == (value, unit, (0, len(text)))


@pytest.mark.parametrize(
    "text", ["7 200 tons", "two dollars, three yuan", "5 miles and 3 hours", "10 meters and 3 feet"]
)
def test_two_figures_stay_two(text: str) -> None:
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "approx"),
    [("40 or more", "above"), ("40 and less than 50", ""), ("60 and above", "above"), ("40 and more will come", "")],
)
def test_what_stands_behind_a_figure(text: str, approx: str) -> None:
    assert read(text)[0].approx == approx
