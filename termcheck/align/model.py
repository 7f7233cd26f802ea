"""How much likelier passages are as translations of each other than as strangers: log-likelihood ratios.

Lengths: Gale and Church, "A Program for Aligning Sentences in Bilingual
Corpora" (Computational Linguistics 19, 1993): the length of a translation
varies about that of its source times a ratio. They compare differences; here
it is the logarithm of the quotient, whose variance was measured to be about
``EVEN + UNEVEN / length`` in English translations of Chinese press
conferences, reports, news and medical texts.

Signs: a sign that stands in both is worth the logarithm of how much rarer it
would be by chance; one that the other side lacks speaks against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, log, pi, sqrt
from statistics import fmean, median, pstdev
from typing import NamedTuple

from .sides import Side

EVEN, UNEVEN = 0.01, 2.2
STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
PRIORS = {
    (1, 1): log(0.89),
    (1, 2): log(0.04),
    (2, 1): log(0.04),
    (1, 3): log(0.01),
    (3, 1): log(0.01),
    (2, 2): log(0.01),
}
OPEN, MORE = log(0.01), -0.7  # a passage without counterpart, and each further one beside it
_WORST = -5.0  # no length speaks more strongly against a link than this
_KEPT = 0.8  # of the signs of a source that could stand in the translation, those that do
_ROOT = 0.5 * log(2 * pi)


class Model(NamedTuple):
    """Two sides, and what was learned of them: the ratio of lengths, the weight of each sign."""

    one: Side
    two: Side
    ratio: float
    weights: dict[str, float]
    middle: float
    wide: float


def model(one: Side, two: Side, ratio: float = 0.0) -> Model:
    """The model of two sides; a ratio of 0 is estimated from their whole lengths."""
    logs = [log(length) for length in two.lengths]
    middle = fmean(logs) if logs else 0.0
    wide = max(0.3, pstdev(logs)) if logs else 1.0
    return Model(one, two, ratio or _ratio(one, two), _weights(one, two), middle, wide)


def _ratio(one: Side, two: Side) -> float:
    """The ratio of the whole lengths, held to 1 by the weight of ten passages."""
    first, second = sum(one.lengths), sum(two.lengths)
    if not first or not second:
        return 1.0
    many = min(len(one), len(two))
    return exp(max(-0.5, min(0.5, log(second / first))) * many / (many + 10))


def _weights(one: Side, two: Side) -> dict[str, float]:
    first = Counter(sign for signs in one.signs for sign in signs)
    second = Counter(sign for signs in two.signs for sign in signs)
    found = {}
    for sign in first.keys() & second.keys():
        often = max((first[sign] + 0.5) / (len(one) + 1), (second[sign] + 0.5) / (len(two) + 1))
        if (weight := log(_KEPT / often)) > 0.3:
            found[sign] = weight
    return found


def measured(found: Model, links: Sequence[tuple[int, int]]) -> float:
    """The ratio of lengths by passages linked one to one, the median, held to the old one by the weight of five."""
    logs = [log(found.two.lengths[j] / found.one.lengths[i]) for i, j in links]
    if not logs:
        return found.ratio
    return exp((len(logs) * median(logs) + 5 * log(found.ratio)) / (len(logs) + 5))


def deviation(length: float) -> float:
    """The standard deviation of the logarithm of the length of a translation that is expected to be so long."""
    return sqrt(EVEN + UNEVEN / length)
