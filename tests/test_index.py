"""The index of forms: the same uses as a plain search, in every spelling that counts as a use."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.glossary import Forbidden, Glossary, Term
from termcheck.model import Block, Span
from termcheck.text import Source, fold


def document(text: str) -> Document:
    return Document(Source("x.txt", text), (Block("paragraph", Span(0, len(text))),))


def uses(text: str, *terms: Term) -> list[tuple[str, str, str]]:
    """Text, form and kind of every use."""
    doc = document(text)
    return [(doc[use.span], use.form, use.kind) for use in Glossary(terms).uses(doc)]


def forms(text: str, *terms: Term) -> list[str]:
    return [found for found, _, _ in uses(text, *terms)]


PLAN = Term("Coastal Rail Plan")
FOUND = [
    ("The Coastal Rail Plan.", PLAN, ["Coastal Rail Plan"]),
    ("COASTAL RAIL PLAN, Coastal rail plan", PLAN, ["COASTAL RAIL PLAN", "Coastal rail plan"]),
    ("Coastal  Rail\nPlan and Coastal-Rail\u00a0Plan", PLAN, ["Coastal  Rail\nPlan", "Coastal-Rail\u00a0Plan"]),
    ("Coastal\u2013Rail Plan", PLAN, ["Coastal\u2013Rail Plan"]),
    ("the Coastal Rail Plan's and two Coastal Rail Plans", PLAN, ["Coastal Rail Plan's", "Coastal Rail Plans"]),
    ("Coastal. Rail Plan, Coastal, Rail Plan, Coastal\n\nRail Plan, Rail Plan Coastal", PLAN, []),
    ("Coastal Rail Planning", PLAN, []),
    ("megaparks, mega-parks and a mega park", Term("megapark"), ["megaparks", "mega-parks", "mega park"]),
    ("startups, start-ups; they start up", Term("start-up"), ["startups", "start-ups", "start up"]),
    ("they start up a firm", Term("startup"), []),
    ("a healthcare plan", Term("health care"), ["healthcare"]),
    ("freight train, freight trains", Term("freight trains"), ["freight train", "freight trains"]),
    ("to cover new ground", Term("Cover News"), []),
    ("United Nation", Term("United Nations"), []),
    ("ministries of finance", Term("ministry of finance"), ["ministries of finance"]),
    ("ministries in finance", Term("ministry in finance"), []),
    ("a ten-year plan, a 10-year plan", Term("10-year plan"), ["ten-year plan", "10-year plan"]),
    (
        "fair, open and free; fair, open, and free",
        Term("fair, open, and free"),
        ["fair, open and free", "fair, open, and free"],
    ),
    ("fair open, and free", Term("fair, open, and free"), []),
    ('the "one fare" ticket', Term('"one fare" ticket'), ['one fare" ticket']),
    ("Fishers\u2019 Port Board, Fishers Port Board", Term("Fishers' Port Board"), ["Fishers\u2019 Port Board"]),
    ("R&D, not RD", Term("R&D"), ["R&D"]),
    ("the 13+2 regions, 13 2", Term("13+2"), ["13+2"]),
    (
        "\u957f\u6c5f\u7ecf\u6d4e\u5e26\u5efa\u8bbe",
        Term("\u957f\u6c5f\u7ecf\u6d4e\u5e26"),
        ["\u957f\u6c5f\u7ecf\u6d4e\u5e26"],
    ),
    ("who is WHO?", Term("World Health Organization", abbreviation="WHO"), ["WHO"]),
    ("new NEVs and the NEV's price", Term("new energy vehicle", abbreviation="NEV"), ["NEVs", "NEV's"]),
    ("mu of land; a Mus", Term("mu", inflect=False), ["mu"]),
]


@pytest.mark.parametrize(("text", "term", "expected"), FOUND)
def test_forms_found(text: str, term: Term, expected: list[str]) -> None:
    assert forms(text, term) == expected


def test_the_words_as_they_stand_go_before_what_they_may_stand_for() -> None:
    plan = Term("10 port plan", allowed=("ten port plan",))
    found = uses("a ten port plan, a 10 port plan", plan)
    assert [form for _, form, _ in found] == ["ten port plan", "10 port plan"]


def test_longest_and_leftmost() -> None:
    rail, plan, long = Term("Coastal Rail"), Term("Rail Plan"), Term("Coastal Rail Plan Office")
    assert forms("Coastal Rail Plan Office, Coastal Rail Plan", rail, plan, long) == [
        "Coastal Rail Plan Office",
        "Coastal Rail",
    ]


def test_a_right_form_protects_its_words() -> None:
    term = Term("green shield", allowed=("green barrier reef",), forbidden=(Forbidden("green barrier"),))
    assert uses("a green barrier and a green barrier reef", term) == [
        ("green barrier", "green barrier", "forbidden"),
        ("green barrier reef", "green barrier reef", "allowed"),
    ]
    reef = Term("barrier reef park")
    assert [kind for _, _, kind in uses("the green barrier reef park", term._replace(allowed=()), reef)] == [
        "preferred"
    ]


def test_the_form_in_these_letters_goes_first() -> None:
    term = Term("Digital Port", allowed=("digital port scheme",), forbidden=(Forbidden("digital Port"),))
    assert [kind for _, _, kind in uses("Digital Port, digital Port, digital port", term)] == [
        "preferred",
        "forbidden",
        "preferred",
    ]


@pytest.mark.parametrize("blank", ["\n", "\r\n", "  ", "\u00a0"])
def test_a_line_end_is_a_blank_of_a_form_in_its_letters(blank: str) -> None:
    term = Term("home town project", forbidden=(Forbidden("home-town project"),))
    ((_, form, kind),) = uses(f"The home-town{blank}project.", term)
    assert (form, kind) == ("home-town project", "forbidden")


def test_capitals_of_a_forbidden_form_count() -> None:
    term = Term("State Grid", forbidden=(Forbidden("National Grid"), Forbidden("power net")))
    assert forms("National Grid, national grid, Power net", term) == ["National Grid", "Power net"]


def test_preferred_before_allowed() -> None:
    one, two = Term("public goods for all", allowed=("public goods",)), Term("public goods")
    doc = document("public goods")
    assert [use.term for use in Glossary((one, two)).uses(doc)] == [two]


WORDS = st.sampled_from("red blue-green gold ore pit".split())
TEXTS = st.lists(st.sampled_from("red blue green gold ore pit . , - \n of".split(" ")), max_size=30)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6, unique=True), TEXTS)
def test_same_as_a_plain_search(names: list[str], parts: list[str]) -> None:
    text = " ".join(parts).replace(" - ", "-")
    doc = document(text)
    found = [use.span for use in Glossary(tuple(Term(name, inflect=False) for name in names)).uses(doc)]
    assert found == plain_search(names, text)


def plain_search(names: list[str], text: str) -> list[Span]:
    """Leftmost and longest by one regular expression per name."""
    spans, at = [], 0
    joint = r"(?: *\n? *|-)"
    patterns = [re.compile(rf"(?<![a-z]){joint.join(re.split('[ -]', name))}(?![a-z])") for name in names]
    while at < len(text):
        ends = [match.end() for pattern in patterns if (match := pattern.match(fold(text), at))]
        if ends:
            spans.append(Span(at, max(ends)))
            at = max(ends)
        at += 1
    return spans


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    spans = [use.span for use in Glossary((Term("a b"), Term("b-c"), Term("a, b"))).uses(document(text))]
    assert all(one.end <= two.start for one, two in pairwise(spans))
