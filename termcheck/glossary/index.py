"""Finding every form of every term in one pass over the words of a text.

The index is a trie of plain dicts over folded words, so that it can be stored
as it is. A node's key "" holds the numbers of the forms that end there. A
search costs one look-up for each word of the text and a few for each word of
a term that begins there, however many terms there are.

A form is also found
- across a blank, a hyphen or one line end, whichever the glossary writes (any
  other mark between two words must stand in both; a comma before "and" need not);
- closed where the glossary has a hyphen or two words, and in two words where it is closed;
- with its last word, or the noun before "of", in the other number or possessive;
- with a small number in figures or words.
Rules compare what was found with the form, letter by letter.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import inflections, other_figure, plural
from ..lang.words import Tokens, words_of
from ..model import Span
from ..text import fold
from .model import Term, Use, UseKind

if TYPE_CHECKING:
    from ..document import Document

Node = dict[str, Any]  # word, or mark between two words → Node; "" → tuple of form numbers

PRECEDENCE: dict[UseKind, int] = {"preferred": 0, "allowed": 1, "abbreviation": 2, "forbidden": 3}
_MARK = re.compile(r"[^\w\s'-]|'(?!\w)")
_STEM = 3  # letters that no inflection changes
_LONGEST = 12  # words before a slip at which a form may begin
_SHORTEST_CLOSED = 6  # letters of a closed compound that is also looked for in two words
_known: WeakKeyDictionary[Document, dict[Index, tuple[Use, ...]]] = WeakKeyDictionary()


class Form(NamedTuple):
    """One form of a term, by the term's number."""

    term: int
    form: str
    kind: UseKind


