"""What was said before: the places in each speaker's speeches that a rule asks for, found by the rarest word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...document import Document

ENOUGH = 20  # places of one kind that are kept, so that the cost does not grow with how often a thing is said

_Speech = tuple[int, int, str]  # the first word, the word behind the last, the speaker


class Places(NamedTuple):
    """Places in the words of a text: of single words, and between a left word and a right one."""

    of: dict[str, list[int]]
    between: dict[str, dict[str, list[int]]]


def fill(doc: Document, wanted: Mapping[str, Places]) -> None:
    """Add to the wanted lists the first places in each speaker's speeches; the empty name stands for everybody."""
    speeches = list(_speeches(doc, wanted))
    starts = [start for start, _, _ in speeches]
    if not speeches:
        return
    for word in {word for places in wanted.values() for word in places.of}:
        said = _first(doc.tokens.places.get(word, ()), speeches, starts)
        for places, at in _wanted(wanted, said):
            _add(places.of.get(word), at)
    pairs = {(left, right) for places in wanted.values() for left, rights in places.between.items() for right in rights}
    for left, right in pairs:
        said = _first(_between(doc, left, right), speeches, starts)
        for places, at in _wanted(wanted, said):
            _add(places.between.get(left, {}).get(right), at)


def _between(doc: Document, left: str, right: str) -> list[int]:
    """The places between two words, by those of the rarer one."""
    words, places = doc.tokens.words, doc.tokens.places
    lefts, rights = places.get(left, ()), places.get(right, ())
    if len(lefts) < len(rights):
        return [at + 1 for at in lefts if words[at + 2 : at + 3] == [right]]
    return [at - 1 for at in rights if at > 1 and words[at - 2] == left]


def _first(places: Iterable[int], speeches: Sequence[_Speech], starts: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Which of some places, in order, stand in a speech, with the speaker."""
    for at in places:
        start, end, speaker = speeches[bisect_right(starts, at) - 1]
        if start <= at < end:
            yield speaker, at


def _wanted(wanted: Mapping[str, Places], said: Iterable[tuple[str, int]]) -> Iterator[tuple[Places, int]]:
    for speaker, at in said:
        yield from ((wanted[who], at) for who in {speaker, ""} if who in wanted)


def _add(places: list[int] | None, at: int) -> None:
    if places is not None and len(places) < ENOUGH:
        places.append(at)


def _speeches(doc: Document, wanted: Container[str]) -> Iterator[_Speech]:
    """The words of each paragraph with its speaker, but for the first and the last word of the text."""
    tokens, all_wanted = doc.tokens, "" in wanted
    for turn in doc.turns:
        for block in turn.body if all_wanted or turn.speaker in wanted else ():
            first, last = tokens.at(block.span.start), tokens.at(block.span.end)
            yield max(1, first), min(last, len(tokens) - 1), turn.speaker
