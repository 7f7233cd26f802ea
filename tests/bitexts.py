"""What the tests of the readers of two languages share: reading a text, and the compliance that each must show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from io import BytesIO
from itertools import pairwise

from termcheck.readers import TABLES
from termcheck.readers.units import Stretch, Table, Unit
from termcheck.text import Source


def read(suffix: str, text: str | bytes, encoding: str = "", languages: tuple[str, str] = ("zh", "en")) -> Table:
    """What the reader of a suffix makes of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    module = import_module(f"termcheck.readers.{TABLES[suffix]}")
    table = module.read(BytesIO(data), f"a{suffix}", encoding, languages)
    assert isinstance(table, Table)
    return table


def units(suffix: str, text: str | bytes, encoding: str = "") -> list[Unit]:
    return list(read(suffix, text, encoding).units)


def texts(found: Iterable[Unit]) -> list[tuple[str, str, str]]:
    """Ids and texts of units."""
    return [(unit.id, whole(unit.source), whole(unit.target)) for unit in found]


def whole(stretches: Sequence[Stretch]) -> str:
    return "".join(one.text for one in stretches)


def check_places(text: str, found: Iterable[Unit], escapes: Sequence[tuple[str, str]] = ()) -> None:
    """Each stretch is what the file has at its place, or is the meaning of one of the `escapes` that stands there."""
    source = Source("", text)
    for unit in found:
        for one in (*unit.source, *unit.target):
            assert source.line_col(one.offset) == (one.line, one.column)
            written = text[one.offset : one.offset + len(one.text)] == one.text
            form = text[one.offset : one.offset + one.written]
            assert (written and not one.written) or any(form.startswith(a) and one.text == b for a, b in escapes)
        for side in (unit.source, unit.target):
            assert side
            assert all(one.text for one in side) or len(side) == 1
            assert all(a.offset + bool(a.text) <= b.offset for a, b in pairwise(side))
