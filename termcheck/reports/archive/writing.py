"""Tables as files: CSV for a spreadsheet, or Parquet with typed columns. Rows are written as they come."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, NamedTuple, get_type_hints

from ...atomic import written_at_once
from ...errors import TermcheckError
from ..csv import cell
from .rows import Table

ROWS = 50_000  # of a group in Parquet: what is held in memory
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")  # a date may be one in a spreadsheet, too


class Files(NamedTuple):
    """The files of tables: in which folder, and in which form, "csv" or "parquet"."""

    folder: str
    form: str

    def name(self, table: str) -> str:
        """The name of the file of a table."""
        return f"{table}.{self.form}"

    def require(self) -> None:
        """Raise TermcheckError where a library for the form is missing."""
        if self.form == "parquet":
            try:
                import pyarrow.parquet  # noqa: F401
            except ImportError:
                hint = "pip install 'termcheck[parquet]'"
                raise TermcheckError("--tables parquet needs PyArrow", hint=hint) from None

    def write(self, table: Table) -> None:
        """Write a table; nobody sees the file before all of it is there."""
        with written_at_once(os.path.join(self.folder, self.name(table.name))) as stream:
            (write_parquet if self.form == "parquet" else write_csv)(table, stream)


def write_csv(table: Table, stream: BinaryIO) -> None:
    """Write a table as a report in CSV is written: in UTF-8 with a byte order mark, and nothing that could run."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    rows = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow(table.columns._fields)
    rows.writerows(map(_shown, row) for row in table.rows)
    text.flush()
    text.detach()


def _shown(value: str | int) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int) or _DAY.fullmatch(value) else cell(value)


def write_parquet(table: Table, stream: BinaryIO) -> None:
    """Write a table in groups of rows, each column of its type."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    types = {str: pyarrow.string(), int: pyarrow.int64(), bool: pyarrow.bool_()}
    hints = get_type_hints(table.columns)
    schema = pyarrow.schema([pyarrow.field(name, types[hints[name]], nullable=False) for name in table.columns._fields])
    with ParquetWriter(stream, schema, compression="zstd") as file:
        for columns in _columns(table):
            file.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _columns(table: Table) -> Iterator[list[Any]]:
    rows = iter(table.rows)
    while some := [*islice(rows, ROWS)]:
        yield [*map(list, zip(*some, strict=True))]
