"""A use and its form, letter by letter: what differs in case, joints and figures.

Two strings of the same letters are aligned by letter, so a closed, a
hyphenated and an open spelling compare as one word with different joints.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from ..lang.inflection import inflections, other_figure, plural, singulars
from ..lang.words import words_of
from ..text import fold

REMEMBERED = 1 << 12  # forms, with what follows from them alone: texts have the same ones over and over

_ALIKE = str.maketrans("\u2010\u2011\u201c\u201d\u201e\u00ab\u00bb", '--"""""')


class Letter(NamedTuple):
    """A letter or figure; `before` is what stands between it and the one before, `raw` the same as written."""

    char: str
    before: str
    raw: str


class Pair(NamedTuple):
    """A letter of the form beside the same letter of the text; `word` numbers the words of the form."""

    form: Letter
    text: Letter
    word: int

    @property
    def joint_differs(self) -> bool:
        """Whether another joint stands before the letter."""
        return self.form.before != self.text.before

    @property
    def case_differs(self) -> bool:
        """Whether one letter is a capital and the other is not."""
        return self.form.char != self.text.char


@lru_cache(maxsize=REMEMBERED)
def form_words(form: str) -> tuple[str, ...]:
    """The folded words of a form."""
    return tuple(words_of(fold(form)))


@lru_cache(maxsize=REMEMBERED)
def inflected(form: str, text: str) -> str:
    """The form in the number and case of the text: for "Startups" the form "start-up" is "start-ups"."""
    wanted = _key(text)
    return next((one for one in (form, *_inflections(form)) if _key(one) == wanted), form)


def _inflections(form: str) -> Iterator[str]:
    words = form.split(" ")
    heads = [at - 1 for at, word in enumerate(words) if word == "of" and at]
    for at in (len(words) - 1, *heads):
        closed = fold(words[at]).replace("-", "")
        for one in inflections(closed):
            same = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(closed, one, strict=False)))
            kept = _with_hyphens(words[at], same)
            yield " ".join((*words[:at], kept + one[same:], *words[at + 1 :]))


def _with_hyphens(word: str, letters: int) -> str:
    """The beginning of a word that has so many letters, hyphens not counted."""
    end = 0
    while letters:
        letters -= fold(word[end]) != "-"
        end += 1
    return word[:end]


def _key(text: str) -> str:
    """The letters alone, small numbers as figures."""
    return "".join(word if word.isdigit() else other_figure(word) or word for word in words_of(fold(text)))


@lru_cache(maxsize=REMEMBERED)
def in_place_of(form: str, text: str, want: str) -> str:
    """`want` in the number and case in which the text has `form`: for "Barriers" as a use of "barrier", "Shields"."""
    written, plain = fold(text.rpartition(" ")[2]), fold(form.rpartition(" ")[2])
    head, last, rest = _head(want)
    noun = written.removesuffix("'s")
    if noun == plural(plain):
        last = last if any(plural(one) == fold(last) for one in singulars(fold(last))) else plural(last)
    elif noun != plain and plain in {plural(noun), plural(noun) + "'s"}:
        last = next(singulars(last), last)
    changed = head + last + rest
    changed += "'s" if written != noun and not fold(changed).endswith("'s") else ""
    if text.isupper() and not form.isupper():
        return changed.upper()
    return changed[:1].upper() + changed[1:] if text[:1].isupper() and form[:1].islower() else changed


def _head(term: str) -> tuple[str, str, str]:
    """What stands before the noun that takes the plural, the noun, and the rest: "Bank", " of China"."""
    named, of, rest = term.partition(" of ")
    before, blank, noun = named.rpartition(" ")
    return before + blank, noun, of + rest


def same_number(form: str, text: str) -> bool:
    """Whether the two are the same words but for numbers in words here and in figures there."""
    return _key(form) == _key(text)


def pairs(form: str, text: str) -> list[Pair] | None:
    """The letters side by side, or None where the two do not have the same letters."""
    mine, its = list(_letters(form)), list(_letters(text))
    if [letter.char.lower() for letter in mine] != [letter.char.lower() for letter in its]:
        return None
    found: list[Pair] = []
    word = 0
    for one, other in zip(mine, its, strict=True):
        if one.before and found:
            word += 1
        found.append(Pair(one, other, word))
    return found


def corrected(pairs: list[Pair], kept: Container[int]) -> str:
    """The form with the text's own line ends and blanks, and the text's case for the letters numbered in `kept`."""
    return "".join(
        (pair.form.raw if pair.joint_differs else pair.text.raw) * (at > 0)
        + (pair.text.char if at in kept else pair.form.char)
        for at, pair in enumerate(pairs)
    )


def _letters(text: str) -> Iterator[Letter]:
    """Blanks of any kind and number are one blank, quotation marks are alike; dashes and hyphens are not."""
    begin = 0
    for at, (char, plain) in enumerate(zip(text, fold(text), strict=True)):
        if plain.isalnum() or plain == "'":
            raw = text[begin:at]
            yield Letter("'" if plain == "'" else char, _joint(raw) if raw else "", raw)
            begin = at + 1


def _joint(raw: str) -> str:
    return (" ".join(raw.split()) or " ").translate(_ALIKE)
