"""What the report says of figures: facts, conversions, counts, code names, dates, and each figure."""

from __future__ import annotations

import pickle
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.figures.directions import movement
from termcheck.glossary import Fact, Glossary, Term
from termcheck.model import Finding, Issue, Note, Severity, Span, Status
from termcheck.place import Located, locate
from termcheck.plan import Request, plan
from termcheck.reports.html import render, view
from termcheck.reports.provenance import provenance
from termcheck.rule import Context
from termcheck.rules.number import inconsistent
from termcheck.run import run
from termcheck.structure import parse
from termcheck.study.numbers import Numbers, numbers
from termcheck.study.numbers.written import value
from termcheck.text import Source

LINE = Term("Oban Ferry Line")
PLAN = Term("3+5+12", kind="figure", parts=(3, 5, 12))
PIERS = Fact("Oban Ferry Line", "{piers} piers in {states} island states", {"piers": "214", "states": "36"}, "2024-06")


def doc(text: str) -> Document:
    return parse(Source("a.txt", text))


def study(text: str, *issues: Located, glossary: Glossary = Glossary()) -> Numbers:  # noqa: B008
    return numbers(doc(text), Context(glossary), issues)


def checked(text: str) -> Numbers:
    """The figures of a text with the issues of the rule that finds two figures for one fact."""
    read = doc(text)
    found = inconsistent.check(read, Context(Glossary()))
    return study(text, *(locate(read, Issue(inconsistent.RULE.id, Severity.ERROR, "a.txt", one)) for one in found))


def test_a_fact_told_twice_is_one_with_both_places() -> None:
    (fact,) = study(
        "The ferry line serves 214 piers in 36 island states.\n\nAs you know, the line serves 214 piers in 36 states."
    ).facts
    assert [(one.line, one.text) for one in fact.places] == [
        (1, "214 piers in 36 island states"),
        (3, "214 piers in 36 states"),
    ]
    assert fact.verdict == "equal"


def test_a_rounded_figure_agrees() -> None:
    (fact,) = study(
        "The reservoir supplies drinking water to 3.42 million households.\n\n"
        "In all, the reservoir supplies drinking water to over 3.4 million households."
    ).facts
    assert fact.verdict == "rounded"


def test_figures_that_disagree_are_those_that_the_rules_report() -> None:
    (fact,) = checked(
        "The ferry line serves 214 piers in 36 island states.\n\nThe line now serves 241 piers in 36 island states."
    ).facts
    assert (fact.verdict, fact.issues, len(fact.places)) == ("differ", (0,), 2)


@pytest.mark.parametrize(
    ("status", "doubtful", "verdict"), [("accepted", False, "accepted"), ("open", True, "doubtful")]
)
def test_a_difference_weighs_what_its_issue_weighs(status: Status, doubtful: bool, verdict: str) -> None:
    text = "It has 214 piers.\n\nIt has 241 piers.\n"
    finding = Finding(Span(26, 29), "two figures", (Note(Span(7, 10), "the other figure"),), doubtful=doubtful)
    issue = Issue("number/inconsistent", Severity.ERROR, "a.txt", finding, status)
    assert [fact.verdict for fact in study(text, locate(doc(text), issue)).facts] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "The northern harbor has 214 berths.\n\nThe southern harbor has 214 berths.",
        "In 2021 the line served 214 piers in 36 states.\n\nIn 2024 the line served 214 piers in 36 states.",
        "The fair drew 214 guests.\n\nThey sold 214 tickets.",
    ],
)
def test_like_figures_of_two_things_are_no_fact(text: str) -> None:
    assert study(text).facts == ()


def test_a_figure_that_a_speaker_refers_back_to() -> None:
    text = (
        "Li Na:\n\nLast year the plant in Bern made 2.3 million vehicles.\n\nGuo Wen:\n\n"
        "As Ms. Li mentioned earlier, we made over 2.3 million vehicles.\n"
    )
    assert [one.speaker for fact in study(text).facts for one in fact.places] == ["Li Na", "Guo Wen"]


