"""Repeated phrases that differ in one word, found in time linear in the text."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
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

    The phrase has five words and more around the place, words on both sides of
    it, and `least` of them are not grammatical. At most one use in `share` is odd.
    """
    singulars = {word: singular(word) for word in set(tokens.words)}
    words = [singulars[word] for word in tokens.words]
    seen: set[int] = set()
    for places in _contexts(words).values():
        if len(places) < 3 or len({words[at] for at in places}) < 2:
            continue
        usual = Counter(words[at] for at in places).most_common(1)[0][0]
        same = tuple(at for at in places if words[at] == usual)
        for at in places if (len(places) - len(same)) * share <= len(places) else ():
            if words[at] != usual and at not in seen:
                first, last = _extent(tokens, words, at, same)
                around = [word for place, word in enumerate(words[first : last + 1], first) if place != at]
                if first < at < last and sum(is_content(word) for word in around) >= least:
                    seen.add(at)
                    yield Odd(at, same, first, last)


def is_content(word: str) -> bool:
    """Whether a folded word says something by itself: no function word, no single letter or figure."""
    return len(word) > 2 and word.isalpha() and word not in FUNCTION_WORDS


def _contexts(words: Sequence[str]) -> dict[tuple[object, ...], list[int]]:
    """Places by the five words around them: one to four before, the rest after.

    Either side holds three words in a row that come back, so only those are looked at.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for at in _repeated(words):
        a, b, c = words[at : at + 3]
        before, after = words[max(0, at - 3) : at], words[at + 3 : at + 6]
        if len(before) > 1:
            for key in ((1, before[-2], a, b, c, *after[:1]), (2, *before[-3:-1], a, b, c)):
                found.setdefault(key, []).append(at - 1)
        if len(after) > 1:
            for key in ((3, a, b, c, *after[1:3]), (4, *before[-1:], a, b, c, after[1])):
                found.setdefault(key, []).append(at + 3)
    return found


def _repeated(words: Sequence[str]) -> Iterator[int]:
    """Where three words begin, two of them content, that come back (or, rarely, share a bucket with others)."""
    ids: dict[str, int] = {}
    numbers = [ids.setdefault(word, len(ids)) for word in words]
    mask = (1 << max(10, (4 * len(words)).bit_length())) - 1
    buckets = array("l", (hash(three) & mask for three in zip(numbers, numbers[1:], numbers[2:], strict=False)))
    counts = bytearray(mask + 1)
    for bucket in buckets:
        if counts[bucket] <= _OFTEN:
            counts[bucket] += 1
    for at, bucket in enumerate(buckets):
        if 1 < counts[bucket] <= _OFTEN and sum(is_content(word) for word in words[at : at + 3]) > 1:
            yield at


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
