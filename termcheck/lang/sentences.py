"""Where sentences begin and end: by punctuation, with the abbreviations that end in a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

# Abbreviations that stand before a name or a number and so do not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col capt lt sgt st mt no nos vol pp vs etc al inc ltd co corp dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec fig eq ed eds approx hon rev messrs".split()
)
# A pattern for each sign, as one literal is found much faster than one of several. What is before the sign is looked
# back at, and a run of signs is taken whole and once: ten thousand full stops cost no more than as many letters. The
# group is what stands between two sentences; where that is a blank line, they are apart without a sign.
_LATIN = {sign: re.compile(rf"\{sign}(?<![.!?].)[.!?]*+[\"'”’)\]]*+(?!\n\n)(\s+)") for sign in ".!?"}
_HAN = {sign: re.compile(rf"{sign}(?<![。！？].)[。！？]*+[”’」』）]*+(\s*)") for sign in "。！？"}
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BLANK_LINE_OF_ANY_END = r"(?:\r\n?+|\n)[ \t]*[\r\n]"
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_INITIALS = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.)+\Z")
_AHEAD = 40  # code points in which the next sentence begins
_BEFORE = 20  # and those of the last word that are looked at


def sentences(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences in spans of a text that are in order, without surrounding blanks."""
    ends = chain(_ends(text), ((len(text), len(text)),))
    stop, after = next(ends)
    for start, end in _passages(text, spans):
        if start == end:
            continue
        while stop <= start:
            stop, after = next(ends)
        begin = start
        while stop < end:
            yield begin, stop
            begin = after
            stop, after = next(ends)
        yield begin, end


def _passages(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without blanks around, cut where a blank line stands."""
    any_end = "\r" in text
    blank_line = re.compile(_BLANK_LINE_OF_ANY_END) if any_end else _BLANK_LINE
    for start, end in spans:
        begin = start
        if any_end or text.find("\n", begin, end) >= 0:
            for match in blank_line.finditer(text, begin, end):
                yield _trim(text, begin, match.start())
                begin = match.end()
        yield _trim(text, begin, end)


def _ends(text: str) -> list[tuple[int, int]]:
    """Where a sentence may end and the next one begin, in order."""
    found = [*_ends_at_full_stops(text)]
    for sign, pattern in (_LATIN | _HAN).items():
        if sign != "." and sign in text:
            found += [match.span(1) for match in pattern.finditer(text)]
    return sorted(found)


def _ends_at_full_stops(text: str) -> Iterator[tuple[int, int]]:
    """A full stop alone ends no sentence where a small letter follows, or where it is an abbreviation's."""
    for match in _LATIN["."].finditer(text):
        stop, after = between = match.span(1)
        at = match.start()
        if stop - at == 1:
            if text[after : after + 1].islower() and after - stop < _AHEAD:
                continue
            if _is_abbreviation(text[max(0, at - _BEFORE) : at].rpartition(" ")[2]):
                continue
        yield between


@lru_cache(1 << 13)
def _is_abbreviation(end: str) -> bool:
    """Whether a full stop after the last word before it may be that of an abbreviation."""
    word = _LAST_WORD.search(end)
    if word and word.group().lower() in _ABBREVIATIONS:
        return True
    # "a.m. June" and "U.S. Treasury" go on; a lone initial ("J. Smith") always does.
    return _INITIALS.search(end + ".") is not None


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
