"""Repeated phrases that differ in one word, found in time linear in the text."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, compress
from operator import ne
from typing import NamedTuple

from .function_words import FUNCTION_WORDS
from .words import Tokens

# A run of words that comes back more often is a formula, and its neighbours vary freely.
_OFTEN = 64
# A row of six words, by the kinds of `_varied`: five that are used often, and one of any kind between content words.
_PLACE = re.compile(
    b"\2(?=[\0\2]\2)(?:(?=..[\1\2]{3})|(?<=[\1\2].)(?=..[\1\2]{2})|(?<=[\1\2]{2}.)(?=..[\1\2])|(?<=[\1\2]{3}.))",
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


class _Words(NamedTuple):
    """The words of a text, and each of them number apart."""

    tokens: Tokens
    singulars: Mapping[str, str]


def odd_words(
    tokens: Tokens,
    counts: Mapping[str, int],
    singulars: Mapping[str, str],
    content: Set[str],
    *,
    share: int,
    least: int,
) -> Iterator[Odd]:
    """Words in which one of at least three uses of a phrase differs, number apart.

    The word and both its neighbours are content words, and so are `least` of
    the five or more words that the phrase has besides. At most one use in
    `share` is odd. `counts` and `singulars` are those of the words, `content` the content words among both.
    """
    words = _Words(tokens, singulars)
    uses = _uses(counts, singulars)
    contexts = _contexts(words, _varied(words, uses, content))
    often = {three for three in map(_three, contexts) if min(map(uses.__getitem__, three)) > _OFTEN}
    formulas = _formulas(words, often) if often else ()
    seen: set[int] = set()
    for context, places in contexts.items():
        if _three(context) in formulas:
            continue
        usual = Counter(_at(words, places)).most_common(1)[0][0]
        same = tuple(at for at in places if singulars[tokens.words[at]] == usual)
        for at in places if (len(places) - len(same)) * share <= len(places) else ():
            if singulars[tokens.words[at]] != usual and at not in seen:
                first, last = _extent(words, at, same)
                around = sum(map(is_content, _row(words, first, last + 1))) - 1
                if first < at < last and around >= least:
                    seen.add(at)
                    yield Odd(at, same, first, last)


def is_content(word: str) -> bool:
    """Whether a folded word says something by itself: no function word, no single letter or figure."""
    return len(word) > 2 and word.isalpha() and word not in FUNCTION_WORDS


def content(words: Iterable[str]) -> Set[str]:
    """Those of some words that say something by themselves."""
    return {word for word in words if len(word) > 2 and word.isalpha()} - FUNCTION_WORDS


def _at(words: _Words, places: Iterable[int]) -> Iterator[str]:
    return map(words.singulars.__getitem__, map(words.tokens.words.__getitem__, places))


def _row(words: _Words, first: int, end: int) -> tuple[str, ...]:
    return tuple(map(words.singulars.__getitem__, words.tokens.words[first:end]))


def _uses(counts: Mapping[str, int], singulars: Mapping[str, str]) -> dict[str, int]:
    """How often each word stands in the text, number apart."""
    uses = dict(counts)
    for word, one in compress(singulars.items(), map(ne, singulars, singulars.values())):
        uses[one] = uses.get(one, 0) + uses[word]
    return uses


def _varied(words: _Words, uses: Mapping[str, int], content: Set[str]) -> list[int]:
    """Places of content words between two others that stand around a place three times, not always the same word."""
    singulars = words.singulars
    kinds = dict.fromkeys(singulars, 0)  # 1 is a word that is used often, 2 a content word that is
    kinds |= {word: 1 + (one in content) for word, one in singulars.items() if uses[one] > 2}
    row = bytes(map(kinds.__getitem__, words.tokens.words))
    before = array("i", (match.start() for match in _PLACE.finditer(row)))
    pairs = [*zip(_at(words, before), _at(words, map((2).__add__, before)), strict=True)]
    counts = Counter(pairs)
    found: dict[tuple[str, str], list[int]] = {}
    for index, pair in zip(before, pairs, strict=True):
        if counts[pair] > 2 and singulars[words.tokens.words[index + 1]] in content:
            found.setdefault(pair, []).append(index + 1)
    varied = (places for places in found.values() if len(places) > 2 and len({*_at(words, places)}) > 1)
    return sorted(chain.from_iterable(varied))


def _contexts(words: _Words, varied: Sequence[int]) -> dict[_Context, list[int]]:
    """Places by the five words around them, one to four of these before, the rest after, where the places differ."""
    found: dict[_Context, list[int]] = {}
    for before in range(1, 5):  # one after the other: all at once take four times the memory
        by_words: dict[tuple[str, ...], list[int]] = {}
        for at in varied:
            if before <= at <= len(words.tokens) - 6 + before:
                around = _row(words, at - before, at) + _row(words, at + 1, at + 6 - before)
                by_words.setdefault(around, []).append(at)
        for around, places in by_words.items():
            if len(places) > 2 and len({*_at(words, places)}) > 1:
                found[before, around] = places
    return dict(sorted(found.items(), key=lambda one: (one[1][0], one[0][0])))


def _three(context: _Context) -> tuple[str, ...]:
    """The three words in a row on one side."""
    before, around = context
    return around[before : before + 3] if before < 3 else around[before - 3 : before]


def _formulas(words: _Words, threes: Set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Which of some three words in a row come back very often."""
    firsts = {three[0] for three in threes}
    places = words.tokens.among(word for word, one in words.singulars.items() if one in firsts)
    rows = Counter(_row(words, at, at + 3) for at in places)
    return {three for three in threes if rows[three] > _OFTEN}


def _extent(words: _Words, at: int, same: Sequence[int]) -> tuple[int, int]:
    """First and last word of what the phrase at `at` has in common with all of `same`, the word itself left open."""
    reach = []
    for step in (-1, 1):
        length = 1
        while length < 20 and all(_alike(words, at + step * length, other - at, step) for other in same):
            length += 1
        reach.append(length - 1)
    return at - reach[0], at + reach[1]


def _alike(words: _Words, place: int, shift: int, step: int) -> bool:
    """Whether the words at `place` and `place + shift` are the same, and joined to the word one `step` back."""
    tokens, two = words.tokens, (place, place + shift)
    if min(two) < 0 or max(two) >= len(tokens) or len({*_at(words, two)}) > 1:
        return False
    return all(tokens.gap(min(one, one - step)) in _CLOSE for one in two)
