"""Countries by the names a Chinese and an English text give them: data/countries.txt and data/nations.txt."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..text import fold
from .gazetteer import Named

_DATA = os.path.join(os.path.dirname(__file__), "data")
# A country in one character, as headlines and diplomats write it: with 方 (美方), or two of them before what they have
# in common (中法关系). Each is a common character too (方法, 道德), so that elsewhere it only may mean the country.
_SHORT = "美日韩俄英法德印澳朝越菲伊巴泰缅柬"
_PARTY = f"([中{_SHORT}])方(?![便式法案向面针程])"
_COMMON = (
    "关系 两国 三国 双方 之间 友好 合作 贸易 经贸 战略 领导人 首脑 元首 对话 会谈 谈判 协议 谅解 边界 边境 建交 外长 "
    "联合 战争 冲突 交流 人文 伙伴 摩擦 争端 停火 均 签署 达成"
).split()
_TOGETHER = f"(?<![当次今昨每近往平其\\d])([中欧{_SHORT}]{{2,4}})(?=(?:{'|'.join(_COMMON)}))"
_BEFORE = r"\[(:,。;、 访驻赴抵侵援对在来旅留亲反抗从与和同离入联向"
_AFTER = r"\])方国军币元籍裔侨企商媒警台府股债队式语文女男人"
_BESIDE = f"中欧{_SHORT}以加新马"
_ALWAYS = "中华港澳台"  # of no other use, or nearly so
# English words in whose place a spokesperson has 中方.
_HOME = frozenset("we our us you your home domestic national nation country".split())
# Names of which a country's is a part.
_LARGER = (
    "Latin America", "North America", "South America", "Central America", "Latin American", "North American",
    "South American", "Central American", "South China Sea", "East China Sea", "Sea of Japan", "Indian Ocean",
    "Gulf of Mexico", "New Mexico", "West Indian", "Chinese New Year",
)  # fmt: skip
_LARGER_CHINESE = ("发展中国家", "南中国海", "中国际")  # the last is the border of two words: 会议中国际社会


class Country(NamedTuple):
    """A country's name, the forms that name it or its people in both languages, and the words it may be meant by.

    The last are folded, and prove nothing of their own: 法 in Chinese (法方, 中法, but 法律 too), "Paris".
    """

    name: str
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    chinese_hints: tuple[str, ...]
    english_hints: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """All countries by their code of two letters (ISO 3166-1), with China's regions that have one."""
    named = {code: (chinese, english) for code, chinese, english in _rows("countries.txt")}
    found = {}
    for code, chinese, hints, english, english_hints in _rows("nations.txt"):
        common, official = named[code]
        found[code] = Country(
            _list(official)[0],
            _list(common) + _list(chinese),
            _list(official) + _list(english),
            _list(fold(hints)),
            _list(fold(english_hints)),
        )
    return found


def chinese() -> dict[str, list[str]]:
    """Each Chinese name, with the codes of the countries it may stand for; one of something larger stands for none."""
    forms = _forms({code: one.chinese for code, one in countries().items()})
    return {**{name: [] for name in _LARGER_CHINESE}, **forms}


def english() -> dict[str, list[str]]:
    """Each English name, with those of peoples and languages; a name of something larger stands for none."""
    return {**{name: [] for name in _LARGER}, **_forms({code: one.english for code, one in countries().items()})}


def short(folded: str) -> Iterator[Named]:
    """The countries said in one character where nothing else can be meant; several may have the same: 伊 is of two."""
    for match in re.finditer(f"{_PARTY}|{_TOGETHER}", folded):
        group = 1 if match[1] else 2
        for at in range(*match.span(group)):
            if codes := _by_character().get(folded[at]):
                yield Named(at, at + 1, codes)


@cache
def _by_character() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for code, one in countries().items():
        for hint in one.chinese_hints:
            if len(hint) == 1:
                found.setdefault(hint, set()).add(code)
    return {char: frozenset(codes) for char, codes in found.items()}


def may_mean(code: str, folded: str) -> bool:
    """Whether a folded Chinese text, names of countries taken out, may mean a country by its capital or in short."""
    return any(hint in folded if len(hint) > 1 else _in_short(hint, folded) for hint in countries()[code].chinese_hints)


def may_be_told(code: str, words: str) -> bool:
    """Whether folded English words, with a blank around each, may tell of a country by its capital or the like."""
    return any(f" {hint} " in words for hint in countries()[code].english_hints)


def at_home(words: str) -> bool:
    """Whether folded English words speak of the speaker's country without its name."""
    return not _HOME.isdisjoint(words.split())


def _in_short(char: str, folded: str) -> bool:
    if char in _ALWAYS or char not in folded:
        return char in folded
    return re.search(f"(?:^|[{_BEFORE}{_BESIDE}]){char}|{char}[{_AFTER}{_BESIDE}]", folded, re.MULTILINE) is not None


def _forms(names: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for code, written in names.items():
        for form in written:
            forms.setdefault(form, []).append(code)
    return forms


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(",")))


def _rows(name: str) -> list[list[str]]:
    with open(os.path.join(_DATA, name), encoding="utf-8") as stream:
        return [line.rstrip("\n").split("|") for line in stream if not line.startswith("#")]
