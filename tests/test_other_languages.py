"""Figures and dates in languages without a reader of their own."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

import pytest

from termcheck.lang.dates import Date
from termcheck.lang.numbers import dates, quantities
from termcheck.lang.others.digits import value_of
from termcheck.lang.others.language import language
from termcheck.lang.quantity import Quantity
from termcheck.lang.units import UNITS
from termcheck.lang.words import Tokens
from termcheck.text import fold

CODES = ("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "hi", "ja", "ko")


def read(lang: str, text: str) -> tuple[tuple[Date, ...], tuple[Quantity, ...]]:
    tokens = Tokens(fold(text), [(0, len(text))])
    days = dates(lang, text, tokens)
    return days, quantities(lang, text, tokens, [day.span for day in days])


def figures(lang: str, text: str) -> list[str]:
    """Each quantity as "value kind unit", a range with both its values."""
    found = []
    for one in read(lang, text)[1]:
        value = f"{one.value}-{one.high}" if one.high is not None else str(one.value)
        found.append(" ".join(filter(None, (value, one.kind, one.unit))))
    return found


CASES: tuple[tuple[str, str, list[str]], ...] = (
    ("de", "mehr als 272.000 Menschen", ["272000 cardinal"]),
    ("de", "1,25 Mio. Euro", ["1250000 money euro"]),
    ("de", "dreiundzwanzigtausend", ["23000 cardinal"]),
    ("de", "zweihundertfünfzig, neunzehnhundertachtzig", ["250 cardinal", "1980 cardinal"]),
    ("de", "zwei Drittel, drei Viertel", ["2/3 fraction", "3/4 fraction"]),
    ("de", "12 bis 14 Millionen Euro", ["12000000-14000000 money euro"]),
    ("de", "Tausende Menschen, eine Frau", []),
    ("de", "in den 1920er und zwanziger Jahren", ["1920 decade", "20 decade"]),
    ("de", "um 20 Uhr, gegen 3.40 Uhr", ["None time", "None time"]),
    ("de", "der 19. Platz im 20. Jahrhundert", ["19 ordinal", "20 ordinal"]),
    ("de", "ein 24jähriger, eine 17-Jährige, vierjährig", ["24 cardinal", "17 cardinal", "4 cardinal"]),
    ("de", "5,5 Prozent und vier Prozentpunkte", ["11/2 percent percent", "4 percent percentage-point"]),
    ("de", "Achtung, Zweifel, Einheit, Dreistigkeit", []),
    ("fr", "quatre-vingt-dix-sept, soixante et onze", ["97 cardinal", "71 cardinal"]),
    ("fr", "deux cent mille, mille neuf cents", ["200000 cardinal", "1900 cardinal"]),
    ("fr", "1,5 million d'euros, 7 400 €", ["1500000 money euro", "7400 money euro"]),
    ("fr", "les années 80, au XIXe siècle, vers 12 h 30", ["80 decade", "19 ordinal", "None time"]),
    ("fr", "une demi-douzaine, un homme", ["6 cardinal"]),
    ("fr", "3-4 heures, s'imposant 3-0", ["3-4 measure hour", "3 cardinal", "0 cardinal"]),
    ("es", "1.234,5; 1,234.5; 7.100", ["2469/2 cardinal", "2469/2 cardinal", "7100 cardinal"]),
    ("es", "dos millones y medio de dólares", ["2500000 money dollar"]),
    ("es", "treinta y cinco mil, veintiuno, siglo XXI", ["35000 cardinal", "21 cardinal", "21 ordinal"]),
    ("es", "En 2015 ha subido 5 %", ["2015 year", "5 percent percent"]),
    (
        "it",
        "duecentocinquanta, ventitré, 50mila, anni '80",
        ["250 cardinal", "23 cardinal", "50000 cardinal", "80 decade"],
    ),
    ("it", "Secondo la polizia", []),
    ("pt", "R$ 5,3 bilhões, cento e vinte e três", ["5300000000 money real", "123 cardinal"]),
    ("nl", "eenentwintig, drieëntwintig, honderdvijftig", ["21 cardinal", "23 cardinal", "150 cardinal"]),
    ("pl", "sto dwadzieścia trzy tysiące, 570 tys. zł", ["123000 cardinal", "570000 money zloty"]),
    (
        "pl",
        "trzy czwarte, XX wiek, lata dwudzieste, 84-letni",
        ["3/4 fraction", "20 ordinal", "20 decade", "84 cardinal"],
    ),
    ("cs", "v roce 2019 34 125 korun, dva a půl milionu", ["2019 year", "34125 money koruna", "2500000 cardinal"]),
    ("cs", "pětadvacet, 80. léta", ["25 cardinal", "80 decade"]),
    ("ru", "2,3 млн рублей, 10 тысяч человек, 13 269", ["2300000 money ruble", "10000 cardinal", "13269 cardinal"]),
    ("ru", "двух с половиной миллионов, в 1980-х годах", ["2500000 cardinal", "1980 decade"]),
    ("ru", "3-й, две трети, в 2016 году", ["3 ordinal", "2/3 fraction", "2016 year"]),
    ("hi", "१२.५ करोड़ और 12,34,567", ["125000000 cardinal", "1234567 cardinal"]),
    ("hi", "ढाई लाख रुपये, पच्चीस प्रतिशत", ["250000 money rupee", "25 percent percent"]),
    ("ja", "１億２０００万円、三百人、2.5%増", ["120000000 money yen", "300 cardinal", "5/2 percent percent"]),
    ("ja", "２４－０で快勝、３分の１、第3位", ["24 cardinal", "0 cardinal", "1/3 fraction", "3 ordinal"]),
    ("ja", "30～60人、４０代、午後3時30分", ["30-60 cardinal", "40 decade", "None time"]),
    ("ja", "二〇二〇年、1990年代、20世紀、令和2年", ["2020 year", "1990 decade", "20 ordinal", "None label"]),
    ("ja", "千葉県と四国の一部で数千人", []),
    ("ko", "12만 5천명, 3억 달러, 세 명", ["125000 cardinal", "300000000 money dollar", "3 cardinal"]),
    ("ko", "2020년, 5시간, 제3차", ["2020 year", "5 measure hour", "3 ordinal"]),
    ("", "7.100 and 1.234.567,8", ["None code", "6172839/5 cardinal"]),
    ("sv", "1 234,5 personer, 20 %", ["2469/2 cardinal", "20 percent percent"]),
    ("de", "Covid-19, F-35, A4, 3D", ["None label"] * 4),
    ("de", "US$ 5, 5 $ 7 km, 20 °C", ["5 money dollar", "5 money dollar", "7 measure kilometer", "20 measure celsius"]),
)


@pytest.mark.parametrize(("lang", "text", "expected"), CASES)
def test_figures(lang: str, text: str, expected: list[str]) -> None:
    assert figures(lang, text) == expected


DATES: tuple[tuple[str, str, list[tuple[int | None, int | None, int | None]]], ...] = (
    ("de", "am 3. Oktober 1990", [(1990, 10, 3)]),
    ("de", "Ende Mai, 1.7.2020, 2020-07-19", [(None, 5, None), (2020, 7, 1), (2020, 7, 19)]),
    ("fr", "le 1er mai 2019, l'après-11 septembre 2001", [(2019, 5, 1), (2001, 9, 11)]),
    ("fr", "les sept sœurs de Mars", []),
    ("es", "El 15 de agosto de 1940, en abril de 2014", [(1940, 8, 15), (2014, 4, None)]),
    ("it", "il 1º maggio, nell'agosto del 2011", [(None, 5, 1), (2011, 8, None)]),
    ("pt", "Em 5 de maio de 2021, dez pessoas", [(2021, 5, 5)]),
    ("pl", "17 września 1939 roku, w maju 2015", [(1939, 9, 17), (2015, 5, None)]),
    ("cs", "5. května 2020", [(2020, 5, 5)]),
    ("ru", "26 июля, 1 января 2020 года", [(None, 7, 26), (2020, 1, 1)]),
    ("hi", "१५ अगस्त 1947, सितंबर 2017", [(1947, 8, 15), (2017, 9, None)]),
    ("ja", "1895（明治28）年7月、今月９日、3日間", [(1895, 7, None), (None, None, 9)]),
    ("ko", "2020년 7월 19일", [(2020, 7, 19)]),
    ("", "3/4/2020, 31/12/2020", [(2020, 12, 31)]),
)


@pytest.mark.parametrize(("lang", "text", "expected"), DATES)
def test_dates(lang: str, text: str, expected: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(one.year, one.month, one.day) for one in read(lang, text)[0]] == expected


def test_a_range_of_days() -> None:
    ((date,), found) = read("fr", "du 10 au 12 mai")
    assert (date.day, date.last_day, found) == (10, 12, ())


def test_spans() -> None:
    text = "Das kostet 12,5 Millionen Euro am 3. Mai."
    (date,), (money,) = read("de", text)
    assert text[slice(*money.span)] == "12,5 Millionen Euro"
    assert text[slice(*money.number)] == "12,5 Millionen"
    assert text[slice(*date.span)] == "3. Mai"
    assert money.precision == 100_000


@pytest.mark.parametrize(
    ("written", "decimal", "groups", "value"),
    [
        ("1.234", ",", ".", 1234),
        ("1,234", ",", ".", Fraction(617, 500)),
        ("28,000", ",", ".", 28000),
        ("0,125", ",", ".", Fraction(1, 8)),
        ("0,000", ",", ".", 0),
        ("3.5", ",", ".", Fraction(7, 2)),
        ("1.234", "", "", None),
        ("1.5", "", "", Fraction(3, 2)),
        ("12,34,567", ".", ",", 1234567),
        ("192.168.1.2", ",", ".", None),
        ("007", ",", ".", None),
        ("9" * 5000, ",", ".", None),
    ],
)
def test_signs(written: str, decimal: str, groups: str, value: Fraction | int | None) -> None:
    read_as = value_of(written, decimal, groups)
    assert (read_as and read_as[0]) == value


@pytest.mark.parametrize("code", CODES)
def test_files_of_languages(code: str) -> None:
    known = language(code)
    assert (known.decimal, known.groups) in ((",", "."), (",", " "), (".", ","), (",.", ",."))
    assert set(known.units.values()) <= UNITS.keys()
    assert set(known.months.values()) in (set(), set(range(1, 13)))
    named = {"and", "glued", "half", "tails", "vague", "ordinal", "tens", "before-tens", "behind-tens", "roman"}
    assert known.among("vague") <= known.numbers.keys()
    assert known.words.keys() <= named | {"clock", "ambiguous", "of", "range"}
    assert all(form == fold(form) for form in (*known.numbers, *known.ordinals, *known.units, *known.months))


def test_every_word_is_read_as_its_own_number() -> None:
    for code in CODES:
        known = language(code)
        for form, value in known.numbers.items():
            if value > 1 and form not in known.among("vague") and value < 10**6 and Fraction(value).denominator == 1:
                assert [one.value for one in read(code, form)[1]] == [value], (code, form)


def test_any_text_is_read_without_overlap() -> None:
    rnd = random.Random(5)
    signs = "0123456789 .,-:/'%$€°²ºª一十百千万億年月日人第٣۴५ⅣXVIxviabкогодe\n()“„½①"
    for n in range(1500):
        code = rnd.choice((*CODES, "", "sv"))
        known = language(code)
        pool = (*known.numbers, *known.ordinals, *known.units, *known.months, "1", "12", "2020", "3,5", ".", "-", "$")
        text = "".join(rnd.choices(signs, k=30)) if n % 2 else " ".join(rnd.choices(pool, k=10))
        days, found = read(code, text)
        spans = sorted((*(one.span for one in days), *(one.span for one in found)))
        assert all(start < end for start, end in spans), (code, text)
        assert all(one[1] <= two[0] for one, two in pairwise(spans)), (code, text)
        assert [one.span for one in found] == sorted(one.span for one in found)
        assert all(one.span[0] <= one.number[0] < one.number[1] <= one.span[1] for one in found), (code, text)


def test_only_words_of_the_prose_are_read() -> None:
    text = "12 Euro\n13 Euro\n14 Euro"
    tokens = Tokens(fold(text), [(8, 15)])
    assert [one.value for one in quantities("de", text, tokens)] == [13]
