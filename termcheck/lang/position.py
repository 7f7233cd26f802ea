"""Where a word stands in its phrase, told from its neighbours alone: before a noun, or at the end of a noun phrase.

English hyphenates a compound before a noun and writes the same words open
after it ("high-quality steel", "steel of high quality"; Chicago Manual of
Style, 7.85), so two spellings are compared only where they stand alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from .function_words import DETERMINERS, FUNCTION_WORDS, PRONOUNS
from .remembered import Remembered
from .words import Tokens

# Determiners and possessives that nothing but a noun phrase can follow ("that", "all" and "some" also stand alone).
OPENERS = frozenset("a an the my your his its our their every each no".split())

_NOUN_ENDINGS = ("tion", "sion", "ment", "ity", "itie", "ance", "ence", "ship", "ness", "ism")
_OBJECTS = DETERMINERS | PRONOUNS

_LINE_END = re.compile(r"[\r\n]")
_OPENING = frozenset('.!?:;"\n\r')

After = Literal["content", "function", "list", "break", "joined", "unsure"]


def same_line(tokens: Tokens, text: str, index: int) -> bool:
    """Whether only blanks, or one line end inside a wrapped sentence, stand between word `index` and the next."""
    if index + 1 >= len(tokens.words):
        return False
    gap = tokens.folded[tokens.ends[index] : tokens.starts[index + 1]]
    if gap == " ":
        return True
    wrapped = gap.count("\n") == 1 and text[tokens.starts[index + 1]].islower()
    return not gap.strip() and ("\n" not in gap or wrapped) and "\r" not in gap.replace("\r\n", "")


def after(tokens: Tokens, text: str, index: int) -> After:
    """What follows word `index`.

    "content": a word that may be a noun; "function": a preposition, auxiliary
    or conjunction; "list": a comma, "and" or "or"; "break": other punctuation
    or the end; "joined": a hyphen or slash; "unsure": what may be an object
    (an article, a pronoun, a figure) or an adverb.
    """
    if index + 1 >= len(tokens):
        return "break"
    if not same_line(tokens, text, index):
        gap = tokens.gap(index)
        if gap[0] in "-/":
            return "joined"
        return "list" if gap.lstrip("\"')").startswith(",") else "break"
    word = tokens.words[index + 1]
    if word in ("and", "or"):
        return "list"
    if word in _OBJECTS:
        return "unsure"
    if word in FUNCTION_WORDS:
        return "function"
    return "content" if word.isalpha() and not word.endswith("ly") else "unsure"


def may_open(tokens: Tokens, index: int) -> bool:
    """Whether word `index` may owe its capital to its place: the first of a sentence, a line or a quotation."""
    return index == 0 or not _OPENING.isdisjoint(tokens.gap(index - 1))


def in_title_case(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands in a line with no word of note in lower case, as headings do."""
    line = _LINE_END.split(text[max(0, start - 80) : start])[-1] + _LINE_END.split(text[end : end + 80])[0]
    return not any(len(word) > 3 and word.islower() and word not in FUNCTION_WORDS for word in line.split())


def opens_phrase(word: str) -> bool:
    """Whether a noun phrase must go on after the word: an article, a possessive ("its", "Kenya's")."""
    return word in OPENERS or word.endswith("'s")


def surely_noun(word: str) -> bool:
    """Whether the ending alone makes the word a noun ("insurance", "workers"); of most nouns it cannot be said."""
    return word.removesuffix("s").endswith(_NOUN_ENDINGS) or word.endswith(("ers", "ors"))


def singular(word: str) -> str:
    """The word without a possessive or plural ending: good for comparing, not for printing."""
    if word[-1:] != "s":  # most words
        return word
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 3 and word[-2] not in "sui" else word


_singulars = Remembered(singular)


def singulars(words: Iterable[str]) -> dict[str, str]:
    """Each word with its `singular`."""
    return {word: _singulars[word] if word[-1:] == "s" else word for word in words}
