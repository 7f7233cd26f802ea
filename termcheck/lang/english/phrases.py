"""The words around an English numeral: how it is approximated, and the noun it counts."""

from __future__ import annotations

import re

from ..function_words import FUNCTION_WORDS
from ..quantity import Approx
from ..remembered import Remembered
from ..words import Tokens
from .numerals import WORDS

_BEFORE: dict[Approx, str] = {
    "above": "more than, over, above, at least, upwards of, upward of, in excess of, exceed, exceeds, exceeded, "
    "exceeding, surpass, surpasses, surpassed, surpassing, topped, topping, tops, no less than, no fewer than, "
    "not less than, not fewer than, minimum of, greater than, beyond, higher than, larger than, older than, "
    "longer than",
    "below": "nearly, almost, under, less than, fewer than, below, up to, no more than, not more than, at most, "
    "close to, maximum of, approaching, lower than, as many as, as much as, not exceeding, smaller than, "
    "younger than, shorter than, no longer than, no older than, no higher than, under the age of, below the age of",
    "about": "about, around, some, roughly, approximately, approx, circa, estimated, approximate, ca",
}
_AFTER: dict[tuple[str, str], Approx] = {
    ("or", "more"): "above", ("or", "above"): "above", ("or", "greater"): "above", ("or", "higher"): "above",
    ("and", "above"): "above", ("and", "over"): "above", ("or", "over"): "above", ("and", "higher"): "above",
    ("or", "less"): "below", ("or", "fewer"): "below", ("or", "below"): "below", ("or", "lower"): "below",
    ("or", "under"): "below", ("and", "below"): "below", ("and", "under"): "below", ("and", "lower"): "below",
    ("and", "older"): "above", ("or", "older"): "above", ("or", "longer"): "above",
    ("and", "younger"): "below", ("or", "younger"): "below", ("or", "so"): "about",
}  # fmt: skip
_CONJUNCTIONS = frozenset({"and", "or"})
_PHRASES = {tuple(one.split()): direction for direction, told in _BEFORE.items() for one in told.split(", ")}
_LAST = frozenset(phrase[-1] for phrase in _PHRASES)
_LONGEST_TOLD = max(map(len, _PHRASES))

_SIGN = re.compile(r"(?<![0-9\u2265>\u2264<~=-])([\u2265>\u2264<~]) ?\Z")
_SIGNS: dict[str, Approx] = {"≥": "above", ">": "above", "≤": "below", "<": "below", "~": "about"}

_MARKS = frozenset(_SIGNS)

_PLURALS = frozenset("people men women children feet teeth mice data media series species aircraft staff".split())
_SINGULAR_ENDS = ("ss", "us", "is")
# Adverbs that end a noun phrase and are no part of it.
_ADVERBS = frozenset(
    "now also already still currently respectively daily annually altogether combined only just".split()
)
_ENDING = FUNCTION_WORDS | _ADVERBS | WORDS
_LONGEST_PHRASE = 6
_DIGITS = frozenset("0123456789")
# Besides a blank, a hyphen and a line end.
_INTO = frozenset({"% ", ' "'})
_ON = frozenset({' "', '" '})


def approximation(tokens: Tokens, at: int, end: int, after: int) -> Approx:
    """The direction a quantity is meant in; it begins at word `at`, ends at offset `end`, before word `after`."""
    words = tokens.words
    if not (at and tokens.links[at - 1]) and (direction := _signed(tokens, at)):
        return direction
    if _is_approximated(tokens, after):
        return _AFTER[words[after], words[after + 1]]
    here = at - 1
    if here >= 0 and words[here] in ("the", "a", "an"):
        here -= 1
    if here >= 0 and words[here] in _LAST and (direction := _told_before(tokens, here, at)):
        return direction
    if tokens.folded.startswith(("+", "-"), end):
        return _glued(tokens, end)
    return ""


