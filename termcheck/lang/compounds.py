"""Compounds of two words in their three spellings: closed ("roadmap"), hyphenated ("road-map"), open ("road map")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, compress, count
from operator import attrgetter
from typing import Literal, NamedTuple

from .function_words import FUNCTION_WORDS
from .position import may_open, same_line, singular
from .words import Tokens

HYPHENS = frozenset("-\u2010\u2011")

_JOINT = re.compile(r"-(?<=\w-)(?=\w)")
_LONGEST = 40  # letters: what is longer is no English compound

Spelling = Literal["closed", "hyphenated", "open"]
Parts = tuple[str, str]


class Compound(NamedTuple):
    """One use: its spelling and its first and last word by index (the same word where it is closed)."""

    spelling: Spelling
    first: int
    last: int


def families(
    tokens: Tokens, text: str, joined: Sequence[int], singulars: Mapping[str, str], content: Set[str]
) -> dict[Parts, list[Compound]]:
    """The uses of every compound that stands in the text in two spellings or more, by its parts, plurals included.

    `joined` are the `joints` of the text, `singulars` those of its words, `content` its content words. What opens
    with a function word is no compound where it stands open: "in depth" beside "in-depth".
    """
    hyphenated = [*_hyphenated(tokens, text, joined, singulars)]
    found = {parts: list[Compound]() for parts in chain((parts for parts, _ in hyphenated), _divisible(content))}
    for parts, use in chain(
        hyphenated, _closed(tokens, found.keys(), singulars), _open(tokens, text, found.keys(), singulars)
    ):
        found[parts].append(use)
    return {
        parts: sorted(plain, key=attrgetter("first"))
        for parts, uses in found.items()
        if _differ(uses) and _differ(plain := [use for use in uses if _plain(tokens, text, use)])
    }


def _differ(uses: Sequence[Compound]) -> bool:
    return len(uses) > 1 and len({use.spelling for use in uses}) > 1


def joints(tokens: Tokens) -> list[int]:
    """Indexes of the words that one hyphen or dash, with no blank, joins to the next word."""
    found, starts, ends, last = list[int](), tokens.starts, tokens.ends, len(tokens) - 1
    for match in _JOINT.finditer(tokens.folded):
        at = match.start()
        index = bisect_left(starts, at) - 1
        if 0 <= index < last and ends[index] == at and starts[index + 1] == at + 1:
            found.append(index)
    return found


def _hyphenated(
    tokens: Tokens, text: str, joined: Iterable[int], singulars: Mapping[str, str]
) -> Iterator[tuple[Parts, Compound]]:
    for index in joined:
        first, second = tokens.words[index], singulars[tokens.words[index + 1]]
        if first.isalpha() and second.isalpha() and len(second) > 1 and _is_hyphen(tokens, text, index):
            yield (first, second), Compound("hyphenated", index, index + 1)


def _closed(
    tokens: Tokens, compounds: Collection[Parts], singulars: Mapping[str, str]
) -> Iterator[tuple[Parts, Compound]]:
    """The uses in one word, unless this word is the first of a compound itself."""
    solid: dict[str, Parts] = {}
    for parts in compounds:
        solid.setdefault("".join(parts), parts)
    words = {*compress(singulars, map(solid.__contains__, singulars.values())), *(solid.keys() & singulars.keys())}
    for word in words.difference(first for first, _ in compounds):
        if len(word) > 4:
            parts = solid.get(word) or solid[singulars[word]]
            yield from ((parts, Compound("closed", at, at)) for at in tokens.places[word])


def _open(
    tokens: Tokens, text: str, compounds: Iterable[Parts], singulars: Mapping[str, str]
) -> Iterator[tuple[Parts, Compound]]:
    words, last = tokens.words, len(tokens) - 1
    seconds: dict[str, set[str]] = {}
    for first, second in compounds:
        seconds.setdefault(first, set()).add(second)
    for first in seconds.keys() - FUNCTION_WORDS:
        behind = seconds[first]
        for at in [at for at in tokens.places.get(first, ()) if at < last and singulars[words[at + 1]] in behind]:
            if same_line(tokens, text, at):
                yield (first, singulars[words[at + 1]]), Compound("open", at, at + 1)


def _divisible(content: Set[str]) -> Iterator[Parts]:
    """Words that are two other words of the text written in one, none of them a function word."""
    words = [*sorted(content), ""]
    for at in compress(
        count(), map(str.startswith, words[1:], words)
    ):  # what begins with a word stands right behind it
        head, after = words[at], at + 1
        while (word := words[after]).startswith(head):
            if 6 < len(word) <= _LONGEST and (tail := word[len(head) :]) in content:
                yield head, singular(tail)
            after += 1


def _is_hyphen(tokens: Tokens, text: str, index: int) -> bool:
    """Whether word `index` is joined to the next by a hyphen, and not by a dash or in a longer chain of hyphens."""
    start, end = tokens.starts[index], tokens.ends[index + 1]
    around = text[start - 1 : start], text[end : end + 1]  # nothing before the first word of a text
    return text[tokens.ends[index]] in HYPHENS and HYPHENS.isdisjoint(around)


def _plain(tokens: Tokens, text: str, use: Compound) -> bool:
    """Whether a use is in lower case but for the start of a sentence: a name is written as its owner writes it."""
    start = tokens.starts[use.first]
    return text[start + may_open(tokens, use.first) : tokens.ends[use.last]].islower()
