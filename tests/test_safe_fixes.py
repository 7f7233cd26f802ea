"""Which fixes are safe, which are not, and which faults have none: no fix may hide what a reader would see."""

from __future__ import annotations

import pytest

from termcheck.engine import check
from termcheck.glossary import Glossary
from termcheck.model import Issue
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source


def issue(rule: str, text: str) -> Issue:
    """The only issue of a rule."""
    (one,) = check(parse(Source("a.txt", text)), Glossary(), [one for one in RULES if one.id == rule])
    return one


@pytest.mark.parametrize(
    ("rule", "text", "safe"),
    [
        ("style/article", "It took a hour of work.", True),
        ("style/article", "This is an university of note.", True),
        ("style/article", "They run an university.", False),
        ("style/article", "A port an wharf of note.", False),
        ("style/article", "It was such a old man.", True),
        ("style/repeated-word", "Growth of of exports slowed.", True),
        ("style/repeated-word", "It is an an old port.", True),
        ("style/repeated-word", "It is open to the world to the world again.", False),
    ],
)
def test_a_fix_is_safe_where_nothing_else_may_be_meant(rule: str, text: str, safe: bool) -> None:
    fix = issue(rule, text).finding.fix
    assert fix and fix.safe == safe


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("style/article", "He met the a old man."),
        ("style/repeated-word", "The plan of a port an an airport."),
        ("style/repeated-word", "Could could help us?"),
    ],
)
def test_a_word_that_may_stand_for_another_has_no_fix(rule: str, text: str) -> None:
    assert issue(rule, text).finding.fix is None


def test_a_typo_between_two_words_of_the_text_has_no_fix() -> None:
    text = "They make a market here, and the market is new. The {} is old."
    assert issue("spelling/typo", text.format("maket")).finding.fix is None
    assert issue("spelling/typo", text.format("markket")).finding.fix
    assert issue("spelling/typo", "They worked. They are worred.").finding.fix is None


def test_a_compound_is_not_closed_where_that_is_no_word() -> None:
    text = "The {0} loans, the {0} bonds, the {0} notes. A {1} bill."
    assert issue("consistency/compound", text.format("pesodenominated", "peso-denominated")).finding.fix is None
    assert issue("consistency/compound", text.format("seaborne", "sea-borne")).finding.fix


def test_a_part_of_a_longer_compound_is_not_divided() -> None:
    text = "An interest rate year came. No interest rate year is an interest rate year or {}interestrate year."
    assert issue("consistency/compound", text.format("high-")).finding.fix is None
    assert issue("consistency/compound", text.format("")).finding.fix
