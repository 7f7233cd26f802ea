"""Words as a translator varies them: number, tense, noun for verb, British or American, another order.

Two English words are alike that begin alike and go on with endings that make
one word of another: "regulat-ion" and "regulat-ory". A word in a language whose
endings are not known may differ in its last letters. A Han character is a word
of its own and like no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ...lang.function_words import FUNCTION_WORDS
from ...lang.script import reaches_han
from ...lang.words import words_of
from ...text import fold

_INFLECTED = frozenset(["", *"'s s es d ed ing ings er ers e y ies ied re our or".split()])
_DERIVED = _INFLECTED.union(
    "ation ations ational ion ions ional ive ative ors ory ories ary aries al ial ical ic ics ally ly ity ities "
    "ability ibility able ible ably le ility ilities ment ments mental ness ance ence ances ences ancy ency ant ent "
    "ants ents ise ize ised ized ising izing isation ization isational izational me ism ist ists ship ful less ure "
    "ures ural ese ish ian ia".split()
)
_STEM, _DERIVED_STEM = 3, 4  # letters that stay before an ending of either kind
_LONG, _ENDING = 6, 3  # letters of a word in another language, and of its end that may differ
_ROOM = 4  # other words that may stand between those of a rendering


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str, lang: str) -> bool:
    """Whether two folded words may be forms of one."""
    if one == other:
        return True
    same = _same(one, other)
    if lang != "en":
        longest, shortest = max(len(one), len(other)), min(len(one), len(other))
        return not reaches_han(one) and shortest >= _LONG - 1 and longest >= _LONG and longest - same <= _ENDING
    return any(
        {_ending(one, at), _ending(other, at)} <= (_DERIVED if at >= _DERIVED_STEM else _INFLECTED)
        for at in range(same, _STEM - 1, -1)
    )


def _same(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _ending(word: str, at: int) -> str:
    """What follows a stem, the letter apart that is doubled before it ("planned")."""
    end = word[at:]
    return end[1:] if len(end) > 2 and end[0] == word[at - 1] and end[1] in "ei" else end


@lru_cache(maxsize=1 << 15)
def content(form: str) -> tuple[str, ...]:
    """The folded words of a form that say something, each once, in order; all of them if none does."""
    words = words_of(fold(form))
    return tuple(dict.fromkeys([word for word in words if word not in FUNCTION_WORDS] or words))


class Passage:
    """The folded words of a passage, to be asked for forms that may be varied, split or turned round in it."""

    def __init__(self, words: Sequence[str], lang: str) -> None:
        self._words, self._lang = words, lang
        self._different = frozenset(words)

    def places(self, word: str) -> Iterator[int]:
        """Where a form of a word stands, by the number of the word in the passage."""
        begin = word[:_STEM]
        some = [other for other in self._different if other.startswith(begin) and alike(word, other, self._lang)]
        return (at for at, other in enumerate(self._words) if other in some) if some else iter(())

    def share(self, form: str) -> float:
        """How much of a form stands together in the passage: the part of its words, 0 to 1.

        Single Han characters say little: where they are not all there, only runs count.
        """
        words = content(form)
        places = sorted((at, word) for word in words for at in self.places(word))
        share = _most(places, len(words) + _ROOM) / max(1, len(words))
        return share if share == 1 or not reaches_han(form) else self.trace(form)

    def trace(self, form: str) -> float:
        """How much of a form stands here in runs of two words or more: the part of its words, 0 to 1."""
        words = words_of(fold(form))
        places = [set(self.places(word)) for word in words]
        if len(words) < 2:
            return float(any(places))
        met = [not one.isdisjoint(at - 1 for at in other) for one, other in pairwise(places)]
        return sum(before or after for before, after in zip((False, *met), (*met, False), strict=True)) / len(words)

    def best(self, forms: Iterable[str]) -> float:
        """The share of that form of which most is here."""
        return max(map(self.share, forms), default=0.0)


def _most(places: list[tuple[int, str]], reach: int) -> int:
    """The most different words that stand within `reach` words of a passage."""
    best, first = 0, 0
    held: dict[str, int] = {}
    for at, word in places:
        held[word] = held.get(word, 0) + 1
        while places[first][0] <= at - reach:
            gone = places[first][1]
            held[gone] -= 1
            if not held[gone]:
                del held[gone]
            first += 1
        best = max(best, len(held))
    return best


@lru_cache(maxsize=1 << 12)
def initials(form: str) -> frozenset[str]:
    """The first letters of a form's words, in lower case: of all, of those that say something, of compounds once."""
    words = words_of(fold(form))
    whole = [part for part in fold(form).split() if part[0].isalnum()]
    kinds = (words, [word for word in words if word not in FUNCTION_WORDS])
    closed = (whole, [part for part in whole if part not in FUNCTION_WORDS])
    return frozenset("".join(word[0] for word in kind) for kind in (*kinds, *closed))
