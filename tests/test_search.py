"""The search for uses: what a plain walk over the words finds, by looking at few of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.glossary import Forbidden, Term
from termcheck.glossary.index import Index, mark_after
from termcheck.glossary.search import Search
from termcheck.glossary.shortened import may_be_near, shortened
from termcheck.lang.function_words import FUNCTION_WORDS
from termcheck.lang.inflection import inflections, other_figure, plural
from termcheck.lang.lexicon import edits
from termcheck.lang.words import Tokens, first_words, last_words, words_of
from termcheck.model import Block, Span
from termcheck.text import Source, fold

WORDS = st.sampled_from("port rail city cities ten 10 of the and megaport data".split())
NAMES = st.lists(WORDS | st.sampled_from(["port-rail", "rail-city"]), min_size=1, max_size=4).map(" ".join)
LISTS = st.sampled_from(
    ["port, rail and data", "port, and rail", "port, rail, and data", "of port and rail", '"port" rail']
)
FORMS = NAMES | LISTS
CHANGES = (
    *(
        ("", ""),
        ("mega", "mega-"),
        ("mega", "mega "),
        (", ", " "),
        (" and", ", and"),
        (" ", "-"),
        (" ", "\n"),
        (" ", ". "),
    ),
    *(("-", ""), ("-", " "), ("port", "ports"), ("cities", "city"), ("rail", "rail's"), ("10", "ten"), ("ten", "10")),
)


@st.composite
def texts(draw: st.DrawFn, forms: list[str]) -> str:
    """Forms in this and that spelling, and words."""
    phrases = draw(st.lists(st.sampled_from(forms) | WORDS, max_size=6))
    return " ".join(phrase.replace(*draw(st.sampled_from(CHANGES))) for phrase in phrases)


def document(text: str) -> Document:
    return Document(Source("x.txt", text), (Block("paragraph", Span(0, len(text))),))


@given(FORMS, st.data())
def test_one_form_is_found_wherever_a_plain_walk_finds_it(name: str, data: st.DataObject) -> None:
    doc = document(data.draw(texts([name])))
    assert [use.span for use in Index((Term(name),)).uses(doc)] == list(walk(name, doc))


def walk(name: str, doc: Document) -> Iterator[Span]:
    """The longest use at each word, from left to right, with no index."""
    form, tokens, at = Form(name), doc.tokens, 0
    while at < len(tokens):
        ends = list(form.ends(tokens, 0, at))
        if ends:
            yield Span(tokens.starts[at], tokens.ends[max(ends)])
        at = max(ends, default=at) + 1


class Form:
    """A form, word by word."""

    def __init__(self, name: str) -> None:
        own = Tokens(fold(name), [(0, len(name))])
        self.words = own.words
        self.marks = [mark_after(own, at) for at in range(len(own) - 1)]
        self.joined = {
            at: one + two
            for at, (one, two) in enumerate(pairwise(own.words))
            if (len(own) == 2 or f"{one}-{two}" in name) and len(one + two) > 5 and (one + two).isalpha()
        }
        closed = {word for word in (*self.words, *self.joined.values()) if len(word) > 5 and word.isalpha()}
        self.closed = closed | set(map(plural, closed))

    def ends(self, tokens: Tokens, done: int, at: int) -> Iterator[int]:
        """The last words of all uses of the rest of the form from word `at` on."""
        for now, last, changed in self.steps(tokens, done, at):
            if now == len(self.words):
                yield last
            elif last + 1 < len(tokens) and (not changed or tokens.words[last + 1] == "of"):
                mark, own = mark_after(tokens, last), self.marks[now - 1]
                comma = {mark, own} == {"", ","} and tokens.words[last + 1] in {"and", "or"}
                if mark == own or comma:
                    yield from self.ends(tokens, now, last + 1)

    def steps(self, tokens: Tokens, done: int, at: int) -> Iterator[tuple[int, int, bool]]:
        said, parts = {at: tokens.words[at]}, tokens.words[at : at + 2]
        able = all(len(part) > 2 and part not in FUNCTION_WORDS for part in parts)
        if able and tokens.linked(at) and "".join(parts) in self.closed:
            said[at + 1] = "".join(parts)
        wanted = {done + 1: self.words[done]} | ({done + 2: self.joined[done]} if done in self.joined else {})
        for now, want in wanted.items():
            for last, word in said.items():
                if want in (word, other_figure(word)):
                    yield now, last, False
                elif want in inflections(word):
                    yield now, last, True


@given(st.lists(FORMS, min_size=1, max_size=6, unique=True), FORMS, st.data())
def test_openings_leave_nothing_out(names: list[str], bad: str, data: st.DataObject) -> None:
    index = Index((*map(Term, names), Term("harbour of ten", forbidden=(Forbidden(bad),))))
    for _ in range(3):  # what is remembered of one text's words holds in the next
        doc = document(data.draw(texts([*names, bad])))
        search, every = Search(index, doc), EveryWord(Index(index.terms), doc)
        assert [(use.span, use.form) for use in search.uses()] == [(use.span, use.form) for use in every.uses()]


class EveryWord(Search):
    """A search that tries every word."""

    def _openings(self) -> list[int]:
        return list(range(len(self._words)))


class Counting(dict[str, Any]):
    """A trie's root that counts how often it is asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self.asked += 1
        return super().__getitem__(key)


def asked(terms: tuple[Term, ...], text: list[str]) -> int:
    index = Index(terms)
    root = index.root = Counting(index.root)
    index.uses(document(" ".join(text)))
    return root.asked


def made(size: int, words: list[str], rng: random.Random) -> tuple[Term, ...]:
    return tuple(Term(" ".join(rng.sample(words, 3))) for _ in range(size))


SYLLABLES = "ban cho dri fel gan hul jor kem lin mop nar pol".split()
INVENTED = [one + two + three for one in SYLLABLES for two in SYLLABLES for three in SYLLABLES]


@pytest.mark.parametrize("more", [10, 100])
def test_look_ups_do_not_grow_with_the_terms(more: int) -> None:
    rng = random.Random(1)
    terms = made(20, INVENTED[::2], rng)
    text = [word for term in terms for word in (*rng.sample(INVENTED[::2], 50), term.term)]
    few, many = asked(terms, text), asked((*terms, *made(20 * more, INVENTED[1::2], rng)), text)
    assert few > 20
    assert many < 1.5 * few + 100


def test_look_ups_grow_with_the_text() -> None:
    rng = random.Random(2)
    terms = made(50, INVENTED, rng)
    text = [word for term in terms for word in (*rng.sample(INVENTED, 20), term.term)]
    assert asked(terms, text * 4) < 4.2 * asked(terms, text)


@given(st.text("abcdé'", min_size=1, max_size=8), st.integers(0), st.booleans())
def test_no_word_one_letter_away_is_missed(word: str, number: int, same: bool) -> None:
    near = [word] if same else sorted({*edits(word)})
    assert may_be_near(near[number % len(near)], shortened([word]))


def test_few_words_are_taken_to_be_near() -> None:
    known = shortened(INVENTED[:500])
    assert not any(may_be_near(word.upper(), known) for word in INVENTED[500:])


@given(st.text(alphabet="ab c'-.,中é\n1_", max_size=90), st.integers(1, 4))
def test_the_first_and_the_last_words_are_those_of_the_text(text: str, most: int) -> None:
    assert first_words(text, most) == words_of(text)[:most]
    assert last_words(text, most) == words_of(text)[-most:]
