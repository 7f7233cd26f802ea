"""One compliance suite for every reader, then what a text may be encoded as, and what is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck import readers
from termcheck.errors import TermcheckError
from termcheck.readers import READERS, bitexts, document, encode, known_encoding, read, units

TEXTS = {
    "empty": "",
    "lf": "One.\nTwo.\n",
    "crlf": "One.\r\nTwo.\r\n",
    "cr": "One.\rTwo.\r",
    "mixed": "One.\r\nTwo.\n\rThree.",
    "no final newline": "One.\nTwo.",
    "chinese": "胡衡华：\n重庆。\u3000好\n",
    "beyond the BMP": "Smile 😀 here .\n",
    "odd spaces": "A\u00a0b\u2028c\x85d\x0ce\n",
}


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("bom", [False, True])
def test_compliance(suffix: str, name: str, bom: bool) -> None:
    data = codecs.BOM_UTF8 * bom + TEXTS[name].encode()
    doc = document(data, f"text{suffix}")
    assert doc.text == TEXTS[name]
    assert doc.source.bom == bom
    assert all(0 <= block.span.start <= block.span.end <= len(doc.text) for block in doc.blocks)
    assert encode(doc.source, doc.text) == data


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")), bom=st.booleans())
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"])
def test_no_edit_gives_the_same_bytes(encoding: str, text: str, bom: bool) -> None:
    data = ("\ufeff" * bom + text).encode(encoding)
    source = document(data, "text.txt", encoding).source
    assert source.text == text
    assert encode(source, source.text) == data


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_wins(mark: bytes, encoding: str) -> None:
    source = document(mark + "重庆 , is".encode(encoding), "a.txt", "latin-1").source
    assert (source.text, source.encoding, source.bom) == ("重庆 , is", encoding, True)


@pytest.mark.parametrize("given_name", ["gb18030", "GB18030", "gb18030-2000", "gbk"])
def test_an_encoding_may_be_named(given_name: str) -> None:
    assert document("重庆市".encode("gb18030"), "a.txt", given_name).text == "重庆市"


def test_utf_16_with_no_mark_may_be_named() -> None:
    source = document("重庆".encode("utf-16-le"), "a.txt", "utf-16").source
    assert (source.text, encode(source, source.text)) == ("重庆", "重庆".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"ok\nbad \xff", "", "a.txt:2: not UTF-8: byte 0xff at offset 7 (if the file has another encoding, name it: "),
        (b"\r\rab\xc3", "", "a.txt:3: not UTF-8: byte 0xc3 at offset 4 "),
        (b"\xef\xbb\xbfab\xff", "", "a.txt:1: not UTF-8: byte 0xff at offset 5"),
        ("重庆".encode("gb18030"), "", "a.txt:1: not UTF-8: byte 0xd6 at offset 0 "),
        (b"\xed\xa0\x80", "", "a.txt:1: not UTF-8: byte 0xed at offset 0 "),
        (b"\xff\xfea", "", "a.txt:1: not UTF-16-LE: byte 0x61 at offset 2"),
        (codecs.BOM_UTF16_LE + "a\n".encode("utf-16-le") + b"\x00\xd8", "", "a.txt:2: not UTF-16-LE: byte 0x00"),
        (b"\x81", "gb18030", "a.txt:1: not GB18030: byte 0x81 at offset 0"),
        (b"a\nPK\x03\x04\x00\x00", "", "a.txt:2: not a text: NUL at column 5 (UTF-16 with no byte order mark "),
        ("ab".encode("utf-16-le"), "", "a.txt:1: not a text: NUL at column 2 (UTF-16 with no byte order mark "),
        (b"ab", "utf-9", 'unknown encoding "utf-9" (did you mean "utf-8"?)'),
        (b"ab", "rot13", 'unknown encoding "rot13" (for example utf-8, utf-16, gb18030, gbk, big5)'),
        (b"ab", "a\0b", 'unknown encoding "a\0b"'),
    ],
)
def test_what_is_no_text_is_told_with_its_place(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        document(data, "a.txt", encoding)
    assert str(caught.value).startswith(message)


def test_known_encoding_takes_none_for_the_default() -> None:
    assert known_encoding("") == ""
    assert known_encoding("UTF8") == "utf-8"
    assert known_encoding("utf-8-sig") == "utf-8"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (str(tmp_path / "none.txt"), str(tmp_path), "a\0b"):
        with pytest.raises(TermcheckError) as caught:
            read(path)
        assert caught.value.path == path


def test_any_suffix_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "transcript.text"
    path.write_bytes(b"One.\n")
    assert read(str(path)).text == "One.\n"


@pytest.mark.parametrize(("rows", "parts"), [(2_000, 1), (20_000, 2), (50_000, 4)])
def test_the_parts_of_a_large_table_are_alike_and_of_an_even_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, parts: int
) -> None:
    monkeypatch.setattr(units, "PART", 500_000)
    monkeypatch.setattr(readers, "_SHARE", 800_000)
    path = tmp_path / "rows.tsv"
    path.write_text("zh\ten\n" + "第一百零一行在这里\tThis is row one hundred and one\n" * rows, encoding="utf-8")
    sizes = [len(part.pairs) for part in bitexts(str(path), path.name, "", ("zh", "en")) or ()]
    assert len(sizes) == parts
    assert sum(sizes) == rows
    assert max(sizes) - min(sizes) < 0.2 * rows / parts
