"""Where a text would have a term if one unknown word were a letter different."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .index import Index
from .model import Use
from .search import Search

if TYPE_CHECKING:
    from ..document import Document


class Slip(NamedTuple):
    """Word `at` of the text, the glossary's word for it, and the use that would be there."""

    at: int
    meant: str
    use: Use


def slips(doc: Document, index: Index) -> Iterator[Slip]:
    """Unknown words one edit from a word of the glossary, where the words around are those of a right form."""
    index.ready(doc.tokens.places)
    known = index.remembered.meant
    meant = {word: near for word in doc.unknown if (near := known[word])}
    if not meant:
        return
    search = Search(index, doc)
    for at in doc.tokens.among(meant):
        for one in meant[doc.tokens.words[at]]:
            index.ready((one,))
            use = search.with_word(at, one)
            if use and use.kind in {"preferred", "allowed"}:
                yield Slip(at, one, use)
                break
