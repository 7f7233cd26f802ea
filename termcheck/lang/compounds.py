"""Compounds of two words in their three spellings: closed ("roadmap"), hyphenated ("road-map"), open ("road map")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from .function_words import FUNCTION_WORDS
from .position import may_open, same_line, singular
from .words import Tokens

HYPHENS = frozenset("-\u2010\u2011")

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
    tails: dict[str, dict[str, Parts]] = {}
    solid: dict[str, Parts] = {}
    for parts in (*_hyphenated(tokens, text), *_divisible(dict.fromkeys(tokens.words))):
        tails.setdefault(parts[0], {})[parts[1]] = parts
        solid.setdefault("".join(parts), parts)
    found: dict[Parts, list[Compound]] = {}
    last = len(tokens) - 1
    for index, word in enumerate(tokens.words):
        if word in tails and index < last:
            pair = tails[word].get(singular(tokens.words[index + 1]))
            if pair and (spelling := _joint(tokens, text, index)):
                found.setdefault(pair, []).append(Compound(spelling, index, index + 1))
        elif len(word) > 4 and (closed := solid.get(word) or solid.get(singular(word))):
            found.setdefault(closed, []).append(Compound("closed", index, index))
    return {
        parts: kept
        for parts, uses in found.items()
        if len(kept := [use for use in uses if _plain(tokens, text, use)]) > 1
        and len({use.spelling for use in kept}) > 1
    }


def joints(tokens: Tokens) -> Iterator[int]:
    """Indexes of the words that one hyphen or dash, with no blank, joins to the next word."""
    at = tokens.folded.find("-")
    while at >= 0:
        index = tokens.at(at) - 1
        if 0 <= index < len(tokens) - 1 and (tokens.ends[index], tokens.starts[index + 1]) == (at, at + 1):
            yield index
        at = tokens.folded.find("-", at + 1)


def _hyphenated(tokens: Tokens, text: str) -> Iterator[Parts]:
    for index in joints(tokens):
        first, second = tokens.words[index], singular(tokens.words[index + 1])
        if first.isalpha() and second.isalpha() and len(second) > 1 and _joint(tokens, text, index) == "hyphenated":
            yield first, second


def _divisible(vocabulary: Iterable[str]) -> Iterator[Parts]:
    """Words that are two other words of the text written in one, none of them a function word."""
    forms = dict.fromkeys(form for word in vocabulary for form in (word, singular(word)))
    likely = (form for form in forms if 2 < len(form) <= _LONGEST and form.isalpha())
    parts = dict.fromkeys(form for form in likely if form not in FUNCTION_WORDS)
    for word in parts:
        for cut in range(3, len(word) - 2 if len(word) > 6 else 0):
            if word[:cut] in parts and word[cut:] in parts:
                yield word[:cut], singular(word[cut:])


def _joint(tokens: Tokens, text: str, index: int) -> Spelling | None:
    """How word `index` is joined to the next, None where it is not, or where a longer chain of hyphens goes on."""
    end = tokens.ends[index]
    if same_line(tokens, text, index):
        return "open"
    single = text[end] in HYPHENS and tokens.starts[index + 1] == end + 1
    chained = (
        text[tokens.starts[index] - 1 : tokens.starts[index]] in HYPHENS
        or text[tokens.ends[index + 1] : tokens.ends[index + 1] + 1] in HYPHENS
    )
    return "hyphenated" if single and not chained else None


def _plain(tokens: Tokens, text: str, use: Compound) -> bool:
    """Whether a use is in lower case but for the start of a sentence: a name is written as its owner writes it."""
    start = tokens.starts[use.first]
    return text[start + may_open(tokens, use.first) : tokens.ends[use.last]].islower()