def test_what_the_glossary_says_stands_beside_the_text() -> None:
    glossary = Glossary((LINE,), facts=(PIERS,))
    (fact,) = study("The Oban Ferry Line serves 214 piers in 36 island states.", glossary=glossary).facts
    assert (fact.verdict, fact.settled, fact.as_of) == ("once", "214 piers in 36 island states", "2024-06")
    (fact,) = study("The Oban Ferry Line serves 241 piers in 36 island states.", glossary=glossary).facts
    assert fact.verdict == "differ"


def test_conversions_and_what_is_not_converted() -> None:
    found = study("They sowed 4,500 mu (300 hectares) of rye, 600 mu (80 hectares) of oats and 90 mu of reeds.")
    assert [(one.given, one.exact, one.right) for one in found.conversions] == [
        ("4,500 mu", "300 hectares", True),
        ("600 mu", "40 hectares", False),
    ]
    assert [(unit.name, [spot.text for spot, _ in unit.places]) for unit in found.units] == [("mu", ["90 mu"])]


def test_announced_points_and_lists() -> None:
    found = study(
        "We took two measures.\n\nFirst, we raised the dam.\n\nSecond, we dug a canal.\n\n"
        "Depots stand in three towns: Oban, Perth, and Ayr.\n\nFirst, rain fell.\n\nSecond, snow fell."
    ).announced
    assert [(one.said, one.found, one.verdict) for one in found] == [
        (2, "2", "agree"),
        (3, "3", "agree"),
        (None, "2", ""),
    ]
    assert [point.text for point in found[0].points] == ["First, we raised the dam.", "Second, we dug a canal."]
    assert found[1].listed == "Oban, Perth, and Ayr."


def test_a_count_differs_only_where_a_rule_says_so() -> None:
    text = "Depots stand in five towns: Oban, Perth, and Ayr."
    assert [one.verdict for one in study(text).announced] == ["unsure"]
    finding = Finding(Span(16, 20), "five are announced, but 3 are listed")
    issue = locate(doc(text), Issue("number/list-length", Severity.WARNING, "a.txt", finding))
    assert [(one.verdict, one.issues) for one in study(text, issue).announced] == [("differ", (0,))]


def test_code_names_are_taken_apart() -> None:
    text = "Under 3+5+12 there are three old clusters, five big clusters and 12 new clusters."
    (code,) = study(text, glossary=Glossary((PLAN,))).codes
    assert (code.parts, [spot.text for spot, _ in code.told], code.right) == ((3, 5, 12), ["three", "five", "12"], True)


def test_dates_by_the_day_of_the_event() -> None:
    text = (
        "Geneva | 3 p.m. March 11, 2026\n\nToday, March 11, we met. Last year, in October last year and by 2030, "
        "on Monday, May 4, 2026, since last January."
    )
    assert [(day.spot.text, day.meant, day.relation, day.weekday) for day in study(text).days] == [
        ("March 11", "Wednesday, March 11, 2026", "the day of the event", ""),
        ("Last year", "2025", "the year before", ""),
        ("October last year", "October 2025", "5 months before", ""),
        ("2030", "2030", "4 years after", ""),
        ("Monday, May 4, 2026", "Monday, May 4, 2026", "54 days after", "right"),
        ("last January", "January 2026 or January 2025", "", ""),
    ]


def test_every_figure_has_its_row() -> None:
    found = study(
        "Li Na:\n\nTrade rose by over 6.1%. It grew to 360 billion yuan. A half of 1,200 new boats are 40-foot ships.\n"
    )
    assert [speech.speaker for speech in found.speeches] == ["Li Na"]
    assert [(one.kind, one.value, one.unit, one.counted, one.direction) for one in found.speeches[0].figures] == [
        ("percent", "6.1", "%", "", "up by more than"),
        ("money", "360 billion", "yuan", "", "up to"),
        ("share", "1/2", "", "", ""),
        ("count", "1,200", "", "new boats", ""),
        ("measure", "40", "feet", "ships", ""),
    ]
    assert dict(found.kinds) == {"percent": 1, "money": 1, "share": 1, "count": 1, "measure": 1}


