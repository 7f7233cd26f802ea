"""Tables of two languages: what a header may be, exact places, what is told of a broken one."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import bitexts
import pytest
from bitexts import check_places, texts
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import TermcheckError
from termcheck.readers.stream import CHUNK
from termcheck.readers.table import names_two, read
from termcheck.readers.units import Table, Unit


def table(text: str | bytes, encoding: str = "") -> Table:
    return bitexts.read(".tsv", text, encoding)


def units(text: str | bytes, encoding: str = "") -> list[Unit]:
    return bitexts.units(".tsv", text, encoding)


@pytest.mark.parametrize(
    ("header", "languages", "row"),
    [
        ("source\ttarget", ("", ""), ("2", "a", "b")),
        ("Target\tSOURCE", ("", ""), ("2", "b", "a")),
        ("zh\ten", ("zh", "en"), ("2", "a", "b")),
        ("en\tzh", ("zh", "en"), ("2", "b", "a")),
        ("en-US\tzh_Hant_HK", ("zh", "en"), ("2", "b", "a")),
        ("fr\tde", ("fr", "de"), ("2", "a", "b")),
        ("id\ten\tzh", ("zh", "en"), ("a", "c", "b")),
        ("zh\tTUID\ten", ("zh", "en"), ("b", "a", "c")),
        ("zh\ten\tsource\turl", ("zh", "en"), ("2", "a", "b")),
        ("source\tzh\ttarget", ("", ""), ("2", "a", "c")),
        ("fr\ten\tzh", ("zh", "en"), ("2", "c", "b")),
        ("no\tfr\tde", ("fr", "de"), ("a", "b", "c")),
        ('"zh"\t"en"', ("zh", "en"), ("2", "a", "b")),
    ],
)
def test_header(header: str, languages: tuple[str, str], row: tuple[str, str, str]) -> None:
    width = header.count("\t") + 1
    found = table(header + "\n" + "\t".join("abcdef"[:width]))
    assert found[:2] == languages
    assert texts(list(found.units)) == [row]
    assert names_two(BytesIO(header.encode()), "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
def test_line_ends_marks_and_encodings(end: str, bom: str, encoding: str) -> None:
    text = end.join(["zh\ten", "重庆😀\tChongqing", "", "\t", "\u2028三\t", '"四\ty""y"\t"a', 'b ""c"""', ""])
    found = units((bom + text).encode(encoding), encoding)
    check_places(text, found, [('""', '"')])
    assert texts(found) == [
        ("2", "重庆😀", "Chongqing"),
        ("5", "\u2028三", ""),
        ("6", '四\ty"y', f'a{end}b "c"'),
    ]


def test_a_quote_that_does_not_enclose_its_cell_is_text() -> None:
    rows = ['"Yes," he said.\t"是"他说', '他说"好"\t6" pipe', '三\t"Never closed', '四\t"Last']
    text = "\n".join(["zh\ten", *rows])
    found = units(text)
    check_places(text, found, [('""', '"')])
    assert [unit[1:] for unit in texts(found)] == [tuple(row.split("\t")) for row in rows]


# A CR alone is left out, for older csv modules write it with no quotes; and tabs in cells of several lines, the second
# of which may then look like a row.
CELL = st.text(st.sampled_from("\"\t a重😀,'"), max_size=6) | st.lists(
    st.sampled_from(['"', "\n", "\r\n", "a", "重😀"])
).map("".join)


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_what_csv_writes_is_read(rows: list[tuple[str, str, str]], end: str, always: bool) -> None:
    out = StringIO()
    quoting = csv.QUOTE_ALL if always else csv.QUOTE_MINIMAL
    writer = csv.writer(out, "excel-tab", lineterminator=end, quoting=quoting)
    writer.writerows([("id", "zh", "en"), *rows])
    found = units(out.getvalue())
    check_places(out.getvalue(), found, [('""', '"')])
    assert texts(found) == [row for row in rows if any(row)]


def test_a_row_comes_before_the_file_is_read() -> None:
    stream = BytesIO(b"zh\ten\n" + b"a\tb\n" * CHUNK)
    found = read(stream, "a.tsv", "", ("zh", "en"))
    assert next(found.units).id == "2"
    assert stream.tell() <= 2 * CHUNK
    assert sum(1 for _ in found.units) == CHUNK - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.tsv:1: the table is empty (its first line should name two columns "),
        (
            "\n",
            "a.tsv:1: the header does not name two languages (columns are separated by tabs; the header should name",
        ),
        ("zh,en\n", "a.tsv:1: the header does not name two languages (columns are separated by tabs; "),
        ("zh\ttext\n", "a.tsv:1: the header does not name two languages (it should name two columns "),
        ("source\ttarhet\n", 'a.tsv:1: the header does not name two languages ("tarhet": did you mean "target"?)'),
        ("zh\ten\n\na\n", "a.tsv:3: too few cells: 1, where the header has 2"),
        ("zh\ten\na\tb\tc\n", "a.tsv:2: too many cells: 3, where the header has 2"),
        ('zh\ten\n"a\tb\n', "a.tsv:2: the quote that begins a cell is not closed (a cell that begins with a quote "),
        ('zh\ten\na\tb\n"a\nb" c\td\n', "a.tsv:3: the quote that begins a cell is not closed "),
        (b"zh\ten\na\t\xff\n", "a.tsv:2: not UTF-8: byte 0xff at offset 8 (if the file has another encoding, name it"),
        (b"zh\ten\na\tb\0\n", "a.tsv:2: not a text: NUL at column 4 (UTF-16 with no byte order mark is read with "),
        ("zh\ten\n" + "a" * 1_100_000, "a.tsv:2: a line of more than 1,000,000 characters"),
        ('zh\ten\n"' + "a\n" * 1_100, "a.tsv:2: the quote that begins a cell is not closed "),
    ],
)
def test_a_broken_table_is_told_at_its_line(text: str | bytes, message: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        units(text)
    assert str(caught.value).startswith(message)


def test_rows_before_a_fault_are_given() -> None:
    found = table(b"zh\ten\na\tb\nc\td\ne\t\xff").units
    assert [next(found).id, next(found).id] == ["2", "3"]
    with pytest.raises(TermcheckError):
        next(found)


@given(st.binary(max_size=60), st.sampled_from(["", "gb18030", "utf-16-le"]))
def test_any_bytes_are_read_or_told(data: bytes, encoding: str) -> None:
    for head in (b"", b"zh\ten\n", '"重庆\t庆"\ten\tid\tzh\r\n'.encode()):
        try:
            units(head + data, encoding)
        except TermcheckError as error:
            assert error.path == "a.tsv"
            assert error.line


@pytest.mark.parametrize(
    "header", ["", "zh\ttext\n", "Filename\tSpan\tType\n", "cca3\ten_common\tzh_common\n", ' "zh" \ten', "\0\0"]
)
def test_other_tables_name_no_two_languages(header: str) -> None:
    assert not names_two(BytesIO(header.encode()), "")
