"""Names by form: pinyin, Chinese names, family names, slips of one letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.lang.names import family_name, is_chinese_name, is_han, is_pinyin, one_edit_apart


@pytest.mark.parametrize("word", "Guangzhou Xi'an Xi’an Lü Lyu zhuang Er nüe".split())
def test_pinyin(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["", "'", "Xi'", "a'bo", "street", "Kong-", "gv", "Smith", "Hengx"])
def test_not_pinyin(word: str) -> None:
    assert not is_pinyin(word)


@pytest.mark.parametrize("name", ["Zhang Wei", "Ouyang Nana", "Lü Meng", "He Ying"])
def test_chinese_name(name: str) -> None:
    assert is_chinese_name(name)


@pytest.mark.parametrize("name", ["Zhang", "Hunan Daily", "Lianhe Zaobao", "Wen Wei Po", "Jane Doe"])
def test_no_chinese_name(name: str) -> None:
    assert not is_chinese_name(name)


def test_a_long_word_is_read_in_one_pass() -> None:
    assert is_pinyin("xian" * 25_000)
    assert not is_pinyin("xian" * 25_000 + "v")


@pytest.mark.parametrize(("name", "family"), [("Zhang Wei", "zhang"), ("Jane Q. Doe", "doe"), ("MS. PSAKI", "psaki")])
def test_family_name(name: str, family: str) -> None:
    assert family_name(name) == family


def test_han() -> None:
    assert is_han("新华社记者")
    assert is_han("《中国日报》记者")
    assert not is_han("Xinhua")
    assert not is_han("")


@given(st.text(alphabet="abc"), st.text(alphabet="abc"))
def test_one_edit_apart_agrees_with_all_edits(one: str, other: str) -> None:
    cuts = [(one[:at], one[at:]) for at in range(len(one) + 1)]
    edits = {left + right[1:] for left, right in cuts if right}
    edits |= {left + letter + right for left, right in cuts for letter in "abc"}
    edits |= {left + letter + right[1:] for left, right in cuts if right for letter in "abc"}
    edits |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    assert one_edit_apart(one, other) == (other in edits - {one})
