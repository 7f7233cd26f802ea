"""Which passages can answer each other at all: a band about the way from the beginning of two texts to their end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from math import log
from typing import NamedTuple

from .weighing import Model

_CELLS = 50  # so many places a passage may be looked at in, on average, without more ado
_SLACK = 4
_RARE = 50  # a sign in no more pairs of passages than this can tell the way

Point = tuple[int, int]


class Band(NamedTuple):
    """For each place between passages of the source: the first and last of the target, and how far the way may stray.

    `gaps` are the passages without counterpart that a way must be allowed at one place.
    """

    lows: list[int]
    highs: list[int]
    gaps: list[int]


def band(model: Model, rows: range, cols: range) -> Band:
    """The band for the ``len(rows) + 1`` places between passages of the source, from the first place to the last."""
    n, m = len(rows), len(cols)
    found = Band([m] * (n + 1), [0] * (n + 1), [0] * (n + 1))
    points = [(0, 0), (n, m)]
    if not _few(n, m):
        points[1:1] = _chain(_candidates(model, rows, cols))
    # The way may pass any one point by, for that may be wrong: each stretch goes from a point to the next but one.
    for begin, end in zip(points, points[2:], strict=False) if len(points) > 2 else pairwise(points):
        _open(found, begin, end, m)
    found.lows[0], found.highs[n] = 0, m
    for i in range(n - 1, -1, -1):
        found.lows[i] = min(found.lows[i], found.lows[i + 1])
    for i in range(1, n + 1):
        found.highs[i] = max(found.highs[i], found.highs[i - 1])
    return found


def _few(n: int, m: int) -> bool:
    return n * m <= _CELLS * (n + m)


def _open(found: Band, begin: Point, end: Point, m: int) -> None:
    (i0, j0), (i1, j1) = begin, end
    gap = abs((i1 - i0) - (j1 - j0)) if _few(i1 - i0, j1 - j0) else 0
    low, high = max(0, j0 - _SLACK), min(m, j1 + _SLACK)
    for i in range(max(0, i0 - _SLACK), min(len(found.lows) - 1, i1 + _SLACK) + 1):
        found.lows[i] = min(found.lows[i], low)
        found.highs[i] = max(found.highs[i], high)
        found.gaps[i] = max(found.gaps[i], gap)


def _candidates(model: Model, rows: range, cols: range) -> list[tuple[Point, float]]:
    """Pairs of passages that share more than chance would let any of them, and more than either with any other."""
    first, second = _places(model.one.signs, rows), _places(model.two.signs, cols)
    found: defaultdict[Point, float] = defaultdict(float)
    for sign in first.keys() & second.keys() & model.weights.keys():
        if len(first[sign]) * len(second[sign]) <= _RARE:
            for point in product(first[sign], second[sign]):
                found[point] += model.weights[sign]
    sure = log(len(cols)) - 1
    most: list[dict[int, list[float]]] = [{}, {}]
    for point, weight in found.items():
        for side, place in zip(most, point, strict=True):
            side.setdefault(place, []).append(weight)
    return sorted(
        (point, weight)
        for point, weight in found.items()
        if weight > sure and all(_stands_out(weight, side[place]) for side, place in zip(most, point, strict=True))
    )


def _stands_out(weight: float, all_of: Sequence[float]) -> bool:
    """Whether of the weights of one passage with others this one is by far the greatest."""
    return sum(other > weight / 2 for other in all_of) == 1


def _places(signs: Sequence[frozenset[str]], within: range) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, index in enumerate(within):
        for sign in signs[index]:
            found[sign].append(n)
    return found


def _chain(candidates: Iterable[tuple[Point, float]]) -> list[Point]:
    """The heaviest of the chains that go forward in both texts."""
    ends: list[tuple[int, float, int]] = []  # the columns chains end at, each chain heavier than those to its left
    back: list[int] = []
    points: list[Point] = []
    for (i, j), weight in candidates:
        at = bisect_right(ends, j, key=lambda end: end[0])
        before = ends[at - 1] if at else (-1, 0.0, -1)
        total = before[1] + weight
        back.append(before[2])
        begin = at - 1 if before[0] == j else at
        stop = at
        while stop < len(ends) and ends[stop][1] <= total:
            stop += 1
        ends[begin:stop] = [(j, total, len(points))]
        points.append((i, j))
    chain, last = [], ends[-1][2] if ends else -1
    while last >= 0:
        chain.append(points[last])
        last = back[last]
    return chain[::-1]
