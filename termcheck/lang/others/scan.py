"""The words of a text in any script, letters and digits apart: "12km" is two words, a word with vowel signs one."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..words import Tokens

# Marks that belong to the letter before them: combining accents, and the vowel signs of Indic and other scripts.
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0971-\u0e7f\u0ea0-\u0eff"
LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
_WORD = re.compile(rf"[0-9]+|{LETTER}+")
_NOWHERE = (sys.maxsize, sys.maxsize)
_LINKS = frozenset({"", " ", "-", "\n", "\r\n"})


class Words(NamedTuple):
    """Folded words by index, with their offsets; `folded` is the whole text with digits of all scripts as ASCII."""

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def gap(self, index: int) -> str:
        """The text between word `index` and the next."""
        return self.folded[self.ends[index] : self.starts[index + 1]]

    def linked(self, index: int) -> bool:
        """Whether the word after `index` is its neighbour: at most a blank, a hyphen or a line end between."""
        return 0 <= index < len(self.words) - 1 and self.gap(index) in _LINKS

    def after(self, offset: int) -> int:
        """Index of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)


def scan(text: str, tokens: Tokens, skip: Iterable[tuple[int, int]] = ()) -> Words:
    """The words of a text that begin within the words of `tokens`, without those in the ranges `skip`, in order."""
    found = Words(text, ascii_digits(tokens.folded), [], [], [])
    if not len(tokens):
        return found
    kept, left_out = zip(tokens.starts, tokens.ends, strict=True), iter(skip)
    (start, end), (first, last) = next(kept), next(left_out, _NOWHERE)
    for match in _WORD.finditer(found.folded, start):
        here = match.start()
        while end <= here:
            start, end = next(kept, _NOWHERE)
        while last <= here:
            first, last = next(left_out, _NOWHERE)
        if start <= here and match.end() <= first:
            found.words.append(match.group())
            found.starts.append(here)
            found.ends.append(match.end())
    return found


def ascii_digits(folded: str) -> str:
    """The text with the decimal digits of all scripts as those of ASCII; every code point stays one."""
    if folded.isascii() or not (digits := _other_digits().findall(folded)):
        return folded
    return folded.translate({ord(digit): str(int(digit)) for digit in set(digits)})


@cache
def _other_digits() -> re.Pattern[str]:
    return re.compile(r"(?![0-9])\d")
