"""Words of a text, kept compactly: offsets, and a list of shared folded strings."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from functools import cache, partial
from itertools import accumulate, chain, count, filterfalse
from typing import Any

from .script import HAN, reaches_han

# A word is letters and digits with inner apostrophes; each Han character is a word of its own.
_WORD = re.compile(r"([^\W_]+(?:'[^\W_]+)*)")
_ASCII_WORD = re.compile(r"([0-9a-z]++(?:'[0-9a-z]++)*+)")
_GAP = re.compile(r" *(?:\r\n|[\r\n\t]| )? *|-")
_BREAK = re.compile(r"\s")
_STRETCH = 1 << 12  # code points cut into words at once: most such stretches are plain ASCII, which is quicker
_BLOT = "\0"  # no part of a word, and no link between two
_MOST_GAPS = 1 << 12
_MOST_WORDS = 1 << 14
_LONG = 1 << 19  # code points
_NEAR = 12  # code points that most words and the gap before them take


class _Links(dict[str, bool]):
    """Whether a gap links two words, remembered: texts have few different gaps."""

    def __missing__(self, gap: str) -> bool:
        linked = _GAP.fullmatch(gap) is not None
        if len(self) < _MOST_GAPS:
            self[gap] = linked
        return linked


_links = _Links()


@cache
def _word_or_han() -> re.Pattern[str]:
    return re.compile(rf"([{HAN}]|[^\W_{HAN}]+(?:'[^\W_{HAN}]+)*)")


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():  # as most are
        return _ASCII_WORD
    return _word_or_han() if reaches_han(text) else _WORD


# Each word is one string, in one text and from text to text: what is remembered of it is found sooner.
_same: dict[str, str] = {}


# The indices of words: the same numbers serve all texts, and need not be made and given up for each.
_numbers: list[int] = []


def _up_to(count: int) -> list[int]:
    """The numbers from 0 on, at least so many."""
    _numbers.extend(range(len(_numbers), count))
    return _numbers


class Tokens:
    """Words by index: `words[i]` is folded, and stands at `starts[i]` to `ends[i]` of the text.

    `links[i]` is 1 where only a blank, a hyphen or one line end stands between word `i` and the next, else 0.
    """

    __slots__ = ("_mixed", "_new", "_places", "ends", "folded", "links", "starts", "words")

    def __init__(self, folded: str, ranges: Iterable[tuple[int, int]]) -> None:
        """`folded` is the whole folded text; words are taken from the given ranges of it, in order."""
        self.folded = folded
        # An array takes a tenth of a list's memory, and longer to make and to read.
        self._new = partial(array, "i") if len(folded) > _LONG else list
        self.starts: MutableSequence[int] = self._new()
        self.ends: MutableSequence[int] = self._new()
        self.words: list[str] = []
        self.links = bytearray()
        self._places: dict[str, Sequence[int]] = {}
        self._mixed: list[str] | None = None
        self._read(ranges)

    def _read(self, ranges: Iterable[tuple[int, int]]) -> None:
        # Each step is one call for a whole stretch: ten megabytes hold two million words.
        same = _same.setdefault
        for begin, text in _stretches(self.folded, ranges):
            parts = _pattern(text).split(text)  # a gap, a word, a gap ... a gap
            if len(parts) == 1:
                continue
            offsets = [*accumulate(map(len, parts), initial=begin)]
            words = parts[1::2]
            if self.words:
                self.links.append(_links[self.folded[self.ends[-1] : offsets[1]]])
            self.words += map(same, words, words)
            self.starts.extend(offsets[1:-1:2])
            self.ends.extend(offsets[2:-1:2])
            self.links.extend(map(_links.__getitem__, parts[2:-1:2]))
        if len(_same) > _MOST_WORDS:
            _same.clear()

    def __len__(self) -> int:
        return len(self.words)

    @property
    def places(self) -> dict[str, Sequence[int]]:
        """The indices of each word, in order; found once, so that a rule need not walk all words for a few."""
        if not self._places:
            found = defaultdict[str, Any](self._new)
            add, numbers = (list.append, _up_to(len(self))) if self._new is list else (array.append, count())
            deque(map(add, map(found.__getitem__, self.words), numbers), maxlen=0)
            self._places = dict(found)
        return self._places

    @property
    def mixed(self) -> list[str]:
        """The distinct words that are not of letters alone: figures, and words with a figure or an apostrophe."""
        if self._mixed is None:
            self._mixed = [*filterfalse(str.isalpha, self.places)]
        return self._mixed

    def among(self, words: Iterable[str]) -> Sequence[int]:
        """The indices of all of these words, each said once, in order."""
        found = sorted(chain.from_iterable(self.places.get(word, ()) for word in words))
        return found if self._new is list else self._new(found)

    def gap(self, index: int) -> str:
        """The folded text between word `index` and the next."""
        return self.folded[self.ends[index] : self.starts[index + 1]]

    def linked(self, index: int) -> bool:
        """Whether only a blank, a hyphen or one line end stands between word `index` and the next."""
        return index < len(self.links) and self.links[index] == 1

    def at(self, offset: int) -> int:
        """Index of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)


def _stretches(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """What stands in the ranges, in stretches that end at blanks, each with its offset.

    Ranges that are near each other make one stretch, with what stands between them blotted out.
    """
    begin, parts, end = 0, list[str](), 0
    for start, last in ranges:
        if parts and start - begin > _STRETCH:
            yield begin, "".join(parts)
            parts = []
        if parts:
            between = text[end:start]
            parts.append(_BLOT * len(between) if between.strip() else between)
        else:
            begin = start
        at, end = start, last
        while end - begin > _STRETCH and (cut := _BREAK.search(text, max(at, begin + _STRETCH), end)):
            yield begin, "".join((*parts, text[at : cut.start()]))
            begin = at = cut.start()
            parts = []
        parts.append(text[at:end])
    if parts:
        yield begin, "".join(parts)


def first_words(text: str, most: int) -> list[str]:
    """The first words of a folded text. Most stand near its beginning; what is cut out there may end inside a word."""
    near = words_of(text[: _NEAR * most])
    return (near if len(near) > most else words_of(text))[:most]


def last_words(text: str, most: int) -> list[str]:
    """The last words of a folded text. Most stand near its end; what is cut out there may begin inside a word."""
    near = words_of(text[-_NEAR * most :])
    return (near if len(near) > most else words_of(text))[-most:]


def words_of(text: str) -> list[str]:
    """The words of an already folded text."""
    return _pattern(text).findall(text)
