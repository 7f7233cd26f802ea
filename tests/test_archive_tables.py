"""The tables of an archive as files."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import NamedTuple

import archives
import pytest
from commands import Run
from hypothesis import given
from hypothesis import strategies as st

from termcheck.reports.archive import writing
from termcheck.reports.archive.rows import Table
from termcheck.reports.archive.writing import write_csv, write_parquet


class Row(NamedTuple):
    name: str
    count: int
    sure: bool
    since: str


ROWS = st.builds(Row, st.text(st.characters(codec="utf-8")), st.integers(0, 2**40), st.booleans(), st.dates().map(str))


def as_csv(*rows: Row) -> str:
    stream = io.BytesIO()
    write_csv(Table("t", Row, iter(rows)), stream)
    return stream.getvalue().decode("utf-8-sig")


def test_a_table_for_a_spreadsheet_runs_nothing_and_keeps_dates() -> None:
    assert as_csv(Row('=A1 "so"', 3, True, "2024-06-05"), Row("1.50", 0, False, "2024-06")) == (
        '"name","count","sure","since"\r\n"\'=A1 ""so""",3,"yes","2024-06-05"\r\n"\'1.50",0,"no","2024-06"\r\n'
    )


@given(st.lists(ROWS))
def test_each_row_stands_on_one_line(rows: list[Row]) -> None:
    text = as_csv(*rows)
    assert text.count("\r\n") == len(text.splitlines()) == len(rows) + 1
    assert [row[3] for row in csv.reader(text.splitlines())][1:] == [row.since for row in rows]


@given(st.lists(ROWS))
def test_parquet_has_the_values_with_their_types(rows: list[Row]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    stream = io.BytesIO()
    write_parquet(Table("t", Row, iter(rows)), stream)
    stream.seek(0)
    table = parquet.read_table(stream)
    assert [str(one) for one in table.schema.types] == ["string", "int64", "bool", "string"]
    assert [Row(**row) for row in table.to_pylist()] == rows


def test_parquet_is_written_group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(writing, "ROWS", 10)
    stream = io.BytesIO()
    write_parquet(Table("t", Row, (Row("a", n, True, "") for n in range(25))), stream)
    assert parquet.ParquetFile(stream).metadata.num_row_groups == 3


def test_both_forms_have_the_same_rows(run: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    archives.write(tmp_path, 12)
    run("archive", "press", "-o", "a", "-j", "1")
    run("archive", "press", "-o", "b", "-j", "1", "--tables", "parquet")
    for name in archives.TABLES:
        rows = list(csv.DictReader((tmp_path / f"a/{name}.csv").open(encoding="utf-8-sig", newline="")))
        table = parquet.read_table(tmp_path / f"b/{name}.parquet")
        assert table.column_names == list(rows[0] if rows else table.column_names)
        assert table.num_rows == len(rows)
    assert "findings.parquet" in (tmp_path / "b/archive.html").read_text()


def test_parquet_is_an_extra(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archives.write(tmp_path, 1)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    told = "termcheck: --tables parquet needs PyArrow (pip install 'termcheck[parquet]')\n"
    assert run("archive", "press", "-o", "found", "--tables", "parquet") == (2, "", told)
    assert not (tmp_path / "found").exists()
