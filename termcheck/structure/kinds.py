"""The kind of each line, by its own look and by whether it runs on from the line above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import roster
from .dates import is_dateline, is_published
from .lines import PAGE_BREAK, SHOWN, Line, fixed_kind
from .wrapping import runs_on

_ROLE = re.compile(
    r"(?:(?:chair(?:person|man|woman|)|moderator|host|presenter|briefer|speaker|spokesperson|attendee|participant|panell?ist|guest)s?"
    r"|主持人?|出席人员|出席|发布人|发言人|嘉宾) ?(?::|\Z)"
)
_HEADING = re.compile(r"#{1,6}\s+\S")


def kinds(body: Sequence[Line]) -> list[str]:
    """The kind of each line as the grammar names it, or LISTED for a role and a person in one line.

    MORE is a line that runs on, whatever its look: in "they met on / June 5,
    2024" there is no dateline. TEXT may yet turn out to bear a label.
    """
    found = [_kind(line) for line in body]
    for n, runs in enumerate(runs_on(body)):
        if runs and found[n - 1] in ("TEXT", "MORE"):
            broken = body[n].text[0].isalnum() and not body[n - 1].ends_sentence
            found[n] = "MORE" if broken or found[n] == "TEXT" else found[n]
        elif runs and found[n - 1] in ("PERSON", "CREDITS", "NOTE") and found[n] == "TEXT":
            found[n] = "MORE"
    return found


def _kind(line: Line) -> str:
    text, folded = line.text, line.folded
    if text == PAGE_BREAK:
        return "BREAK"
    if is_dateline(folded):
        return "SOURCE" if is_published(folded) else "DATE"
    if kind := fixed_kind(text, folded):
        return kind
    if line.length > SHOWN:
        return "TEXT"
    if role := _ROLE.match(folded):
        return "ROLE" if role.end() == len(folded) else _with_entry(text[role.end() :].strip(), "LISTED")
    if _HEADING.match(text) and not line.ends_sentence:
        return "HEADING"
    return _with_entry(text, "PERSON")


def _with_entry(text: str, kind: str) -> str:
    return kind if roster.entry(text) else "TEXT"
