"""Which repeated phrase of the target renders which of the source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import exp, log
from typing import NamedTuple

from .association import dice, log_likelihood
from .phrases import Phrase, Words

_SAMPLE = 400  # sentences of a frequent phrase that are looked through for its renderings
_CLOSE = 0.35  # the least share of their uses in which two phrases meet: see `dice`
_SPREAD = 0.6  # standard deviation of the logarithm of that ratio, from term to term
_ABBREVIATION = 6  # letters
_CHOICES = 4  # renderings of a phrase that are weighed against those of others
_MOSTLY = 0.7  # the share of the uses of a pair from which a longer pair says it all
_LEFT = 0.5  # the least share of the sentences the first rendering leaves in which a second one meets the phrase
_SELDOM = 0.1  # the least share of the sentences of a phrase that a further rendering has


class Link(NamedTuple):
    """A source phrase and its rendering: how surely, and in how many sentences they meet."""

    score: float
    both: int
    source: Phrase
    target: Phrase


class Linker:
    """Finds the renderings of source phrases among the phrases of the target, in `total` pairs of sentences.

    `ratio` is how many letters of the target stand for one of the source.
    """

    def __init__(self, targets: Sequence[Phrase], total: int, ratio: float) -> None:
        self._targets, self._total, self._ratio = targets, total, ratio
        self._by_sentence: defaultdict[int, list[int]] = defaultdict(list)
        for number, phrase in enumerate(targets):
            for sentence in phrase.segments:
                self._by_sentence[sentence].append(number)

    def renderings(
        self, phrase: Phrase, within: frozenset[int] | None = None, least: int = 2, close: float = _CLOSE
    ) -> list[Link]:
        """The target phrases that meet a source phrase in `least` sentences of `within`, the surest first."""
        sentences = phrase.segments if within is None else phrase.segments & within
        met = Counter(chain.from_iterable([self._by_sentence[one] for one in sorted(sentences)[:_SAMPLE]]))
        found = []
        for number, count in [one for one in met.items() if one[1] >= least]:
            target = self._targets[number]
            if dice(count, len(sentences), len(target.segments)) >= close:
                both = len(sentences & target.segments)
                score = log_likelihood(both, len(sentences), len(target.segments), self._total)
                score *= self._likely_lengths(phrase, target)
                found.append(Link(score, both, phrase, target))
        return [self._whole(link, found) for link in sorted(found, key=_surest)[:_CHOICES]]

    def _likely_lengths(self, source: Phrase, target: Phrase) -> float:
        """How likely the two lengths are of one another, from 0 to 1: a term grows with its rendering."""
        apart = log(_length(target) / _length(source) / self._ratio) / _SPREAD
        return 1.0 if _is_short(target) else exp(-apart * apart / 2)

    def _whole(self, link: Link, found: Sequence[Link]) -> Link:
        """The link with the longest rendering that nearly always stands where a part of it does."""
        longer = (one for one in found if _says(one, link))
        return max(longer, key=lambda one: (len(one.target.words), one.score), default=link)

    def others(self, link: Link) -> Iterator[Link]:
        """Further renderings of a linked phrase, each in the sentences that those before it leave."""
        left, words = link.source.segments - link.target.segments, {link.target.words}
        while len(left) > 1:
            more = [
                one
                for one in self.renderings(link.source, left, close=_LEFT)
                if one.both >= max(3, _SELDOM * len(link.source.segments))
                and not any(_share(one, two) for two in words)
            ]
            if not more:
                return
            yield more[0]
            words.add(more[0].target.words)
            left -= more[0].target.segments


def _length(phrase: Phrase) -> int:
    return sum(map(len, phrase.words))


def _is_short(phrase: Phrase) -> bool:
    """Whether a phrase may be an abbreviation, which has no length of its own."""
    return len(phrase.words) == 1 and len(phrase.words[0]) <= _ABBREVIATION


def _surest(link: Link) -> tuple[float, int, Words]:
    return -link.score, -len(link.target.words), link.target.words


def _share(link: Link, words: Words) -> bool:
    """Whether one of two renderings is part of the other: a shorter mention of it."""
    return _within(link.target.words, words) or _within(words, link.target.words)


def _within(part: Words, whole: Words) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def one_to_one(links: Iterable[Link]) -> list[Link]:
    """The best link of each source phrase, the surest first.

    A rendering that is taken is given to no other phrase (the competitive
    linking of Melamed 2000), but to one that is much like the phrase that has
    it, and neither a part of it nor a longer one.
    """
    rendered, found = set[Words](), []
    taken: defaultdict[Words, list[Words]] = defaultdict(list)
    for link in sorted(links, key=_surest):
        words, rivals = link.source.words, taken[link.target.words]
        if words not in rendered and all(_alike(words, one) for one in rivals):
            rendered.add(words)
            rivals.append(words)
            found.append(link)
    return found


def _alike(words: Words, other: Words) -> bool:
    shared = len({*words} & {*other})
    return 2 * shared >= min(len(words), len(other)) and not _within(words, other) and not _within(other, words)


def outermost(links: Sequence[Link]) -> list[Link]:
    """The links that no link of longer phrases says nearly always."""
    parts: defaultdict[Words, list[Link]] = defaultdict(list)
    for link in links:
        for part in _parts(link.source.words):
            parts[part].append(link)
    return [link for link in links if not any(_says(longer, link) for longer in parts[link.source.words])]


def _parts(words: Words) -> Iterator[Words]:
    for width in range(1, len(words)):
        for at in range(len(words) - width + 1):
            yield words[at : at + width]


def _says(longer: Link, link: Link) -> bool:
    return longer.both >= _MOSTLY * link.both and _within(link.target.words, longer.target.words)
