"""Nouns and adjectives, told from the other forms that the lists hold of a word. Folded words in."""

from __future__ import annotations

from .function_words import FUNCTION_WORDS
from .inflection import plural, singulars
from .lexicon import LARGE, USUAL, rank

_IRREGULAR = frozenset(
    "people men women children feet teeth mice geese lives wives knives halves shelves selves leaves thieves "
    "wolves phenomena criteria media data bacteria strata analyses crises bases theses hypotheses axes "
    "sheep fish deer species series means aircraft spacecraft offspring police cattle headquarters crossroads works "
    "barracks personnel".split()
)
_TOP = frozenset("best worst most least".split())
# People do things: after "the minister", "related" and "based" may be verbs.
_PERSON = ("er", "or", "ist", "ian", "man", "woman", "eer", "ee", "person", "president", "agent", "team", "group")


def is_plural(word: str) -> bool:
    """Whether a word is a plural: an irregular one, or the regular one of a usual word."""
    return word in _IRREGULAR or any(rank(one) <= USUAL and one not in FUNCTION_WORDS for one in singulars(word))


def is_singular(word: str) -> bool:
    """Whether a word has a usual regular plural and is none itself."""
    return rank(plural(word)) <= USUAL and not is_plural(word) and word not in FUNCTION_WORDS


def is_thing(word: str) -> bool:
    """Whether a singular word is a noun alone: no listed form makes it a verb, an adjective or a person."""
    stem = word.removesuffix("e")
    forms = (stem + "ing", word + word[-1:] + "ing", word + "ly", stem + "er", stem + "est")
    return is_singular(word) and not word.endswith(("ing", *_PERSON)) and all(rank(form) > LARGE for form in forms)


def superlatives(word: str) -> tuple[str, ...]:
    """The forms a superlative of the word could have: "big" biggest, "large" largest, "heavy" heaviest."""
    return word + "est", word + word[-1:] + "est", word + "st", word[:-1] + "iest"


def is_gradable(word: str) -> bool:
    """Whether a word is an adjective with a listed superlative."""
    return word not in FUNCTION_WORDS and any(rank(form) <= LARGE for form in superlatives(word))


def is_superlative(word: str) -> bool:
    """Whether a word is a superlative: "best", or "largest" beside "larger" (so "forest" is none)."""
    return word in _TOP or (word.endswith("est") and len(word) > 5 and rank(word[:-3] + "er") <= LARGE)
