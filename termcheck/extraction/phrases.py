"""Phrases that a text repeats: runs of words, as long as what is repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

Place = tuple[int, int]  # the number of a segment, and of the word in it
Words = tuple[str, ...]
Wanted = Callable[[Words], bool]
_Runs = Mapping[Words, list[int]]  # runs of words, and where they begin in the flat list of all words

_MANY = 8  # uses from which three neighbours on a side are asked for
_FRAGMENT = 0.75  # the share of its uses from which a run is a part of one longer run, and no phrase of its own


class Phrase(NamedTuple):
    """A run of words, where each of its uses begins, in order, and the numbers of the segments that have one."""

    words: Words
    places: tuple[Place, ...]
    segments: frozenset[int]


class _Flat(NamedTuple):
    """The words of all segments in one list, with a break behind each; for each word, its segment and its number."""

    words: Sequence[str]
    places: Sequence[Place]


def repeated(segments: Sequence[Sequence[str]], least: int, longest: int, wanted: Wanted) -> Iterator[Phrase]:
    """The wanted runs of one to `longest` words that stand in `least` segments or more, shorter ones first.

    A segment is a list of words in which "" stands for a break that no phrase
    crosses. A run that nearly always goes on to the same wanted one is left
    out: the longer one says it; so is one that is always next to the same few
    words. A run of n words repeats only where both its runs of n - 1 words do,
    so the work grows with what is repeated.
    """
    flat = _flat(segments)
    runs, width = _single(flat, least), 1
    while runs:
        longer = _longer(flat, runs, width, least) if width < longest else {}
        goes_on = _goes_on(longer, wanted)
        for words, starts in runs.items():
            whole = wanted(words) and goes_on.get(words, 0) < _FRAGMENT * len(starts)
            if whole and _stands_free(flat, starts, width, wanted):
                places = tuple(flat.places[at] for at in starts)
                yield Phrase(words, places, frozenset(number for number, _ in places))
        runs, width = longer, width + 1


def _flat(segments: Sequence[Sequence[str]]) -> _Flat:
    words = list(chain.from_iterable((*segment, "") for segment in segments))
    places = [(number, at) for number, segment in enumerate(segments) for at in range(len(segment) + 1)]
    return _Flat(words, places)


def _single(flat: _Flat, least: int) -> _Runs:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(flat.words):
        found[word].append(at)
    found.pop("", None)
    return {(word,): starts for word, starts in found.items() if _is_frequent(flat, starts, least)}


def _longer(flat: _Flat, runs: _Runs, width: int, least: int) -> _Runs:
    begun = bytearray(len(flat.words) + 1)
    for starts in runs.values():
        for at in starts:
            begun[at] = 1
    found: dict[Words, list[int]] = {}
    for words, starts in runs.items():
        if len(starts) >= least:
            after: defaultdict[str, list[int]] = defaultdict(list)
            for at in starts:
                if begun[at + 1]:
                    after[flat.words[at + width]].append(at)
            for word, longer in after.items():
                if len(longer) >= least and _is_frequent(flat, longer, least):
                    found[*words, word] = longer
    return found


def _is_frequent(flat: _Flat, starts: Sequence[int], least: int) -> bool:
    """Whether a run, by where it begins, stands in so many segments."""
    last, count = -1, 0
    for at in starts:
        if flat.places[at][0] != last:
            last, count = flat.places[at][0], count + 1
            if count >= least:
                return True
    return False


def _stands_free(flat: _Flat, starts: Sequence[int], width: int, wanted: Wanted) -> bool:
    """Whether a run has different neighbours on both sides: accessor variety (Feng and others 2004).

    A break and a word that is in no phrase differ from any other neighbour.
    """
    least = 2 if len(starts) < _MANY else 3
    for step in (-1, width):
        neighbours = set[object]()
        for at in starts:
            word = flat.words[at + step] if at + step >= 0 else ""
            neighbours.add(word if word and wanted((word, word)) else at)
            if len(neighbours) >= least:
                break
        else:
            return False
    return True


def _goes_on(longer: _Runs, wanted: Wanted) -> dict[Words, int]:
    """In how many of its uses a run is part of the same wanted run of one word more, at most."""
    most: dict[Words, int] = {}
    for words, starts in longer.items():
        for part in (words[1:], words[:-1]) if wanted(words) else ():
            most[part] = max(most.get(part, 0), len(starts))
    return most
