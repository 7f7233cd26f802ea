"""The sound a word begins with, which tells "a" from "an" (Chicago Manual of Style, 7.32)."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ..text import fold
from .function_words import FUNCTION_WORDS
from .lexicon import LARGE, is_name, rank
from .words import words_of

Sound = Literal["vowel", "consonant", ""]

# After "a" these are letters, or another word is missing.
_SILENT = FUNCTION_WORDS - {"one"}
_VOWELS = frozenset("aeiou")
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
# "uni-" is "you-ni" but in "unimportant", where "un-" is a prefix; "use" and "utensil" begin so too, "usher" does not.
_YOU = "|".join(
    (
        "eu|ewe",
        r"uni(?:[abcflopqtv]|d(?=i[mr])|m(?![apm])|s(?!s))|unanim",
        r"us(?:[aeu]|ing|ur)|ut(?:ah|en|il|op|er)|u(?:bi|fo|k|r[aio]|re[aet]|v[eu])",
    )
)
_W = r"ones?\Z|oneself|onetime|once|oui"
_SILENT_H = r"(?:hour|honest|hono|heir)"
_ONE_SYLLABLE = re.compile(r"h[aeiou]+[^aeiouy]+e?")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(?:{_YOU}|{_W})"), re.compile(_SILENT_H)


def sound(word: str, text: str) -> Sound:
    """The sound a word begins with, "" where readers may differ or the word is not known.

    `word` is it folded, `text` as it is written with what follows it.
    """
    if word[0].isdigit():
        return _figure(text)
    text = text[: len(word)]
    if text.isupper() and len(text) > 1:
        return _abbreviation(text)
    if len(word) < 3 or word in _SILENT or not word.isascii() or not text[1:].islower():
        return ""
    if rank(word) > LARGE and not (text[0].isupper() and is_name(word) and word[0] != "u"):
        return ""
    you, silent = _patterns()
    if word[0] == "h":
        # "An" is an old form before an unstressed syllable ("an historic"); a word of one syllable is stressed.
        return "vowel" if silent.match(word) else "consonant" if _ONE_SYLLABLE.fullmatch(word) else ""
    return "vowel" if word[0] in _VOWELS and not you.match(word) else "consonant"


def article(text: str) -> Literal["a", "an", ""]:
    """The article before a text, "" where either may be right; a word that is not known is said as its first letter."""
    word = next(iter(words_of(fold(text))), "")
    begins = sound(word, text) if word else ""
    if not begins and (not word or word[0] == "u" or text[: len(word)].isupper()):
        return ""
    return "an" if begins == "vowel" or (not begins and word[0] in _VOWELS) else "a"


def _figure(text: str) -> Sound:
    """8, 8.5, 80, 800, 8,000; 11 and 18, also as thousands; 11th. 1100 may be said in two ways."""
    figure = re.match(r"[\d,]+", text)
    groups = figure.group().rstrip(",").split(",") if figure else [""]
    if groups[0].startswith("8") or groups[0] in ("11", "18"):
        return "vowel"
    return "consonant" if len(groups[0]) < 4 else ""


def _abbreviation(text: str) -> Sound:
    """Letters are said by name, but "AAA" is "triple A", and one named "ef" or "en" may begin a word as f or n."""
    if len(set(text)) == 1:
        return ""
    if text[0] in "AEIO":
        return "vowel"
    return "" if text[0] in _LETTERS_WITH_VOWEL else "consonant"
