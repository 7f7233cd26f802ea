"""The word list: what is a word, how common, and of which side."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.lang import lexicon
from termcheck.lang.lexicon import COMMON, LARGE, RARE, UNKNOWN, known, one_edit, other_variety, rank, variety


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [("the", 10, 10), ("harbour", 20, COMMON), ("a", 10, 10), ("don't", 10, 10), ("café", 20, LARGE),
     ("farmer's", 20, 20), ("renminbi", RARE, RARE), ("harbuor", UNKNOWN, UNKNOWN), ("", UNKNOWN, UNKNOWN)],
)  # fmt: skip
def test_rank(word: str, least: int, most: int) -> None:
    assert least <= rank(word) <= most
    assert known(word) == (rank(word) < UNKNOWN)


@pytest.mark.parametrize(
    ("uk", "us"),
    [("colour", "color"), ("organise", "organize"), ("centre", "center"), ("travelling", "traveling"),
     ("programme", "program"), ("towards", "toward"), ("whilst", "while"), ("labour", "labor"), ("metres", "meters"),
     ("defence", "defense"), ("analysed", "analyzed"), ("signalling", "signaling"), ("practising", "practicing"),
     ("cheque", "check"), ("grey", "gray"), ("fulfil", "fulfill"), ("manoeuvre", "maneuver"), ("tyres", "tires")],
)  # fmt: skip
def test_pair(uk: str, us: str) -> None:
    assert other_variety(uk) == us
    assert other_variety(us) == uk
    assert variety(uk) == "UK"
    assert variety(us) != "UK"


@pytest.mark.parametrize("word", ["price", "communication", "very", "stories", "water", "xyzzy", "", "the"])
def test_no_pair(word: str) -> None:
    assert other_variety(word) is None


def test_names() -> None:
    assert lexicon.is_name("london")
    assert lexicon.is_name("london's")
    assert not lexicon.is_name("harbour")


@pytest.mark.parametrize(
    ("slip", "word"),
    [("transportaion", "transportation"), ("recieve", "receive"), ("goverment", "government"), ("teh", "the")],
)
def test_one_edit_gives_the_most_common_first(slip: str, word: str) -> None:
    assert one_edit(slip)[0] == word


@given(st.text(max_size=12))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert rank(text) <= UNKNOWN
    assert variety(text) in (None, "US", "UK")
    assert all(rank(word) <= LARGE and abs(len(word) - len(text)) <= 1 for word in one_edit(text))


def test_import_reads_no_list() -> None:
    script = "from termcheck.lang import lexicon; assert lexicon._lines.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", script], check=True)
