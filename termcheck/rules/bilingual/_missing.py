"""Passages of one text that have no answer in the other, and how much speaks for it.

Three things are weighed, each as the logarithm of how much likelier it is if
the passage was left out than if it was not: what stands beside it on the other
side is as long as it should be without it; the whole passage around it is; and
the words that would answer to its own, as the rest of the two texts shows
them, are not there. The weights are those of a logistic regression on reports,
press conferences and news from which single sentences were taken away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from math import log
from typing import NamedTuple

from ...document import Bitext
from ...model import Pair, Span
from ._beads import grouped, runs, within
from ._evidence import Evidence
from ._lexicon import Lexicon
from ._sizes import sizes_of

_NEAR = 4  # sentences on each side among whose answers the words of one are looked for
_LIKE = 1.2  # a passage near by that answers to nothing may be the answer, moved, if the logarithms of both are so near
_SHORT = -0.3  # the logarithm of the length of an answer by its usual one from which a part may be missing
_PARTS = 12  # of one sentence or passage that are looked at
_LENGTH, _WHOLE, _UNSEEN, _SEEN = 0.8, 0.5, 1.0, 1.1  # what each weighs
_PART = re.compile(r"[^,，;；:：。.!?！？]+(?:[,;:.!?](?! )[^,，;；:：。.!?！？]*)*[,，;；:：。.!?！？”\"’」』)）]*\s*")


class Missing(NamedTuple):
    """A stretch of one text (`here`), and where in the other its answer should stand (`there`).

    `part` says that something answers to the sentence it is of, but not to it.
    `alone` says that the alignment found no answer, nor anything near by that
    answers to nothing and might be it, moved. The others are what speaks for
    an omission: the lengths beside it, that of the whole passage, the
    renderings that are not found; and against it: those that are found.
    """

    here: Span
    there: Span
    alone: bool
    length: float
    whole: float = 0.0
    unseen: float = 0.0
    seen: float = 0.0
    part: bool = False

    @property
    def evidence(self) -> float:
        """The logarithm of how much likelier the stretch was left out than not."""
        return _LENGTH * self.length + _WHOLE * self.whole + _UNSEEN * self.unseen - _SEEN * self.seen


class Search:
    """What the second text of a bitext lacks of the first; `beads` are its sentences that answer each other."""

    def __init__(self, bitext: Bitext, beads: Sequence[Pair], learnt: Callable[[], Lexicon]) -> None:
        self.bitext, self.beads = bitext, beads
        self._shown = Evidence(bitext, beads, learnt)
        self._paragraphs = [[block.span.start for block in doc.prose()] for doc in (bitext.source, bitext.target)]

    def passages(self) -> Iterator[Missing]:
        """Pairs of a plain text with nothing on the other side, those in a row together."""
        yield from self._alone(self.bitext.pairs, None)

    def sentences(self) -> Iterator[Missing]:
        """Sentences and parts of them that have no answer within pairs that are filled on both sides."""
        short = self._shown.short(_SHORT)  # a part may be missing
        for pair, first, last in grouped(self.bitext.pairs, self.beads):
            if last - first > 1 and pair.is_filled:  # else the one answers to the whole
                yield from self._alone(self.beads[first:last], pair)
            for at in range(first, last):
                if short[at] and pair.is_filled:
                    yield from self._part(self.beads[first:last], at - first, pair)

    def _alone(self, beads: Sequence[Pair], pair: Pair | None) -> Iterator[Missing]:
        for first, last in runs(beads):
            here = Span(beads[first].source.start, beads[last - 1].source.end)
            long = sizes_of(self.bitext.source)(here)
            sizes = [self._shown.sizes(beads[at]) for at in (first - 1, last) if 0 <= at < len(beads)]
            near = beads[max(0, first - _NEAR) : last + _NEAR]
            length = min(
                (self._shown.gain(one + long, one, other) for one, other in sizes if one and other), default=0.0
            )
            rivals = [other for one, other in sizes if not one and other]
            if pair is None:
                rivals += [
                    other
                    for one, other in map(self._shown.sizes, near)
                    if not one and abs(log(max(other, 1) / max(long, 1))) < _LIKE
                ]
            alone = not rivals and not (pair is None and any(map(self._has_more, near)))
            found = Missing(here, within(beads[first].target, pair), alone, length)
            yield self._weighed(found, near, pair)

    def _has_more(self, bead: Pair) -> bool:
        """Whether a pair near by has more paragraphs on the other side: one of them may be the answer, a place off."""
        one, other = (
            bisect_left(starts, span.end) - bisect_left(starts, span.start)
            for starts, span in zip(self._paragraphs, (bead.source, bead.target), strict=True)
        )
        return other > one > 0

    def _part(self, beads: Sequence[Pair], at: int, pair: Pair) -> Iterator[Missing]:
        """The part of a passage that most likely has no answer."""
        source, target, _ = bead = beads[at]
        best: Missing | None = None
        for here in _stretches(self.bitext.source.text, source):
            gain = self._shown.without(bead, here)
            if gain > 0 and (best is None or gain > best.evidence):
                near = beads[max(0, at - _NEAR) : at + 1 + _NEAR]
                found = self._weighed(Missing(here, target, False, gain, part=True), near, pair)
                best = max(best or found, found, key=lambda one: one.evidence)
        if best is not None:
            yield best

    def _weighed(self, found: Missing, near: Sequence[Pair], pair: Pair | None) -> Missing:
        unseen, seen = self._shown.words(found.here, near)
        whole = self._shown.without(pair, found.here) if pair else 0.0
        return found._replace(whole=whole, unseen=unseen, seen=seen)


def _stretches(text: str, span: Span) -> Iterator[Span]:
    """Parts of a passage between commas and other signs, alone and in a row, all but the whole."""
    parts = [match.span() for match in _PART.finditer(text, *span)]
    if 1 < len(parts) <= _PARTS:
        for first in range(len(parts)):
            for last in range(first, len(parts) - (first == 0)):
                yield Span(parts[first][0], parts[last][1])
