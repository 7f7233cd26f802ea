"""What speaks for a passage of one text having no answer in the other: lengths, words, figures.

Each is the logarithm of how much likelier what is seen is if the passage was
left out than if it was not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from math import exp, log

from ...document import Bitext
from ...lang.quantity import AMOUNTS, agree
from ...model import Pair, Span
from ._lexicon import Lexicon, features
from ._sizes import Rates, rates, sizes_of, sizes_of_pairs

_RARE = 0.002  # no word is rarer by chance than this
_AGAIN = 0.3  # how often a word that stands in a passage again is rendered more or less often there
_OF_FIGURES = (0.8, 0.1)  # how often a figure is found again, and how often another is taken for it


class Evidence:
    """What two texts show of how the first is rendered in the second; `beads` are their sentences.

    `learnt` gives which words answer each other; it is dear, and asked only where something may be missing.
    """

    def __init__(self, bitext: Bitext, beads: Sequence[Pair], learnt: Callable[[], Lexicon]) -> None:
        self.bitext, self.beads, self._learnt = bitext, beads, learnt
        self._one, self._other = sizes_of(bitext.source), sizes_of(bitext.target)

    @cached_property
    def rates(self) -> Rates:
        """How long the second text is beside the first."""
        return rates(self._lengths)

    @cached_property
    def _lengths(self) -> list[tuple[float, float]]:
        return sizes_of_pairs(self.bitext, self.beads)

    def short(self, most: float) -> list[bool]:
        """For each pair of sentences whether the logarithm of its lengths is so far below the usual."""
        most += self.rates.centre
        lengths = zip(self.beads, self._lengths, strict=True)
        return [log(max(other, 1) / max(one, 1)) <= most and bead.is_filled for bead, (one, other) in lengths]

    @cached_property
    def _lexicon(self) -> Lexicon:
        return self._learnt()

    @cached_property
    def _letters(self) -> float:
        return max(1.0, sum(self._other(pair.target) for pair in self.bitext.pairs))

    def sizes(self, pair: Pair) -> tuple[float, float]:
        """The lengths of both sides of a pair."""
        return self._one(pair.source), self._other(pair.target)

    def without(self, pair: Pair, here: Span) -> float:
        """What the lengths of a pair say for a part of its first side having no answer."""
        one, other = self.sizes(pair)
        return self.gain(one, one - self._one(here), other)

    def gain(self, one: float, less: float, other: float) -> float:
        """How much likelier the length `other` answers to the length `less` than to the length `one`."""
        return self.rates.likelihood(less, other) - self.rates.likelihood(one, other)

    def words(self, here: Span, near: Sequence[Pair]) -> tuple[float, float]:
        """What the renderings that are not found near say for an omission, and those that are found against it."""
        source, target = self.bitext.source, self.bitext.target
        around = features(source, (near[0].source.start, here.start))
        around += features(source, (here.end, near[-1].source.end))
        place = Span(near[0].target.start, near[-1].target.end)
        present, letters = features(target, place), self._other(place)
        found: dict[str, tuple[float, float, bool]] = {}
        for word in features(source, here):
            if (answer := self._lexicon.find(word)) and answer.share > found.get(answer.word, (0.0,))[0]:
                rare = 1 - exp(-self._lexicon.counts[answer.word] * letters / self._letters)
                again = min(around[word], 1)  # a word said twice may be rendered once, or one said once be repeated
                share, chance = answer.share * (1 - _AGAIN * again), max(rare, _RARE, _AGAIN * again)
                found[answer.word] = share, chance, present[answer.word] > around[word]
        signs = [*found.values(), *((*_OF_FIGURES, there) for there in _figures(self.bitext, here, place))]
        seen = sum(log((share + (1 - share) * chance) / chance) for share, chance, there in signs if there)
        unseen = -sum(log(1 - share) for share, _, there in signs if not there)
        return unseen, seen


def _figures(bitext: Bitext, here: Span, place: Span) -> Iterator[bool]:
    """For each figure in digits and each day of a stretch, whether it is found at a place of the other text."""
    others = bitext.target.quantities_in(place)
    for one in bitext.source.quantities_in(here):
        if one.value is not None and one.written != "words" and one.kind in AMOUNTS:
            yield any(other.value is not None and agree(one, other) for other in others)
    days = {(date.month, date.day) for date in bitext.target.dates_in(place)}
    for date in bitext.source.dates_in(here):
        if date.day:
            yield (date.month, date.day) in days
