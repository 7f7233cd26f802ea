"""Words of two languages that go together, learned from the passages of a text that are linked already.

After Melamed, "Models of Translational Equivalence among Words" (Computational
Linguistics 26, 2000): two words belong together where each is the other's best
match. How good a match is, the coefficient of Dice says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..document import Document
from .sides import Signs

_OFTEN = 0.1  # of the passages: a word in more of them tells little
_WORK = 3_000_000  # so many pairs of words are counted at most
_MATCH = 0.6

Link = tuple[frozenset[str], frozenset[str]]


def words(doc: Document) -> Signs:
    """The words of a text that may go with one of another language: of Han text, each two neighbours."""
    tokens = doc.tokens
    starts, names = [], []
    for n, word in enumerate(tokens.words):
        if word > "\u2fff":
            if n + 1 < len(tokens.words) and tokens.starts[n + 1] == tokens.ends[n] and tokens.words[n + 1] > "\u2fff":
                starts.append(tokens.starts[n])
                names.append(word + tokens.words[n + 1])
        elif len(word) > 2:
            starts.append(tokens.starts[n])
            names.append(word)
    return Signs(starts, names)


def learned(links: Sequence[Link]) -> dict[str, str]:
    """For words of the source, the word of the target that goes with it."""
    first = Counter(word for one, _ in links for word in one)
    second = Counter(word for _, two in links for word in two)
    most = max(4, int(len(links) * _OFTEN))
    both: Counter[tuple[str, str]] = Counter()
    work = 0
    for one, two in links:
        left = [word for word in one if 1 < first[word] <= most]
        right = [word for word in two if 1 < second[word] <= most]
        work += len(left) * len(right)
        if work > _WORK:
            break
        both.update((a, b) for a in left for b in right)
    best: dict[str, tuple[float, str]] = {}
    back: dict[str, tuple[float, str]] = {}
    for (a, b), times in both.items():
        if times < 2:
            continue
        match = 2 * times / (first[a] + second[b])
        if match >= _MATCH:
            rank = match * (1 - 0.5 / times)
            if a not in best or rank > best[a][0]:
                best[a] = rank, b
            if b not in back or rank > back[b][0]:
                back[b] = rank, a
    return {a: b for a, (_, b) in best.items() if back[b][1] == a}


def added(signs: Signs, found: Signs, names: dict[str, str]) -> Signs:
    """Signs with those words that `names` names."""
    placed = [
        *zip(signs.starts, signs.names, strict=True),
        *((start, names[word]) for start, word in zip(found.starts, found.names, strict=True) if word in names),
    ]
    placed.sort()
    return Signs([start for start, _ in placed], [name for _, name in placed])
