"""A text as pieces of one kind each: a line with those that run on from it, two where a label and speech share it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..text import Source
from . import roster
from .kinds import kinds
from .labels import labels
from .lines import SHOWN, Line, lines

_OF_HEAD = frozenset({"DATE", "SOURCE", "ROLE", "PERSON"})
_INK = re.compile(r"\S")
_OPEN_END = re.compile(r"[^.!?:;,…。！？：；，\"”]\Z")


class Piece(NamedTuple):
    """A stretch of a text: its kind as the grammar names it, and its place."""

    kind: str
    start: int
    end: int


def pieces(source: Source) -> list[Piece]:
    """The pieces of a text, in order; together they hold every character that is not blank."""
    text, found = source.text, lines(source.text)
    matter = _front_matter(text, found)
    cut = [Piece("RESIDUE", found[0][0], found[matter - 1][1])] if matter else []
    body = found[matter:]
    of = kinds(source, body)
    speakers = labels(text, body, of, frozenset(_names(text, body, of)))
    begins = [n for n, kind in enumerate(of) if kind != "MORE" or n in speakers]
    for n, after in pairwise([*begins, len(body)]):
        (start, end), last = body[n], body[after - 1][1]
        if n in speakers:
            cut += _halves(text, body[n], last, speakers[n].end, ("LABEL", "TEXT"))
        elif of[n] == "LISTED":
            cut += _halves(text, body[n], last, _after_colon(text[start:end]), ("ROLE", "PERSON"))
        else:
            cut.append(Piece(of[n], start, last))
    return _titled(cut, text)


def _front_matter(text: str, found: Sequence[Line]) -> int:
    """The number of lines of a YAML block at the head of a Markdown file; 0 when there is none."""
    rules = [n for n, (start, end) in enumerate(found[:100]) if end - start == 3 and text.startswith("---", start)]
    return rules[1] + 1 if rules[:1] == [0] and len(rules) > 1 else 0


def _names(text: str, body: Sequence[Line], of: Sequence[str]) -> Iterator[str]:
    for (start, end), kind in zip(body, of, strict=True):
        if kind == "PERSON" and (entry := roster.entry(line := text[start : min(end, start + SHOWN)])):
            yield line[slice(*entry.name)]


def _after_colon(words: str) -> int:
    return words.replace("：", ":").index(":") + 1


def _halves(text: str, line: Line, last: int, size: int, of: tuple[str, str]) -> Iterator[Piece]:
    """The two pieces that a line and what runs on from it, up to `last`, hold; the second may be empty."""
    start, end = line
    rest = _INK.search(text, start + size, end)
    yield Piece(of[0], start, start + size if rest or last == end else last)
    if rest:
        yield Piece(of[1], rest.start(), last)


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
