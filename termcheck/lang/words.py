"""Words of a text, kept compactly: two arrays of offsets and a list of shared folded strings."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from .script import HAN, reaches_han

# A word is letters and digits with inner apostrophes; each Han character is a word of its own.
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_USUAL_GAPS = (" ", "", "-")
_GAP = re.compile(r" *(?:\r\n|[\r\n\t]| )? *|-")


@cache
def _word_or_han() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:'[^\W_{HAN}]+)*")


def _pattern(text: str) -> re.Pattern[str]:
    return _word_or_han() if reaches_han(text) else _WORD


class Tokens:
    """Words by index: `words[i]` is folded, and stands at `starts[i]` to `ends[i]` of the text."""

    __slots__ = ("ends", "folded", "starts", "words")

    def __init__(self, folded: str, ranges: Iterable[tuple[int, int]]) -> None:
        """`folded` is the whole folded text; words are taken from the given ranges of it, in order."""
        self.folded = folded
        self.starts, self.ends = array("l"), array("l")
        self.words: list[str] = []
        shared: dict[str, str] = {}
        pattern = _pattern(folded)
        for begin, end in ranges:
            for match in pattern.finditer(folded, begin, end):
                word = match.group()
                self.words.append(shared.setdefault(word, word))
                self.starts.append(match.start())
                self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """The folded text between word `index` and the next."""
        return self.folded[self.ends[index] : self.starts[index + 1]]

    def linked(self, index: int) -> bool:
        """Whether only a blank, a hyphen or one line end stands between word `index` and the next."""
        if index + 1 >= len(self.words):
            return False
        gap = self.gap(index)
        return gap in _USUAL_GAPS or _GAP.fullmatch(gap) is not None

    def at(self, offset: int) -> int:
        """Index of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)


def words_of(text: str) -> list[str]:
    """The words of an already folded text."""
    return _pattern(text).findall(text)
