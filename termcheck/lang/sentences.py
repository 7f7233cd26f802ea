"""Where sentences begin and end: by punctuation, with the abbreviations that end in a full stop."""

from __future__ import annotations

import re

# Abbreviations that stand before a name or a number and so do not end a sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col capt lt sgt st mt no nos vol pp vs etc al inc ltd co corp dept "
    "jan feb mar apr jun jul aug sep sept oct nov dec fig eq ed eds approx hon rev messrs".split()
)
# A run of signs is taken whole and once, so that ten thousand full stops cost no more than as many letters.
_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s)|[。！？]+[”’」』）]*|(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.)+\Z")


def sentences(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the sentences of ``text[begin:end]``, without surrounding blanks; offsets are those of `text`."""
    found, start = [], begin
    for match in _END.finditer(text, begin, end):
        if match.end() < end and not _ends(text, start, match):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, end))
    return [trimmed for one, two in found if (trimmed := _trim(text, one, two))[0] < trimmed[1]]


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return True
    before = text[max(start, match.start() - 20) : match.start()]
    rest = text[match.end() : match.end() + 40].lstrip()
    if rest[:1].islower():
        return False
    word = _LAST_WORD.search(before)
    if word and word.group().lower() in _ABBREVIATIONS:
        return False
    # "a.m. June" and "U.S. Treasury" go on; a lone initial ("J. Smith") always does.
    return not _INITIALS.search(before + ".")


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end
