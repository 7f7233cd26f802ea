"""The best way through two texts: which passages are translations of which, and which stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from .band import band
from .model import MORE, OPEN, PRIORS, STEPS, Model, _ROOT, _WORST, deviation

_NONE = float("-inf")
_BEAM = 30.0  # ways so much less likely than the best at the same place are given up
_LACKED = 0.4  # what a sign costs that has no counterpart


class Bead(NamedTuple):
    """Passages of the source and of the target, as indices, that answer each other; one range may be empty."""

    rows: range
    cols: range
    score: float


def beads(model: Model, rows: range, cols: range) -> list[Bead]:
    """The likeliest beads, in order; together they hold each index once."""
    if not rows or not cols:
        return [Bead(range(i, i + 1), range(cols.start, cols.start), 0.0) for i in rows] + [
            Bead(range(rows.start, rows.start), range(j, j + 1), 0.0) for j in cols
        ]
    if len(rows) == len(cols) == 1:
        return [Bead(rows, cols, 0.0)]
    return _Grid(model, rows, cols).beads()


class _Grid:
    """The dynamic programme: for each place in the source and each in the target that the band allows, the best way."""

    def __init__(self, model: Model, rows: range, cols: range) -> None:
        self.model, self.rows, self.cols = model, rows, cols
        self.band = band(model, rows, cols)
        two = model.two
        lengths = [two.lengths[j] for j in cols]
        pens = [self._pen(two.signs[j]) for j in cols]
        self.logs: dict[int, list[float]] = {}
        self.base: dict[int, list[float]] = {}
        self.lack: dict[int, list[float]] = {}
        for b in (1, 2, 3):
            logs, base, lack = [0.0] * (len(cols) + 1), [0.0] * (len(cols) + 1), [0.0] * (len(cols) + 1)
            for j in range(b, len(cols) + 1):
                part = lengths[j - b : j]
                whole = log(sum(part))
                logs[j] = whole
                alone = sum(self._alone(log(one)) - log(one) for one in part)
                base[j] = -b * whole - alone + (log(2) if b == 3 else 0.0)
                lack[j] = sum(pens[j - b : j])
            self.logs[b], self.base[b], self.lack[b] = logs, base, lack

    def _alone(self, logarithm: float) -> float:
        off = (logarithm - self.model.middle) / self.model.wide
        return -0.5 * off * off - log(self.model.wide) - _ROOT

    def _pen(self, signs: frozenset[str]) -> float:
        return _LACKED * sum(1 for sign in signs if sign in self.model.weights)

    def _near(self) -> dict[int, dict[int, float]]:
        """For each row, the columns of the band that share signs with it, and what these are worth."""
        weights, places = self.model.weights, {}
        for j, col in enumerate(self.cols):
            for sign in self.model.two.signs[col]:
                if sign in weights:
                    places.setdefault(sign, []).append(j)
        found = {}
        from bisect import bisect_left

        for i, row in enumerate(self.rows):
            here: dict[int, float] = {}
            low, high = self.band[i][0], self.band[i + 1][1]
            for sign in self.model.one.signs[row]:
                where = places.get(sign)
                if where:
                    worth = weights[sign] + 2 * _LACKED
                    for n in range(bisect_left(where, low), len(where)):
                        if where[n] >= high:
                            break
                        here[where[n]] = here.get(where[n], 0.0) + worth
            found[i] = here
        return found

    def beads(self) -> list[Bead]:
        n, m = len(self.rows), len(self.cols)
        one = self.model.one
        near = self._near()
        pens = [self._pen(one.signs[i]) for i in self.rows]
        lengths = [one.lengths[i] * self.model.ratio for i in self.rows]
        best: list[list[float]] = []
        ways: list[bytearray] = []
        gaps: list[bytearray] = []
        linked: list[list[float]] = []
        lone: list[list[float]] = []
        tops: list[float] = []
        for i in range(n + 1):
            low, high = self.band[i]
            width = high - low + 1
            match, gap = [_NONE] * width, [_NONE] * width
            way, come = bytearray(width), bytearray(width)
            top = [_NONE] * width
            steps = []
            for k, (a, b) in enumerate(STEPS):
                if a <= i:
                    expected = sum(lengths[i - a : i])
                    wide = deviation(expected)
                    const, prior = -log(wide) - _ROOT, PRIORS[a, b] - sum(pens[i - a : i])
                    plow, phigh = self.band[i - a]
                    steps.append(
                        (
                            k + 1,
                            a,
                            b,
                            log(expected),
                            1 / wide,
                            const,
                            prior,
                            best[i - a],
                            plow,
                            phigh,
                            tops[i - a] - _BEAM,
                            self.logs[b],
                            self.base[b],
                            self.lack[b],
                        )
                    )
            if i:
                ulow, uhigh = self.band[i - 1]
                umatch, ugap = linked[i - 1], lone[i - 1]
            for at in range(width):
                j = low + at
                if i == 0 and j == 0:
                    match[0] = top[0] = 0.0
                    continue
                score, how = _NONE, 0
                for k, a, b, expected, sharp, const, prior, before, plow, phigh, cut, logs, base, lack in steps:
                    c = j - b
                    if c < plow or c > phigh:
                        continue
                    previous = before[c - plow]
                    if previous < cut:
                        continue
                    off = (logs[j] - expected) * sharp
                    value = base[j] + const - 0.5 * off * off
                    if value < _WORST:
                        value = _WORST
                    value += previous + prior - lack[j]
                    if a == 1:
                        row = near[i - 1]
                        if row:
                            if b == 1:
                                value += row.get(c, 0.0)
                            else:
                                value += self._shared(near, i, a, j, b)
                    else:
                        value += self._shared(near, i, a, j, b)
                    if value > score:
                        score, how = value, k
                match[at], way[at] = score, how
                score, how = _NONE, 0
                if i and ulow <= j <= uhigh:
                    if (value := umatch[j - ulow] + OPEN) > score:
                        score, how = value, 1
                    if (value := ugap[j - ulow] + MORE) > score:
                        score, how = value, 2
                if at:
                    if (value := match[at - 1] + OPEN) > score:
                        score, how = value, 3
                    if (value := gap[at - 1] + MORE) > score:
                        score, how = value, 4
                gap[at], come[at] = score, how | (8 if score > match[at] else 0)
                top[at] = max(match[at], score)
            best.append(top)
            tops.append(max(top))
            linked.append(match)
            lone.append(gap)
            ways.append(way)
            gaps.append(come)
            if i >= 3:
                best[i - 3] = linked[i - 3] = lone[i - 3] = []
        return self._back(ways, gaps)

    def _shared(self, near: dict[int, dict[int, float]], i: int, a: int, j: int, b: int) -> float:
        worth, seen = 0.0, 0
        for r in range(i - a, i):
            row = near[r]
            for c in range(j - b, j):
                if c in row:
                    worth += row[c]
                    seen += 1
        if seen < 2:
            return worth
        one = frozenset().union(*(self.model.one.signs[self.rows[r]] for r in range(i - a, i)))
        two = frozenset().union(*(self.model.two.signs[self.cols[c]] for c in range(j - b, j)))
        weights = self.model.weights
        return sum(weights[sign] + 2 * _LACKED for sign in one & two if sign in weights)

    def _back(self, ways: list[bytearray], gaps: list[bytearray]) -> list[Bead]:
        i, j = len(self.rows), len(self.cols)
        r0, c0 = self.rows.start, self.cols.start
        found: list[Bead] = []
        in_gap = gaps[i][-1] & 8 != 0
        while i or j:
            low = self.band[i][0]
            if not in_gap:
                a, b = STEPS[ways[i][j - low] - 1]
                i, j = i - a, j - b
                found.append(Bead(range(r0 + i, r0 + i + a), range(c0 + j, c0 + j + b), 0.0))
                in_gap = gaps[i][j - self.band[i][0]] & 8 != 0
            else:
                how = gaps[i][j - low] & 7
                in_gap = how in (2, 4)
                if how in (1, 2):
                    i -= 1
                    found.append(Bead(range(r0 + i, r0 + i + 1), range(c0 + j, c0 + j), 0.0))
                else:
                    j -= 1
                    found.append(Bead(range(r0 + i, r0 + i), range(c0 + j, c0 + j + 1), 0.0))
        return found[::-1]
