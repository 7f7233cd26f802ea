"""Figures that are no amounts: parts of names and codes (COVID-19, 5G, 图3, 二十国集团, 二十大, 10号线)."""

from __future__ import annotations

import re

from ..quantity import Kind
from ..units import SIGNS
from .counting import classifier_after
from .found import Found, bare
from .numerals import Numeral
from .units import unit_after

# Nouns whose number is a name, before it and behind it.
_BEFORE = re.compile(r"(?:(?<![地企试意力])图示?|(?<![发代外仪])表|注|附[件录表]|专栏|公式|编号|阶段|单元|型号)$")
_BEHIND = re.compile("号|国集团|年级|频道|线(?!索)|级|等[奖舱]|环[路内外]|部队")
_LIST_MARK = re.compile(r"[、.)](?![0-9])")
_CODES = tuple(sign for sign in SIGNS if sign.isalpha())
_ODD = re.compile(r"(?:[/:.+][0-9]+(?:,[0-9]{3}(?![0-9]))*)+|-[0-9]+(?:-[0-9]+)+")
_QUOTES = frozenset({'""', "「」", "『』"})
_HAN = re.compile("[\u4e00-\u9fff]")
_INTO_FIGURES = frozenset("至到达为是于过约近超逾满足有共成在从由每及和与或增减少多升降跌仅只了得余比对率的")


def labelled(text: str, folded: str, number: Numeral) -> Found | None:
    """The figure as a label, code or ordinal, where it is part of a name; else None."""
    if number.written == "words":
        kind = _in_characters(folded, number)
        return bare(number, kind, value=number.value if kind == "ordinal" else None) if kind else None
    if number.scaled > 1:
        return None
    if folded[number.end : number.end + 1] == "届":
        return bare(number, "ordinal", value=number.value)
    odd = _ODD.match(folded, number.end)
    if odd and unit_after(text, folded, number.end)[0] is None:
        return bare(number, "code", odd.end())
    return bare(number, "label") if _in_name(text, folded, number) else _quoted(folded, number)


def _in_characters(folded: str, number: Numeral) -> Kind | None:
    """二十大, 三中全会, 二十届 are ordinals; 二级, 二十国集团, 十号线 labels."""
    end, value = number.end, number.value
    if value is None:
        return None
    if folded.startswith("中全会", end) or (folded[end : end + 1] == "届" and value > 9):
        return "ordinal"
    if folded[end : end + 1] == "大" and 11 <= value <= 40:  # a National Congress of the Party
        return "ordinal"
    return "label" if _BEHIND.match(folded, end) else None


def _quoted(folded: str, number: Numeral) -> Found | None:
    """Plain digits alone between quotation marks are a code name: "211"."""
    around = folded[number.start - 1 : number.start] + folded[number.end : number.end + 1]
    return bare(number, "code") if around in _QUOTES else None


def _in_name(text: str, folded: str, number: Numeral) -> bool:
    """Whether digits are part of a name: COVID-19, G20, 5G, 图3, 731部队, 10号线, 年报1."""
    start, end = number.start, number.end
    before, following = folded[start - 1 : start], folded[end : end + 1]
    if _latin(before) and not folded.endswith(_CODES, 0, start):
        return True
    ahead = folded[start - 2 : start - 1]
    if (before == "-" and _latin(ahead)) or (before == "+" and (_latin(ahead) or _HAN.match(ahead))):  # 东盟+3
        return True
    if following == "后" and end - start == len("95") and number.value is not None and number.value % 5 == 0:
        return True  # 95后: people born since then
    whole = isinstance(number.value, int)  # an earthquake of 7.2级 is measured
    if (whole and _BEHIND.match(folded, end)) or (_latin(following) and unit_after(text, folded, end)[0] is None):
        return True
    if classifier_after(folded, end + (following == " ")) or unit_after(text, folded, end)[0]:
        return False
    return bool(_BEFORE.search(folded[max(0, start - 3) : start].rstrip(" "))) or _is_mark(folded, number)


def _is_mark(folded: str, number: Numeral) -> bool:
    """Whether a small figure is the mark of a footnote, glued to a word (年报1), or of a list (2、)."""
    start, end = number.start, number.end
    if end - start <= len("12") and (not start or folded[start - 1] == "\n"):
        return _LIST_MARK.match(folded, end) is not None
    if end - start > 2 or not start or not _HAN.match(folded, start - 1) or folded[start - 1] in _INTO_FIGURES:
        return False
    following = folded[end : end + 1]
    return not _HAN.match(following) and following not in tuple(" %-~'\"/")


def _latin(char: str) -> bool:
    return "a" <= char <= "z"
