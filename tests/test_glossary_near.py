"""Near uses: one word off is found wherever it stands, and slips are found by the words around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.glossary import Glossary, Term
from termcheck.glossary.near import NearIndex
from termcheck.glossary.near_search import Change, near_uses
from termcheck.glossary.slips import slips
from termcheck.model import Block, Span
from termcheck.text import Source

NAME = "Amber Basalt Cobalt Dolomite Emerald"


def document(text: str) -> Document:
    return Document(Source("x.txt", text), (Block("paragraph", Span(0, len(text))),))


def changes(text: str, *terms: str) -> list[tuple[str, tuple[Change, ...]]]:
    doc, glossary = document(text), Glossary(tuple(map(Term, terms)))
    return [
        (doc.text[doc.tokens.starts[near.first] : doc.tokens.ends[near.last]], near.changes)
        for near in near_uses(glossary.near, doc, glossary.uses(doc))
    ]


ONE_OFF = {
    "the Amber Basalt Cobalt Emerald now": Change("missing", ("dolomite",), (), 3),
    "the Amber Basalt Granite Cobalt Dolomite Emerald now": Change("added", (), ("granite",), 2),
    "the Amber Basalt Granite Dolomite Emerald now": Change("replaced", ("cobalt",), ("granite",), 2),
    "the Amber Cobalt Basalt Dolomite Emerald now": Change("swapped", ("basalt", "cobalt"), ("cobalt", "basalt"), 1),
    "the Granite Basalt Cobalt Dolomite Emerald now": Change("replaced", ("amber",), ("granite",), 0),
    "the Basalt Amber Cobalt Dolomite Emerald now": Change("swapped", ("amber", "basalt"), ("basalt", "amber"), 0),
    "the Amber Basalt Cobalt Emerald Dolomite now": Change(
        "swapped", ("dolomite", "emerald"), ("emerald", "dolomite"), 3
    ),
}


@pytest.mark.parametrize("text", ONE_OFF)
def test_one_word_off(text: str) -> None:
    assert changes(text, NAME) == [(text.removeprefix("the ").removesuffix(" now"), (ONE_OFF[text],))]


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        f"two {NAME}s",
        "Amber, granite; Basalt. Cobalt",
        "Amber Basalt. Dolomite Emerald",
        "the Cobalt Dolomite",
        "Amber one two three four five six seven eight nine Emerald",
    ],
)
def test_silence(text: str) -> None:
    assert changes(text, NAME) == []


def test_two_words_off() -> None:
    assert changes("the Amber Granite Cobalt Emerald Flint", f"{NAME} Flint") == [
        (
            "Amber Granite Cobalt Emerald Flint",
            (Change("replaced", ("basalt",), ("granite",), 1), Change("missing", ("dolomite",), (), 3)),
        )
    ]
    assert changes("the Amber Granite Cobalt Emerald", NAME) == []


def test_a_use_is_not_near_another_term() -> None:
    assert changes("Amber Basalt Granite", "Amber Basalt Cobalt", "Amber Basalt Granite") == []


def test_sharing() -> None:
    index = NearIndex(
        (Term("Amber Trade Council"), Term("Amber Trade Board"), Term("Amber Trade Council Press Office"))
    )
    assert index.sharing(("amber", "trade")) == 3
    assert index.sharing(("amber", "council")) == 2
    assert index.sharing(("amber", "council"), 4) == 1
    assert index.sharing(("amber", "granite")) == 0


WORDS = st.lists(st.sampled_from("onyx jade opal ruby topaz agate quartz".split()), min_size=4, max_size=6, unique=True)


@given(WORDS, st.data())
def test_any_missing_word_is_found(words: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.integers(1, len(words) - 2))
    left = " ".join(words[:gone] + words[gone + 1 :])
    assert changes(f"see the {left} there", " ".join(words)) == [(left, (Change("missing", (words[gone],), (), gone),))]


@given(st.lists(st.sampled_from([*NAME.lower().split(), "the", "granite", ".", ","]), max_size=25))
def test_any_text(words: list[str]) -> None:
    text = " ".join(words)
    for found, made in changes(text, NAME):
        assert found in text
        assert 1 <= len(made) <= 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Coastal Ral Plan", [("ral", "rail", "Coastal Ral Plan")]),
        ("the Caostal Rail Plan", [("caostal", "coastal", "Caostal Rail Plan")]),
        ("the Coastal Road Plan", []),
        ("a Caostal walk", []),
        ("two megaprks", [("megaprks", "megaparks", "megaprks")]),
        ("one megaprk", [("megaprk", "megapark", "megaprk")]),
    ],
)
def test_slips(text: str, expected: list[tuple[str, str, str]]) -> None:
    doc, glossary = document(text), Glossary((Term("Coastal Rail Plan"), Term("megapark")))
    found = [(doc.tokens.words[slip.at], slip.meant, doc[slip.use.span]) for slip in slips(doc, glossary.index)]
    assert found == expected
