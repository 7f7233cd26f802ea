"""Figures in their statements: how often a root stands in a text is counted for the roots that are asked for."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.figures.statements import root, uses_of
from termcheck.model import Block, Span
from termcheck.text import Source

_WORDS = st.lists(st.from_regex(r"[a-e]{1,3}(?:e|es|ed|s|ing|d)?(?:ing|ed|es|s|d)?(?:'s)?", fullmatch=True), min_size=1)


@given(_WORDS)
def test_uses_of_a_root_are_those_of_all_its_words(words: list[str]) -> None:
    text = " ".join(words)
    doc = Document(Source("", text), (Block("paragraph", Span(0, len(text))),))
    assert {one: uses_of(doc, one) for one in map(root, words)} == Counter(map(root, words))
