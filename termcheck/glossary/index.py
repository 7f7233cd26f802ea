"""Finding every form of every term in one pass over the words of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..lang.words import words_of
from ..model import Span
from ..text import fold
from .model import Term, Use, UseKind

if TYPE_CHECKING:
    from ..document import Document


class _Entry(NamedTuple):
    term: Term
    form: str
    kind: UseKind
    inflected: bool


class Index:
    """A trie over folded words: the cost of a search follows the text, not the number of terms."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._root: dict[str | None, object] = {}
        for term in terms:
            for form, kind in _forms(term):
                self._add(form, _Entry(term, form, kind, False))

    def _add(self, form: str, entry: _Entry) -> None:
        node = self._root
        for word in words_of(fold(form)):
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node.setdefault(None, entry)

    def uses(self, doc: Document) -> tuple[Use, ...]:
        """Every use in the document: leftmost, longest, disjoint."""
        found, at = [], 0
        words, tokens = doc.tokens.words, doc.tokens
        while at < len(words):
            if words[at] in self._root and (hit := self._longest(doc, at)):
                end, entry = hit
                found.append(Use(Span(tokens.starts[at], tokens.ends[end]), *entry))
                at = end
            at += 1
        return tuple(found)

    def _longest(self, doc: Document, at: int) -> tuple[int, _Entry] | None:
        best, node, tokens = None, self._root, doc.tokens
        for here in range(at, len(tokens)):
            node = node.get(tokens.words[here])  # type: ignore[assignment]
            if node is None:
                break
            if (entry := node.get(None)) is not None:
                best = (here, entry)
            if not tokens.linked(here):
                break
        return best  # type: ignore[return-value]


def _forms(term: Term) -> Iterator[tuple[str, UseKind]]:
    yield term.term, "preferred"
    for form in term.allowed:
        yield form, "allowed"
    if term.abbreviation:
        yield term.abbreviation, "abbreviation"
    for bad in term.forbidden:
        yield bad.form, "forbidden"
