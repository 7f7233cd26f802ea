"""What beads are worth: how much likelier their passages are as translations of each other than as strangers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

from .sides import Mark
from .weighing import Model, agreement, expected, opening

MOST = 3  # passages of one side in a bead
_REMEMBERED = 1 << 12  # stretches of the target whose signs are kept: those near the way are asked for again and again
_WORST = -6.0  # no length speaks more strongly against a link than this


class _Columns(NamedTuple):
    """For each place in the target: what is known of the passages that end there, as many as a bead has.

    `logs` are the logarithms of their length, `lengths` what it would be worth
    that it came of their source, were it sure, `lacks` what their signs cost
    that have no counterpart.
    """

    logs: list[float]
    lengths: list[float]
    lacks: list[float]


class Gains:
    """What the beads are worth that some passages of two sides can make; places are counted from the first of them."""

    def __init__(self, model: Model, rows: range, cols: range) -> None:
        self._model, self._rows, self._cols = model, rows, cols
        self._columns = {count: self._column(count) for count in range(1, MOST + 1)}
        marks = {model.one.marks[row] for row in rows}
        plain = marks == {model.two.marks[col] for col in cols} and len(marks) == 1
        self._marks = {} if plain else {mark: self._mark(mark) for mark in marks}
        self.opening_row = opening([model.one.marks[row] for row in rows])
        self.opening_col = opening([model.two.marks[col] for col in cols])
        self._near: dict[int, Mapping[int, float]] = {}  # by passage of the source, for the last few
        self._together: dict[tuple[int, int], frozenset[str]] = {}  # the signs of some passages of the target
        self._places: dict[str, list[int]] = {}
        for j, col in enumerate(cols):
            for sign in model.two.signs[col] & model.weights.keys():
                self._places.setdefault(sign, []).append(j)
        self._lengths = [*accumulate((model.one.lengths[row] * model.ratio for row in rows), initial=0.0)]
        self._lacks = [*accumulate((model.lacks(model.one.signs[row]) for row in rows), initial=0.0)]

    def ending(self, i: int, step: tuple[int, int], places: range) -> list[float]:
        """The worth of the beads of a step that end at a place in the source and at some in the target."""
        a, b = step
        middle, sharp, peak = expected(self._lengths[i] - self._lengths[i - a])
        lacks = self._lacks[i] - self._lacks[i - a]
        column, here = self._columns[b], slice(places.start, places.stop)
        worth = [
            (value if (value := base + peak - sharp * (length - middle) ** 2) > _WORST else _WORST) - lack - lacks
            for length, base, lack in zip(column.logs[here], column.lengths[here], column.lacks[here], strict=True)
        ]
        for j, shared in self._signs(i, a, b):
            if j in places:
                worth[j - places.start] += shared
        for row in self._rows[i - a : i] if self._marks else ():
            marked = self._marks[self._model.one.marks[row]][b][here]
            worth = [value + more / a for value, more in zip(worth, marked, strict=True)]
        return worth

    def _column(self, count: int) -> _Columns:
        model, parts = self._model, [self._model.two.lengths[col] for col in self._cols]
        logs = [log(sum(parts[j - count : j])) for j in range(count, len(parts) + 1)]
        alone = _last(count, map(model.alone, parts))
        lacks = _last(count, (model.lacks(model.two.signs[col]) for col in self._cols))
        # A length that is told on several passages may be told in any way: two ends among so many letters, in order.
        ways = log(2.0) if count == 3 else 0.0
        lengths = [ways - count * whole - one for whole, one in zip(logs, alone[count:], strict=True)]
        return _Columns([0.0] * count + logs, [0.0] * count + lengths, lacks)

    def _mark(self, mark: Mark) -> Mapping[int, Sequence[float]]:
        agree = [agreement(mark, self._model.two.marks[col]) for col in self._cols]
        return {count: [value / count for value in _last(count, agree)] for count in range(1, MOST + 1)}

    def look(self, i: int, low: int, high: int) -> None:
        """Find what the source's passage before a place shares with those of the target between two places.

        To be asked for each place in turn, before the beads that end there.
        """
        here: dict[int, float] = {}
        for sign in self._model.one.signs[self._rows[i - 1]] & self._places.keys():
            where, worth = self._places[sign], self._model.worth(sign)
            for j in where[bisect_left(where, low - MOST) : bisect_left(where, high + MOST * MOST)]:
                here[j] = here.get(j, 0.0) + worth
        self._near[i - 1] = here
        self._near.pop(i - 1 - MOST, None)

    def _signs(self, i: int, a: int, b: int) -> Iterator[tuple[int, float]]:
        """The places in the target where beads end that share signs, and what these are worth."""
        if a == b == 1:
            yield from ((j + 1, worth) for j, worth in self._near[i - 1].items())
            return
        found: dict[int, list[float]] = {}
        for row in range(i - a, i):
            for j, worth in self._near[row].items():
                for end in range(j + 1, min(j + b, len(self._cols)) + 1):
                    found.setdefault(end, []).append(worth)
        here = frozenset().union(*(self._model.one.signs[row] for row in self._rows[i - a : i]))
        for j, several in found.items():
            yield j, several[0] if len(several) == 1 else self._worth(here & self._signs_before(j, b))

    def _signs_before(self, j: int, b: int) -> frozenset[str]:
        """The signs of the passages of a bead that ends at a place in the target."""
        known = self._together.get((j, b))
        if known is None:
            if len(self._together) > _REMEMBERED:
                self._together.clear()
            two = (self._model.two.signs[col] for col in self._cols[max(0, j - b) : j])
            known = self._together[j, b] = frozenset().union(*two)
        return known

    def _worth(self, shared: Iterable[str]) -> float:
        """What shared signs are worth, each counted once."""
        return sum([self._model.worth(sign) for sign in shared])


def _last(count: int, values: Iterator[float] | Sequence[float]) -> list[float]:
    """For each place the sum of the values before it, `count` of them; 0 where there are not so many."""
    sums = [*accumulate(values, initial=0.0)]
    return [0.0] * min(count, len(sums)) + [sums[n] - sums[n - count] for n in range(count, len(sums))]
