"""Examples: marks are read exactly, and a glossary that fails its own examples is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from termcheck.errors import TermcheckError
from termcheck.examples import check_glossary, unmark
from termcheck.glossary import Forbidden, Glossary, Origin, Term
from termcheck.glossary.load import load
from termcheck.model import Span

SHIELD = Term("green shield", forbidden=(Forbidden("green barrier"),), origin=Origin("g.yaml", 7))


def test_marks() -> None:
    assert unmark("a [[b]] c [[d\ne]]") == ("a b c d\ne", [Span(2, 3), Span(6, 9)])
    assert unmark("none") == ("none", [])


@pytest.mark.parametrize("example", ["A [[green barrier]].", "A green shield.", "Two [[green barriers]]."])
def test_examples_that_hold(example: str) -> None:
    check_glossary(Glossary((SHIELD._replace(examples=(example,)),)))


FAILURES = {
    "A green barrier.": '"green barrier" is not marked, but term/forbidden finds it',
    "A [[green shield]].": '"green shield" is marked, but no term rule finds it',
    "A [[barrier]]. A [[green barrier]].": '"barrier" is marked',
    "A [[green barrier.]]": '"green barrier" is not marked',
}


@pytest.mark.parametrize("example", FAILURES)
def test_examples_that_fail(example: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        check_glossary(Glossary((SHIELD._replace(examples=(example,)),)))
    assert str(caught.value).startswith(f'g.yaml:7: example of "green shield" fails: {FAILURES[example]}')


def test_the_projects_own_glossary_holds() -> None:
    check_glossary(load([Path(__file__).parents[1] / "glossary"]))
