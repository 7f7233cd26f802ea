"""The kind of each line, by its own look and by whether it runs on from the line above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..text import Source
from . import roster
from .dates import is_dateline, is_published
from .lines import PAGE_BREAK, SHOWN, Line, ends_sentence, fixed_kind
from .wrapping import runs_on

_ROLE = re.compile(
    r"(?:(?:chair(?:person|man|woman|)|moderator|host|presenter|briefer|speaker|spokesperson|attendee|participant|panell?ist|guest)s?"
    r"|主持人?|出席人员|出席|发布人|发言人|嘉宾) ?(?::|\Z)"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_RUN_ON = frozenset({"TEXT", "MORE", "PERSON", "CREDITS", "NOTE"})  # what a line of prose may be more of
_SHORT = 100  # code points of a line that may come again, as labels do, in one text and from text to text


def kinds(source: Source, lines: Sequence[Line]) -> list[str]:
    """The kind of each line as the grammar names it, or LISTED for a role and a person in one line.

    MORE is a line that runs on, whatever its look: in "they met on / June 5,
    2024" there is no dateline. TEXT may yet turn out to bear a label.
    """
    text, folded, on = source.text, source.folded, set(runs_on(source.text, lines))
    found: list[str] = []
    for n, line in enumerate(lines):
        above = found[n - 1] if n in on else ""
        if above in ("TEXT", "MORE") and text[line[0]].isalnum() and not ends_sentence(text, lines[n - 1]):
            found.append("MORE")
            continue
        kind = _kind(text, folded, *line)
        found.append("MORE" if kind == "TEXT" and above in _RUN_ON else kind)
    return found


def _kind(text: str, folded: str, start: int, end: int) -> str:
    if end - start <= _SHORT:
        return _kind_of_short(text[start:end], folded[start:end])
    if fixed := fixed_kind(text, folded, (start, min(end, start + SHOWN))):
        return fixed
    return "TEXT" if end - start > SHOWN else _kind_of_words(text[start:end], folded[start:end])


@lru_cache(1 << 12)
def _kind_of_short(text: str, folded: str) -> str:
    if text == PAGE_BREAK:
        return "BREAK"
    if is_dateline(folded):
        return "SOURCE" if is_published(folded) else "DATE"
    return fixed_kind(text, folded, (0, len(text))) or _kind_of_words(text, folded)


def _kind_of_words(text: str, folded: str) -> str:
    if role := _ROLE.match(folded):
        return "ROLE" if role.end() == len(folded) else _with_entry(text[role.end() :].strip(), "LISTED")
    if text[0] == "#" and _HEADING.match(text) and not ends_sentence(text, (0, len(text))):
        return "HEADING"
    return _with_entry(text, "PERSON")


def _with_entry(text: str, kind: str) -> str:
    return kind if roster.entry(text) else "TEXT"
