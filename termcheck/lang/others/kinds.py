"""What the words and signs beside a numeral make of it: an ordinal, a decade, a century, a year, a part, a name."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from ..quantity import Kind, exact
from .digits import Numeral
from .language import Language
from .scan import LETTER, Words

YEARS = range(1600, 2101)
_ROMAN = {"i": 1, "v": 5, "x": 10, "х": 10, "і": 1}  # the last two are Cyrillic letters


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    suffix = rf"(?P<dash>-?)(?P<letters>{LETTER}+)|(?P<sign>[.ºª°])(?=[ -]?{LETTER})| (?P<apart>{LETTER}+)"
    behind = rf"(?P<ending>\.|-{LETTER}{{1,3}})? (?P<word>{LETTER}+)"
    return re.compile(suffix), re.compile(behind)


def by_suffix(lang: Language, words: Words, number: Numeral) -> Kind | None:
    """What letters or a stop behind digits make of them: 1er, 3-й, 20., 1920er, 3.40 Uhr, 3D."""
    match = _patterns()[0].match(words.folded, number.end)
    if match is None:
        return None
    if (match["letters"] or match["apart"]) in lang.among("clock"):
        return "time"
    if match["apart"] or not isinstance(number.value, int):
        return None
    if {match["letters"] or match["sign"], match.group()} & lang.among("ordinal"):
        return "ordinal" if number.value < YEARS[0] else None
    if match["letters"] in lang.among("tens") and number.value % 10 == 0:
        return "decade"
    return "label" if match["letters"] and not match["dash"] and words.text[match.start("letters")].isupper() else None


def is_decade(lang: Language, words: Words, at: int, number: Numeral) -> bool:
    """Whether a numeral names ten years: années 80, lata dwudzieste, восьмидесятые годы, 80-е годы."""
    value = number.value
    if not isinstance(value, int) or value % 10 or not (20 <= value <= 90 or value in YEARS):
        return False
    if at and words.words[at - 1] in lang.among("before-tens") and not words.gap(at - 1).strip(" '"):
        return True
    match = _patterns()[1].match(words.folded, number.end)
    ordinal = match is not None and bool(match["ending"]) == (number.kind != "ordinal")
    return ordinal and match is not None and match["word"] in lang.among("behind-tens")


def is_year(number: Numeral) -> bool:
    """Whether four digits are a year; those that end a century are as likely a round figure."""
    plain = number.written == "digits" and number.end - number.start == 4 and number.value in YEARS
    return plain and (number.value or 0) % 100 != 0


def in_name(folded: str, start: int) -> bool:
    """Whether letters end right before digits, or before their hyphen: A4, F-35, Covid-19."""
    before = folded[max(0, start - 2) : start]
    return before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha())


def century(lang: Language, words: Words, at: int) -> Numeral | None:
    """The Roman figure beside word `at`, where that is a word for century: XIVe siècle, siglo XV, XX век."""
    if words.words[at] not in lang.among("roman"):
        return None
    for one, two in ((at - 1, at), (at, at + 1)):
        beside = one if two == at else two
        upper = one >= 0 and words.linked(one) and words.text[words.starts[beside]].isupper()
        if upper and (value := _roman(words.words[beside])):
            return Numeral(words.starts[one], words.ends[two], two + 1, value, kind="ordinal")
    return None


def _roman(word: str) -> int:
    """The value of a Roman figure, with the ending of a French ordinal or without; 0 where the word is none."""
    values = [_ROMAN.get(char, 0) for char in word.removesuffix("ème").removesuffix("e")]
    return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values)) if all(values) else 0


def parts_of(lang: Language, words: Words, number: Numeral) -> Numeral:
    """Two thirds: zwei Drittel, deux tiers, dwie trzecie."""
    after, value = number.after, number.value
    if not isinstance(value, int) or not 0 < value < 10 or number.written != "words" or not words.linked(after - 1):
        return number
    word = words.words[after]
    part = Fraction(lang.numbers.get(word, 0)) or Fraction(1, lang.ordinals.get(word, 1))
    if part.numerator != 1 or part > Fraction(1, 3) or value * part >= 1:
        return number
    return number._replace(
        end=words.ends[after], after=after + 1, value=exact(value * part), precision=part, kind="fraction"
    )
