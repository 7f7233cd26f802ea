"""What was said before: the places in each speaker's speeches that a rule asks for, found in one pass."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document

ENOUGH = 20  # places of one kind that are kept, so that the cost does not grow with how often a thing is said

Index = dict[tuple[str, ...], list[int]]


def fill(doc: Document, wanted: Index) -> None:
    """Add the first places, by word, to the wanted keys of form (speaker, word) and (speaker, left, right).

    The first kind is a word, the second the gap between two; speaker "" is anybody.
    """
    words = doc.tokens.words
    for speaker, at in _spoken(doc):
        for who in {speaker, ""}:
            for key in ((who, words[at]), (who, words[at - 1], words[at + 1])):
                places = wanted.get(key)
                if places is not None and len(places) < ENOUGH:
                    places.append(at)


def _spoken(doc: Document) -> Iterator[tuple[str, int]]:
    """The words of the speeches with their speakers, but for the first and last word of the text."""
    tokens = doc.tokens
    for turn in doc.turns:
        for block in turn.body:
            for at in range(max(1, tokens.at(block.span.start)), min(tokens.at(block.span.end), len(tokens) - 1)):
                yield turn.speaker, at
