"""The words around an English numeral: how it is approximated, and the noun it counts."""

from __future__ import annotations

from .english_numerals import WORDS
from .function_words import FUNCTION_WORDS
from .quantity import Approx
from .words import Tokens

# Phrases before a numeral by direction, and the same by their last word, longest first.
_PHRASES: dict[Approx, str] = {
    "above": "more than, over, above, at least, upwards of, upward of, in excess of, exceed, exceeds, exceeded, "
    "exceeding, surpass, surpasses, surpassed, surpassing, topped, topping, tops, no less than, no fewer than, "
    "not less than, not fewer than, minimum of, greater than, beyond, higher than, larger than",
    "below": "nearly, almost, under, less than, fewer than, below, up to, no more than, not more than, at most, "
    "close to, maximum of, approaching, lower than, as many as, as much as, not exceeding, smaller than",
    "about": "about, around, some, roughly, approximately, approx, circa, estimated, approximate",
}
_LAST: dict[str, list[tuple[tuple[str, ...], Approx]]] = {}
for _direction, _listed in _PHRASES.items():
    for _phrase in _listed.split(", "):
        _words = tuple(_phrase.split())
        _LAST.setdefault(_words[-1], []).append((_words, _direction))
for _found in _LAST.values():
    _found.sort(key=lambda one: -len(one[0]))  # "no more than" before "more than"
_AFTER: dict[tuple[str, str], Approx] = {
    ("or", "more"): "above", ("or", "above"): "above", ("and", "above"): "above", ("or", "so"): "about",
    ("or", "less"): "below", ("or", "fewer"): "below", ("or", "under"): "below",
}  # fmt: skip
_LINKS = frozenset({" ", "-", "\n", "\r\n", " $", " us$", " hk$", " £", " €", " ¥"})

# Nouns whose plural has no -s; the head of a counted phrase is its first plural.
_PLURALS = frozenset(
    "people men women children persons feet teeth mice data media series species aircraft staff".split()
)
_NOT_PLURAL = ("ss", "us", "is", "ous")
_LONGEST_PHRASE = 6
_INTO_PHRASE = frozenset({" ", "-", "\n", "\r\n", "% ", ' "'})
_WITHIN_PHRASE = frozenset({" ", "-", "\n", "\r\n", '" ', "' "})


def approximation(tokens: Tokens, at: int, end: int, after: int) -> Approx:
    """Direction given by the words before word `at` or, failing that, behind the quantity that ends at `end`."""
    words = tokens.words
    here = at - 1
    if here >= 0 and words[here] in ("the", "a", "an") and tokens.gap(here) in _LINKS:
        here -= 1
    for phrase, direction in _LAST.get(words[here], ()) if here >= 0 else ():
        first = here - len(phrase) + 1
        if first >= 0 and tuple(words[first : here + 1]) == phrase and _close(tokens, first, at):
            return direction
    if tokens.folded[end : end + 1] == "+" or tokens.folded[end : end + 5] == "-plus":
        return "above"
    if tokens.folded[end : end + 4] == "-odd":
        return "about"
    if after + 1 < len(words) and tokens.gap(after - 1) == " ":
        return _AFTER.get((words[after], words[after + 1]), "")
    return ""


def _close(tokens: Tokens, first: int, last: int) -> bool:
    return all(
        tokens.folded[tokens.ends[n] : tokens.starts[n + 1]].strip(" \n\r$€£¥") in ("", "us", "hk")
        for n in range(first, last)
    )


def counted(tokens: Tokens, after: int, hyphened: bool, unit: bool) -> tuple[str, tuple[str, ...]]:
    """The noun a quantity counts and its modifiers: ("vehicles", ("new", "energy")); "" where none follows.

    `after` is the index of the first word behind the quantity. A measured
    thing stands after "of" ("3 tons of steel"); after a hyphen the phrase may
    end in a singular ("400-kilometer stretch").
    """
    words = tokens.words
    if after >= len(words) or tokens.gap(after - 1) not in _INTO_PHRASE:
        return "", ()
    here = after + 2 if tuple(words[after : after + 2]) in _AFTER else after
    if unit and not hyphened:
        if words[here] != "of":
            return "", ()
        here += 1
        if here < len(words) and words[here] in ("the", "all", "its", "our", "their"):
            here += 1
    phrase: list[str] = []
    while here < len(words) and len(phrase) < _LONGEST_PHRASE:
        word = words[here]
        if word in FUNCTION_WORDS or word in WORDS or word[0] in "0123456789":
            break
        phrase.append(word)
        if is_plural(word) or here + 1 >= len(words) or tokens.gap(here) not in _WITHIN_PHRASE:
            break
        here += 1
    if phrase and (is_plural(phrase[-1]) or hyphened):
        return phrase[-1], tuple(phrase[:-1])
    return "", ()


def is_plural(word: str) -> bool:
    """Whether a folded word looks like a plural noun."""
    return word in _PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL) and "'" not in word
    )
