"""The cells of a tab-separated table, with their quotes and their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import TermcheckError
from ..model import Span
from .stream import LIMIT, LINE_END, Line, Place
from .units import Stretch

_LINES = 1_000  # lines of one cell: what goes on longer is a quote that nobody closed
_CELL = re.compile(r'"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"(?=\t|\Z)|(?P<open>"[^"]*+(?:""[^"]*+)*+\Z)|[^\t]*')
_PIECE = re.compile(r'""|[^"\r\n]*(?:\r\n|\r|\n)|[^"\r\n]+')


class Cell(NamedTuple):
    """What stands from `start` to `end` of a row, its quotes left out."""

    start: int
    end: int
    quoted: bool
    open: bool = False


def cells_of(row: str) -> list[Cell]:
    """The cells of a row without its line end."""
    found, at = [], 0
    while (cell := _CELL.match(row, at)) is not None:
        quoted = cell["quoted"] is not None
        found.append(Cell(cell.start() + quoted, cell.end() - quoted, quoted, cell["open"] is not None))
        at = cell.end() + 1  # past the tab
        if at > len(row):
            break
    return found


def stretches(row: Line, cell: Cell) -> tuple[Stretch, ...]:
    """The text of a cell; a doubled quote is one, and each line of a cell of several is a stretch of its own."""
    place = Place(row.number).after(row.text[: cell.start])
    if not cell.quoted or cell.start == cell.end:
        return (Stretch(row.text[cell.start : cell.end], row.offset + cell.start, *place),)
    found = []
    for piece in _PIECE.finditer(row.text, cell.start, cell.end):
        text = piece[0]
        where = row.offset + piece.start(), *place
        found.append(Stretch('"', *where, len(text)) if text == '""' else Stretch(text, *where))
        place = place.after(text)
    return tuple(found)


def text_of(row: Line, cell: Cell) -> str:
    """The text of a cell, with what its quotes stand for."""
    return "".join(one.text for one in stretches(row, cell))


def edited(row: Line, span: Span, text: str) -> str | None:
    """How a row holds a text at a span of itself; None where it would become another row, or have other cells."""
    line = row.text.rstrip("\r\n")
    before = cells_of(line)
    at = next((n for n, cell in enumerate(before) if cell.start <= span.start and span.end <= cell.end), -1)
    if at < 0 or (not before[at].quoted and LINE_END.search(text)):
        return None
    new = text.replace('"', '""') if before[at].quoted else text
    growth = len(new) - (span.end - span.start)
    expected = [
        cell._replace(start=cell.start + growth * (n > at), end=cell.end + growth * (n >= at))
        for n, cell in enumerate(before)
    ]
    return new if cells_of(line[: span.start] + new + line[span.end :]) == expected else None


def whole_rows(found: Iterator[Line], width: int, path: str) -> Iterator[Line]:
    """The rows, those whose cells hold line ends with all their lines."""
    line = next(found, None)
    while line is not None:
        row, following = _whole_row(line, found, width, path) if '"' in line.text else (line, None)
        yield row
        line = following or next(found, None)


def _whole_row(row: Line, found: Iterator[Line], width: int, path: str) -> tuple[Line, Line | None]:
    """The row that begins on a line, and the line after it where that had to be read.

    An open quote is text where its line, and the line after it, are whole
    rows: in a cell of several lines they would not be.
    """
    for count in range(_LINES):
        cells = cells_of(row.text.rstrip("\r\n"))
        if not cells[-1].open:
            if count and any(LINE_END.search(row.text[cell.start : cell.end]) for cell in cells if not cell.quoted):
                break
            return row, None
        following = next(found, None)
        if not count and len(cells) == width and (not following or following.text.count("\t") == width - 1):
            return row, following
        if not following or len(row.text) > LIMIT:
            break
        row = row._replace(text=row.text + following.text)
    hint = 'a cell that begins with a quote ends with one, and has those within it doubled: """Yes,"" he said."'
    raise TermcheckError("the quote that begins a cell is not closed", path, row.number, hint)
