"""Phrases that a text repeats: runs of words, as long as what is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

Place = tuple[int, int]  # the number of a segment, and of the word in it
Words = tuple[str, ...]
_Runs = Mapping[Words, list[Place]]

_MANY = 8  # uses from which three neighbours on a side are asked for
_FRAGMENT = 0.75  # the share of its uses from which a run is a part of one longer run, and no phrase of its own


class Phrase(NamedTuple):
    """A run of words, where each of its uses begins, in order, and the numbers of the segments that have one."""

    words: Words
    places: tuple[Place, ...]
    segments: frozenset[int]


def repeated(
    segments: Sequence[Sequence[str]], least: int, longest: int, wanted: Callable[[Words], bool]
) -> Iterator[Phrase]:
    """The wanted runs of one to `longest` words that stand in `least` segments or more, shorter ones first.

    A segment is a list of words in which "" stands for a break that no phrase
    crosses. A run that nearly always goes on to the same wanted one is left
    out: the longer one says it; so is one that is always next to the same few
    words. A run of n words repeats only where both its runs of n - 1 words do,
    so the work grows with what is repeated.
    """
    runs, width = _single(segments, least), 1
    while runs:
        longer = _longer(segments, runs, width, least) if width < longest else {}
        goes_on = _goes_on(longer, wanted)
        for words, places in runs.items():
            whole = wanted(words) and goes_on.get(words, 0) < _FRAGMENT * len(places)
            if whole and _stands_free(segments, places, width, wanted):
                yield Phrase(words, tuple(places), frozenset(number for number, _ in places))
        runs, width = longer, width + 1


def _single(segments: Sequence[Sequence[str]], least: int) -> _Runs:
    found: defaultdict[Words, list[Place]] = defaultdict(list)
    for number, segment in enumerate(segments):
        for at, word in enumerate(segment):
            if word:
                found[(word,)].append((number, at))
    return _frequent(found, least)


def _longer(segments: Sequence[Sequence[str]], runs: _Runs, width: int, least: int) -> _Runs:
    begun = {place for places in runs.values() for place in places}
    found: defaultdict[Words, list[Place]] = defaultdict(list)
    for words, places in runs.items():
        for number, at in places:
            if (number, at + 1) in begun:
                found[*words, segments[number][at + width]].append((number, at))
    return _frequent(found, least)


def _frequent(runs: _Runs, least: int) -> _Runs:
    return {words: places for words, places in runs.items() if len({number for number, _ in places}) >= least}


def _stands_free(
    segments: Sequence[Sequence[str]], places: Sequence[Place], width: int, wanted: Callable[[Words], bool]
) -> bool:
    """Whether a run has different neighbours on both sides: accessor variety (Feng and others 2004).

    A break and a word that is in no phrase differ from any other neighbour.
    """
    least = 2 if len(places) < _MANY else 3
    for step in (-1, width):
        neighbours = set[object]()
        for place in places:
            number, at = place
            word = segments[number][at + step] if 0 <= at + step < len(segments[number]) else ""
            neighbours.add(word if word and wanted((word, word)) else place)
            if len(neighbours) >= least:
                break
        else:
            return False
    return True


def _goes_on(longer: _Runs, wanted: Callable[[Words], bool]) -> dict[Words, int]:
    """In how many of its uses a run is part of the same wanted run of one word more, at most."""
    most: dict[Words, int] = {}
    for words, places in longer.items():
        for part in (words[1:], words[:-1]) if wanted(words) else ():
            most[part] = max(most.get(part, 0), len(places))
    return most
