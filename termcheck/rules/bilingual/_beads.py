"""Sentences that answer each other, by the pair they are of, in a row, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document import Bitext
from ...model import Pair, Span


def mirrored(bitext: Bitext, beads: Sequence[Pair]) -> tuple[Bitext, tuple[Pair, ...]]:
    """The two texts the other way round, and the passages that answer each other in them."""
    turned = tuple(_turned(pair) for pair in bitext.pairs)
    return Bitext(bitext.target, bitext.source, turned), tuple(map(_turned, beads))


def _turned(pair: Pair) -> Pair:
    return Pair(pair.target, pair.source, pair.unit)


def within(place: Span, pair: Pair | None) -> Span:
    """A place that lies within a pair: what begins one is placed where the pair before it ends."""
    at = max(place.start, pair.target.start + 1) if pair else place.start
    return Span(at, at)


def runs(beads: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """The ranges of passages in a row that have nothing on the other side."""
    at = 0
    while at < len(beads):
        first = at
        while at < len(beads) and beads[at].target.start == beads[at].target.end:
            at += 1
        if first < at:
            yield first, at
        at += 1


def grouped(pairs: Sequence[Pair], beads: Sequence[Pair]) -> Iterator[tuple[Pair, int, int]]:
    """Each pair with the range of its sentences."""
    at = 0
    for pair in pairs:
        first = at
        while at < len(beads) and _belongs(beads[at], pair):
            at += 1
        yield pair, first, at


def _belongs(bead: Pair, pair: Pair) -> bool:
    """Whether sentences are of a pair; an empty side may stand at the end of the pair before."""
    if bead.source.start == bead.source.end and bead.target.start < bead.target.end:
        return pair.target.covers(bead.target)
    return pair.source.covers(bead.source)
