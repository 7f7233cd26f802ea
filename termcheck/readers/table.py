"""Tables of two languages: tab-separated values with a header.

The header names the columns `source` and `target`, or two languages by their
codes ("zh", "en-US"); a column `id` gives the ids of the rows, which else are
known by their line. Other columns are not read. A cell may stand in quotes,
those within it doubled, as the csv module writes them; it may then hold line
ends. A cell that begins with a quote and does not end with one is text as it
stands: many tables are written with no quoting at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from ..errors import TermcheckError, did_you_mean
from ..lang.codes import two_letters
from ..model import Span
from ..text import with_line_ends
from .cells import cells_of, edited, stretches, text_of, whole_rows
from .languages import chosen
from .stream import LINE_END, Line, chunks, lines
from .units import Stretch, Table, Unit

IDS = ("id", "tuid", "key", "segment", "unit", "no")  # wins over the languages "id" and "no": their columns are rare
_PLAIN = frozenset('"\t\r\n')  # what a text must not hold to be written as it is
_SIDES = ("source", "target")
_CODE = re.compile(r"[a-z]{2}(?:[-_](?:hans|hant|latn|cyrl|arab))?(?:[-_](?:[a-z]{2}|[0-9]{3}))?")  # not "en_name"
_SHAPE = 'name two columns "source" and "target", or by their languages: "zh" and "en"'


class _Columns(NamedTuple):
    """Where the texts stand among the cells of a row, from 0, and their languages; -1 for no column of ids."""

    source: int
    target: int
    id: int
    languages: tuple[str, str]
    width: int


def read(stream: BinaryIO, path: str, encoding: str, languages: tuple[str, str]) -> Table:
    """The rows of a table.

    Raises TermcheckError for a header that does not name two languages, and at
    its line for a row of another width and for a quote that is not closed.
    """
    rows = lines(chunks(stream, path, encoding), path)
    header = next(rows, None)
    if header is None:
        raise TermcheckError("the table is empty", path, 1, f"its first line should {_SHAPE}")
    names = _names(header.text)
    columns = _columns(names, languages)
    if columns is None:
        raise TermcheckError("the header does not name two languages", path, 1, _meant(names))
    return Table(*columns.languages, _units(rows, columns, path))


def names_two(stream: BinaryIO, encoding: str) -> bool:
    """Whether the header of a table names two languages."""
    try:
        header = next(lines(chunks(stream, "", encoding), ""), None)
    except TermcheckError:
        return False
    return header is not None and _columns(_names(header.text), ("", "")) is not None


def written(file: str, span: Span, text: str) -> str | None:
    """How a table holds a text at a span; None where the row would have other cells."""
    begin = max(file.rfind("\n", 0, span.start), file.rfind("\r", 0, span.start)) + 1
    end = LINE_END.search(file, span.end)
    if '"' not in file[begin : end.start() if end else len(file)] and _PLAIN.isdisjoint(text):
        return text
    rows = _rows(file)
    row = rows[bisect_right(rows, span.start, key=lambda row: row.offset) - 1]
    here = Span(span.start - row.offset, span.end - row.offset)
    return edited(row, here, with_line_ends(file, span, text))


@lru_cache(1)
def _rows(file: str) -> list[Line]:
    """The rows of a whole file, which was read before."""
    found = lines([file], "")
    header = next(found)
    return [header, *whole_rows(found, len(_names(header.text)), "")]


def _names(header: str) -> list[str]:
    row = LINE_END.sub("", header)
    return [row[cell.start : cell.end].strip().lower() for cell in cells_of(row)]


def _columns(names: Sequence[str], languages: tuple[str, str]) -> _Columns | None:
    ids = next((names.index(name) for name in IDS if name in names), -1)
    if {*_SIDES} <= {*names}:
        return _Columns(names.index("source"), names.index("target"), ids, ("", ""), len(names))
    found: dict[str, int] = {}
    for at, name in enumerate(names):
        if name not in IDS and _CODE.fullmatch(name) and (code := two_letters(name)):
            found.setdefault(code, at)
    pair = chosen(list(found), languages)
    return _Columns(found[pair[0]], found[pair[1]], ids, pair, len(names)) if pair else None


def _meant(names: Sequence[str]) -> str:
    if len(names) < 2:
        return f"columns are separated by tabs; the header should {_SHAPE}"
    missing = [side for side in _SIDES if side not in names]
    if len(missing) == 1:
        for name in names:
            if name not in _SIDES and (hint := did_you_mean(name, missing)):
                return f'"{name}": {hint}'
    return f"it should {_SHAPE}"


def _units(rows: Iterator[Line], columns: _Columns, path: str) -> Iterator[Unit]:
    for row in whole_rows(rows, columns.width, path):
        unit = (_quoted if '"' in row.text else _plain)(row, columns, path)
        if unit:
            yield unit


def _plain(row: Line, columns: _Columns, path: str) -> Unit | None:
    cells = row.text.rstrip("\r\n").split("\t")
    if not _filled(len(cells), any(cells), columns.width, row.number, path):
        return None
    return Unit(
        cells[columns.id] if columns.id >= 0 else str(row.number),
        (_stretch(row, cells, columns.source),),
        (_stretch(row, cells, columns.target),),
    )


def _stretch(row: Line, cells: Sequence[str], at: int) -> Stretch:
    start = sum(map(len, cells[:at])) + at
    return Stretch(cells[at], row.offset + start, row.number, start + 1)


def _quoted(row: Line, columns: _Columns, path: str) -> Unit | None:
    cells = cells_of(row.text.rstrip("\r\n"))
    if not _filled(len(cells), any(cell.end > cell.start for cell in cells), columns.width, row.number, path):
        return None
    source, target = stretches(row, cells[columns.source]), stretches(row, cells[columns.target])
    return Unit(text_of(row, cells[columns.id]) if columns.id >= 0 else str(row.number), source, target)


def _filled(found: int, anything: bool, width: int, line: int, path: str) -> bool:
    """Whether a row has texts. Raises TermcheckError where it has not as many cells as the header."""
    if anything and found != width:
        few = "few" if found < width else "many"
        raise TermcheckError(f"too {few} cells: {found}, where the header has {width}", path, line)
    return anything
