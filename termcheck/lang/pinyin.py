"""How Chinese characters are read: all readings, in pinyin and, as older and overseas names have it, Wade-Giles.

The readings are pypinyin's (MIT), kept by syllable: to load the package takes longer than to check a thousand rows.
Tones are left out, and "ü" may be written v, u or yu (GB/T 28039-2011 for passports).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from .names import SURNAME_CHARACTERS

# Family names whose first reading in a dictionary is another one; where usage knows two, both are right.
_AS_FAMILY = {
    "单": "shan", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "任": "ren", "曾": "zeng", "朴": "piao pu",
    "翟": "zhai di", "盖": "ge gai", "覃": "qin tan", "缪": "miao", "乐": "yue le", "尉": "wei yu", "种": "chong",
    "召": "shao", "华": "hua", "员": "yun", "逄": "pang", "谌": "chen shen", "冼": "xian", "燕": "yan", "曲": "qu",
    "石": "shi", "沈": "shen", "叶": "ye", "贾": "jia", "柏": "bai bo", "黑": "he hei", "折": "she", "万": "wan",
}  # fmt: skip
_TWO = frozenset("欧阳 司马 诸葛 上官 司徒 皇甫 令狐 慕容 夏侯 尉迟 长孙 东方 公孙 端木 独孤 南宫 宇文".split())


class _Syllable(NamedTuple):
    """The spellings of a syllable in pinyin and in Wade-Giles, and the characters that are read so, usually or not."""

    pinyin: str
    wade_giles: str
    usual: str
    others: str


@cache
def _syllables() -> tuple[_Syllable, ...]:
    return tuple([_Syllable(*row) for row in _rows("readings.txt")])


@cache
def _pairs() -> dict[str, tuple[str, str]]:
    """The syllables of two characters that are not read together as each usually is: 东阿 is Dong'e."""
    return {pair: (first, second) for pair, first, second in _rows("pairs.txt")}


def _rows(name: str) -> Iterator[list[str]]:
    with open(os.path.join(os.path.dirname(__file__), "data", name), encoding="utf-8") as stream:
        yield from map(str.split, stream)


def _spelled(syllable: str) -> frozenset[str]:
    return frozenset((syllable, syllable.replace("v", "u"), syllable.replace("v", "yu")))


@cache
def _read(char: str) -> tuple[_Syllable, ...]:
    """The syllables that a character may stand for."""
    return tuple([one for one in _syllables() if char in one.usual or char in one.others])


@cache
def readings(char: str) -> frozenset[str]:
    """The toneless pinyin readings of a character in lower-case letters; none for what is no Han character."""
    return frozenset().union(*(_spelled(one.pinyin) for one in _read(char)))


@cache
def spellings(char: str) -> frozenset[str]:
    """The readings of a character in pinyin or Wade-Giles, apostrophes left out."""
    return readings(char).union(*(_spelled(one.wade_giles) for one in _read(char)))


@cache
def _initials(char: str) -> frozenset[str]:
    """The letters with which the readings of a character begin."""
    return frozenset(one[:1] for one in spellings(char))


def letters(name: str) -> str:
    """The letters of a name, folded, without accents, blanks, hyphens and apostrophes; "ü" is v."""
    import unicodedata

    plain = unicodedata.normalize("NFD", name.lower().replace("\u00fc", "v"))
    return "".join(char for char in plain if char.isascii() and char.isalpha())


def runs(said: str, text: str) -> Iterator[tuple[int, int]]:
    """The places in a simplified Chinese text that may be read as the letters `said`, in order."""
    for start in [at for at, char in enumerate(text) if said[:1] in _initials(char)]:
        lengths, end = {0}, start
        while lengths and end < len(text):
            lengths = {n + len(one) for n in lengths for one in spellings(text[end]) if said.startswith(one, n)}
            end += 1
            if len(said) in lengths:
                yield start, end
                break


@lru_cache(maxsize=4096)
def family_readings(name: str) -> frozenset[str]:
    """The readings of a family name of one or two characters."""
    if name in _AS_FAMILY:
        return frozenset(_AS_FAMILY[name].split())
    found = {""}
    for char in name:
        found = {begun + one for begun in found for one in readings(char)}
    return frozenset(found)


def is_misread(char: str, family: str) -> bool:
    """Whether a reading of a character is not the one it has as a family name: Ceng for 曾."""
    return char in _AS_FAMILY and family in readings(char) and family not in family_readings(char)


def family_length(name: str) -> int:
    """How many of a Chinese name's characters are the family name: two for 欧阳, 0 where it begins with none."""
    return 2 if name[:2] in _TWO else int(name[:1] in SURNAME_CHARACTERS or name[:1] in _AS_FAMILY)


@lru_cache(maxsize=4096)
def given_readings(name: str) -> frozenset[str]:
    """The readings of a given name, its syllables joined."""
    found = {""}
    for char in name:
        found = {begun + one for begun in found for one in readings(char)}
    return frozenset(found)


def reads(chinese: str, family: str, given: str) -> bool:
    """Whether a Chinese name may be written with this family and given name, both as `letters` gives them."""
    return any(
        family in family_readings(chinese[:cut]) and given in given_readings(chinese[cut:])
        for cut in {1, family_length(chinese) or 1}
    )


def _usual(name: str) -> list[str]:
    """The syllables that characters are usually read as; what is no Han character stands for itself."""
    said, at = list[str](), 0
    while at < len(name):
        together = _pairs().get(name[at : at + 2])
        said += together or [next((one.pinyin for one in _read(name[at]) if name[at] in one.usual), name[at])]
        at += 2 if together else 1
    return [syllable.replace("v", "\u00fc") for syllable in said]


def written(name: str) -> str:
    """A Chinese name as pinyin writes it, family name first: 欧阳锋 is Ouyang Feng, 李西安 Li Xi'an."""
    length = family_length(name) or 1
    family = _AS_FAMILY.get(name[:length], "").split()[:1] or _usual(name[:length])
    first, *rest = _usual(name[length:]) or [""]
    given = first + "".join("'" * (syllable[0] in "aeo") + syllable for syllable in rest)
    return f"{''.join(family).capitalize()} {given.capitalize()}".strip()
