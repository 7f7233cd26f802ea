"""The best way through two texts: which passages are translations of which, and which stand alone.

A bead is some passages of the source with some of the target, as Gale and
Church have it. The way through is found by dynamic programming over the places
between passages. At each place it is told whether the last passage stood
alone: one such comes seldom, but seldom alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, repeat
from math import log
from typing import NamedTuple

from .band import band
from .weighing import Model, agreement, expected

STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
PRIORS = [log(chance) for chance in (0.89, 0.04, 0.04, 0.01, 0.01, 0.01)]
OPEN, MORE = log(0.01), -0.7  # a passage without counterpart, and each further one beside it
_MOST = 3  # passages of one side in a bead
_WORST = -5.0  # no length speaks more strongly against a link than this
_BEAM = 30.0  # ways so much less likely than the best at the same place are given up
_NONE = float("-inf")
# How a passage without counterpart comes about: it stands in the source or the target, after a link or another one.
_SOURCE, _SOURCE_MORE, _TARGET, _TARGET_MORE, _ALONE = 1, 2, 3, 4, 8


class Bead(NamedTuple):
    """Passages of the source and of the target, as indices, that answer each other; one range may be empty."""

    rows: range
    cols: range


class _Row(NamedTuple):
    """The places between passages of the target, from `low` on, beside one of the source: how likely the best ways are.

    `linked` are ways that end in a link, `lone` those that do not, `best` the better of them; `top` is the best of all.
    """

    low: int
    linked: list[float]
    lone: list[float]
    best: list[float]
    top: float


def beads(model: Model, rows: range, cols: range) -> list[Bead]:
    """The likeliest beads, in order; together they hold each index once."""
    if not rows or not cols:
        lone = [Bead(range(i, i + 1), range(cols.start, cols.start)) for i in rows]
        return lone + [Bead(range(rows.stop, rows.stop), range(j, j + 1)) for j in cols]
    if len(rows) == len(cols) == 1:
        return [Bead(rows, cols)]
    return _Way(model, rows, cols).beads()


class _Way:
    """The programme for some passages of two sides; places are counted from the first of them."""

    def __init__(self, model: Model, rows: range, cols: range) -> None:
        self.model, self.rows, self.cols = model, rows, cols
        self.band = band(model, rows, cols)
        self.logs: dict[int, list[float]] = {}
        self.base: dict[int, list[float]] = {}
        lengths = [model.two.lengths[j] for j in cols]
        alone = [*accumulate(map(model.alone, lengths), initial=0.0)]
        self.lack = [*accumulate((model.lacks(model.two.signs[j]) for j in cols), initial=0.0)]
        whole = [*accumulate(lengths, initial=0.0)]
        for b in range(1, _MOST + 1):
            logs = [log(whole[j] - whole[j - b]) for j in range(b, len(whole))]
            self.logs[b] = [0.0] * b + logs
            # Where one length is told on several passages, any way of doing so is as likely as another.
            shares = log(2.0) if b == 3 else 0.0
            self.base[b] = [0.0] * b + [shares - b * one - alone[j] + alone[j - b] for j, one in enumerate(logs, b)]
        self.lacks = {
            b: [0.0] * b + [self.lack[j] - self.lack[j - b] for j in range(b, len(whole))] for b in range(1, _MOST + 1)
        }
        self.marked = self._marks()
        self.near = [*self._near()]
        self.costs = [model.lacks(model.one.signs[i]) for i in rows]
        self.lengths = [model.one.lengths[i] * model.ratio for i in rows]
        self.ways: list[tuple[int, bytes]] = []
        self.gaps: list[bytes] = []

    def _near(self) -> Iterator[dict[int, float]]:
        """For each passage of the source, those of the target in the band that share signs, and what these are worth."""
        places: dict[str, list[int]] = {}
        for j, col in enumerate(self.cols):
            for sign in self.model.two.signs[col] & self.model.weights.keys():
                places.setdefault(sign, []).append(j)
        for i, row in enumerate(self.rows):
            here: dict[int, float] = {}
            low, high = self.band.lows[i], self.band.highs[i + 1]
            for sign in self.model.one.signs[row] & places.keys():
                where = places[sign]
                for j in where[bisect_left(where, low) : bisect_left(where, high)]:
                    here[j] = here.get(j, 0.0) + self.model.worth(sign)
            yield here

    def _marks(self):
        first = {self.model.one.marks[i] for i in self.rows}
        second = [self.model.two.marks[j] for j in self.cols]
        if first == {()} or set(second) == {()}:
            return {}
        found = {}
        for mark in first:
            sums = [*accumulate((agreement(mark, other) for other in second), initial=0.0)]
            found[mark] = {b: [0.0] * b + [(sums[j] - sums[j - b]) / b for j in range(b, len(sums))] for b in (1, 2, 3)}
        return found

    def beads(self) -> list[Bead]:
        last: list[_Row] = []
        for i in range(len(self.rows) + 1):
            last = [*last[-_MOST:], self._row(i, last[-_MOST:])]
        return self._back()

    def _row(self, i: int, last: Sequence[_Row]) -> _Row:
        n, m = len(self.rows), len(self.cols)
        allowed = _BEAM - MORE * self.band.gaps[i]
        must = self.band.lows[i + 1] if i < n else m
        if not last:
            low, linked, ways = 0, [0.0], [0]
        else:
            low = max(self.band.lows[i], min(row.low for row in last))
            reach = min(self.band.highs[i], max(row.low + len(row.best) for row in last) - 1 + _MOST)
            values = [
                self._links(i, step, last[-step[0]], low, reach)
                if step[0] <= len(last)
                else [_NONE] * (reach - low + 1)
                for step in STEPS
            ]
            linked, ways = [], []
            for one in zip(*values, strict=True):
                linked.append(best := max(one))
                ways.append(one.index(best))
        lone, gaps, j = [], [], low
        above = last[-1] if last else _Row(0, [], [], [], _NONE)
        left_linked = left_lone = top = _NONE
        best_of: list[float] = []
        high = self.band.highs[i]
        known = len(linked)
        while True:
            at = j - low
            if at >= known:
                linked.append(_NONE)
                ways.append(0)
            score, how = left_linked + OPEN, _TARGET
            if (value := left_lone + MORE) > score:
                score, how = value, _TARGET_MORE
            up = j - above.low
            if 0 <= up < len(above.best):
                if (value := above.linked[up] + OPEN) > score:
                    score, how = value, _SOURCE
                if (value := above.lone[up] + MORE) > score:
                    score, how = value, _SOURCE_MORE
            left_linked, left_lone = linked[at], score
            best = left_linked
            if score > best:
                best, how = score, how | _ALONE
            lone.append(score)
            gaps.append(how)
            best_of.append(best)
            if best > top:
                top = best
            j += 1
            if j > high or (j > must and j - low >= known and best < top - allowed):
                break
        begin = next(n for n, value in enumerate(best_of) if value >= top - allowed)
        self.ways.append((low, bytes(ways)))
        self.gaps.append(bytes(gaps))
        return _Row(low + begin, linked[begin:], lone[begin:], best_of[begin:], top)

    def _links(self, i: int, step: tuple[int, int], before: _Row, low: int, reach: int) -> list[float]:
        """How likely the ways are that end in a bead of a step, for the places from `low` to `reach`."""
        a, b = step
        first, last = max(low, before.low + b), min(reach, before.low + len(before.best) - 1 + b)
        if first > last:
            return [_NONE] * (reach - low + 1)
        middle, sharp, peak = expected(sum(self.lengths[i - a : i]))
        fixed = PRIORS[STEPS.index(step)] - sum(self.costs[i - a : i])
        here = slice(first, last + 1)
        values = [
            way + fixed - lack + (value if (value := base + peak - sharp * (length - middle) ** 2) > _WORST else _WORST)
            for way, length, base, lack in zip(
                before.best[first - b - before.low : last + 1 - b - before.low],
                self.logs[b][here],
                self.base[b][here],
                self.lacks[b][here],
                strict=True,
            )
        ]
        for j, worth in self._shared(i, a, b).items():
            if first <= j <= last:
                values[j - first] += worth
        if self.marked:
            for r in range(i - a, i):
                of = self.marked[self.model.one.marks[self.rows[r]]][b]
                values = [value + one / a for value, one in zip(values, of[here], strict=True)]
        return [_NONE] * (first - low) + values + [_NONE] * (reach - last)

    def _shared(self, i: int, a: int, b: int) -> Mapping[int, float]:
        """By its end in the target, what the signs are worth that a bead ending in a row shares."""
        if a == b == 1:
            return {c + 1: worth for c, worth in self.near[i - 1].items()}
        found: dict[int, float] = {}
        several = set()
        for r in range(i - a, i):
            for c, worth in self.near[r].items():
                for j in range(c + 1, c + 1 + b):
                    if j in found:
                        several.add(j)
                    found[j] = found.get(j, 0.0) + worth
        for j in several:
            if j >= b and j <= len(self.cols):
                one = frozenset().union(*(self.model.one.signs[self.rows[r]] for r in range(i - a, i)))
                two = frozenset().union(*(self.model.two.signs[self.cols[c]] for c in range(j - b, j)))
                found[j] = sum(map(self.model.worth, one & two))
        return found

    def _back(self) -> list[Bead]:
        i, j = len(self.rows), len(self.cols)
        found: list[Bead] = []
        alone = self.gaps[i][-1] & _ALONE
        while i or j:
            at = j - self.ways[i][0]
            if not alone:
                a, b = STEPS[self.ways[i][1][at]]
            else:
                how = self.gaps[i][at] & ~_ALONE
                a, b = (1, 0) if how in (_SOURCE, _SOURCE_MORE) else (0, 1)
            i, j = i - a, j - b
            found.append(
                Bead(
                    range(self.rows.start + i, self.rows.start + i + a),
                    range(self.cols.start + j, self.cols.start + j + b),
                )
            )
            if alone:
                alone = how in (_SOURCE_MORE, _TARGET_MORE)
            elif i or j:
                alone = self.gaps[i][j - self.ways[i][0]] & _ALONE
        return found[::-1]
