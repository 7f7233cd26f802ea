"""Compounds of two words in their three spellings: closed ("roadmap"), hyphenated ("road-map"), open ("road map")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from .phrases import is_content
from .position import may_open, same_line, singular
from .words import Tokens

HYPHENS = frozenset("-\u2010\u2011")

_JOINT = re.compile(r"-(?<=\w-)(?=\w)")
_LONGEST = 40  # letters: what is longer is no English compound, and dividing it costs the square of its length

Spelling = Literal["closed", "hyphenated", "open"]
Parts = tuple[str, str]


class Compound(NamedTuple):
    """One use: its spelling and its first and last word by index (the same word where it is closed)."""

    spelling: Spelling
    first: int
    last: int


def families(tokens: Tokens, text: str) -> dict[Parts, list[Compound]]:
    """The uses of every compound that stands in the text in two spellings or more, by its parts, plurals included."""
    singulars = dict(zip(tokens.places, map(singular, tokens.places), strict=True))
    tails: dict[str, dict[str, Parts]] = {}
    solid: dict[str, Parts] = {}
    for parts in (*_hyphenated(tokens, text), *_divisible(singulars)):
        tails.setdefault(parts[0], {})[parts[1]] = parts
        solid.setdefault("".join(parts), parts)
    closed = {word: solid.get(word) or solid[one] for word, one in singulars.items() if word in solid or one in solid}
    found: dict[Parts, list[Compound]] = {}
    for parts, use in _uses(tokens, text, tails, closed):
        found.setdefault(parts, []).append(use)
    return {
        parts: plain
        for parts, uses in found.items()
        if _differ(uses) and _differ(plain := [use for use in uses if _plain(tokens, text, use)])
    }


def _differ(uses: Sequence[Compound]) -> bool:
    return len({use.spelling for use in uses}) > 1


def _uses(
    tokens: Tokens, text: str, tails: Mapping[str, Mapping[str, Parts]], closed: Mapping[str, Parts]
) -> Iterator[tuple[Parts, Compound]]:
    """The uses of compounds, in order: `tails` are their parts by the first and the second, `closed` by the word."""
    words, last = tokens.words, len(tokens) - 1
    for index in tokens.among({*tails, *closed}):
        word = words[index]
        if word in tails and index < last:
            pair = tails[word].get(singular(words[index + 1]))
            if pair and (spelling := _joint(tokens, text, index)):
                yield pair, Compound(spelling, index, index + 1)
        elif word in closed and len(word) > 4:
            yield closed[word], Compound("closed", index, index)


def joints(tokens: Tokens) -> Iterator[int]:
    """Indexes of the words that one hyphen or dash, with no blank, joins to the next word."""
    for match in _JOINT.finditer(tokens.folded):
        at = match.start()
        index = tokens.at(at) - 1
        if 0 <= index < len(tokens) - 1 and (tokens.ends[index], tokens.starts[index + 1]) == (at, at + 1):
            yield index


def _hyphenated(tokens: Tokens, text: str) -> Iterator[Parts]:
    for index in joints(tokens):
        first, second = tokens.words[index], singular(tokens.words[index + 1])
        if first.isalpha() and second.isalpha() and len(second) > 1 and _joint(tokens, text, index) == "hyphenated":
            yield first, second


def _divisible(singulars: Mapping[str, str]) -> Iterator[Parts]:
    """Words that are two other words of the text written in one, none of them a function word."""
    forms = dict.fromkeys(chain.from_iterable(singulars.items()))
    parts = dict.fromkeys(filter(is_content, forms))
    for word in parts:
        for cut in range(3, len(word) - 2 if 6 < len(word) <= _LONGEST else 0):
            if word[:cut] in parts and word[cut:] in parts:
                yield word[:cut], singular(word[cut:])


def _joint(tokens: Tokens, text: str, index: int) -> Spelling | None:
    """How word `index` is joined to the next, None where it is not, or where a longer chain of hyphens goes on."""
    end, start = tokens.ends[index], tokens.starts[index + 1]
    if start != end + 1 or text[end] not in HYPHENS:
        return "open" if same_line(tokens, text, index) else None
    around = (
        text[max(0, tokens.starts[index] - 1) : tokens.starts[index]],
        text[tokens.ends[index + 1] : tokens.ends[index + 1] + 1],
    )
    return "hyphenated" if HYPHENS.isdisjoint(around) else None


def _plain(tokens: Tokens, text: str, use: Compound) -> bool:
    """Whether a use is in lower case but for the start of a sentence: a name is written as its owner writes it."""
    start = tokens.starts[use.first]
    return text[start + may_open(tokens, use.first) : tokens.ends[use.last]].islower()
