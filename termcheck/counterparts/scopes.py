"""Where a name may stand in two texts: in the passages that answer each other, and in the passages beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
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


def scopes(pairs: Sequence[Pair]) -> list[Scope]:
    """The scope of each pair that has text on both sides."""
    found = []
    for at, pair in enumerate(pairs):
        if pair.is_filled:
            near = [one for one in pairs[max(0, at - 1) : at + 2] if one.unit == pair.unit]
            alone = len(near) == 1
            sources = (pair.source,) if alone else tuple([one.source for one in near])
            targets = (pair.target,) if alone else tuple([one.target for one in near])
            found.append(Scope(pair, sources, targets))
    return found


def naming(scopes: Sequence[Scope], said: Iterable[int], told: Iterable[int]) -> list[Scope]:
    """The scopes in which something is said in the source or told in the target, by where names begin in either."""
    numbers = {*_standing([scope.pair.source for scope in scopes], said)}
    numbers.update(_standing([scope.pair.target for scope in scopes], told))
    return [scopes[number] for number in sorted(numbers)]


def _standing(spans: Sequence[Span], places: Iterable[int]) -> Iterator[int]:
    """The numbers of the spans, which are in order, that hold any of some places."""
    starts = [span.start for span in spans]
    for place in places:
        number = bisect_right(starts, place) - 1
        if number >= 0 and place < spans[number].end:
            yield number
