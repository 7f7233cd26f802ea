"""Chinese people named in two texts: an English name is a reading of characters of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..document import Bitext, Document
from ..lang import pinyin
from ..lang.lexicon import UNKNOWN, rank
from ..lang.names import SURNAMES, is_pinyin
from ..model import Span
from ..rule import Context
from ..text import fold
from .scopes import Scopes

_TWO_CAPITALS = re.compile(rb"\x01(?=\x01)")
_LINKS = frozenset({" ", "-"})
_LONGEST = 12  # letters of a given name


class Person(NamedTuple):
    """A Chinese name in English at ``text[start:end]``: the letters of both its parts, `right` if both are pinyin."""

    start: int
    end: int
    family: str
    given: str
    right: bool


class Known(NamedTuple):
    """A name in both languages."""

    chinese: str
    english: str
    family: str
    given: str


def named(doc: Document, others: Collection[int]) -> tuple[Person, ...]:
    """Two capitalised words that are a Chinese name by their form, or nearly so, but where a place's name begins.

    Family name first or last, given name in pinyin; in one of them, letters
    that no English word has may stand for a slip.
    """
    tokens, found, done = doc.tokens, list[Person](), 0
    taken = frozenset(others)
    for at in _beginnings(doc):
        if at >= done and tokens.starts[at] not in taken and (one := _at(doc, at)):
            found.append(one)
            done = tokens.at(one.end)
    return tuple(found)


def _beginnings(doc: Document) -> list[int]:
    """The capitalised words before another where a name may begin, by the words alone; a hyphen makes one of two."""
    tokens, words = doc.tokens, doc.tokens.words
    places = [match.start() for match in _TWO_CAPITALS.finditer(doc.capitals)]
    chinese = {word for word in {words[at + 1] for at in places} if _is_chinese(word)}
    return [
        at
        for at in places
        if words[at + 1] in chinese
        or words[at].removesuffix("'s") in SURNAMES
        or (at + 2 < len(tokens) and tokens.gap(at + 1) == "-")
    ]


def _is_chinese(word: str) -> bool:
    base = word.removesuffix("'s")
    return base in SURNAMES or is_pinyin(base)


def _at(doc: Document, at: int) -> Person | None:
    tokens = doc.tokens
    last = at + 1 + (at + 2 < len(tokens) and tokens.gap(at + 1) == "-")
    if tokens.gap(at) != " " or _goes_on(doc, at, last):
        return None
    first, *others = (tokens.words[n].removesuffix("'s") for n in range(at, last + 1))
    rest = "".join(others)
    if max(len(first), len(rest)) > _LONGEST or not (first + rest).isalpha():
        return None
    end = tokens.ends[last] - 2 * tokens.words[last].endswith("'s")
    if first in SURNAMES and (is_pinyin(rest) or rank(rest) == UNKNOWN):
        return Person(tokens.starts[at], end, pinyin.letters(first), pinyin.letters(rest), is_pinyin(rest))
    if rest in SURNAMES and is_pinyin(first):
        return Person(tokens.starts[at], end, pinyin.letters(rest), pinyin.letters(first), True)
    if is_pinyin(rest) and UNKNOWN in (rank(first), rank(rest)):
        return Person(tokens.starts[at], end, pinyin.letters(first), pinyin.letters(rest), False)
    return None


def _goes_on(doc: Document, first: int, last: int) -> bool:
    """Whether the words are part of a longer name: LAM Chi Yuen Nelson."""
    tokens = doc.tokens
    before = first > 0 and tokens.gap(first - 1) in _LINKS and doc.capitals[first - 1] == 1
    after = last + 1 < len(tokens) and tokens.gap(last) in _LINKS and doc.capitals[last + 1] == 1
    return after or (before and (tokens.words[first - 1] in SURNAMES or rank(tokens.words[first - 1]) == UNKNOWN))


def within(people: Sequence[Person], span: Span) -> Sequence[Person]:
    """The people whose names begin in a span."""
    return people[bisect_left(people, (span.start,)) : bisect_left(people, (span.end,))]


def is_read(one: Person, text: str) -> bool:
    """Whether some characters of the text may be read as the name, in either order of its parts.

    A character that has another reading as a family name is not read otherwise: 单 is no Dan.
    """
    orders = ((one.family, one.given), (one.given, one.family))
    return any(
        not pinyin.is_misread(text[start], first)
        for first, second in orders
        for start, _ in pinyin.runs(first + second, text)
    )


def places(one: Person, text: str) -> Iterator[tuple[int, int]]:
    """Where a folded Chinese text has a name that pinyin writes so, family name first."""
    for start, end in pinyin.runs(one.family + one.given, text) if one.right else ():
        if pinyin.reads(text[start:end], one.family, one.given):
            yield start, end


def known(bitext: Bitext, scopes: Scopes, ctx: Context, people: Sequence[Person]) -> dict[str, Known]:
    """The people of the glossary, and those whom the two texts name in passages that answer each other."""
    found = {}
    for scope in scopes.naming((), [one.start for one in people]):
        text = bitext.source.folded[slice(*scope.pair.source)]
        for one in within(people, scope.pair.target):
            for start, end in places(one, text):
                english = bitext.target.text[one.start : one.end]
                found[text[start:end]] = Known(text[start:end], english, one.family, one.given)
    for person in ctx.glossary.people:
        family, _, given = person.name.partition(" ")
        if person.source and given:
            parts = pinyin.letters(family), pinyin.letters(given)
            found[fold(person.source)] = Known(fold(person.source), person.name, *parts)
    return found
