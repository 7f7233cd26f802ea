"""Facts about a text are found once, and found again when they were given up."""

from __future__ import annotations

from termcheck.document import Document, kept
from termcheck.structure import parse
from termcheck.text import Source

TEXT = Source("a.txt", "The river rose. The rivers rose.\n")


def test_an_answer_is_kept_by_all_that_was_asked() -> None:
    asked = list[tuple[str, bool]]()

    @kept
    def count(doc: Document, word: str, *, whole: bool = False) -> int:
        asked.append((word, whole))
        return doc.tokens.words.count(word) if whole else doc.folded.count(word)

    doc = parse(TEXT)
    assert [count(doc, "river"), count(doc, "river", whole=True), count(doc, "river")] == [2, 1, 2]
    assert asked == [("river", False), ("river", True)]


def test_what_was_given_up_is_found_again() -> None:
    doc = parse(TEXT)
    words = doc.tokens.words
    doc.forget()
    assert doc.tokens.words == words and doc.tokens.words is not words
