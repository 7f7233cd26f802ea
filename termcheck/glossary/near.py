"""The words that few forms share: what leads from the words of a text to the few terms it may nearly have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from ..lang.function_words import FUNCTION_WORDS
from ..lang.remembered import Remembered
from ..lang.words import words_of
from ..text import fold
from .collector import collector_off
from .index import forms_of
from .model import Term

_REACH = 9  # words between two that point to a form


class NearForm(NamedTuple):
    """A form that texts may come near to, by its term's number, with its folded words."""

    term: int
    form: str
    words: tuple[str, ...]


class Company(NamedTuple):
    """The words beside a word in its forms, and how far from it they may stand in a text."""

    words: frozenset[str]
    reach: int


class NearIndex:
    """The preferred and allowed forms with three content words or more, by the words that few of them share."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.by_word: dict[str, list[int]] = {}
        with collector_off():
            self.forms: Sequence[NearForm] = list(_forms(terms))
            for number, form in enumerate(self.forms):
                for word in content_of(form.words):
                    self.by_word.setdefault(word, []).append(number)

    def ready(self, words: Iterable[str]) -> None:
        """Have at hand what is known of some words: an index in memory has it all."""

    @cached_property
    def company(self) -> Mapping[str, Company]:
        """The company of each word in all its forms. It is remembered from text to text."""
        return Remembered(self._company)

    def _company(self, word: str) -> Company:
        forms = [self.forms[number].words for number in self.by_word[word]]
        others = content_of(chain.from_iterable(forms))
        if all(words.count(word) == 1 for words in forms):
            others.discard(word)
        return Company(frozenset(others), min(_REACH, max(map(len, forms))))

    def sharing(self, words: Sequence[str], size: int = 99) -> int:
        """How many terms have all of the words in a form of at most `size` words."""
        self.ready(words)
        holders = min((self.by_word.get(word, []) for word in words), key=len, default=[])
        forms = (self.forms[number] for number in holders)
        return len({form.term for form in forms if len(form.words) <= size and set(words) <= set(form.words)})


def _forms(terms: Iterable[Term]) -> Iterator[NearForm]:
    for number, term in enumerate(terms):
        for form, kind in forms_of(term):
            if kind in {"preferred", "allowed"} and form.count(" ") + form.count("-") > 1:
                words = tuple(words_of(fold(form)))
                if len(content_of(words)) > 2:
                    yield NearForm(number, form, words)


def content_of(words: Iterable[str]) -> set[str]:
    """The words that say something by themselves."""
    return {word for word in words if len(word) > 1} - FUNCTION_WORDS


def is_content(word: str) -> bool:
    """Whether a folded word says something by itself."""
    return len(word) > 1 and word not in FUNCTION_WORDS
