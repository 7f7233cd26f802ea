"""Pinyin by form: syllables, apostrophes, names of people."""

from __future__ import annotations

import pytest

from termcheck.lang.names import is_chinese_name, is_pinyin


@pytest.mark.parametrize("word", "Guangzhou Xi'an Xi’an Lü Lyu zhuang Er nüe".split())
def test_pinyin(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["", "'", "Xi'", "a'bo", "street", "Kong-", "gv", "Smith", "Hengx"])
def test_not_pinyin(word: str) -> None:
    assert not is_pinyin(word)


@pytest.mark.parametrize("name", ["Zhang Wei", "Ouyang Nana", "Lü Meng"])
def test_name(name: str) -> None:
    assert is_chinese_name(name)


@pytest.mark.parametrize("name", ["Zhang", "Hunan Daily", "Lianhe Zaobao", "Wen Wei Po", "Jane Doe"])
def test_no_name(name: str) -> None:
    assert not is_chinese_name(name)


def test_a_long_word_is_read_in_one_pass() -> None:
    assert is_pinyin("xian" * 25_000)
    assert not is_pinyin("xian" * 25_000 + "v")
