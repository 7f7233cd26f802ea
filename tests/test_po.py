"""Catalogues of gettext: what is read of them, exact places, polib as a second opinion."""

from __future__ import annotations

from io import BytesIO

import bitexts
import polib
import pytest
from bitexts import check_places, texts, whole
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import TermcheckError
from termcheck.readers.po import read
from termcheck.readers.stream import CHUNK

ESCAPES = [(r"\n", "\n"), (r"\t", "\t"), (r"\"", '"'), ("\\\\", "\\"), (r"\x41", "A"), (r"\351\207\215", "重")]
HEADER = r"""# Translators
msgid ""
msgstr ""
"Language: en_US\n"
"X-Source-Language: zh_CN\n"
"Content-Type: text/plain; charset=UTF-8\n"

"""
CATALOGUE = (
    HEADER
    + r"""#. a comment "with" quotes
#: main.c:12
msgid "重庆"
msgstr "Chongqing"

#, c-format, fuzzy
#| msgid "before"
msgid "旧"
msgstr "Old"
# a comment; no line before
msgctxt "menu"
msgid ""
"😀重\n"
"庆\t\"市\""
msgstr ""
"Chong\\qing\n"
"city"
msgid "未译"
msgstr ""

#, fuzzy
#~ msgid "gone"
#~ msgstr "Gone"

msgid "文件"
msgid_plural "%d 文件"
msgstr[0] "a file"
msgstr[1] "%d files"

#~ msgid "gone, too"
#~ msgstr "Gone, too"
"""
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_read(end: str, mark: str) -> None:
    text = CATALOGUE.replace("\n", end)
    table = bitexts.read(".po", mark + text)
    found = list(table.units)
    check_places(text, found, ESCAPES)
    assert table[:2] == ("zh", "en")
    assert texts(found) == [
        ("10", "重庆", "Chongqing"),
        ("18", '😀重\n庆\t"市"', "Chong\\qing\ncity"),
        ("25", "未译", ""),
        ("32", "文件", "a file"),
        ("32[1]", "%d 文件", "%d files"),
    ]


def test_one_form_for_all_numbers_goes_with_the_plural() -> None:
    text = HEADER + 'msgid "a file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 个文件"\n'
    assert texts(bitexts.units(".po", text)) == [("8", "%d files", "%d 个文件")]


@pytest.mark.parametrize(
    ("fields", "languages", "source"),
    [
        ("", ("en", ""), "a"),
        (r'"Language: fr\n"', ("en", "fr"), "a"),
        (r'"Language: zh_CN\n"', ("en", "zh"), "a"),
        ('"Language: en\\n"\n"X-Source-Language: de\\n"', ("de", "en"), "a"),
    ],
)
def test_languages(fields: str, languages: tuple[str, str], source: str) -> None:
    table = bitexts.read(".po", f'msgid ""\nmsgstr ""\n{fields}\nmsgid "a"\nmsgstr "b"\n')
    assert table[:2] == languages
    assert whole(next(table.units).source) == source


def test_the_header_says_the_encoding() -> None:
    text = CATALOGUE.replace("UTF-8", "gb18030")
    found = bitexts.units(".po", text.encode("gb18030"))
    check_places(text, found, ESCAPES)
    assert len(found) == 5
    assert len(bitexts.units(".po", CATALOGUE.replace("UTF-8", "CHARSET"))) == 5


def test_bytes_written_as_numbers() -> None:
    text = 'msgid "\\351\\207\\215\\x41b"\nmsgstr "x"'
    found = bitexts.units(".po", text)
    assert texts(found) == [("1", "重Ab", "x")]


ENTRY = st.text(st.sampled_from('a"\\\n\t重😀 #'), min_size=1, max_size=12)


@given(st.dictionaries(ENTRY, ENTRY | st.just(""), max_size=5), st.sampled_from([6, 78]))
def test_what_polib_writes_is_read(entries: dict[str, str], width: int) -> None:
    catalogue = polib.POFile(wrapwidth=width)
    catalogue.metadata = {"Language": "en", "X-Source-Language": "zh", "Content-Type": "text/plain; charset=UTF-8"}
    catalogue.extend(polib.POEntry(msgid=source, msgstr=target) for source, target in entries.items())
    text = str(catalogue)
    found = bitexts.units(".po", text)
    check_places(text, found, ESCAPES)
    assert [pair[1:] for pair in texts(found)] == list(entries.items())


def test_an_entry_comes_before_the_file_is_read() -> None:
    stream = BytesIO((HEADER + 'msgid "重"\nmsgstr "heavy"\n\n' * CHUNK).encode())
    found = read(stream, "a.po", "", ("zh", "en"))
    assert next(found.units).id == "8"
    assert stream.tell() <= 2 * CHUNK
    assert sum(1 for _ in found.units) == CHUNK - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('msgid "a"\nmsgstr "b\n', 'a.po:2: no line of a catalogue: msgstr "b (lines are comments, or msgctxt, '),
        ('msgid "a"\nnonsense\n', "a.po:2: no line of a catalogue: nonsense "),
        ('"a"\n', "a.po:1: a text with no keyword before it"),
        ('msgid "a"\n', "a.po:1: an entry with no msgstr"),
        ('msgstr "a"\n', "a.po:1: an entry with no msgid"),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"', "a.po:2: a second msgid in one entry"),
        (b'msgid "a"\nmsgstr "\xff"\n', "a.po:2: not UTF-8: byte 0xff at offset 18 (if the file "),
        ('"Content-Type: text/plain; charset=utf-9\\n"', 'a.po:1: unknown encoding "utf-9" (did you mean "utf-8"?)'),
        ('msgid "a"\n' + '"b"\n' * 400_000, "a.po:1: an entry of more than 1,000,000 characters"),
    ],
)
def test_a_broken_catalogue_is_told_at_its_line(text: str | bytes, message: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        bitexts.units(".po", text)
    assert str(caught.value).startswith(message)


@given(st.integers(0, len(CATALOGUE.encode())), st.binary(max_size=3))
def test_a_damaged_catalogue_is_read_or_told(at: int, damage: bytes) -> None:
    data = CATALOGUE.encode()
    for given_data in (data[:at] + damage, data[:at] + damage + data[at + len(damage) :], damage * 5):
        try:
            bitexts.units(".po", given_data)
        except TermcheckError as error:
            assert error.path == "a.po"
            assert error.line


def test_nothing() -> None:
    assert bitexts.units(".po", "") == []
    assert bitexts.units(".po", HEADER) == []
