"""A text as the tokens of the grammar: one a line, two where a label and speech share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import roster
from .kinds import kinds
from .labels import Label, labels
from .lines import SHOWN, Line, lines

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
    of = kinds(body)
    speakers = labels(body, _free(body, of), frozenset(_names(body, of)))
    for n, line in enumerate(body):
        pieces.extend(_pieces(line, of[n], speakers.get(n)))
    return _titled(pieces, text)


def _front_matter(found: Sequence[Line]) -> int:
    """The number of lines of a YAML block at the head of a Markdown file; 0 when there is none."""
    if found and found[0].text == "---":
        for n, line in enumerate(found[1:100], 1):
            if line.text == "---":
                return n + 1
    return 0


def _free(body: Sequence[Line], of: Sequence[str]) -> Iterator[int]:
    """The lines that may bear a label: no sentence runs on into one, and "Chairperson:" above a list is a heading."""
    for n, kind in enumerate(of):
        begins = kind == "TEXT" or (kind == "MORE" and body[n - 1].ends_sentence)
        if begins or (kind == "ROLE" and of[n + 1 : n + 2] == ["TEXT"]):
            yield n


def _names(body: Sequence[Line], of: Sequence[str]) -> Iterator[str]:
    for line, kind in zip(body, of, strict=True):
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
    prose = [n for n, head in enumerate(heads) if pieces[head].kind in ("TEXT", "HEADING")]
    opened = [n for n in prose if _open(pieces, heads[n], text)]
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
