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
_BEFORE = re.compile(r"(?:[图表注]|附[件录表]|专栏|公式|编号|阶段|单元|型号)$")
_BEHIND = re.compile(
    r"号|国集团|年级|频道|线(?!索)|级|等[奖舱]|环[路内外]|大(?:报告|精神|以来|召开|关于|[,。、]|$)|中全会"
)
_CODES = tuple(sign for sign in SIGNS if sign.isalpha())
_ODD = re.compile(r"(?:[/:.+][0-9]+)+|-[0-9]+(?:-[0-9]+)+|[a-z]")
_QUOTES = frozenset({'""', "「」", "『』"})
_HAN = re.compile("[\u4e00-\u9fff]")
_INTO_FIGURES = frozenset("至到达为是于过约近超逾满足有共成在从由每及和与或增减少多升降跌仅只了得余比对率的")


def labelled(text: str, folded: str, number: Numeral) -> Found | None:
    """The figure as a label, code or ordinal, where it is part of a name; else None."""
    kind = _kind(text, folded, number)
    if kind is None:
        return None
    return bare(number, kind, value=number.value if kind == "ordinal" else None)


def _kind(text: str, folded: str, number: Numeral) -> Kind | None:
    start, end, value = number.start, number.end, number.value
    if number.scaled > 1 and number.written != "words":
        return None
    if value is not None and folded[end : end + 1] == "届" and (value > 9 or number.written == "digits"):
        return "ordinal"
    if value is not None and number.written == "words" and folded[end : end + 1] == "大" and 11 <= value <= 40:
        return "ordinal"  # 十八大: the 18th National Congress of the Party
    if _BEHIND.match(folded, end):
        return "ordinal" if folded.startswith("中全会", end) else "label"
    if number.written == "words":
        return None
    before, around = folded[start - 1 : start], folded[start - 1 : start] + folded[end : end + 1]
    if around in _QUOTES:
        return "code"
    if _latin(before) and not folded.endswith(_CODES, 0, start):
        return "label"
    if before == "-" and _latin(folded[start - 2 : start - 1]):
        return "label"
    if _ODD.match(folded, end) and unit_after(text, folded, end)[0] is None:
        return "label" if _latin(folded[end : end + 1]) else "code"
    if _BEFORE.search(folded[max(0, start - 3) : start].rstrip(" ")):
        return "label"
    return "label" if _is_mark(text, folded, number) else None


def _is_mark(text: str, folded: str, number: Numeral) -> bool:
    """Whether a small figure is glued to a word and counts nothing: the mark of a footnote (年报1)."""
    start, end = number.start, number.end
    if end - start > 2 or not _HAN.match(folded, start - 1 if start else end) or not start:
        return False
    following = folded[end : end + 1]
    if folded[start - 1] in _INTO_FIGURES or _HAN.match(following) or following in tuple(" %-~'\"/"):
        return False
    return unit_after(text, folded, end)[0] is None and not classifier_after(folded, end)


def _latin(char: str) -> bool:
    return "a" <= char <= "z"
