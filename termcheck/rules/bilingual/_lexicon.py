"""Which words of one text answer to which of the other, learnt from the two texts themselves.

A word that stands in much the same passages as a word of the other language
is taken for its rendering; the more often both were seen, the surer. Words
are told by their first letters, so that endings do not matter; of Chinese, by
two characters together.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, count, islice, repeat
from typing import NamedTuple

from ...align.ranked import Ranked
from ...document import Bitext, Document, kept
from ...han import reaches_han
from ...model import Span
from ...rule import Context

_STEM = 5  # letters
_SHORTEST = 3
_SEEN = 3  # passages in which both must have stood
_MOST = 150  # passages that are looked at for one word
_ALIKE = 0.45  # Dice's coefficient of the passages of a word and those of its rendering
_HAN = "\u2fff"  # a word above it may be a Han character


class Rendering(NamedTuple):
    """A word of the other side, and in which part of the passages it answers."""

    word: str
    share: float


class _Signs(NamedTuple):
    """What each word of a text tells: its stem, and it with the next word if both are Han; "" for nothing."""

    stems: list[str]
    pairs: list[str]


@kept
def _signs(doc: Document) -> _Signs:
    words, starts = doc.tokens.words, doc.tokens.starts
    ends = doc.tokens.ends if reaches_han(doc.folded) else ()
    stem = {word: word[:_STEM] if len(word) >= _SHORTEST else "" for word in doc.counts}
    beside = zip(words, islice(words, 1, None), ends, islice(starts, 1, None), strict=False)
    pairs = [one + two if end == start and one > _HAN < two else "" for one, two, end, start in beside]
    return _Signs([stem[word] for word in words], pairs)


def _told(doc: Document, span: tuple[int, int]) -> list[str]:
    """What the words of a span tell, "" among it."""
    begin, end = doc.tokens.at(span[0]), doc.tokens.at(span[1])
    stems, pairs = _signs(doc)
    return stems[begin:end] + pairs[begin : max(begin, end - 1)]


def features(doc: Document, span: tuple[int, int]) -> Counter[str]:
    """The stems of the words of a span and the pairs of characters of its Chinese, with how often they stand there."""
    found = Counter(_told(doc, span))
    found.pop("", None)
    return found


def _distinct(doc: Document, spans: Sequence[Span]) -> list[list[str]]:
    """The features of spans, each once, in the order of the text."""
    stems, pairs = _signs(doc)
    at, found = doc.tokens.at, list[list[str]]()
    for begin, end in [(at(start), at(end)) for start, end in spans]:
        told = dict.fromkeys(stems[begin:end])
        if begin + 1 < end and pairs:
            told |= dict.fromkeys(pairs[begin : end - 1])
        told.pop("", None)
        found.append([*told])
    return found


class Lexicon:
    """The words of two texts by the passages they stand in; `find` looks a word of the first up."""

    def __init__(self, here: Sequence[Sequence[str]], there: Sequence[Sequence[str]]) -> None:
        self._here, self._there = here, there
        self._found: dict[str, Rendering | None] = {}

    @cached_property
    def turned(self) -> Lexicon:
        """The same the other way round."""
        return Lexicon(self._there, self._here)

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many passages each word of the second text stands."""
        return Counter(chain.from_iterable(self._there))

    @cached_property
    def _ranked(self) -> Ranked:
        return Ranked(self._there)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        found = defaultdict[str, list[int]](list)
        numbers = chain.from_iterable(map(repeat, count(), map(len, self._here)))
        deque(map(list.append, map(found.__getitem__, chain.from_iterable(self._here)), numbers), maxlen=0)
        return found

    def find(self, word: str) -> Rendering | None:
        """What answers to a word, None where nothing is known."""
        if word not in self._found:
            self._found[word] = self._search(self._places.get(word, ()))
        return self._found[word]

    def _search(self, places: Sequence[int]) -> Rendering | None:
        if len(places) < _SEEN:
            return None
        step = -(-len(places) // _MOST)
        places = places[::step]
        least = max(_SEEN, _ALIKE / 2 * len(places))  # seen together less often than that, none is alike enough
        most = step * len(places) * (2 / _ALIKE - 1)  # nor is one that stands in more passages than that
        together = Counter(chain.from_iterable(self._ranked.within(least, most + 1, places)))
        dice = {
            word: 2 * both / (len(places) + self._ranked.times[word] / step)
            for word, both in together.items()
            if both >= least
        }
        if (alike := max(dice.values(), default=0.0)) < _ALIKE:
            return None
        best = self._first({self._ranked.words[word]: word for word in dice if dice[word] == alike}, places)
        return Rendering(self._ranked.words[best], (together[best] - 1) / (len(places) + 0.5))

    def _first(self, numbers: Mapping[str, int], places: Sequence[int]) -> int:
        """Of words the one that stands first in some passages."""
        return next(numbers[word] for at in places for word in self._there[at] if word in numbers)


def learn(source: Document, target: Document, pairs: Sequence[tuple[Span, Span]]) -> Lexicon:
    """The words of passages that answer each other."""
    return Lexicon(_distinct(source, [one for one, _ in pairs]), _distinct(target, [two for _, two in pairs]))


@kept
def learnt(bitext: Bitext, ctx: Context) -> Lexicon:
    """What the sentences of two texts that answer each other tell."""
    filled = [(pair.source, pair.target) for pair in ctx.sentences(bitext) if pair.is_filled]
    return learn(bitext.source, bitext.target, filled)
