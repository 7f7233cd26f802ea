"""Whether two texts are translations of each other at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from ..document import Bitext
from ..model import Pair, Span
from . import STRANGERS
from .sides import Signs
from .signs import figures

_FEW = 10  # figures in a text: fewer tell nothing


def likely(bitext: Bitext) -> tuple[Pair, ...]:
    """The pairs of two texts; of strangers those fall apart that share no figure, for chance has linked them."""
    if answered(bitext) >= STRANGERS:
        return bitext.pairs
    one, two = figures(bitext.source), figures(bitext.target)
    found: list[Pair] = []
    for pair in bitext.pairs:
        if not pair.is_filled or one.within(pair.source) & two.within(pair.target):
            found.append(pair)
        else:
            before = pair.target.start
            found += [pair._replace(target=Span(before, before)), pair._replace(source=Span(*[pair.source.end] * 2))]
    return tuple(found)


def answered(bitext: Bitext) -> float:
    """What `align.coverage` says."""
    sides = figures(bitext.source), figures(bitext.target)
    if min(len(signs.names) for signs in sides) < _FEW:
        return _linked(bitext.pairs)
    weights = [_weights(signs, spans) for signs, spans in zip(sides, _spans(bitext.pairs), strict=True)]
    found = [0.0, 0.0]
    for pair in (pair for pair in bitext.pairs if pair.is_filled):
        common = sides[0].within(pair.source) & sides[1].within(pair.target)
        for n in (0, 1):
            found[n] += sum(weights[n][sign][0] for sign in common)
    whole = [sum(weight * times for weight, times in side.values()) for side in weights]
    return max(one / all_of for one, all_of in zip(found, whole, strict=True))


def _spans(pairs: Sequence[Pair]) -> tuple[list[Span], list[Span]]:
    return [pair.source for pair in pairs], [pair.target for pair in pairs]


def _weights(signs: Signs, spans: Sequence[Span]) -> dict[str, tuple[float, int]]:
    """For each sign its weight, and in how many passages it stands."""
    times = Counter(sign for span in spans for sign in signs.within(span))
    return {sign: (log((len(spans) + 1) / often), often) for sign, often in times.items()}


def _linked(pairs: Sequence[Pair]) -> float:
    some = [pair for pair in pairs if pair.is_filled]
    part, whole = ([sum(end - start for start, end in spans) for spans in _spans(found)] for found in (some, pairs))
    return max((one / all_of for one, all_of in zip(part, whole, strict=True) if all_of), default=1.0)
