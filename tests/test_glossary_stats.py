"""Statistics of a glossary, and the project's own."""

from __future__ import annotations

from pathlib import Path

from termcheck.glossary import Fact, Forbidden, Glossary, Origin, Person, Term
from termcheck.glossary.load import load
from termcheck.glossary.stats import Hidden, statistics

HERE = Origin("g.yaml", 1)
BANK = Term("Harbour Bank", ("港湾银行",), "HB", "organisation", allowed=("the bank",), origin=HERE)
FUND = Term("Growth Bank", kind="organisation", allowed=("the bank",), forbidden=(Forbidden("grow bank", "no"),))


def test_counts() -> None:
    glossary = Glossary(
        (BANK, FUND, Term("pier")), (Person("Li Ming", origin=HERE),), (Fact("pier", "{n}", {"n": "2"}, origin=HERE),)
    )
    found = statistics(glossary)
    assert (found.terms, found.with_source, found.with_authority, found.people, found.facts) == (3, 1, 0, 1, 1)
    assert (found.allowed, found.abbreviations, found.forbidden, found.forbidden_with_reason) == (2, 1, 1, 1)
    assert found.terms_by_kind == {"organisation": 2, "": 1}
    assert found.entries_by_file == {"g.yaml": 3, "": 2}
    assert [term.term for term in found.without_source] == ["Growth Bank", "pier"]
    assert found.hidden == (Hidden("the bank", FUND, BANK),)


def test_the_projects_own_glossary() -> None:
    found = statistics(load([Path(__file__).parents[1] / "glossary"]))
    assert found.terms >= 132
    assert found.without_source == ()
    assert found.hidden == ()
    assert found.forbidden == found.forbidden_with_reason
