"""Compounds of two words in their three spellings: closed ("roadmap"), hyphenated ("road-map"), open ("road map")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import compress, count
from typing import Literal, NamedTuple

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


class _Forms(NamedTuple):
    """What compounds are known by: their parts by the first and the second, or by the word that is closed.

    `hyphened` are the indexes of the words that a hyphen joins to the next one.
    """

    tails: Mapping[str, Mapping[str, Parts]]
    closed: Mapping[str, Parts]
    singulars: Mapping[str, str]
    hyphened: Set[int]


def families(
    tokens: Tokens, text: str, joined: Sequence[int], singulars: Mapping[str, str], content: Set[str]
) -> dict[Parts, list[Compound]]:
    """The uses of every compound that stands in the text in two spellings or more, by its parts, plurals included.

    `joined` are the `joints` of the text, `singulars` those of its words, `content` its content words.
    """
    hyphened = [index for index in joined if _is_hyphen(tokens, text, index)]
    compounds = (*_hyphenated(tokens, hyphened, singulars), *_divisible(content))
    found: dict[Parts, list[Compound]] = {}
    for parts, use in _uses(tokens, text, _forms(compounds, singulars, {*hyphened})):
        found.setdefault(parts, []).append(use)
    return {
        parts: plain
        for parts, uses in found.items()
        if _differ(uses) and _differ(plain := [use for use in uses if _plain(tokens, text, use)])
    }


def _forms(compounds: Iterable[Parts], singulars: Mapping[str, str], hyphened: Set[int]) -> _Forms:
    tails: dict[str, dict[str, Parts]] = {}
    solid: dict[str, Parts] = {}
    for parts in compounds:
        tails.setdefault(parts[0], {})[parts[1]] = parts
        solid.setdefault("".join(parts), parts)
    words = {*compress(singulars, map(solid.__contains__, singulars.values())), *(solid.keys() & singulars.keys())}
    closed = {word: solid.get(word) or solid[singulars[word]] for word in words if len(word) > 4}
    return _Forms(tails, closed, singulars, hyphened)


def _differ(uses: Sequence[Compound]) -> bool:
    return len(uses) > 1 and len({use.spelling for use in uses}) > 1


def _uses(tokens: Tokens, text: str, forms: _Forms) -> Iterator[tuple[Parts, Compound]]:
    """The uses of compounds, in order."""
    words, last, (tails, closed, singulars, hyphened) = tokens.words, len(tokens) - 1, forms
    for index in tokens.among(tails.keys() | closed.keys()):
        word = words[index]
        if word not in tails:
            yield closed[word], Compound("closed", index, index)
        elif index < last and (pair := tails[word].get(singulars[words[index + 1]])):
            if index in hyphened:
                yield pair, Compound("hyphenated", index, index + 1)
            elif same_line(tokens, text, index):
                yield pair, Compound("open", index, index + 1)


def joints(tokens: Tokens) -> list[int]:
    """Indexes of the words that one hyphen or dash, with no blank, joins to the next word."""
    found, starts, ends, last = list[int](), tokens.starts, tokens.ends, len(tokens) - 1
    for match in _JOINT.finditer(tokens.folded):
        at = match.start()
        index = bisect_left(starts, at) - 1
        if 0 <= index < last and ends[index] == at and starts[index + 1] == at + 1:
            found.append(index)
    return found


def _hyphenated(tokens: Tokens, hyphened: Sequence[int], singulars: Mapping[str, str]) -> Iterator[Parts]:
    for index in hyphened:
        first, second = tokens.words[index], singulars[tokens.words[index + 1]]
        if first.isalpha() and second.isalpha() and len(second) > 1:
            yield first, second


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
