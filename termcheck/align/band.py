"""Which passages can answer each other at all: a band about the way from the beginning of two texts to their end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from .model import Model

SMALL = 4000  # so many pairs of passages are all looked at
_HALF = 60  # half the width of the band where nothing tells the way
_SLACK = 4
_RARE = 12  # a sign in no more pairs of passages than this can tell the way
_SURE = 3.0

Point = tuple[int, int]


def band(model: Model, rows: range, cols: range) -> list[tuple[int, int]]:
    """For each of the ``len(rows) + 1`` places between passages of the source, the first and last of the target."""
    n, m = len(rows), len(cols)
    if n * m <= SMALL:
        return [(0, m)] * (n + 1)
    points = [(0, 0), *_chain(_candidates(model, rows, cols)), (n, m)]
    lows, highs = [m] * (n + 1), [0] * (n + 1)
    for k in range(1, max(2, len(points) - 1)):
        # The way may pass any one point by: that may be wrong.
        _open(lows, highs, points[k - 1], points[min(k + 1, len(points) - 1)], m, _progress(model, rows, cols))
    lows[0], highs[n] = 0, m
    for i in range(n - 1, -1, -1):
        lows[i] = min(lows[i], lows[i + 1])
    for i in range(1, n + 1):
        highs[i] = max(highs[i], highs[i - 1])
    return list(zip(lows, highs, strict=True))


def _candidates(model: Model, rows: range, cols: range) -> list[tuple[int, int, float]]:
    """Pairs of passages that share rare signs, with the weight of these."""
    first, second = _places(model.one.signs, rows), _places(model.two.signs, cols)
    found: defaultdict[Point, float] = defaultdict(float)
    for sign in first.keys() & second.keys():
        if sign in model.weights and len(first[sign]) * len(second[sign]) <= _RARE:
            for i in first[sign]:
                for j in second[sign]:
                    found[i, j] += model.weights[sign]
    return sorted((i, j, weight) for (i, j), weight in found.items() if weight > _SURE)


def _places(signs: Sequence[frozenset[str]], within: range) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, index in enumerate(within):
        for sign in signs[index]:
            found[sign].append(n)
    return found


def _chain(candidates: Sequence[tuple[int, int, float]]) -> list[Point]:
    """The heaviest of the chains that go forward in both texts."""
    ends: list[int] = []  # columns at which a chain ends, rising, each with a heavier chain than those before it
    best: list[float] = []
    last: list[int] = []
    back: list[int] = []
    for n, (_, j, weight) in enumerate(candidates):
        at = bisect_right(ends, j)
        total = weight + (best[at - 1] if at else 0.0)
        back.append(last[at - 1] if at else -1)
        if at and ends[at - 1] == j:
            at -= 1
            ends[at], best[at], last[at] = j, total, n
        else:
            ends.insert(at, j)
            best.insert(at, total)
            last.insert(at, n)
        end = at + 1
        while end < len(ends) and best[end] <= total:
            end += 1
        del ends[at + 1 : end], best[at + 1 : end], last[at + 1 : end]
    chain, n = [], last[-1] if last else -1
    while n >= 0:
        chain.append(candidates[n][:2])
        n = back[n]
    return chain[::-1]


def _progress(model: Model, rows: range, cols: range) -> tuple[list[float], list[float]]:
    return (
        list(accumulate((model.one.lengths[i] for i in rows), initial=0.0)),
        list(accumulate((model.two.lengths[j] for j in cols), initial=0.0)),
    )


def _open(
    lows: list[int], highs: list[int], begin: Point, end: Point, m: int, progress: tuple[list[float], list[float]]
) -> None:
    (i0, j0), (i1, j1) = begin, end
    one, two = progress
    whole = (i1 - i0 + 1) * (j1 - j0 + 1) <= SMALL or j1 - j0 <= 2 * _HALF
    pace = (two[j1] - two[j0]) / max(1.0, one[i1] - one[i0])
    for i in range(max(0, i0 - _SLACK), min(len(one) - 1, i1 + _SLACK) + 1):
        if whole:
            low, high = j0, j1
        else:
            centre = bisect_right(two, two[j0] + (one[i] - one[i0]) * pace, max(0, j0), j1 + 1) - 1
            low, high = max(j0, centre - _HALF), min(j1, centre + _HALF)
        lows[i], highs[i] = min(lows[i], max(0, low - _SLACK)), max(highs[i], min(m, high + _SLACK))
