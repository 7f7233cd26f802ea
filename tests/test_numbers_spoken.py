"""Figures as press conferences say them: what is read, with value, unit and direction."""

from __future__ import annotations

from fractions import Fraction

import pytest

from termcheck.lang.english.dates import dates
from termcheck.lang.english.numbers import quantities
from termcheck.lang.quantity import AMOUNTS
from termcheck.lang.words import Tokens
from termcheck.text import fold

M, B, T = 10**6, 10**9, 10**12

# sentence, then each amount in order: as written, value (two of a range), unit, direction
SENTENCES: list[tuple[str, list[tuple[str, object, str, str]]]] = [
    ("Grain output topped 695 million tonnes, up 0.5 percent year on year.",
     [("695 million tonnes", 695 * M, "ton", "above"), ("0.5 percent", Fraction(1, 2), "percent", "")]),
    ("Nearly 42,000 km of high-speed track has been laid, linking 93 cities.",
     [("42,000 km", 42000, "kilometer", "below"), ("93", 93, "", "")]),
    ("Exports rose by 7.1 percent to 5.2 trillion yuan in the first two months of the year.",
     [("7.1 percent", Fraction(71, 10), "percent", ""), ("5.2 trillion yuan", 5200 * B, "yuan", ""),
      ("two months", 2, "month", "")]),
    ("One in five residents is now over the age of 60.",
     [("One in five", Fraction(1, 5), "", ""), ("60", 60, "", "")]),
    ("Some 3.2 billion passenger trips were made, 1.4 times the figure of 2019.",
     [("3.2 billion", 3200 * M, "", "about"), ("1.4 times", Fraction(7, 5), "times", "")]),
    ("We shipped 20 to 30 million doses to more than 120 countries and 15 organizations.",
     [("20 to 30 million", (20 * M, 30 * M), "", ""), ("120", 120, "", "above"), ("15", 15, "", "")]),
    ("Forest cover stands at 24.02 percent, and 80.9 million mu of land was greened.",
     [("24.02 percent", Fraction(2402, 100), "percent", ""), ("80.9 million mu", 80_900_000, "mu", "")]),
    ("The central bank injected RMB1.1 trillion, or about US$150 billion.",
     [("RMB1.1 trillion", 1100 * B, "yuan", ""), ("US$150 billion", 150 * B, "dollar", "about")]),
    ("Roughly two-thirds of the 2,800 counties are connected.",
     [("two-thirds", Fraction(2, 3), "", "about"), ("2,800", 2800, "", "")]),
    ("It took twelve and a half years and a 57-kilometer tunnel.",
     [("twelve and a half years", Fraction(25, 2), "year", ""), ("57-kilometer", 57, "kilometer", "")]),
    ("The rate was cut by 25 basis points to between 4.25 and 4.5 percent.",
     [("25 basis points", 25, "basis-point", ""),
      ("4.25 and 4.5 percent", (Fraction(17, 4), Fraction(9, 2)), "percent", "")]),
    ("At least 6,000 households, or 23,500 people, have been relocated.",
     [("6,000", 6000, "", "above"), ("23,500", 23500, "", "")]),
    ("No fewer than nine ministries and up to 300 experts took part.",
     [("nine", 9, "", "above"), ("300", 300, "", "below")]),
    ("Half a million cubic meters of rubble and 1,200-odd vehicles were removed.",
     [("Half a million cubic meters", 500_000, "cubic-meter", ""), ("1,200", 1200, "", "about")]),
    ("Unemployment fell 0.2 percentage points to 5.1%.",
     [("0.2 percentage points", Fraction(1, 5), "percentage-point", ""), ("5.1%", Fraction(51, 10), "percent", "")]),
    ("The first 10 million TEUs took 18 years, the next 10 million only four.",
     [("10 million TEUs", 10 * M, "teu", ""), ("18 years", 18, "year", ""), ("10 million", 10 * M, "", ""),
      ("four", 4, "", "")]),
    ("A budget of €1.5bn was approved, of which €400m goes to rail.",
     [("€1.5bn", 1500 * M, "euro", ""), ("€400m", 400 * M, "euro", "")]),
    ("Temperatures will drop to minus 12 degrees Celsius in some 30 counties.",
     [("minus 12 degrees Celsius", -12, "celsius", ""), ("30", 30, "", "about")]),
    ("Of every ten solar panels in the world, seven are made here.",
     [("ten", 10, "", ""), ("seven", 7, "", "")]),
    ("Its installed capacity exceeds 1,450 gigawatts, generating 2.7 trillion kWh a year.",
     [("1,450 gigawatts", 1450, "gigawatt", "above"), ("2.7 trillion kWh", 2700 * B, "kilowatt-hour", "")]),
    ("We handled tens of thousands of complaints and several hundred appeals.", []),
    ("COVID-19, 5G, the G20, Boeing 737s and Article 14 came up; Line 9 did not.", []),
    ("The \"two mountains\" theory and the Three Gorges Dam are known to all.", [("two", 2, "", "")]),
    ("No one, for one, knows which one of them will one day lead; once is enough.", []),
    ("They met at 10:30 a.m. on 15 March and again at 3 p.m. in Room 204.", []),
    ("Call 010-8628-8114 or see version 2.10.4 of the text.", []),
    ("In 2023 and early 2024, the 12th and 13th rounds were held.", []),
    ("The 1990s saw growth of nearly 10 percent a year.", [("10 percent", 10, "percent", "below")]),
    ("There are 31 provinces, eight of which lie on the coast.", [("31", 31, "", ""), ("eight", 8, "", "")]),
    ("Investment of 2, 3 and 5 billion yuan went to the three zones.",
     [("2", 2 * B, "yuan", ""), ("3", 3 * B, "yuan", ""), ("5 billion yuan", 5 * B, "yuan", ""), ("three", 3, "", "")]),
    ("About one third of a 1.3-million-square-meter site has been built on.",
     [("one third", Fraction(1, 3), "", "about"), ("1.3-million-square-meter", 1_300_000, "square-meter", "")]),
    ("More than a hundred airlines fly 36 hours or more each week.",
     [("a hundred", 100, "", "above"), ("36 hours", 36, "hour", "above")]),
    ("The plan has a goal of 100,000 new homes, 40% of them for rent.",
     [("100,000", 100_000, "", ""), ("40%", 40, "percent", "")]),
    ("A 5-4 vote, a 3-0 win and the 9/11 attacks were mentioned.",
     [("5", 5, "", ""), ("4", 4, "", ""), ("3", 3, "", ""), ("0", 0, "", "")]),
    ("Sales went from 1.2 million to 3.5 million vehicles in five years.",
     [("1.2 million to 3.5 million", (1_200_000, 3_500_000), "", ""), ("five years", 5, "year", "")]),
    ("The ship, 366 meters long, carries 24,000 containers at 22.5 knots.",
     [("366 meters", 366, "meter", ""), ("24,000", 24000, "", ""), ("22.5 knots", Fraction(45, 2), "knot", "")]),
    ("Sixty-three point seven percent of villages have 5G.",
     [("Sixty-three point seven percent", Fraction(637, 10), "percent", "")]),
    ("Two hundred and fifty thousand teachers were trained in 90-plus schools.",
     [("Two hundred and fifty thousand", 250_000, "", ""), ("90", 90, "", "above")]),
    ("The second phase cost HK$141.5 billion and took less than six months.",
     [("HK$141.5 billion", 141_500 * M, "hong-kong-dollar", ""), ("six months", 6, "month", "below")]),
    ("The tax was cut to 3/4 of its level for firms with 20-50 staff.",
     [("3/4", Fraction(3, 4), "", ""), ("20-50", (20, 50), "", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=range(len(SENTENCES)))
def test_amounts(text: str, wanted: list[tuple[str, object, str, str]]) -> None:
    tokens = Tokens(fold(text), [(0, len(text))])
    found = quantities(text, tokens, [date.span for date in dates(text, tokens)])
    got = [
        (text[slice(*q.span)], q.value if q.high is None else (q.value, q.high), q.unit, q.approx)
        for q in found
        if q.kind in AMOUNTS
    ]
    assert got == wanted