def test_an_issue_is_linked_to_the_figures_it_is_about() -> None:
    text = "It has 214 piers.\n\nIt has 241 piers.\n"
    finding = Finding(Span(26, 29), "two figures", (Note(Span(7, 10), "the other figure"),))
    found = study(text, locate(doc(text), Issue("number/inconsistent", Severity.ERROR, "a.txt", finding)))
    assert [one.issues for speech in found.speeches for one in speech.figures] == [(0,), (0,)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trade rose by [6 percent].", "up by"),
        ("Trade was up [6 percent].", "up"),
        ("Trade can take up to [6 percent].", ""),
        ("It saw a [6.2 percent] year-on-year decline.", "down"),
        ("The time will be cut to [50 minutes].", "down to"),
        ("They expanded [18] big farms.", ""),
        ("They raised pay in [18] towns.", ""),
        ("The line has [18] stops.", ""),
    ],
)
def test_the_direction_of_a_figure(text: str, told: str) -> None:
    begin = text.index("[")
    read = doc(text.replace("[", "").replace("]", ""))
    (quantity,) = read.quantities_in((begin, begin + 1))
    assert movement(read, quantity) == told


@pytest.mark.parametrize(
    ("number", "written"),
    [(15_220_000, "15.22 million"), (1_234_567, "1,234,567"), (0, "0"), (-3, "−3"), (10**12, "1 trillion")],
)
def test_values_as_people_write_them(number: int, written: str) -> None:
    assert value(number) == written


FULL = """Briefing on ferries
Geneva | 3 p.m. March 11, 2026

Li Na:

The Oban Ferry Line serves 241 piers in 36 island states. We took two measures.

First, we raised it.

Second, we dug a canal.

Third, we planted reeds. On Monday, March 18, we sowed 4,500 mu (3,000 hectares) of rye and 90 mu of oats <b>.

Guo Wen:

The Oban Ferry Line serves 214 piers in 36 island states. The Oban Ferry Line grew by 5%.
Depots stand in five towns: Oban, Perth, and Ayr. It is 82 miles long.
The "3512" plan has three harbor clusters, six rail clusters and 12 new clusters for parcels.
"""
GLOSSARY = """terms:
  - term: Oban Ferry Line
facts:
  - about: Oban Ferry Line
    statement: "{piers} piers in {states} island states"
    values: {piers: 214, states: 36}
  - about: Oban Ferry Line
    statement: grew by {share}
    values: {share: 5%}
"""


def test_the_section_shows_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FULL, encoding="utf-8")
    (tmp_path / "g.yaml").write_text(GLOSSARY, encoding="utf-8")
    asked = Request([str(tmp_path / "a.txt")], glossaries=[str(tmp_path / "g.yaml")], cache=False, studied=True)
    work = plan(asked)
    shown = render(view(run(work), work, provenance(asked, work, datetime(2026, 3, 11))))
    _, _, section = shown.partition('<section class="panel numbers"')
    section = section.partition("</section>")[0]
    for heading in (
        "Facts told more than once (1)",
        "Facts of the glossary (1)",
        "Conversions (1)",
        "Not converted: mu",
        "Announced counts and their lists (2)",
        "Code names (1)",
        "All figures (14)",
        "Dates (1)",
    ):
        assert heading in section
    assert "day of the week wrong" in section
    assert "<b>." not in section


SCRAPS = "First, |Second, |three |12 |3.4 million |mu |(|2 hectares) |towns: |Oban, |. |\n\n|去年|5%|“33618” ".split(
    "|"
)


@given(st.lists(st.sampled_from(SCRAPS)).map("".join))
def test_any_text_has_its_numbers(text: str) -> None:
    found = study(text)
    assert pickle.loads(pickle.dumps(found)) == found
    shown = (*found.labels, *found.days, *(one for speech in found.speeches for one in speech.figures))
    assert len(shown) == len(doc(text).quantities) + len(doc(text).dates)
