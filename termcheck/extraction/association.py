"""How closely two phrases of two languages go together."""

from __future__ import annotations

from math import log


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """The log-likelihood ratio that two phrases go together, against their meeting by chance.

    `both` of `total` pairs of sentences have the two, `one` and `other` of
    them the first and the second. Dunning 1993, "Accurate methods for the
    statistics of surprise and coincidence": sound for rare phrases too.
    """
    without, rest = other - both, total - one
    return 2 * (
        _likelihood(both, one, both, one)
        + _likelihood(without, rest, without, rest)
        - _likelihood(both, one, other, total)
        - _likelihood(without, rest, other, total)
    )


def _likelihood(hits: int, tries: int, of_all: int, total: int) -> float:
    """The logarithm of how likely `hits` in `tries` are at the rate of `of_all` in `total`."""
    found = hits * log(of_all / total) if hits else 0.0
    return found + ((tries - hits) * log(1 - of_all / total) if tries > hits else 0.0)


def dice(both: int, one: int, other: int) -> float:
    """The share of the uses of two phrases in which they meet, from 0 to 1 (Dice 1945)."""
    return 2 * both / (one + other)
