"""Where a name may stand in two texts: in the passages that answer each other, and in the passages beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ..model import Pair, Span


class Scope(NamedTuple):
    """A pair of passages, and the spans of both texts in which what it says may be found.

    Sentences may be linked one too early or too late, so that the neighbours'
    passages count as well; but for those of another row of a table, for a row
    is what a translator was given.
    """

    pair: Pair
    source: tuple[Span, ...]
    target: tuple[Span, ...]


class Scopes:
    """The scopes of the pairs that have text on both sides, each made when it is asked for: most pairs name nothing."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs, self._sides = pairs, Sides(pairs)

    def __iter__(self) -> Iterator[Scope]:
        return (self._of(number) for number, pair in enumerate(self._pairs) if pair.is_filled)

    def naming(self, said: Iterable[int], told: Iterable[int]) -> list[Scope]:
        """The scopes in which something is said in the source or told in the target, by where names begin in either."""
        return [self._of(number) for number in self._sides.holding(said, told) if self._pairs[number].is_filled]

    def _of(self, number: int) -> Scope:
        pair = self._pairs[number]
        near = [one for one in self._pairs[max(0, number - 1) : number + 2] if one.unit == pair.unit]
        return Scope(pair, tuple([one.source for one in near]), tuple([one.target for one in near]))


class Sides:
    """The pairs of two texts, which are in the order of both, by what stands in either side of them."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._sources, self._targets = [pair.source for pair in pairs], [pair.target for pair in pairs]

    def holding(self, said: Iterable[int], told: Iterable[int]) -> list[int]:
        """The numbers, in order, of the pairs that hold an offset of the source or one of the target."""
        return sorted({*chain(standing(self._sources, said), standing(self._targets, told))})


def standing(spans: Sequence[Span], places: Iterable[int]) -> Iterator[int]:
    """The numbers of the spans, which are in order, that hold any of some places."""
    starts = [start for start, _ in spans]
    for place in places:
        number = bisect_right(starts, place) - 1
        if number >= 0 and place < spans[number].end:
            yield number
