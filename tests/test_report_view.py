"""What the templates of the style report are given: cards, choices, what is told at a glance."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from termcheck.plan import Request, plan
from termcheck.reports.html.change import Change, between
from termcheck.reports.html.choices import choices
from termcheck.reports.html.glance import WIDTH, by_rule, by_speaker, by_turn, strip, verdict
from termcheck.reports.html.view import Page, view
from termcheck.reports.provenance import provenance
from termcheck.run import run

TEXT = """Speakers:
Ms. Lee Wen, director of the water office

Lee Wen:
The river is one of longest rivers. We use single-dose bottles, and the levels rose.
Our ports , and harbors grew towards the sea and toward the land.

Reuters:
Why one of best ports?
"""


def page(text: str, **asked: object) -> Page:
    Path("a.txt").write_text(text, encoding="utf-8")
    request = Request(["a.txt"], glossaries=[], cache=False, studied=True, **asked)
    work = plan(request)
    return view(run(work), work, provenance(request, work, datetime(2024, 6, 5))).pages[0]


@pytest.fixture
def lee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.chdir(tmp_path)
    return page(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Chengdu financial court", "Chengdu Financial Court", ("Chengdu ", "financial court", "Financial Court", "")),
        ("Legal Center", "Legal Research Center", ("Legal ", "", "Research", " Center")),
        ("the the", "the", ("the ", "the", "", "")),
        ("transportaion", "transportation", ("", "transportaion", "transportation", "")),
        ("a  b", "a b", ("", "a  b", "a b", "")),
    ],
)
def test_a_change_shows_the_words_that_differ(old: str, new: str, told: tuple[str, ...]) -> None:
    assert between(old, new) == Change(*told)


def test_cards_leave_out_what_the_change_shows(lee: Page) -> None:
    told = {card.one.text: (card.change and card.change.new, card.message) for card in lee.cards}
    assert told["one of longest"] == ("the", "article missing")
    assert told[" ,"] == (None, 'no space before ","')


def test_the_verdict_says_what_to_do(lee: Page) -> None:
    assert verdict(lee).startswith("2 errors to mend before this is published; 1 warning and 1 suggestion")
    assert verdict(page("All is well.\n")) == "Nothing to mend was found."


def test_counts_by_rule_speaker_and_turn_are_those_of_the_page(lee: Page) -> None:
    total = len(lee.having("open"))
    assert total == sum(one.total for one in by_rule(lee)) == sum(one.total for one in by_speaker(lee))
    assert total == sum(one.total for _, one in by_turn(lee))
    assert [one.name for one in by_speaker(lee)] == ["Lee Wen", "Reuters", ""]


def test_the_strip_has_a_mark_for_each_issue_in_order(lee: Page) -> None:
    line = strip(lee)
    assert len(line.marks) == len(lee.having("open"))
    assert [mark.x for mark in line.marks] == sorted(mark.x for mark in line.marks)
    assert all(0 <= mark.x < WIDTH for mark in line.marks)
    assert sum(band.width for band in line.bands) == WIDTH


def test_a_tie_is_one_choice_with_both_its_places(lee: Page) -> None:
    (tie,) = [choice for choice in choices(lee) if choice.cards[0].one.issue.rule == "consistency/variety"]
    assert not tie.doubtful
    assert {tie.cards[0].one.text, *(note.text for note in tie.others)} == {"towards", "toward"}
    assert tie.entries.count("- rule:") == len(tie.cards)


def test_a_card_carries_the_decision_that_would_accept_it(lee: Page) -> None:
    card = next(card for card in lee.cards if card.one.text == " ,")
    assert card.entry.startswith("- rule: style/space-before-punctuation\n  file: a.txt\n")


def test_an_unreadable_file_has_a_page_that_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    request = Request(["none.txt"], glossaries=[], cache=False, studied=True)
    work = plan(request)
    (missing,) = view(run(work), work, provenance(request, work, datetime(2024, 6, 5))).pages
    assert verdict(missing) == "This file could not be read."
