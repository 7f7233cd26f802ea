"""Which language a text is written in: by its script, and in Latin letters by its function words.

A text that is not read as English is hardly checked at all, so English is what
remains where the signs of another language are few.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from itertools import accumulate

from .function_words import FUNCTION_WORDS

# The first code point of each stretch of Unicode that tells a language, or is the script of several (see _TELLTALE).
_STRETCHES = {
    0: "", 0x41: "la", 0x370: "el", 0x400: "ru", 0x530: "hy", 0x590: "he", 0x600: "ar", 0x700: "", 0x750: "ar",
    0x780: "", 0x900: "hi", 0x980: "bn", 0xA00: "pa", 0xA80: "gu", 0xB00: "or", 0xB80: "ta", 0xC00: "te", 0xC80: "kn",
    0xD00: "ml", 0xD80: "si", 0xE00: "th", 0xE80: "lo", 0xF00: "bo", 0x1000: "my", 0x10A0: "ka", 0x1100: "ko",
    0x1200: "am", 0x13A0: "", 0x1780: "km", 0x1800: "", 0x1E00: "la", 0x1F00: "el", 0x2000: "", 0x3040: "ja",
    0x3100: "", 0x3400: "zh", 0xA000: "", 0xAC00: "ko", 0xD7B0: "", 0xF900: "zh", 0xFB00: "", 0xFF66: "ja",
    0xFF9E: "",
}  # fmt: skip
_STARTS = tuple(_STRETCHES)
_CODES = tuple(_STRETCHES.values())
# Letters by which a language is told from the first one of its script, where they are not rare.
_TELLTALE = {
    "ru": {"uk": "іїєґ", "be": "ў", "sr": "ђјљњћџ", "mk": "ѓќѕ", "kk": "әғқңұһ", "bg": "ъ"},
    "ar": {"ur": "ٹڈڑےں", "fa": "پچژگیک"},
    "hi": {"mr": "ळ"},
}
_OFTEN = 100  # one letter in so many
_SLICES, _SLICE = 20, 1000
_ENGLISH = (" the ", " and ", " of ", " that ", " with ", " this ", " from ", " The ")
_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)?"  # compiled only where a text is not English at once
_FEWEST = 3  # different function words, or words with accents, that a language must show, however short the text
_SHARE = 0.1  # of all words


def language(text: str) -> str:
    """The code of the language most of a text is in; "" where its script is none that is known."""
    sample = _sample(text)
    if _plainly_english(sample):
        return "en"
    if sample.isascii():
        return _in_latin(sample)
    counts = Counter[str]()
    for char, count in Counter(sample).items():
        if char.isalpha():
            counts[_CODES[bisect_right(_STARTS, ord(char)) - 1]] += count
    # English that quotes Chinese has far fewer: one Han character stands for about four Latin letters.
    if 3 * (counts["zh"] + counts["ja"]) > len(sample):
        return "ja" if 8 * counts["ja"] > counts["zh"] else "zh"
    script, count = counts.most_common(1)[0] if counts else ("la", 0)
    if script == "la" or 2 * count < counts.total():
        return _in_latin(sample)
    return _of_script(script, sample, count)


def _sample(text: str) -> str:
    """The text itself, or slices from all over a long one."""
    if len(text) <= _SLICES * _SLICE:
        return text
    step = len(text) // _SLICES
    return "".join(text[at : at + _SLICE] for at in range(0, len(text) - _SLICE, step))


def _plainly_english(sample: str) -> bool:
    """Whether one word in twelve is an English one that no other language has, and the letters are ASCII."""
    foreign = 0 if sample.isascii() else len(sample) - len(sample.encode("ascii", "ignore"))
    blanks = sample.count(" ")
    # The commonest come first and are mostly enough.
    return (
        10 * foreign < len(sample)
        and blanks > 20
        and any(12 * found > blanks for found in accumulate(map(sample.count, _ENGLISH)))
    )


def _of_script(script: str, sample: str, letters: int) -> str:
    for code, telltale in _TELLTALE.get(script, {}).items():
        if _OFTEN * sum(map(sample.lower().count, telltale)) > letters:
            return code
    return script


def _in_latin(sample: str) -> str:
    """The language whose function words stand out from the English ones; in a short text accents bear them out.

    A word with a capital may be a name ("De Li", "S. K. Na") and tells nothing but that a text is English.
    """
    words = ((word, word.lower()) for word in re.findall(_WORD, sample.replace("’", "'")))
    counts = Counter(low for word, low in words if word[0].islower() or low in FUNCTION_WORDS)
    accented = sum(not word.isascii() for word in counts)
    code, score = "en", 0.0
    for other, (own, not_its) in _function_words().items():
        found = counts.keys() & own
        said = sum(counts[word] for word in found)
        least = max(score, _SHARE * counts.total(), sum(counts[word] for word in counts.keys() & not_its))
        if said > least and len(found) + accented >= _FEWEST:
            code, score = other, said
    return code


@cache
def _function_words() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Of each language but English: the function words that English has not, and the English ones that it has not."""
    with open(os.path.join(os.path.dirname(__file__), "data", "languages.txt"), encoding="utf-8") as stream:
        rows = [line.split() for line in stream if not line.startswith("#")]
    return {code: (frozenset(words) - FUNCTION_WORDS, FUNCTION_WORDS - set(words)) for code, *words in rows}
