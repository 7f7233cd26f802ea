"""A text as pieces of one kind each: a line with those that run on from it, two where a label and speech share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text import Source
from . import roster
from .kinds import kinds
from .labels import labels
from .lines import SHOWN, Line, lines

_OF_HEAD = frozenset({"DATE", "SOURCE", "ROLE", "PERSON"})
_OPEN_END = re.compile(r"[^.!?:;,…。！？：；，\"”]\Z")


class Piece(NamedTuple):
    """A stretch of a text: its kind as the grammar names it, and its place."""

    kind: str
    start: int
    end: int


def pieces(source: Source) -> list[Piece]:
    """The pieces of a text, in order; together they hold every character that is not blank."""
    found = lines(source)
    matter = _front_matter(found)
    cut = [Piece("RESIDUE", found[0].start, found[matter - 1].end)] if matter else []
    body = found[matter:]
    of = kinds(body)
    speakers = labels(body, _free(body, of), frozenset(_names(body, of)))
    for n, line in enumerate(body):
        if n in speakers:
            cut += _halves(line, "LABEL", speakers[n].end, "TEXT")
        elif of[n] == "LISTED":
            cut += _halves(line, "ROLE", line.text.replace("：", ":").index(":") + 1, "PERSON")
        elif of[n] == "MORE":
            cut[-1] = Piece(cut[-1].kind, cut[-1].start, line.end)
        else:
            cut.append(Piece(of[n], line.start, line.end))
    return _titled(cut, source.text)


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


def _halves(line: Line, first: str, at: int, second: str) -> Iterator[Piece]:
    yield Piece(first, line.start, line.start + at)
    rest = line.text[at:]
    begin = line.start + at + len(rest) - len(rest.lstrip())
    if begin < line.end:
        yield Piece(second, begin, line.end)


def _titled(cut: list[Piece], text: str) -> list[Piece]:
    """Titles and headings told from prose: they end as no sentence does, and stand before the speakers.

    The title is the line above a dateline or roster, else the first line of
    the text; what else stands open before the first speaker is a heading.
    """
    first = next((n for n, piece in enumerate(cut) if piece.kind == "LABEL"), 0)
    top = next((n for n, piece in enumerate(cut) if piece.kind not in ("RESIDUE", "BREAK")), 0)
    below = (n for n, piece in enumerate(cut) if n and piece.kind in _OF_HEAD)
    titles = [n - 1 for n in below if _announces(cut[n : n + 4]) and _may_head(cut[n - 1], text)]
    headings = [n for n in range(first) if _may_head(cut[n], text)]
    if not titles and cut and _may_head(cut[top], text):
        titles = [top]
    for kind, places in (("HEADING", headings), ("TITLE", titles)):
        for n in places:
            cut[n] = cut[n]._replace(kind=kind)
    return cut


def _may_head(piece: Piece, text: str) -> bool:
    """Whether a piece is prose as a heading is: short, and it ends as no sentence does."""
    if piece.kind not in ("TEXT", "HEADING") or piece.end - piece.start > SHOWN:
        return False
    return _OPEN_END.search(text, piece.end - 1, piece.end) is not None


def _announces(below: Sequence[Piece]) -> bool:
    """Whether a roster is among what stands below: a dateline or the roster's beginning."""
    return any(piece.kind in ("ROLE", "PERSON") for piece in below)
