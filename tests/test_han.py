"""Whether a text reaches as far up in Unicode as Han, wherever in it the character stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.han import reaches_han


@given(st.text())
def test_a_text_reaches_han_as_its_highest_character_does(text: str) -> None:
    assert reaches_han(text) == (max(text, default="") >= "\u3400")


@pytest.mark.parametrize("before", [0, 99, 100, (1 << 16) - 1, 1 << 16, 200_000])
@pytest.mark.parametrize(("char", "reaches"), [("重", True), ("\U0001f600", True), ("「", False), ("é", False)])
def test_of_a_long_text(before: int, char: str, reaches: bool) -> None:
    assert reaches_han("’" * before + char) is reaches
