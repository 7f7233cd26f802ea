"""Readings of Chinese names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as pypinyin

from termcheck.lang import pinyin


@pytest.mark.parametrize(
    ("chinese", "family", "given"),
    [
        ("胡衡华", "hu", "henghua"),
        ("欧阳锋", "ouyang", "feng"),
        ("单一香", "shan", "yixiang"),
        ("仇和", "qiu", "he"),
        ("区志强", "ou", "zhiqiang"),
        ("朴正", "pu", "zheng"),
        ("李重", "li", "zhong"),
        ("李重", "li", "chong"),
        ("吕行", "lv", "xing"),
        ("吕行", "lyu", "hang"),
        ("吕行", "lu", "xing"),
    ],
)
def test_all_readings_are_right(chinese: str, family: str, given: str) -> None:
    assert pinyin.reads(chinese, family, given)


@pytest.mark.parametrize(
    ("chinese", "family", "given"),
    [("单一香", "dan", "yixiang"), ("曾力", "ceng", "li"), ("胡衡华", "hu", "hanghua"), ("胡衡华", "hu", "huaheng")],
)
def test_a_family_name_has_its_own_reading(chinese: str, family: str, given: str) -> None:
    assert not pinyin.reads(chinese, family, given)


def test_letters_of_a_name() -> None:
    assert pinyin.letters("Xi'an") == pinyin.letters("Xi\u2019an") == pinyin.letters("Xi-an") == "xian"
    assert pinyin.letters("L\u00fc Heng-hua") == "lvhenghua"
    assert pinyin.letters("Garz\u00ea") == "garze"


def test_runs_are_found_in_a_text_in_pinyin_and_in_wade_giles() -> None:
    text = "今天胡衡华到了,赖清德没有。"
    assert [text[slice(*run)] for run in pinyin.runs("huhenghua", text)] == ["胡衡华"]
    assert [text[slice(*run)] for run in pinyin.runs("laichingte", text)] == ["赖清德"]
    assert not list(pinyin.runs("huhanghua", text))
    assert not list(pinyin.runs("hu", "no Han"))


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("胡衡华", "Hu Henghua"),
        ("欧阳锋", "Ouyang Feng"),
        ("单西安", "Shan Xi'an"),
        ("曾力", "Zeng Li"),
        ("吕行", "Lü Xing"),
    ],
)
def test_a_name_is_written_as_pinyin_writes_it(chinese: str, english: str) -> None:
    assert pinyin.written(chinese) == english


def test_how_much_of_a_name_is_the_family_name() -> None:
    assert [pinyin.family_length(name) for name in ("胡衡华", "欧阳锋", "的士", "")] == [1, 2, 0, 0]


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=3))
def test_names_are_read_as_pypinyin_reads_them(name: str) -> None:
    every = [
        {one.replace("\u00fc", "v") for one in found} for found in pypinyin(name, heteronym=True, style=Style.NORMAL)
    ]
    assert all(said <= pinyin.readings(char) for said, char in zip(every, name, strict=True))
    given_name = name[pinyin.family_length(name) or 1 :]
    said = pinyin.letters(pinyin.written(name))
    assert said.endswith("".join(map(pinyin.letters, lazy_pinyin(given_name, v_to_u=True))))
