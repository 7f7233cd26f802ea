"""The words of passages by numbers, the rarest first: those that are so frequent lie together."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain


class Ranked:
    """`words[n]` is a word, and stands in `times[n]` of the passages: each passage has each of its words once."""

    def __init__(self, passages: Iterable[Iterable[str]]) -> None:
        passages = list(passages)
        often = Counter(chain.from_iterable(passages))
        self.words: Sequence[str] = sorted(often, key=often.__getitem__)
        self.times = [often[word] for word in self.words]
        number = {word: n for n, word in enumerate(self.words)}
        self._passages = [sorted(map(number.__getitem__, words)) for words in passages]

    def within(self, low: float, high: float, some: Iterable[int]) -> Iterator[list[int]]:
        """The words of some passages that stand `low` times and more, and less than `high` times."""
        first, stop = bisect_left(self.times, low), bisect_left(self.times, high)
        rows = map(self._passages.__getitem__, some)
        return (row[bisect_left(row, first) : bisect_left(row, stop)] for row in rows)
