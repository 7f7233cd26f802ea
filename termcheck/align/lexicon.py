"""Words of two languages that go together, learned from passages of the two texts that are linked already.

After Melamed, "Models of Translational Equivalence among Words" (Computational
Linguistics 26, 2000): two words belong together where each is the other's best
match. How good a match is, the coefficient of Dice says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from ..document import Document
from .sides import Signs, signs_of

_HAN = "\u2e7f"  # a word above it is one Han character
_OFTEN = 0.1  # of the passages: a word in more of them tells little
_SEEN = 2  # times together, for one time may be chance
_MATCH = 0.6
_CHANCE = 7.0  # so many nats must speak against two words standing together by chance: there are a thousand of each
_WORK = 3_000_000  # so many pairs of words are counted, from passages all over the texts

Link = tuple[frozenset[str], frozenset[str]]


def words(doc: Document) -> Signs:
    """The words of a text that may go with one of another language: of Han text, each two neighbours."""
    tokens = doc.tokens
    found = Signs([], [])
    for n, (start, word) in enumerate(zip(tokens.starts, tokens.words, strict=True)):
        if word > _HAN:
            if not (n + 1 < len(tokens) and tokens.starts[n + 1] == tokens.ends[n] and tokens.words[n + 1] > _HAN):
                continue
            word += tokens.words[n + 1]
        elif len(word) < 3:
            continue
        found.starts.append(start)
        found.names.append(word)
    return found


def learned(links: Sequence[Link]) -> Mapping[str, str]:
    """For words of the source, the word of the target that goes with it."""
    links = _sample(links)
    counts = Counter(word for one, _ in links for word in one), Counter(word for _, two in links for word in two)
    most = max(2 * _SEEN, int(len(links) * _OFTEN))
    kept = tuple({word for word, times in count.items() if _SEEN <= times <= most} for count in counts)
    both = Counter((a, b) for one, two in links for a in one & kept[0] for b in two & kept[1])
    found = sorted(
        (2 * times / (counts[0][a] + counts[1][b]) * (1 - 0.5 / times), a, b)
        for (a, b), times in both.items()
        if times * log(len(links) / max(counts[0][a], counts[1][b])) > _CHANCE
        and 2 * times >= _MATCH * (counts[0][a] + counts[1][b])
    )
    first = {a: b for _, a, b in found}
    second = {b: a for _, a, b in found}
    return {a: b for a, b in first.items() if second[b] == a}


def _sample(links: Sequence[Link]) -> Sequence[Link]:
    """Links from all over the texts, so many that counting takes a few seconds at most."""
    work = sum(len(one) * len(two) for one, two in links)
    return links[:: 1 + work // _WORK]


def added(signs: Signs, found: Signs, names: Mapping[str, str]) -> Signs:
    """Signs with those words besides that `names` has names for."""
    more = ((start, names[word]) for start, word in zip(found.starts, found.names, strict=True) if word in names)
    return signs_of([*zip(signs.starts, signs.names, strict=True), *more])
