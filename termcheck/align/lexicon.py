"""Words of two languages that go together, learned from passages of the two texts that are linked already.

After Melamed, "Models of Translational Equivalence among Words" (Computational
Linguistics 26, 2000): two words belong together where each is the other's best
match. How good a match is, the coefficient of Dice says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import log

from ..document import Document
from ..model import Pair, Span

_HAN = "\u2e7f"  # a word above it is one Han character
_SHORT = 3  # letters of a word that says something
_OFTEN = 0.1  # of the passages: a word in more of them tells little
_SEEN = 2  # times together, for one time may be chance
_MATCH = 0.45
_CHANCE = 7.0  # so many nats must speak against two words standing together by chance: there are a thousand of each
_PAIRS = 10_000  # passages looked at, from all over the texts
_WORK = 10_000_000  # so many pairs of words are counted, again from all over them

Link = tuple[frozenset[str], frozenset[str]]


def learned(source: Document, target: Document, pairs: Sequence[Pair]) -> Mapping[str, str]:
    """For words of the source, the word of the target that goes with it, from pairs with something on both sides."""
    some = pairs[:: 1 + len(pairs) // _PAIRS]
    return _matched([(_heard(source, pair.source), _heard(target, pair.target)) for pair in some])


def placed(doc: Document, names: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where the words of a text stand for which there are names, and these names."""
    said = ((block.span.start, f"@{block.speaker}") for block in doc.prose("paragraph"))
    found = chain(_words(doc, 0, len(doc.tokens)), said)
    return ((start, names[word]) for start, word in found if word in names)


def _heard(doc: Document, span: Span) -> frozenset[str]:
    """The words of a passage, and who speaks them."""
    words = _words(doc, doc.tokens.at(span.start), doc.tokens.at(span.end))
    return frozenset((f"@{doc.block_at(span.start).speaker}", *(word for _, word in words)))


def _words(doc: Document, first: int, stop: int) -> Iterator[tuple[int, str]]:
    """The words of letters and, of Han characters, each two that stand together: one alone is seldom a word."""
    tokens = doc.tokens
    for at in range(first, stop):
        word = tokens.words[at]
        if len(word) >= _SHORT:
            yield tokens.starts[at], word
        elif word > _HAN and at + 1 < stop and tokens.starts[at + 1] == tokens.ends[at]:
            yield tokens.starts[at], word + tokens.words[at + 1]


def _matched(links: Sequence[Link]) -> Mapping[str, str]:
    links = _telling(links)
    places: dict[str, list[int]] = {}
    for n, (one, _) in enumerate(links):
        for word in one:
            places.setdefault(word, []).append(n)
    often = _counts(links)[1]
    there = [sorted(two, key=often.__getitem__) for _, two in links]
    times = [[often[word] for word in words] for words in there]
    within = {count: _limits(count, set(often.values()), len(links)) for count in set(map(len, places.values()))}
    found = []
    for a, where in places.items():
        low, high, least = within[len(where)]
        parts = (there[n][bisect_left(times[n], low) : bisect_left(times[n], high)] for n in where)
        for b, together in Counter(chain.from_iterable(parts)).items():
            if together >= least and (match := _match(together, len(where), often[b], len(links))) > _MATCH:
                found.append((match, a, b))
    found.sort()
    first = {a: b for _, a, b in found}
    second = {b: a for _, a, b in found}
    return {a: b for a, b in first.items() if second[b] == a}


def _limits(count: int, others: Iterable[int], links: int) -> tuple[int, int, int]:
    """From where and up to where words may be frequent that match one, and how often they stand together at least."""
    able = [other for other in others if _match(min(count, other), count, other, links) > _MATCH]
    if not able:
        return 0, 0, 0
    least = next(times for times in range(count + 1) if _match(times, count, min(able), links) > _MATCH)
    return min(able), max(able) + 1, least


def _match(together: int, first: int, second: int, links: int) -> float:
    """How well two words match that stand so often together and each by itself; 0 where it may be chance."""
    if together < _SEEN or together * log(links / max(first, second)) < _CHANCE:
        return 0.0
    return 2 * together / (first + second) * (1 - 0.5 / together)


def _telling(links: Sequence[Link]) -> Sequence[Link]:
    """The links with the words that can tell something; of a long text so many, from all over it, as can be counted."""
    most = max(2 * _SEEN, int(len(links) * _OFTEN))
    kept = [
        {word for word, times in count.items() if times >= _SEEN and (times <= most or word[0] == "@" != word)}
        for count in _counts(links)
    ]
    telling = [(one & kept[0], two & kept[1]) for one, two in links]
    return telling[:: 1 + sum(len(one) * len(two) for one, two in telling) // _WORK]


def _counts(links: Sequence[Link]) -> tuple[Counter[str], Counter[str]]:
    return Counter(word for one, _ in links for word in one), Counter(word for _, two in links for word in two)
