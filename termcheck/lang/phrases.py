"""Repeated phrases that differ in one word, found in time linear in the text."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from .function_words import FUNCTION_WORDS
from .position import singular
from .words import Tokens

# A run of words that comes back more often is a formula, and its neighbours vary freely.
_OFTEN = 64
_CLOSE = frozenset({" ", "-", ", ", ",", "\n", "\r\n"})


class Odd(NamedTuple):
    """A word (`at`) that stands where other uses of the same phrase have another one (`usual`).

    The phrase goes from word `first` to word `last`; all are indexes of words.
    """

    at: int
    usual: tuple[int, ...]
    first: int
    last: int


def odd_words(tokens: Tokens, *, share: int, least: int) -> Iterator[Odd]:
    """Words in which one of at least three uses of a phrase differs, number apart.

    The word and both its neighbours are content words, and so are `least` of
    the five or more words that the phrase has besides. At most one use in
    `share` is odd.
    """
    singulars = {word: singular(word) for word in set(tokens.words)}
    words = [singulars[word] for word in tokens.words]
    content = {word for word in singulars.values() if is_content(word)}
    seen: set[int] = set()
    for places in _contexts(words, content).values():
        if len(places) < 3 or len({words[at] for at in places}) < 2:
            continue
        usual = Counter(words[at] for at in places).most_common(1)[0][0]
        same = tuple(at for at in places if words[at] == usual)
        for at in places if (len(places) - len(same)) * share <= len(places) else ():
            if words[at] != usual and at not in seen:
                first, last = _extent(tokens, words, at, same)
                around = sum(words[place] in content for place in range(first, last + 1)) - 1
                if first < at < last and around >= least:
                    seen.add(at)
                    yield Odd(at, same, first, last)


def is_content(word: str) -> bool:
    """Whether a folded word says something by itself: no function word, no single letter or figure."""
    return len(word) > 2 and word.isalpha() and word not in FUNCTION_WORDS


def _contexts(words: Sequence[str], content: Set[str]) -> dict[tuple[object, ...], list[int]]:
    """Places by the five words around them, one to four of these before, the rest after.

    One side then has three words that come back, so only such places are looked at.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    counts = _threes(words)
    marks = [word in content for word in words]
    for at in range(1, len(words) - 1):
        if not (marks[at - 1] and marks[at] and marks[at + 1]):
            continue
        for before in range(max(1, at + 6 - len(words)), min(4, at) + 1):
            if 1 < counts[at + 1 if before < 3 else at - 3] <= _OFTEN:
                key = (before, *words[at - before : at], *words[at + 1 : at + 6 - before])
                found.setdefault(key, []).append(at)
    return found


def _threes(words: Sequence[str]) -> bytearray:
    """How often the three words that begin at each place come back; rarely too much, for buckets may be shared."""
    ids: dict[str, int] = {}
    numbers = [ids.setdefault(word, len(ids)) for word in words]
    mask = (1 << max(10, (4 * len(words)).bit_length())) - 1
    buckets = array("l", (hash(three) & mask for three in zip(numbers, numbers[1:], numbers[2:], strict=False)))
    counts = bytearray(mask + 1)
    for bucket in buckets:
        if counts[bucket] <= _OFTEN:
            counts[bucket] += 1
    return bytearray(map(counts.__getitem__, buckets))


def _extent(tokens: Tokens, words: Sequence[str], at: int, same: Sequence[int]) -> tuple[int, int]:
    """First and last word of what the phrase at `at` has in common with all of `same`, the word itself left open."""
    reach = []
    for step in (-1, 1):
        length = 1
        while length < 20 and all(_alike(tokens, words, at + step * length, other - at, step) for other in same):
            length += 1
        reach.append(length - 1)
    return at - reach[0], at + reach[1]


def _alike(tokens: Tokens, words: Sequence[str], place: int, shift: int, step: int) -> bool:
    """Whether the words at `place` and `place + shift` are the same, and joined to the word one `step` back."""
    two = (place, place + shift)
    if min(two) < 0 or max(two) >= len(words) or words[two[0]] != words[two[1]]:
        return False
    return all(tokens.gap(min(one, one - step)) in _CLOSE for one in two)
