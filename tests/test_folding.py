"""Folding: every code point becomes one, by itself, however many others of a text change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termcheck.text import fold

CHARACTERS = st.characters(exclude_characters="Σ") | st.sampled_from("“”‘’，。：；！？（）％Ａé　西藏發門後里ẞİ")


def test_what_is_alike_is_written_in_one_way() -> None:
    assert fold("“It’s” – １２％　後門ＡÉ") == '"it\'s" - 12% 后门aé'


@given(st.text(CHARACTERS, max_size=60))
def test_a_character_is_folded_by_itself(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
