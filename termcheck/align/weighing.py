"""How much likelier passages are as translations of each other than as strangers: log-likelihood ratios.

Lengths: Gale and Church, "A Program for Aligning Sentences in Bilingual
Corpora" (Computational Linguistics 19, 1993): the length of a translation
varies about that of its source times a ratio. They compare differences; here
it is the logarithm of the quotient, whose variance was measured to be about
``_EVEN + _UNEVEN / length`` in English translations of Chinese press
conferences, reports, news and medical texts.

Signs: a sign that stands in both is worth the logarithm of how much rarer it
would be by chance; one that the other side lacks speaks against.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import exp, log, pi
from statistics import fmean, median, pstdev
from typing import NamedTuple

from .sides import LEARNED, Mark, Side

_EVEN, _UNEVEN = 0.01, 2.2
_LACKED = 0.7  # what a sign costs that has no counterpart
_ONE_OF_SEVERAL = 0.7  # of its weight, for words that were learned to go together: several of them say one thing
_KEPT = 0.8  # of the signs of a source that could stand in the translation, those that do
# Titles, lists of speakers and paragraphs are told apart surely enough, questions and answers more surely.
_PROSE, _SAME_KIND, _OTHER_KIND = 0.0, 2.0, -3.0
_SAME_PART, _OTHER_PART = 0.7, -3.0
_ANSWER = -1.5  # that an answer is left out and its question is not
_ROOT = 0.5 * log(2 * pi)


class Model(NamedTuple):
    """Two sides, and what was learned of them.

    `ratio` is that of a length to the one it translates; `weights` are those
    of the signs; `middle` and `wide` are mean and deviation of the logarithms
    of the target's lengths.
    """

    one: Side
    two: Side
    ratio: float
    weights: dict[str, float]
    middle: float
    wide: float

    def alone(self, length: float) -> float:
        """The log-likelihood that a passage of the target, whatever it says, has a length."""
        off = (log(length) - self.middle) / self.wide
        return -0.5 * off * off - log(self.wide) - _ROOT - log(length)

    def lacks(self, signs: frozenset[str]) -> float:
        """What it costs that none of these signs has a counterpart; a positive figure."""
        return _LACKED * sum([sign in self.weights for sign in signs])

    def worth(self, sign: str) -> float:
        """What it is worth that a sign has a counterpart, beside the cost of its lack; 0 for one that tells nothing."""
        return self.weights[sign] + 2 * _LACKED if sign in self.weights else 0.0


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
    first, second = Counter(chain.from_iterable(one.signs)), Counter(chain.from_iterable(two.signs))
    found = {}
    for sign in first.keys() & second.keys():
        often = max((first[sign] + 0.5) / (len(one) + 1), (second[sign] + 0.5) / (len(two) + 1))
        if (weight := log(_KEPT / often)) > 0.3:
            found[sign] = weight * (_ONE_OF_SEVERAL if sign[0] == LEARNED else 1.0)
    return found


def measured(links: Iterable[tuple[float, float]]) -> float:
    """The ratio of the lengths of linked passages, the median, held to 1 by the weight of five."""
    logs = [log(two / one) for one, two in links]
    return exp(len(logs) * median(logs) / (len(logs) + 5)) if logs else 1.0


def expected(length: float) -> tuple[float, float, float]:
    """For the length a translation should have: its logarithm, half its precision, the log-likelihood at the middle."""
    variance = _EVEN + _UNEVEN / length
    return log(length), 0.5 / variance, -0.5 * log(variance) - _ROOT


def agreement(one: Mark, two: Mark) -> float:
    """What the kinds of two passages, and the parts of those who speak them, say for a link."""
    if not one or not two:
        return 0.0
    kinds = (_PROSE if one[0] == "paragraph" else _SAME_KIND) if one[0] == two[0] else _OTHER_KIND
    parts = 0.0 if not one[1] or not two[1] else _SAME_PART if one[1] == two[1] else _OTHER_PART
    return kinds + parts


def opening(marks: Sequence[Mark]) -> list[float]:
    """What it costs, beside the rest, that the first passage left out is this one: a question goes with its answer."""
    parts = [mark[1] if mark else "" for mark in marks]
    return [
        _ANSWER if (before, part) == ("press", "speaker") else 0.0
        for before, part in zip(["", *parts], parts, strict=False)
    ]
