"""A text as the tokens of the grammar: one a line, two where a label and speech share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text import fold
from . import roster
from .dates import is_dateline
from .labels import Label, labels
from .lines import PAGE_BREAK, SHOWN, Line, fixed_kind, lines
from .wrapping import runs_on

_ROLE = re.compile(
    r"(?:chairperson|chairman|chairwoman|chair|moderator|host|speaker|spokesperson|attendee|participant|panell?ist|guest)s?"
    r" ?:?|(?:主持人?|出席人员|出席|发布人|发言人|嘉宾) ?:?"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_PROSE = ("TEXT", "MORE")


class Piece(NamedTuple):
    """A token: its kind as the grammar names it, and its place."""

    kind: str
    start: int
    end: int


def tokens(text: str) -> list[Piece]:
    """The tokens of a text, in order; together they hold every character that is not blank."""
    found = lines(text)
    matter = _front_matter(found)
    pieces = [Piece("MORE" if n else "RESIDUE", line.start, line.end) for n, line in enumerate(found[:matter])]
    body = found[matter:]
    kinds = [_kind(line) for line in body]
    joined = [runs and kinds[n] == kinds[n - 1] == "TEXT" for n, runs in enumerate(runs_on(body))]
    names = labels(body, _free(body, kinds, joined), frozenset(_names(body, kinds)))
    for n, line in enumerate(body):
        if n in names:
            pieces.extend(_labelled(line, names[n]))
        else:
            pieces.append(Piece("MORE" if joined[n] else kinds[n], line.start, line.end))
    return _front(pieces, text)


def _front_matter(found: Sequence[Line]) -> int:
    """The number of lines of a YAML block at the head of a Markdown file; 0 when there is none."""
    if found and found[0].text == "---":
        for n, line in enumerate(found[1:100], 1):
            if line.text == "---":
                return n + 1
    return 0


def _kind(line: Line) -> str:
    if line.text == PAGE_BREAK:
        return "BREAK"
    folded = fold(line.text)
    if is_dateline(folded):
        return "DATE"
    if kind := fixed_kind(folded):
        return kind
    if _HEADING.match(line.text):
        return "HEADING"
    if _ROLE.fullmatch(folded):
        return "ROLE"
    return "PERSON" if line.length <= SHOWN and roster.entry(line.text) else "TEXT"


def _free(body: Sequence[Line], kinds: Sequence[str], joined: Sequence[bool]) -> Iterator[int]:
    """The lines that may bear a label: a sentence may not be running on, and "Chairperson:" may head no list."""
    for n, kind in enumerate(kinds):
        speech = kind == "TEXT" and (not joined[n] or body[n - 1].ends_sentence)
        if speech or (kind == "ROLE" and kinds[n + 1 : n + 2] == ["TEXT"]):
            yield n


def _names(body: Sequence[Line], kinds: Sequence[str]) -> Iterator[str]:
    for line, kind in zip(body, kinds, strict=True):
        if kind == "PERSON" and (entry := roster.entry(line.text)):
            yield line.text[slice(*entry.name)]


def _labelled(line: Line, label: Label) -> Iterator[Piece]:
    """The label, and the speech or the roster entry on the same line."""
    begin = line.start + label.end
    rest = line.text[label.end :]
    speech = begin + len(rest) - len(rest.lstrip())
    person = line.length <= SHOWN and bool(roster.entry(rest.strip())) and bool(_ROLE.fullmatch(fold(label.name)))
    yield Piece("ROLE" if person else "LABEL", line.start, begin)
    if not label.alone:
        yield Piece("PERSON" if person else "TEXT", speech, line.end)


def _front(pieces: list[Piece], text: str) -> list[Piece]:
    """Titles and headings: lines before the first speaker that end as no sentence does."""
    first = next((n for n, piece in enumerate(pieces) if piece.kind == "LABEL"), 0)
    title = next((n for n, piece in enumerate(pieces) if piece.kind not in ("RESIDUE", "MORE", "BREAK")), 0)
    for n, piece in enumerate(pieces[: max(first, title + 1)]):
        if piece.kind in ("TEXT", "HEADING"):
            last = n
            while last + 1 < len(pieces) and pieces[last + 1].kind == "MORE":
                last += 1
            if text[pieces[last].end - 1] not in '.!?:;,。！？：；，…)"”':
                pieces[n] = piece._replace(kind="TITLE" if n == title else "HEADING")
    return pieces
