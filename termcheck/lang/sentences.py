"""Where sentences begin and end: by punctuation, with the abbreviations that end in a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# Abbreviations that stand before a name or a number and so do not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col capt lt sgt st mt no nos vol pp vs etc al inc ltd co corp dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec fig eq ed eds approx hon rev messrs".split()
)
# The sign stands first and what is before it is looked back at: so the search goes from sign to sign. A run of signs
# is taken whole and once, so that ten thousand full stops cost no more than as many letters.
_END = re.compile(
    r"[.!?。！？\r\n](?:"
    r"(?<=[.!?])(?<![.!?].)[.!?]*+[\"'”’)\]]*+(?=\s)"
    r"|(?<=[。！？])[。！？]*[”’」』）]*"
    r"|(?<=[\r\n])(?:(?<=\r)\n)?+[ \t]*[\r\n]\n?)"
)
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.)+\Z")
_AHEAD = 40  # code points in which the next sentence begins
_BEFORE = 20  # and those of the last word that are looked at


def sentences(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences of ``text[begin:end]``, without surrounding blanks; offsets are those of `text`."""
    start = begin
    for stop in _stops(text, begin, end):
        first, last = _trim(text, start, stop)
        if first < last:
            yield first, last
        start = stop


def _stops(text: str, begin: int, end: int) -> Iterator[int]:
    start = begin
    for match in _END.finditer(text, begin, end):
        stop = match.end()
        if stop == end or _ends(text, start, match.start(), stop):
            yield stop
            start = stop
    yield end


def _ends(text: str, start: int, at: int, stop: int) -> bool:
    if stop - at > 1 or text[at] != ".":
        return True
    if text[stop : stop + _AHEAD].lstrip()[:1].islower():
        return False
    before = text[max(start, at - _BEFORE) : at]
    return not _is_abbreviation(before[before.rfind(" ") + 1 :])


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
