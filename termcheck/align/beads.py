"""The best way through two texts: which passages are translations of which, and which stand alone.

A bead is some passages of the source with some of the target, as Gale and
Church have it. The way through is found by dynamic programming over the places
between passages. At each it is known whether the way comes there by a passage
without counterpart: those are rare, but seldom come alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from .band import Band, band
from .gains import MOST, Gains
from .weighing import Model

STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
_PRIORS = dict(zip(STEPS, map(log, (0.87, 0.05, 0.05, 0.005, 0.005, 0.005)), strict=True))
_OPEN, _MORE = log(0.05), -0.7  # a passage without counterpart, and each further one beside it
_BEAM = 30.0  # ways so much less likely than the best to the same place in the source are given up
_NEVER = float("-inf")
# How a way comes to a place by a passage without counterpart: it stands in the source or in the target, after a link
# or after another one. `_LONE` is added where no way by a link is better.
_SOURCE, _SOURCE_MORE, _TARGET, _TARGET_MORE, _LONE = 1, 2, 3, 4, 8
_BY_GAP = {_SOURCE: (1, 0), _SOURCE_MORE: (1, 0), _TARGET: (0, 1), _TARGET_MORE: (0, 1)}
_AFTER_GAP = frozenset({_SOURCE_MORE, _TARGET_MORE})


class Bead(NamedTuple):
    """Passages of the source and of the target, as indices, that answer each other; one range may be empty."""

    rows: range
    cols: range


class _Row(NamedTuple):
    """How likely the best ways are to a place in the source and the places in the target from `low` on.

    `linked` are those that end in a link, `lone` the others, `best` the better of both; `top` is the best of all.
    """

    low: int
    linked: list[float]
    lone: list[float]
    best: list[float]
    top: float


class _Back(NamedTuple):
    """By which step, as its number, and by which passage without counterpart ways come to the places of a row."""

    low: int
    steps: bytes
    gaps: bytes


def beads(model: Model, rows: range, cols: range) -> list[Bead]:
    """The likeliest beads, in order; together they hold each index once."""
    if not rows or not cols:
        lone = [Bead(range(i, i + 1), range(cols.start, cols.start)) for i in rows]
        return lone + [Bead(range(rows.stop, rows.stop), range(j, j + 1)) for j in cols]
    if len(rows) == len(cols) == 1:
        return [Bead(rows, cols)]
    allowed = band(model, rows, cols)
    return _way(_backs(Gains(model, rows, cols), allowed), rows, cols)


def _backs(gains: Gains, allowed: Band) -> list[_Back]:
    before: list[_Row] = []
    backs = []
    for i in range(len(allowed.lows)):
        low, linked, steps = _links(gains, allowed, i, before)
        row, gaps = _lone(gains, allowed, i, _Row(low, linked, [], [], _NEVER), before[-1:])
        backs.append(_Back(low, bytes(steps).ljust(len(gaps), b"\0"), bytes(gaps)))
        before = [*before[1 - MOST :], row]
    return backs


def _links(gains: Gains, allowed: Band, i: int, before: Sequence[_Row]) -> tuple[int, list[float], list[int]]:
    """The first place in the target; for the places from it how likely ways are that end in a link, and its step."""
    if not before:
        return 0, [0.0], [0]
    low = max(allowed.lows[i], min(row.low for row in before))
    high = min(allowed.highs[i], max(row.low + len(row.best) for row in before) - 1 + MOST)
    gains.look(i, low, high)
    places = range(low, high + 1)
    ways = [
        _by_step(gains, i, step, before[-step[0]], places) if step[0] <= len(before) else [_NEVER] * len(places)
        for step in STEPS
    ]
    best = [(max(values), values) for values in zip(*ways, strict=True)]
    return low, [value for value, _ in best], [values.index(value) for value, values in best]


def _by_step(gains: Gains, i: int, step: tuple[int, int], row: _Row, places: range) -> list[float]:
    """How likely the ways are that come to places by a step from a row before."""
    start = row.low + step[1]
    first, stop = max(places.start, start), min(places.stop, start + len(row.best))
    if first >= stop:
        return [_NEVER] * len(places)
    prior = _PRIORS[step]
    worth = gains.ending(i, step, range(first, stop))
    ways = [one + more + prior for one, more in zip(row.best[first - start : stop - start], worth, strict=True)]
    return [_NEVER] * (first - places.start) + ways + [_NEVER] * (places.stop - stop)


def _lone(gains: Gains, allowed: Band, i: int, row: _Row, before: Sequence[_Row]) -> tuple[_Row, list[int]]:
    """The row with the ways that end in a passage without counterpart, and how they come about.

    Ways that are too unlikely are left out at either end, but for those without
    which the next row would not be reached.
    """
    low, linked = row.low, row.linked
    above = before[0] if before else _Row(0, [], [], [], _NEVER)
    needed = allowed.lows[i + 1] if i + 1 < len(allowed.lows) else allowed.highs[i]
    opens = gains.opening_row[i - 1] + _OPEN if i else _NEVER
    beam = _BEAM - _MORE * allowed.gaps[i]
    lone, best, gaps = list[float](), list[float](), list[int]()
    link = gap = top = _NEVER
    for j in range(low, allowed.highs[i] + 1):
        at, up = j - low, j - above.low
        opens_here = link + _OPEN + gains.opening_col[j - 1] if at else _NEVER
        value, how = max((opens_here, _TARGET), (gap + _MORE, _TARGET_MORE))
        if 0 <= up < len(above.best):
            value, how = max((value, how), (above.linked[up] + opens, _SOURCE), (above.lone[up] + _MORE, _SOURCE_MORE))
        if at == len(linked):
            linked.append(_NEVER)
        link, gap = linked[at], value
        lone.append(gap)
        best.append(max(link, gap))
        gaps.append(how if link > gap else how | _LONE)
        top = max(top, best[-1])
        if j >= needed and at + 1 >= len(linked) and best[-1] < top - beam:
            break
    likely = [at for at, value in enumerate(best) if value >= top - beam]
    kept = slice(likely[0], max(likely[-1], needed - low) + 1)
    return _Row(low + likely[0], linked[kept], lone[kept], best[kept], top), gaps


def _way(backs: Sequence[_Back], rows: range, cols: range) -> list[Bead]:
    """The best way, from its end to its beginning and turned round."""
    i, j = len(rows), len(cols)
    lone = bool(backs[i].gaps[-1] & _LONE)
    found: list[Bead] = []
    while i or j:
        at = j - backs[i].low
        how = backs[i].gaps[at] & ~_LONE if lone else 0
        a, b = _BY_GAP[how] if how else STEPS[backs[i].steps[at]]
        i, j = i - a, j - b
        found.append(Bead(range(rows[0] + i, rows[0] + i + a), range(cols[0] + j, cols[0] + j + b)))
        lone = how in _AFTER_GAP if how else bool(backs[i].gaps[j - backs[i].low] & _LONE)
    return found[::-1]
