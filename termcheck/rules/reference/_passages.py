"""What was said before: the places in each speaker's speeches that a rule asks for, found by the rarest word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...document import Document

ENOUGH = 20  # places of one kind that are kept, so that the cost does not grow with how often a thing is said


class Places(NamedTuple):
    """Places in the words of a text: of single words, and between a left word and a right one."""

    of: dict[str, list[int]]
    between: dict[str, dict[str, list[int]]]


def fill(doc: Document, wanted: Mapping[str, Places]) -> None:
    """Add to the wanted lists the first places in each speaker's speeches; the empty name stands for everybody."""
    for word in {word for places in wanted.values() for word in places.of}:
        for places, at in _wanted(wanted, _said(doc, doc.tokens.places.get(word, ()))):
            _add(places.of.get(word), at)
    pairs = {(left, right) for places in wanted.values() for left, rights in places.between.items() for right in rights}
    for left, right in pairs:
        for places, at in _wanted(wanted, _said(doc, _between(doc, left, right))):
            _add(places.between.get(left, {}).get(right), at)


def _between(doc: Document, left: str, right: str) -> list[int]:
    """The places between two words, by those of the rarer one."""
    words, places = doc.tokens.words, doc.tokens.places
    lefts, rights = places.get(left, ()), places.get(right, ())
    if len(lefts) < len(rights):
        return [at + 1 for at in lefts if words[at + 2 : at + 3] == [right]]
    return [at - 1 for at in rights if at > 1 and words[at - 2] == left]


def _said(doc: Document, places: Iterable[int]) -> Iterator[tuple[str, int]]:
    """Which of some words stand in a speech, and between two others, with the speaker."""
    starts = doc.tokens.starts
    for at in places:
        block = doc.block_at(starts[at])
        if block.kind == "paragraph" and block.speaker and 0 < at < len(starts) - 1:
            yield block.speaker, at


def _wanted(wanted: Mapping[str, Places], said: Iterable[tuple[str, int]]) -> Iterator[tuple[Places, int]]:
    for speaker, at in said:
        yield from ((wanted[who], at) for who in {speaker, ""} if who in wanted)


def _add(places: list[int] | None, at: int) -> None:
    if places is not None and len(places) < ENOUGH:
        places.append(at)
