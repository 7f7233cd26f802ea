"""Repeated phrases that differ in one word, found in time linear in the text."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import compress, islice
from typing import NamedTuple

from .function_words import FUNCTION_WORDS
from .words import Tokens

# A run of words that comes back more often is a formula, and its neighbours vary freely.
_OFTEN = 64
_CONTENT, _OFTEN_USED = 1, 2  # what is known of a word, as bits
# A content word between two that are used often, of a row of six words of which the others are used often too.
_PLACE = re.compile(
    b"\3(?=[\1\3]\3)(?:(?=..[\2\3]{3})|(?<=[\2\3].)(?=..[\2\3]{2})|(?<=[\2\3]{2}.)(?=..[\2\3])|(?<=[\2\3]{3}.))",
    re.DOTALL,
)
_CLOSE = frozenset({" ", "-", ", ", ",", "\n", "\r\n"})


_Context = tuple[int, tuple[str, ...]]  # how many words stand before the place, and all five around it


class Odd(NamedTuple):
    """A word (`at`) that stands where other uses of the same phrase have another one (`usual`).

    The phrase goes from word `first` to word `last`; all are indexes of words.
    """

    at: int
    usual: tuple[int, ...]
    first: int
    last: int


def odd_words(
    tokens: Tokens, singulars: Mapping[str, str], content: Set[str], *, share: int, least: int
) -> Iterator[Odd]:
    """Words in which one of at least three uses of a phrase differs, number apart.

    The word and both its neighbours are content words, and so are `least` of
    the five or more words that the phrase has besides. At most one use in
    `share` is odd. `singulars` are those of the words, `content` the content words among both.
    """
    words = [*map(singulars.__getitem__, tokens.words)]
    uses = Counter(words)
    contexts = _contexts(words, _varied(words, uses, content))
    often = {three for three in map(_three, contexts) if min(map(uses.__getitem__, three)) > _OFTEN}
    formulas = _formulas(words, often) if often else ()
    seen: set[int] = set()
    for context, places in contexts.items():
        if _three(context) in formulas:
            continue
        usual = Counter(words[at] for at in places).most_common(1)[0][0]
        same = tuple(at for at in places if words[at] == usual)
        for at in places if (len(places) - len(same)) * share <= len(places) else ():
            if words[at] != usual and at not in seen:
                first, last = _extent(tokens, words, at, same)
                around = sum(map(is_content, words[first : last + 1])) - 1
                if first < at < last and around >= least:
                    seen.add(at)
                    yield Odd(at, same, first, last)


@lru_cache(1 << 15)
def is_content(word: str) -> bool:
    """Whether a folded word says something by itself: no function word, no single letter or figure."""
    return len(word) > 2 and word.isalpha() and word not in FUNCTION_WORDS


def _varied(words: Sequence[str], uses: Mapping[str, int], content: Set[str]) -> list[int]:
    """Places of content words between two others that stand around a place three times, not always the same word."""
    kinds = {word: _CONTENT * (word in content) + _OFTEN_USED * (count > 2) for word, count in uses.items()}
    places = array("i", (match.start() + 1 for match in _PLACE.finditer(bytes(map(kinds.__getitem__, words)))))
    counts = Counter((words[at - 1], words[at + 1]) for at in places)
    between: dict[tuple[str, str], set[str]] = {pair: set() for pair, count in counts.items() if count > 2}
    varied = array("i", (at for at in places if (words[at - 1], words[at + 1]) in between))
    for at in varied:
        between[words[at - 1], words[at + 1]].add(words[at])
    return [at for at in varied if len(between[words[at - 1], words[at + 1]]) > 1]


def _contexts(words: Sequence[str], varied: Sequence[int]) -> dict[_Context, list[int]]:
    """Places by the five words around them, one to four of these before, the rest after, where the places differ."""
    found: dict[_Context, list[int]] = {}
    for before in range(1, 5):  # one after the other: all at once take four times the memory
        by_words: dict[tuple[str, ...], list[int]] = {}
        for at in varied:
            if before <= at <= len(words) - 6 + before:
                around = *words[at - before : at], *words[at + 1 : at + 6 - before]
                by_words.setdefault(around, []).append(at)
        for around, places in by_words.items():
            if len(places) > 2 and len({words[at] for at in places}) > 1:
                found[before, around] = places
    return dict(sorted(found.items(), key=lambda one: (one[1][0], one[0][0])))


def _three(context: _Context) -> tuple[str, ...]:
    """The three words in a row on one side."""
    before, around = context
    return around[before : before + 3] if before < 3 else around[before - 3 : before]


def _formulas(words: Sequence[str], threes: Set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Which of some three words in a row come back very often."""
    firsts = {three[0] for three in threes}
    rows = compress(
        zip(words, islice(words, 1, None), islice(words, 2, None), strict=False), map(firsts.__contains__, words)
    )
    return {three for three, count in Counter(rows).items() if count > _OFTEN and three in threes}


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
