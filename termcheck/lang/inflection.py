"""Regular number and possessive of English nouns, made by rule and never guessed back.

A form belongs to a word when the rules make one from the other, so "news" and
"new", or "species" and "specy", meet only if a list really holds both.
"""

from __future__ import annotations

from collections.abc import Iterator

from .function_words import FUNCTION_WORDS

_HISSING = ("s", "x", "z", "ch", "sh")
_HISSING_PLURALS = tuple(end + "es" for end in _HISSING)
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "hundred": "100"}
_FIGURES = {word: str(value) for value, word in enumerate(_UNITS)} | _TENS
_SPELLED = {figure: word for word, figure in _FIGURES.items()}


def plural(word: str) -> str:
    """The regular plural: "city" cities, "branch" branches, "woman" women."""
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_HISSING) else "s")


def singulars(word: str) -> Iterator[str]:
    """Words whose plural this can be: "cities" city, "zones" zone and zon."""
    if word.endswith("men"):
        yield word[:-2] + "an"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith(_HISSING_PLURALS):
        yield word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]


def inflections(word: str) -> Iterator[str]:
    """The word in the other number, and every form as a possessive; not the word itself. Folded in, folded out.

    Short and grammatical words have none: "as" is no plural, "it's" no possessive.
    """
    base = word.removesuffix("'s")
    if len(base) < 2 or base in FUNCTION_WORDS or not base[-1].isalpha():
        return
    for form in (base, plural(base), *(singulars(base) if len(base) > 2 and base[-1] in "sn" else ())):
        if form != word:
            yield form
        if form + "'s" != word:
            yield form + "'s"


def other_figure(word: str) -> str | None:
    """ "ten" for "10" and "10" for "ten", for the numbers that texts write both ways."""
    return _FIGURES.get(word) or _SPELLED.get(word)
