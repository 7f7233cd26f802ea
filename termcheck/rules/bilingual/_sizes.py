"""How long a translation is beside its source: whether a passage is short by more than chance explains.

The logarithm of the ratio of two lengths lies around a centre that a pair of
languages and a translator have, the closer the longer the passages are (Gale
and Church 1993, who fix the centre; here the text itself gives it).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from statistics import median
from typing import NamedTuple

from ...document import Bitext, Document, kept
from ...han import marked
from ...model import Pair, Span

_HAN = 3.6  # Latin letters that a Han character is worth: the median of official reports, news and briefings
_KNOWN = 8  # passages that what is known beforehand is worth, against those of the text
_BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_LEAST = 12  # letters of a passage from which anything can be learnt
_VARIANCE = 2.4  # of the logarithm, for a passage of one letter; it falls with the length
_FLOOR = 0.08  # the deviation of the longest passages
_FREEDOM = 4  # of Student's distribution: free translations are more frequent than a bell curve has them


class Rates(NamedTuple):
    """The usual logarithm of target by source length, and how far it spreads, 1 being the usual."""

    centre: float = 0.0
    spread: float = 1.0

    def likelihood(self, source: float, target: float) -> float:
        """The logarithm of how likely lengths are of passages that answer each other, up to a constant."""
        source, target = max(source, 1.0), max(target, 1.0)
        deviation = self.spread * _deviation(source, target)
        off = (math.log(target / source) - self.centre) / deviation
        return -(_FREEDOM + 1) / 2 * math.log1p(off * off / _FREEDOM) - math.log(deviation)


def size(text: str) -> float:
    """The length of a text in Latin letters; blanks count for nothing."""
    return _sizes(text)(Span(0, len(text)))


@kept
def sizes_of(doc: Document) -> Callable[[Span], float]:
    """What measures the stretches of a text in Latin letters, without blanks."""
    return _sizes(doc.text)


def _sizes(text: str) -> Callable[[Span], float]:
    han = marked(text)
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, " ")

    def sizes(span: Span) -> float:
        start, end = span
        return end - start - text.count(" ", start, end) + (_HAN - 1) * han.count(1, start, end)

    return sizes


def sizes_of_pairs(bitext: Bitext, pairs: Iterable[Pair]) -> list[tuple[float, float]]:
    """The lengths of both sides of pairs."""
    ones, others = sizes_of(bitext.source), sizes_of(bitext.target)
    return [(ones(source), others(target)) for source, target, _ in pairs]


def rates(sizes: Iterable[tuple[float, float]]) -> Rates:
    """What the lengths of pairs that are filled on both sides show, drawn towards what is known beforehand."""
    sizes = [one for one in sizes if min(one) >= _LEAST]
    if not sizes:
        return Rates()
    logs = [math.log(target / source) for source, target in sizes]
    centre = median(logs) * len(logs) / (len(logs) + _KNOWN)
    off = [abs(log - centre) / _deviation(*lengths) for log, lengths in zip(logs, sizes, strict=True)]
    spread = 1.48 * median(off)  # the median deviation of a bell curve is 1 / 1.48 of its standard deviation
    return Rates(centre, max(0.7, (spread * len(logs) + _KNOWN) / (len(logs) + _KNOWN)))


def _deviation(source: float, target: float) -> float:
    return math.sqrt(2 * _VARIANCE / (source + target) + _FLOOR**2)
