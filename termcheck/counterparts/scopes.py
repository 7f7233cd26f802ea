"""Where a name may stand in two texts: in the passages that answer each other, and in the passages beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Pair, Span


class Scope(NamedTuple):
    """A pair of passages, and the spans of both texts in which what it says may be found.

    Sentences may be linked one too early or too late, so that the neighbours'
    passages count as well; but for those of another row of a table, for a row
    is what a translator was given.
    """

    pair: Pair
    source: tuple[Span, ...]
    target: tuple[Span, ...]


def scopes(pairs: Sequence[Pair]) -> Iterator[Scope]:
    """The scope of each pair that has text on both sides."""
    for at, pair in enumerate(pairs):
        if pair.is_filled:
            near = [one for one in pairs[max(0, at - 1) : at + 2] if one.unit == pair.unit]
            yield Scope(pair, tuple(one.source for one in near), tuple(one.target for one in near))
