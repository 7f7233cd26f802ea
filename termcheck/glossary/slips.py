"""Where a text would have a term if one unknown word were a letter different."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..lang.inflection import inflections
from ..lang.lexicon import edits
from .index import Index
from .model import Use
from .search import Search

if TYPE_CHECKING:
    from ..document import Document

_SHORTEST = 4  # letters of a word that may be misspelt


class Slip(NamedTuple):
    """Word `at` of the text, the glossary's word for it, and the use that would be there."""

    at: int
    meant: str
    use: Use


def slips(doc: Document, index: Index) -> Iterator[Slip]:
    """Unknown words one edit from a word of the glossary, where the words around are those of a right form."""
    index.ready(doc.tokens.places)
    meant = {word: near for word in doc.unknown if (near := _near(word, index))}
    search = Search(index, doc)
    for at, word in enumerate(doc.tokens.words if meant else ()):
        for one in meant.get(word, ()):
            index.ready((one,))
            use = search.with_word(at, one)
            if use and use.kind in {"preferred", "allowed"}:
                yield Slip(at, one, use)
                break


def _near(word: str, index: Index) -> list[str]:
    """Words of the glossary, or their plurals, one edit away, unless the word is one of them in another number."""
    words = index.words
    if len(word) < _SHORTEST - 1 or word in words or any(other in words for other in inflections(word)):
        return []
    able, ables = {*edits(word)}, {*edits(word[:-1])} if word.endswith("s") else set[str]()
    index.ready(able | ables)
    found = able & words | {f"{edit}s" for edit in ables & words}
    return sorted(one for one in found if len(one) >= _SHORTEST)
