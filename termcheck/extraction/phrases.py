"""Phrases that a text repeats: runs of words, as long as what is repeated.

Each different word is one code point here, so that a run of words is a string: it is cut out, compared and counted in
one step.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, repeat
from typing import NamedTuple

Place = tuple[int, int]  # the number of a segment, and of the word in it
Words = tuple[str, ...]
Wanted = Callable[[Words], bool]
_Runs = Mapping[str, list[int]]  # runs of words, and where they begin in the text of all words

_MANY = 8  # uses from which three neighbours on a side are asked for
_FRAGMENT = 0.75  # the share of its uses from which a run is a part of one longer run, and no phrase of its own
_BREAK = "\0"
_CODES = 0x110000 - 1  # of more different words than there are code points the rarest are in no phrase


class Phrase(NamedTuple):
    """A run of words, where each of its uses begins, in order, and the numbers of the segments that have one."""

    words: Words
    places: tuple[Place, ...]
    segments: frozenset[int]


class _Flat(NamedTuple):
    """All words as one text, with a break behind each segment: the segment of each, where segments begin, the words."""

    text: str
    segments: Sequence[int]
    begins: Sequence[int]
    words: Sequence[str]

    def read(self, run: str) -> Words:
        return tuple([self.words[ord(code)] for code in run])


def repeated(
    segments: Sequence[Sequence[str]],
    least: int,
    longest: int,
    wanted: Wanted,
    *,
    shortest: int = 1,
    barred: Callable[[str], bool] = lambda word: False,
) -> Iterator[Phrase]:
    """The wanted runs of `shortest` to `longest` words that stand in `least` segments or more, shorter ones first.

    A segment is a list of words in which "" stands for a break that no phrase
    crosses; a word that is `barred` is in no wanted run. A run that nearly
    always goes on to the same wanted one is left out: the longer one says it;
    so is one that is always next to the same few words. A run of n words
    repeats only where both its runs of n - 1 words do, so the work grows with
    what is repeated.
    """
    flat = _flat(segments, least, barred)
    telling = {code for code in set(flat.text) - {_BREAK} if wanted(flat.read(code) * 2)}
    runs, width = _first(flat, shortest, least), shortest
    whole = {run: wanted(flat.read(run)) for run in runs}
    while runs:
        longer = _longer(flat, runs, width, least) if width < longest else {}
        wholes = {run: wanted(flat.read(run)) for run in longer}
        goes_on = _goes_on(longer, wholes)
        for run, starts in runs.items():
            alone = whole[run] and goes_on.get(run, 0) < _FRAGMENT * len(starts)
            if alone and _stands_free(flat.text, starts, width, telling):
                places = tuple([(flat.segments[at], at - flat.begins[flat.segments[at]]) for at in starts])
                yield Phrase(flat.read(run), places, frozenset([number for number, _ in places]))
        runs, width, whole = longer, width + 1, wholes


def _flat(segments: Sequence[Sequence[str]], least: int, barred: Callable[[str], bool]) -> _Flat:
    counts = Counter(chain.from_iterable(segments))
    told = [word for word, count in counts.items() if count >= min(2, least) and word and not barred(word)]
    if len(told) > _CODES:
        told = sorted(told, key=counts.__getitem__, reverse=True)[:_CODES]
    words = [_BREAK, *told]
    codes = dict.fromkeys(counts, _BREAK) | {word: chr(code) for code, word in enumerate(words)}
    sizes = [len(segment) + 1 for segment in segments]
    texts = ["".join(map(codes.__getitem__, segment)) for segment in segments]
    numbers = [*chain.from_iterable(map(repeat, range(len(sizes)), sizes))]
    return _Flat(_BREAK.join([*texts, ""]), numbers, [*accumulate(sizes, initial=0)], words)


def _first(flat: _Flat, width: int, least: int) -> _Runs:
    """The runs of a width that stand in so many segments."""
    parts = [match.span() for match in re.finditer(f"[^{_BREAK}]{{{width},}}", flat.text)]
    starts = [*chain.from_iterable([range(begin, end - width + 1) for begin, end in parts])]
    return _frequent(flat, [flat.text[at : at + width] for at in starts], starts, least)


def _longer(flat: _Flat, runs: _Runs, width: int, least: int) -> _Runs:
    begun = set(chain.from_iterable(runs.values()))
    starts = [at for at in chain.from_iterable(runs.values()) if at + 1 in begun]
    return _frequent(flat, [flat.text[at : at + width + 1] for at in starts], starts, least)


def _frequent(flat: _Flat, runs: Sequence[str], starts: Sequence[int], least: int) -> _Runs:
    """Runs by where they begin, as far as they stand in so many segments."""
    counts = Counter(runs)
    found: dict[str, list[int]] = {run: [] for run, count in counts.items() if count >= least}
    for run, at in zip(runs, starts, strict=True):
        if run in found:
            found[run].append(at)
    return {run: places for run, places in found.items() if _is_frequent(flat.segments, places, least)}


def _is_frequent(segments: Sequence[int], starts: Sequence[int], least: int) -> bool:
    """Whether a run, by where it begins, stands in so many segments."""
    last, count = -1, 0
    for at in starts:
        if segments[at] != last:
            last, count = segments[at], count + 1
            if count >= least:
                return True
    return False


def _stands_free(text: str, starts: Sequence[int], width: int, telling: set[str]) -> bool:
    """Whether a run has different neighbours on both sides: accessor variety (Feng and others 2004).

    A break and a word that is in no phrase differ from any other neighbour.
    """
    least = 2 if len(starts) < _MANY else 3
    for step in (-1, width):
        neighbours = set[object]()
        for at in starts:
            word = text[at + step] if at + step >= 0 else _BREAK
            neighbours.add(word if word in telling else at)
            if len(neighbours) >= least:
                break
        else:
            return False
    return True


def _goes_on(longer: _Runs, wanted: Mapping[str, bool]) -> dict[str, int]:
    """In how many of its uses a run is part of the same wanted run of one word more, at most."""
    most: dict[str, int] = {}
    for run, starts in longer.items():
        for part in (run[1:], run[:-1]) if wanted[run] else ():
            most[part] = max(most.get(part, 0), len(starts))
    return most
