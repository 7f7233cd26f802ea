"""Words of two languages that go together, learned from passages of the two texts that are linked already.

After Melamed, "Models of Translational Equivalence among Words" (Computational
Linguistics 26, 2000): two words belong together where each is the other's best
match. How good a match is, the coefficient of Dice says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from math import log

from ..document import Document, kept
from ..han import reaches_han
from ..model import Pair, Span
from .ranked import Ranked

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
    heard = _heard(source, [pair.source for pair in some]), _heard(target, [pair.target for pair in some])
    return _matched(list(zip(*heard, strict=True)))


def placed(doc: Document, names: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Where the words of a text stand for which there are names, and these names."""
    said = ((block.span.start, f"@{block.speaker}") for block in doc.prose("paragraph"))
    found = chain(zip(doc.tokens.starts, _telling_words(doc), strict=True), said)
    return ((start, names[word]) for start, word in found if word in names)


def _heard(doc: Document, spans: Iterable[Span]) -> Iterator[frozenset[str]]:
    """The words of each passage, and who speaks them."""
    tokens, told = doc.tokens, _telling_words(doc)
    speaks = any(block.speaker for block in doc.blocks)
    for start, end in spans:
        first, stop = tokens.at(start), tokens.at(end)
        words = set(told[first : max(first, stop - 1)])
        words.update([word for word in tokens.words[max(first, stop - 1) : stop] if len(word) >= _SHORT])
        words.discard("")
        words.add(f"@{doc.block_at(start).speaker}" if speaks else "@")
        yield frozenset(words)


@kept
def _telling_words(doc: Document) -> list[str]:
    """For each word of a text, what it tells: one of some letters itself, a Han character it with the word behind it.

    "" stands for nothing: one character alone is seldom a word.
    """
    words, starts, ends = doc.tokens.words, doc.tokens.starts, doc.tokens.ends
    plain = {word: word if len(word) >= _SHORT else "" for word in doc.counts}
    told = [plain[word] for word in words]
    if reaches_han(doc.folded):
        beside = enumerate(zip(words, islice(words, 1, None), ends, islice(starts, 1, None), strict=False))
        for at, (word, other, end, start) in beside:
            if end == start and word > _HAN and len(word) < _SHORT:
                told[at] = word + other
    return told


def _matched(links: Sequence[Link]) -> Mapping[str, str]:
    links = _telling(links)
    places: dict[str, list[int]] = {}
    for n, (one, _) in enumerate(links):
        for word in one:
            places.setdefault(word, []).append(n)
    alike: dict[int, list[str]] = {}  # the words that stand in so many links: they have the same partners to look at
    for word, where in places.items():
        alike.setdefault(len(where), []).append(word)
    there = Ranked(two for _, two in links)
    kinds = set(there.times)
    found = []
    for count, some in alike.items():
        low, high, least = _limits(count, kinds, len(links))
        needed = sorted({n for word in some for n in places[word]})
        cut = dict(zip(needed, there.within(low, high, needed), strict=True))
        for a in some:
            together = Counter(chain.from_iterable([cut[n] for n in places[a]]))
            for b, both in [one for one in together.items() if one[1] >= least]:
                if (match := _match(both, count, there.times[b], len(links))) > _MATCH:
                    found.append((match, a, there.words[b]))
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
    return Counter(chain.from_iterable(one for one, _ in links)), Counter(chain.from_iterable(two for _, two in links))
