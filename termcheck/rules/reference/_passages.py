"""What was said before: the places in each speaker's speeches that a rule asks for, found in one pass."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from ...document import Document

ENOUGH = 20  # places of one kind that are kept, so that the cost does not grow with how often a thing is said


class Places(NamedTuple):
    """Places in the words of a text: of single words, and between a left word and a right one."""

    of: dict[str, list[int]]
    between: dict[str, dict[str, list[int]]]


def fill(doc: Document, wanted: Mapping[str, Places]) -> None:
    """Add to the wanted lists the first places in each speaker's speeches; the empty name stands for everybody."""
    words = doc.tokens.words
    for speaker, spoken in _speeches(doc, wanted):
        for places in (wanted[who] for who in {speaker, ""} if who in wanted):
            for at in _where(words, spoken, 0, places.of):
                _add(places.of[words[at]], at)
            for at in _where(words, spoken, -1, places.between):
                _add(places.between[words[at - 1]].get(words[at + 1]), at)


def _where(words: Sequence[str], spoken: range, step: int, wanted: Container[str]) -> Iterator[int]:
    """The places where the word, or the one a step away, is wanted."""
    said = words[spoken.start + step : spoken.stop + step]
    return compress(spoken, map(wanted.__contains__, said))


def _add(places: list[int] | None, at: int) -> None:
    if places is not None and len(places) < ENOUGH:
        places.append(at)


def _speeches(doc: Document, wanted: Container[str]) -> Iterator[tuple[str, range]]:
    """The words of each paragraph with its speaker, but for the first and the last word of the text."""
    tokens, all_wanted = doc.tokens, "" in wanted
    for turn in doc.turns:
        for block in turn.body if all_wanted or turn.speaker in wanted else ():
            first, last = tokens.at(block.span.start), tokens.at(block.span.end)
            yield turn.speaker, range(max(1, first), min(last, len(tokens) - 1))