class Index:
    """All forms of some terms. `forms` are numbered in the order of the terms; `root` is the trie."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self.forms: list[Form] = []
        self.root: Node = {}
        self.words: set[str] = set()
        self.closed: frozenset[str] = frozenset()
        self.stems: set[str] = set()
        self.openings: set[str] = set()
        collects = gc.isenabled()
        gc.disable()  # the nodes are many and none is garbage: the collector would walk them over and over
        try:
            self._build()
        finally:
            if collects:
                gc.enable()

    def _build(self) -> None:
        for number, term in enumerate(self.terms):
            for form, kind in forms_of(term):
                self._add(form, len(self.forms))
                self.forms.append(Form(number, form, kind))
        self.stems = {word[:_STEM] for word in self.words}
        figures = (str(figure) for word in self.root if (figure := other_figure(word)))
        self.openings = {word[:_STEM] for word in (*self.root, *figures)}
        closed = [word for word in self.words if len(word) >= _SHORTEST_CLOSED and word.isalpha()]
        self.closed = frozenset(closed).union(map(plural, closed))

    def _add(self, form: str, number: int) -> None:
        folded = fold(form)
        nodes, words = [self.root], words_of(folded)
        marks = _marks(folded, words) if _MARK.search(folded) else {}
        for at, word in enumerate(words):
            nodes.append(_child(nodes[-1], word))
            if at in marks:
                nodes[-1] = _child(nodes[-1], marks[at])
        if "-" in folded or len(words) == 2:
            for at, joined in list(_closable(folded, words)):
                words.append(joined)
                nodes[at].setdefault(joined, nodes[at + 2])
        self.words.update(words)
        nodes[-1][""] = (*nodes[-1].get("", ()), number)

    def uses(self, doc: Document) -> tuple[Use, ...]:
        """Every use in the document: leftmost, longest, disjoint; a right form goes before a wrong one it overlaps.

        They are remembered while the document lives: alignment and rules ask for them.
        """
        known = _known.setdefault(doc, {})
        if self not in known:
            known[self] = tuple(Search(self, doc).uses())
        return known[self]


def forms_of(term: Term) -> Iterator[tuple[str, UseKind]]:
    """The forms of a term, the preferred one first."""
    yield term.term, "preferred"
    for form in term.allowed:
        yield form, "allowed"
    if term.abbreviation:
        yield term.abbreviation, "abbreviation"
    for bad in term.forbidden:
        yield bad.form, "forbidden"


def _child(node: Node, key: str) -> Node:
    child = node.get(key)
    if child is None:
        child = node[key] = {}
    return child


def _marks(folded: str, words: list[str]) -> dict[int, str]:
    """The marks between words that are more than a blank or hyphen, by the number of the word before."""
    tokens = Tokens(folded, [(0, len(folded))])
    return {at: mark for at in range(len(words) - 1) if (mark := _mark_after(tokens, at))}


def _mark_after(tokens: Tokens, at: int) -> str:
    """What stands between word `at` and the next, without blanks: "," or '",', and "" for a blank or a hyphen."""
    return "" if tokens.linked(at) else "".join(tokens.gap(at).split()) or "\n"


def _closable(folded: str, words: list[str]) -> Iterator[tuple[int, str]]:
    """Pairs of words that may be written as one, by the place of the first: hyphenated pairs, and a term of two."""
    for at, (one, two) in enumerate(pairwise(words)):
        pair = f"{one}-{two}"
        if (len(words) == 2 or pair in folded) and one.isalpha() and two.isalpha() and len(pair) > _SHORTEST_CLOSED:
            yield at, one + two


class _Hit(NamedTuple):
    end: int  # number of the last word
    numbers: tuple[int, ...]
    inflected: bool


class Search:
    """One pass over one document."""

    def __init__(self, index: Index, doc: Document) -> None:
        self._index, self._doc, self._tokens, self._words = index, doc, doc.tokens, doc.tokens.words
        self._others: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._split = _written_in_two(doc.tokens, index.closed)

    def uses(self) -> Iterator[Use]:
        done = 0
        for at in self._openings():
            if at >= done and (found := self.longest(at)):
                end, use = found
                if use.kind == "forbidden" and self._yields(at, end):
                    continue
                yield use
                done = end + 1

    def _openings(self) -> list[int]:
        """The words at which a form may begin, told by how they and the words after them begin."""
        first = {word for word in set(self._words) if word[:_STEM] in self._index.openings}
        seconds = {word: self._seconds(word) for word in first}
        found = [
            at
            for at, (word, second) in enumerate(pairwise((*self._words, "")))
            if word in seconds and ((stems := seconds[word]) is None or second[:_STEM] in stems)
        ]
        return sorted({*found, *self._split}) if self._split else found

    def _seconds(self, word: str) -> Collection[str] | None:
        """How the second word of a form that begins so may begin; None is anyhow."""
        index = self._index
        firsts = [word] if word in index.root else []
        firsts += [other for other, _ in self._variants(word) if other in index.root]
        keys = [key for first in firsts for key in index.root[first]]
        if not all(key[:1].isalnum() for key in keys):  # a form of one word, or a mark
            return None
        return {key[:_STEM] for key in keys} | {figure[:_STEM] for key in keys if (figure := other_figure(key))}

    def longest(self, at: int) -> tuple[int, Use] | None:
        """The longest form that begins at a word, with the number of its last word."""
        hits = self._hits(at)
        for hit in sorted(hits, key=lambda hit: (-hit.end, hit.inflected)) if len(hits) > 1 else hits:
            if use := self._use(at, hit):
                return hit.end, use
        return None

    def with_word(self, at: int, word: str) -> Use | None:
        """The first use that would have word `at` in it if it were another word."""
        if self._words is self._tokens.words:
            self._words = list(self._words)
        written, self._words[at] = self._words[at], word
        ends = (self.longest(one) for one in range(max(0, at - _LONGEST), at + 1))
        found = next((hit[1] for hit in ends if hit and hit[0] >= at), None)
        self._words[at] = written
        return found

    def _yields(self, at: int, end: int) -> bool:
        """Whether a right form begins inside the words `at` to `end` and reaches beyond them."""
        later = (self.longest(inside) for inside in range(at + 1, end + 1))
        return any(found and found[0] > end and found[1].kind != "forbidden" for found in later)

    def _hits(self, at: int) -> list[_Hit]:
        found, paths = list[_Hit](), [(self._index.root, at, False)]
        while paths:
            node, here, inflected = paths.pop()
            for child, last, changed in self._steps(node, here):
                ends = "" in child
                if ends:
                    found.append(_Hit(last, child[""], inflected or changed))
                if len(child) > ends:
                    paths += [(rest, last + 1, inflected or changed) for rest in self._onward(child, last, changed)]
        return found

    def _onward(self, node: Node, last: int, changed: bool) -> Sequence[Node]:
        """Where a form can go on after word `last`: across a blank, a hyphen, its own mark; a plural before "of"."""
        following = self._words[last + 1] if last + 1 < len(self._words) else ""
        if not following or (changed and following != "of"):
            return ()
        mark = _mark_after(self._tokens, last)
        ways = [node[mark] if mark else node] if mark in node or not mark else []
        if following in {"and", "or"} and mark in {"", ","}:
            ways.append(node if mark else node.get(",", {}))
        return ways

    def _steps(self, node: Node, here: int) -> list[tuple[Node, int, bool]]:
        """Children that word `here` leads to, with the last word used and whether it was inflected."""
        word = self._words[here]
        steps = [(node[word], here, False)] if word in node else []
        if variants := self._variants(word):
            steps += [(node[other], here, changed) for other, changed in variants if other in node]
        if here in self._split:
            joined = word + self._words[here + 1]
            forms = ((joined, False), *self._variants(joined))
            steps += [(node[form], here + 1, changed) for form, changed in forms if form in node]
        return steps

    def _variants(self, word: str) -> tuple[tuple[str, bool], ...]:
        """Other words of the glossary that this one may stand for, and whether by inflection."""
        found = self._others.get(word)
        if found is None:
            known, figure = self._index.words, other_figure(word)
            found = ((str(figure), False),) if figure in known else ()
            if word[:_STEM] in self._index.stems:
                found += tuple((other, True) for other in inflections(word) if other in known)
            self._others[word] = found
        return found

    def _use(self, at: int, hit: _Hit) -> Use | None:
        """The form that ends at a hit: the one in these very letters, else the best that can stand here."""
        span = Span(self._tokens.starts[at], self._tokens.ends[hit.end])
        text = self._doc[span]
        able = [form for form in map(self._index.forms.__getitem__, hit.numbers) if self._fits(form, text, hit)]
        if not able:
            return None
        best = min(able, key=lambda form: (form.form != text, PRECEDENCE[form.kind]))
        return Use(span, self._index.terms[best.term], best.form, best.kind, hit.inflected)

    def _fits(self, form: Form, text: str, hit: _Hit) -> bool:
        if hit.inflected and not (self._index.terms[form.term].inflect and _may_inflect(form.form, text)):
            return False
        strict = form.kind in {"forbidden", "abbreviation"} or " " not in form.form
        return not strict or _capitals_kept(form.form, text)


def _may_inflect(form: str, text: str) -> bool:
    """A name does not lose its plural: "United Nations", "Cover News"."""
    return len(text) >= len(form) or form.rsplit(maxsplit=1)[-1][0].islower()


def _capitals_kept(form: str, text: str) -> bool:
    """Whether the form's capitals stand in the text: "who" is not "WHO", "national grid" not "National Grid"."""
    pairs = zip(form.replace("-", " ").split(), text.replace("-", " ").split(), strict=False)
    return all(
        mine[:2].isupper() <= its[:2].isupper() and mine[:1].isupper() <= its[:1].isupper() for mine, its in pairs
    )


@lru_cache(maxsize=1)  # a text is searched more than once
def _written_in_two(tokens: Tokens, closed: frozenset[str]) -> set[int]:
    """Words that make a closed compound with the next one, as "mega" in "mega-park"; no part is a grammatical word."""
    heads = {word[:_STEM] for word in closed}
    parts = {word for word in set(tokens.words) if len(word) > 2 and word not in FUNCTION_WORDS}
    first = {word for word in parts if word[:_STEM] in heads}
    return {
        at
        for at, (one, two) in enumerate(pairwise(tokens.words))
        if one in first and two in parts and one + two in closed and tokens.linked(at)
    }
