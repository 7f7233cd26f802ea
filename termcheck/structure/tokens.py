"""A text as the tokens of the grammar: one a line, two where a label and speech share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text import fold
from . import roster
from .dates import is_dateline, is_published
from .labels import Label, labels
from .lines import PAGE_BREAK, SHOWN, Line, fixed_kind, lines
from .wrapping import runs_on

_ROLE = re.compile(
    r"(?:(?:chair(?:person|man|woman|)|moderator|host|presenter|briefer|speaker|spokesperson|attendee|participant|panell?ist|guest)s?"
    r"|主持人?|出席人员|出席|发布人|发言人|嘉宾) ?(?::|\Z)"
)
_HEADING = re.compile(r"#{1,6}\s+\S")
_OPEN_END = re.compile(r"[^.!?:;,…。！？：；，\"”]\Z")


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
    kinds = _kinds(body)
    names = labels(body, _free(body, kinds), frozenset(_names(body, kinds)))
    for n, line in enumerate(body):
        pieces.extend(_pieces(line, kinds[n], names.get(n)))
    return _titled(pieces, text)


def _front_matter(found: Sequence[Line]) -> int:
    """The number of lines of a YAML block at the head of a Markdown file; 0 when there is none."""
    if found and found[0].text == "---":
        for n, line in enumerate(found[1:100], 1):
            if line.text == "---":
                return n + 1
    return 0


def _kinds(body: Sequence[Line]) -> list[str]:
    """The kind of each line; MORE where it runs on, whatever its look: in "met on / June 5, 2024" is no dateline."""
    kinds = [_kind(line) for line in body]
    for n, runs in enumerate(runs_on(body)):
        if runs and kinds[n - 1] in ("TEXT", "MORE"):
            broken = kinds[n] in ("DATE", "SOURCE", "NOTE", "PERSON") and not body[n - 1].ends_sentence
            kinds[n] = "MORE" if broken or kinds[n] == "TEXT" else kinds[n]
        elif runs and kinds[n - 1] in ("PERSON", "CREDITS", "NOTE") and kinds[n] == "TEXT":
            kinds[n] = "MORE"
    return kinds


def _kind(line: Line) -> str:
    """The kind of a line by itself; LISTED is a role and a person in one line ("Speaker: Li Na, mayor of ...")."""
    if line.text == PAGE_BREAK:
        return "BREAK"
    folded = fold(line.text)
    if is_dateline(folded):
        return "SOURCE" if is_published(folded) else "DATE"
    if kind := fixed_kind(folded):
        return kind
    if line.length > SHOWN:
        return "TEXT"
    if role := _ROLE.match(folded):
        return (
            "ROLE"
            if role.end() == len(folded)
            else "LISTED"
            if roster.entry(line.text[role.end() :].strip())
            else "TEXT"
        )
    if _HEADING.match(line.text) and not line.ends_sentence:
        return "HEADING"
    return "PERSON" if roster.entry(line.text) else "TEXT"


def _free(body: Sequence[Line], kinds: Sequence[str]) -> Iterator[int]:
    """The lines that may bear a label: no sentence runs on into one, and "Chairperson:" above a list is a heading."""
    for n, kind in enumerate(kinds):
        begins = kind == "TEXT" or (kind == "MORE" and body[n - 1].ends_sentence)
        if begins or (kind == "ROLE" and kinds[n + 1 : n + 2] == ["TEXT"]):
            yield n


def _names(body: Sequence[Line], kinds: Sequence[str]) -> Iterator[str]:
    for line, kind in zip(body, kinds, strict=True):
        if kind == "PERSON" and (entry := roster.entry(line.text)):
            yield line.text[slice(*entry.name)]


def _pieces(line: Line, kind: str, label: Label | None) -> Iterator[Piece]:
    """A line as one token, or as two where a label or a role shares it with what follows."""
    if kind == "LISTED":
        colon = line.text.replace("：", ":").index(":") + 1
        yield from _halves(line, "ROLE", colon, "PERSON")
    elif label:
        yield from _halves(line, "LABEL", label.end, "TEXT")
    else:
        yield Piece(kind, line.start, line.end)


def _halves(line: Line, first: str, at: int, second: str) -> Iterator[Piece]:
    yield Piece(first, line.start, line.start + at)
    rest = line.text[at:]
    begin = line.start + at + len(rest) - len(rest.lstrip())
    if begin < line.end:
        yield Piece(second, begin, line.end)


def _titled(pieces: list[Piece], text: str) -> list[Piece]:
    """Titles and headings told from prose: they end as no sentence does, and stand before the speakers.

    The title is the line above a dateline or roster, else the first line of
    the text; what else stands open before the first speaker is a heading.
    """
    heads = [n for n, piece in enumerate(pieces) if piece.kind != "MORE"]
    first = next((n for n, head in enumerate(heads) if pieces[head].kind == "LABEL"), 0)
    opened = [
        n for n, head in enumerate(heads) if pieces[head].kind in ("TEXT", "HEADING") and _open(pieces, head, text)
    ]
    titles = {n for n in opened if _announces([pieces[head].kind for head in heads[n + 1 : n + 5]])}
    top = next((n for n, head in enumerate(heads) if pieces[head].kind not in ("RESIDUE", "BREAK")), 0)
    for n in opened:
        if n in titles or (n == top and not titles):
            pieces[heads[n]] = pieces[heads[n]]._replace(kind="TITLE")
        elif n < first:
            pieces[heads[n]] = pieces[heads[n]]._replace(kind="HEADING")
    return pieces


def _open(pieces: Sequence[Piece], head: int, text: str) -> bool:
    last = head
    while last + 1 < len(pieces) and pieces[last + 1].kind == "MORE":
        last += 1
    end = pieces[last].end
    return end - pieces[head].start <= SHOWN and _OPEN_END.search(text, end - 1, end) is not None


def _announces(below: Sequence[str]) -> bool:
    """Whether the lines below are a dateline or a roster's beginning, and a roster is among them."""
    return below[:1] in (["DATE"], ["SOURCE"], ["ROLE"], ["PERSON"]) and ("ROLE" in below or "PERSON" in below)
