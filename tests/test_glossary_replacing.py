"""A term written in place of other words: what around them goes with it, and where no fix is right."""

from __future__ import annotations

import pytest

from termcheck.fix import apply
from termcheck.glossary.replacing import replacement
from termcheck.model import Span
from termcheck.structure import parse
from termcheck.text import Source


def replaced(text: str, want: str) -> str | None:
    """A text with `want` in place of what stands in square brackets, None where there is no fix."""
    start, end = text.index("["), text.index("]") - 1
    doc = parse(Source("a.txt", text.replace("[", "").replace("]", "")))
    fix = replacement(doc, Span(start, end), want)
    return fix and apply(doc.text, [fix])


@pytest.mark.parametrize(
    ("text", "want", "after"),
    [
        ("They took a [short pass].", "hourly ticket", "They took an hourly ticket."),
        ("It is an [open ticket].", "universal pass", "It is a universal pass."),
        ("He saw an [early plan] and left.", "8-year plan", "He saw an 8-year plan and left."),
        ("We met at a “[coast belt]” there.", "inland zone", "We met at an “inland zone” there."),
        ("THE PORT OPENS A [COAST BELT]", "INLAND ZONE", "THE PORT OPENS AN INLAND ZONE"),
        ("He saw a\n[coast belt].", "inland zone", "He saw an\ninland zone."),
        ("In class A [coast belt] is new.", "unusual zone", "In class A unusual zone is new."),
    ],
)
def test_the_article_follows_the_sound(text: str, want: str, after: str) -> None:
    assert replaced(text, want) == after


@pytest.mark.parametrize(
    ("text", "want", "after"),
    [
        ("A modern [coast belt] is here.", "modern inland zone", "A modern inland zone is here."),
        ("Modern [coast belts] grow.", "modern inland zones", "Modern inland zones grow."),
        ("We like the [North Plan].", "the Northern Plan", "We like the Northern Plan."),
        ("We like Peru's [North Plan].", "the Northern Plan", "We like Peru's Northern Plan."),
        ("[North Plan] is new.", "the Northern Plan", "The Northern Plan is new."),
    ],
)
def test_no_word_stands_twice(text: str, want: str, after: str) -> None:
    assert replaced(text, want) == after


def test_capitals_are_those_of_the_place() -> None:
    assert replaced("# [Coast Belts] Open in May", "inland zones of trade") == "# Inland Zones of Trade Open in May"
    assert replaced("We saw the [Coast Belt] there.", "inland zone") == "We saw the Inland Zone there."
    assert replaced("The [Coast Belt] Forum met yesterday.", "inland zone") is None
    assert replaced("They met [Chief Clerk] Okafor there.", "head clerk") == "They met Head Clerk Okafor there."
    assert replaced("The [Coast Belt] Forum met yesterday.", "Inland Zone") == "The Inland Zone Forum met yesterday."


@pytest.mark.parametrize(
    "text",
    [
        "The [coast trade] has grown.",
        "A [coast trade] grows.",
        "This [coast trade] grew.",
        "Growth of this [coast trade].",
        "They said the [coast trade] grew.",
        "The port of a [coast trade] that grows.",
    ],
)
def test_words_of_another_number_are_left_to_the_reader(text: str) -> None:
    assert replaced(text, "inland services") is None


def test_words_of_another_number_are_written_where_no_verb_agrees_with_them() -> None:
    assert (
        replaced("Growth of the [coast trade] is fast.", "inland services") == "Growth of the inland services is fast."
    )
    assert replaced("The rise of a [coast trade] came.", "inland services") == "The rise of inland services came."
    assert replaced("The rise of [coast trades] came.", "inland service") is None
    assert replaced("We promote the [coast trade].", "inland services") == "We promote the inland services."
    assert replaced("The [head office] is new.", "headquarters") == "The headquarters is new."