def _signed(tokens: Tokens, at: int) -> Approx:
    """The direction told by a sign before word `at`: "≥ 5"."""
    start = tokens.starts[at]
    marked = not _MARKS.isdisjoint(tokens.folded[max(0, start - 2) : start])
    sign = _SIGN.search(tokens.folded, max(0, start - 3), start) if marked else None
    return _SIGNS[sign.group(1)] if sign else ""


def _glued(tokens: Tokens, end: int) -> Approx:
    """The direction told by what is glued to a quantity that ends at offset `end`: "300+", "20-odd"."""
    if tokens.folded.startswith(("+", "-plus"), end):
        return "above"
    return "about" if tokens.folded.startswith("-odd", end) else ""


def _told_before(tokens: Tokens, last: int, at: int) -> Approx:
    """The direction told by the words up to word `last`, with nothing but signs between them and word `at`."""
    for first in range(max(0, last + 1 - _LONGEST_TOLD), last + 1):  # "no more than" before "more than"
        direction = _PHRASES.get(tuple(tokens.words[first : last + 1]))
        if direction and all(tokens.gap(n).strip(" \r\n$€£¥") == "" for n in range(first, at)):
            return direction
    return ""


def _is_approximated(tokens: Tokens, after: int) -> bool:
    """Whether "or more" or the like stands at word `after`, and no more figure: "40 and below 50", "or more than"."""
    words = tokens.words
    if after + 1 >= len(words) or words[after] not in _CONJUNCTIONS or (words[after], words[after + 1]) not in _AFTER:
        return False
    following = words[after + 2] if after + 2 < len(words) and tokens.linked(after + 1) else ""
    more_of_it = following == "than" or following[:1] in _DIGITS or following in WORDS
    return not more_of_it and (tokens.links[after - 1] == 1 or tokens.gap(after - 1) in _INTO)


def counted(tokens: Tokens, after: int, hyphened: bool = False, unit: bool = False) -> tuple[str, tuple[str, ...]]:
    """The noun a quantity counts and its modifiers: ("vehicles", ("new", "energy")); "" where none follows.

    `after` is the index of the first word behind the quantity. A measured
    thing stands after "of" ("3 tons of steel"); after a hyphen the phrase may
    end in a singular ("400-kilometer stretch").
    """
    words = tokens.words
    if after >= len(words) or not (tokens.links[after - 1] or tokens.gap(after - 1) in _INTO):
        return "", ()
    here = after + 2 * _is_approximated(tokens, after)
    if unit and not hyphened:
        if here >= len(words) or words[here] != "of":
            return "", ()
        here += 1 + (words[here + 1 : here + 2] in (["the"], ["all"], ["its"], ["our"], ["their"]))
    phrase = _phrase(tokens, here)
    if phrase and (is_plural(phrase[-1]) or hyphened):
        return phrase[-1], tuple(phrase[:-1])
    return "", ()


def _phrase(tokens: Tokens, here: int) -> list[str]:
    """The words of a noun phrase from word `here` on, up to its first plural."""
    words, links, found = tokens.words, tokens.links, list[str]()
    while here < len(words) and len(found) < _LONGEST_PHRASE:
        word = words[here]
        if word == "and" and found and here + 1 < len(words) and tokens.gap(here) == " ":
            here += 1  # "beautiful and harmonious villages"
            continue
        if _ends_before[word]:
            break
        found.append(word)
        on = here < len(links) and (links[here] or tokens.gap(here) in _ON)
        if _plural[word] or not on:
            break
        here += 1
    return found


def is_plural(word: str) -> bool:
    """Whether a folded word looks like a plural noun."""
    return _plural[word]


def _looks_plural(word: str) -> bool:
    regular = word[-1] == "s" and len(word) > 3 and not word.endswith(_SINGULAR_ENDS) and "'" not in word
    return regular or word in _PLURALS


_plural = Remembered(_looks_plural)
# Whether a noun phrase ends before a word.
_ends_before = Remembered[str, bool](lambda word: word in _ENDING or word[0] in _DIGITS)
