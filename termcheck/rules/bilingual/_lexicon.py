"""Which words of one text answer to which of the other, learnt from the two texts themselves.

A word that stands in much the same passages as a word of the other language
is taken for its rendering; the more often both were seen, the surer. Words
are told by their first letters, so that endings do not matter; of Chinese, by
two characters together.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...document import Document
from ...han import reaches_han
from ...model import Span

_STEM = 5  # letters
_SHORTEST = 3
_SEEN = 3  # passages in which both must have stood
_MOST = 150  # passages that are looked at for one word
_ALIKE = 0.45  # Dice's coefficient of the passages of a word and those of its rendering


class Rendering(NamedTuple):
    """A word of the other side, and in which part of the passages it answers."""

    word: str
    share: float


def features(doc: Document, span: tuple[int, int]) -> Counter[str]:
    """The stems of the words of a span and the pairs of characters of its Chinese, with how often they stand there."""
    tokens = doc.tokens
    begin, end = tokens.at(span[0]), tokens.at(span[1])
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    found = Counter(word[:_STEM] for word in words[begin:end] if len(word) >= _SHORTEST)
    if reaches_han(doc[span]):
        found.update(
            words[at] + words[at + 1]
            for at in range(begin, end - 1)
            if words[at] > "\u2fff" < words[at + 1] and ends[at] == starts[at + 1]
        )
    return found


class Lexicon:
    """The words of two texts by the passages they stand in; `find` looks a word of the first up."""

    def __init__(self, here: Sequence[Counter[str]], there: Sequence[Counter[str]]) -> None:
        self.size = max(1, len(here))
        self._there = there
        self._places: dict[str, array[int]] = {}
        for at, words in enumerate(here):
            for word in words:
                self._places.setdefault(word, array("l")).append(at)
        self.counts = Counter(word for words in there for word in words)
        self._found: dict[str, Rendering | None] = {}

    def find(self, word: str) -> Rendering | None:
        """What answers to a word, None where nothing is known."""
        if word not in self._found:
            self._found[word] = self._search(self._places.get(word, ()))
        return self._found[word]

    def frequency(self, word: str) -> float:
        """The part of the passages in which a word of the other side stands."""
        return (self.counts[word] + 0.5) / (self.size + 1)

    def _search(self, places: Sequence[int]) -> Rendering | None:
        if len(places) < _SEEN:
            return None
        step = -(-len(places) // _MOST)
        places = places[::step]
        together = Counter(word for at in places for word in self._there[at])
        best, alike = "", 0.0
        for word, both in together.items():
            dice = 2 * both / (len(places) + self.counts[word] / step)
            if both >= _SEEN and dice > alike:
                best, alike = word, dice
        return Rendering(best, (together[best] - 1) / (len(places) + 0.5)) if alike >= _ALIKE else None


def learn(source: Document, target: Document, pairs: Iterable[tuple[Span, Span]]) -> Lexicon:
    """The words of passages that answer each other."""
    sides = [(features(source, one), features(target, two)) for one, two in pairs]
    return Lexicon([one for one, _ in sides], [two for _, two in sides])
