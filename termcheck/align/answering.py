"""Whether two texts are translations of each other at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from ..document import Bitext
from ..model import Pair, Span
from .sides import Signs
from .signs import figures

STRANGERS = 0.45  # what translations have is measured to be 0.66 and more, what others have 0.3 and less
_FEW = 10  # figures in the smaller text: fewer tell nothing


def coverage(bitext: Bitext) -> float:
    """How far two texts answer each other, from 0 to 1: below `STRANGERS` they are no translations of each other.

    It is the share of the figures and dates of the text that has fewer, rare
    ones weighing more, that stand in the passage of the other text linked to
    theirs. Between texts of hardly any figures it is the share of either text
    that is linked to anything, whichever is greater.
    """
    sides = figures(bitext.source), figures(bitext.target)
    linked = [
        pair for pair in bitext.pairs if pair.source.start < pair.source.end and pair.target.start < pair.target.end
    ]
    if min(len(signs.names) for signs in sides) < _FEW:
        return _linked(bitext.pairs, linked)
    weights = [_weights(signs, spans) for signs, spans in zip(sides, _spans(bitext.pairs), strict=True)]
    found = [0.0, 0.0]
    for pair in linked:
        both = sides[0].within(pair.source) & sides[1].within(pair.target)
        for n in (0, 1):
            found[n] += sum(weights[n][sign][0] for sign in both)
    whole = [sum(weight * times for weight, times in side.values()) for side in weights]
    return max(one / all_of for one, all_of in zip(found, whole, strict=True))


def _spans(pairs: Sequence[Pair]) -> tuple[list[Span], list[Span]]:
    return [pair.source for pair in pairs], [pair.target for pair in pairs]


def _weights(signs: Signs, spans: Sequence[Span]) -> dict[str, tuple[float, int]]:
    """For each sign its weight, and in how many passages it stands."""
    times = Counter(sign for span in spans for sign in signs.within(span))
    return {sign: (log((len(spans) + 1) / often), often) for sign, often in times.items()}


def _linked(pairs: Sequence[Pair], linked: Sequence[Pair]) -> float:
    whole, part = ([sum(end - start for start, end in spans) for spans in _spans(some)] for some in (pairs, linked))
    return max((one / all_of for one, all_of in zip(part, whole, strict=True) if all_of), default=1.0)
