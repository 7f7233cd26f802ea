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

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from ..document import Document, kept
from ..lang.inflection import inflections, other_figure, plural
from ..lang.words import Tokens, words_of
from ..text import fold
from .collector import collector_off
from .model import Term, Use, UseKind
from .shortened import shortened

if TYPE_CHECKING:
    from .remembered import Seen

Node = dict[str, Any]  # word, or mark between two words → Node; "" → tuple of form numbers

PRECEDENCE: dict[UseKind, int] = {"preferred": 0, "allowed": 1, "abbreviation": 2, "forbidden": 3}
_MARK = re.compile(r"[^\w\s'-]|'(?!\w)")
STEM = 3  # letters that no inflection changes, but for short words
_LONGEST_CHANGED = 7  # letters of a word whose inflection may change them: "spies", "omen's"
_SHORTEST_CLOSED = 6  # letters of a closed compound that is also looked for in two words


class Form(NamedTuple):
    """One form of a term, by the term's number."""

    term: int
    form: str
    kind: UseKind


class Index:
    """All forms of some terms. `forms` are numbered in the order of the terms; `root` is the trie.

    `words` are all its words, `stems` how they begin, `openings` how a text may begin a form; `closed` are the
    compounds that are also looked for in two words, by how they begin.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.forms: Sequence[Form] = ()
        self.root: Node = {}
        self.words: set[str] = set()
        self.closed: dict[str, Sequence[str]] = {}
        self.stems: set[str] = set()
        self.openings: set[str] = set()
        with collector_off():
            self._build()

    def _build(self) -> None:
        self.forms = [
            Form(number, form, kind) for number, term in enumerate(self.terms) for form, kind in forms_of(term)
        ]
        whole = {word for number, form in enumerate(self.forms) for word in self._add(form.form, number)}
        self.stems = {stem for word in self.words for stem in beginnings(word)}
        self.openings = {stem for word in self.root for stem in beginnings(word)}
        closed = [word for word in whole if len(word) >= _SHORTEST_CLOSED and word.isalpha()]
        self.closed = by_beginning({*closed, *map(plural, closed)})

    def _add(self, form: str, number: int) -> Iterable[str]:
        """Add a form; the words that it does not have in two itself, or not with all endings ("start-ups")."""
        folded = fold(form)
        nodes, words = [self.root], words_of(folded)
        marks = _marks(folded, words) if _MARK.search(folded) else {}
        for at, word in enumerate(words):
            nodes.append(_child(nodes[-1], word))
            if at in marks:
                nodes[-1] = _child(nodes[-1], marks[at])
        nodes[-1][""] = (*nodes[-1].get("", ()), number)
        closed = dict(_closable(folded, words)) if "-" in folded or len(words) == 2 else {}
        for at, joined in closed.items():
            nodes[at].setdefault(joined, nodes[at + 2])
        self.words.update(words, closed.values())
        return (*words, *(one for at, one in closed.items() if at in marks or not any(inflections(words[at + 1]))))

    def ready(self, words: Iterable[str]) -> None:
        """Have at hand what a text with these words may need: an index in memory has it all."""

    @cached_property
    def shortened(self) -> array[int]:
        """What tells whether some word may be one letter away: the digests of `shortened`."""
        return shortened(self.words)

    @cached_property
    def remembered(self) -> Seen:
        """What it makes of single words."""
        from .remembered import Seen

        return Seen(self)

    def uses(self, doc: Document) -> tuple[Use, ...]:
        """Every use in the document: leftmost, longest, disjoint; a right form goes before a wrong one it overlaps.

        Alignment and rules ask for them.
        """
        return _uses(doc, self)


@kept
def _uses(doc: Document, index: Index) -> tuple[Use, ...]:
    from .search import Search  # it imports this module

    return tuple(Search(index, doc).uses())


def forms_of(term: Term) -> Iterator[tuple[str, UseKind]]:
    """The forms of a term, the preferred one first."""
    yield term.term, "preferred"
    for form in term.allowed:
        yield form, "allowed"
    if term.abbreviation:
        yield term.abbreviation, "abbreviation"
    for bad in term.forbidden:
        yield bad.form, "forbidden"


def beginnings(word: str) -> set[str]:
    """How the words of a text begin that may stand for a word of a form: itself, inflected, or as a figure."""
    if len(word) > _LONGEST_CHANGED:
        return {word[:STEM]}
    return {other[:STEM] for other in (word, other_figure(word) or word, *inflections(word))}


def by_beginning(words: Iterable[str]) -> dict[str, Sequence[str]]:
    """Words by their first letters, each lot in order."""
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[:STEM], []).append(word)
    return {**found}


def _child(node: Node, key: str) -> Node:
    child = node.get(key)
    if child is None:
        child = node[key] = {}
    return child


def _marks(folded: str, words: list[str]) -> dict[int, str]:
    """The marks between words that are more than a blank or hyphen, by the number of the word before."""
    tokens = Tokens(folded, [(0, len(folded))])
    return {at: mark for at in range(len(words) - 1) if (mark := mark_after(tokens, at))}


def mark_after(tokens: Tokens, at: int) -> str:
    """What stands between word `at` and the next, without blanks: "," or '",', and "" for a blank or a hyphen."""
    return "" if tokens.linked(at) else "".join(tokens.gap(at).split()) or "\n"


def _closable(folded: str, words: list[str]) -> Iterator[tuple[int, str]]:
    """Pairs of words that may be written as one, by the place of the first: hyphenated pairs, and a term of two."""
    for at, (one, two) in enumerate(pairwise(words)):
        pair = f"{one}-{two}"
        if (len(words) == 2 or pair in folded) and one.isalpha() and two.isalpha() and len(pair) > _SHORTEST_CLOSED:
            yield at, one + two
