"""TMX and XLIFF: what is read of them, exact places, and what is refused."""

from __future__ import annotations

from io import BytesIO
from unittest.mock import patch

import bitexts
import pytest
from bitexts import check_places, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.errors import TermcheckError
from termcheck.readers import stream
from termcheck.readers.tmx import read as read_tmx

OBJECT = "\ufffc"
ESCAPES = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&#x1F600;", "😀"),
    ("&#10;", "\n"),
    ("<ph", OBJECT),
    ("<x", OBJECT),
    ("\r\n", "\n"),
]

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh-CN" segtype="sentence"><note>seg</note></header>
<body>
<tu tuid="a&amp;b">
  <prop type="x">prop</prop><note>n</note>
  <tuv xml:lang="EN-US"><prop type="p">q</prop>
  <seg>Chong<hi>qing</hi> &amp; <bpt i="1">&lt;b></bpt>co<ept i="1">&lt;/b></ept></seg></tuv>
  <tuv xml:lang="zh-CN"><seg>重庆😀&#x1F600;和<ph x="1">{<sub>内</sub>}</ph>司</seg></tuv>
  <tuv xml:lang="zh-TW"><seg>重慶</seg></tuv>
</tu>
<tu><tuv xml:lang="zh"><seg>没有</seg></tuv></tu>
<tu><tuv xml:lang="zh"><seg><![CDATA[a&amp;<b]]>c
d</seg></tuv><tuv lang="en"><seg/></tuv></tu>
</body></tmx>
"""
TMX_UNITS = [
    ("a&b", f"重庆😀😀和{OBJECT}内司", "Chongqing & co"),
    ("3", "a&amp;<bc\nd", ""),
]

XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:o="urn:other">
<file original="a" source-language="zh-Hans" target-language="en-US" datatype="plaintext">
<header><note>source</note></header>
<body><trans-unit id="1"><source>重<g id="1">庆</g><x id="2"/></source>
<seg-source><mrk mtype="seg">重庆</mrk></seg-source>
<target state="final"><mrk mtype="seg" mid="0">Chong</mrk><mrk mtype="seg" mid="1">qing</mrk></target>
<alt-trans><source>别</source><target>Other</target></alt-trans><note>n</note></trans-unit>
<group translate="no"><trans-unit id="2"><source>不</source><target>no</target></trans-unit>
<trans-unit id="3" translate="yes"><source>是</source><o:target>foreign</o:target></trans-unit></group>
<trans-unit id="4" translate="no"><source>不</source></trans-unit>
<trans-unit id="5"><source>空</source><target/></trans-unit>
<trans-unit id="blank"><source>
 <x id="1"/><it id="2">code</it> </source><target state="new"/></trans-unit>
<trans-unit id="6"><target>only</target></trans-unit></body></file>
<file source-language="zh" original="b">
<body><trans-unit id="1"><source>又</source><target>again</target></trans-unit></body></file>
</xliff>
"""
XLIFF_1_UNITS = [
    ("1", f"重庆{OBJECT}", "Chongqing"),
    ("3", "是", ""),
    ("5", "空", ""),
    ("1", "又", "again"),
]

XLIFF_2 = """<xl:xliff xmlns:xl="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en">
<xl:file id="f"><xl:group id="g"><xl:unit id="u"><xl:notes><xl:note>source</xl:note></xl:notes>
<xl:segment id="s1"><xl:source>重<xl:pc id="1">庆</xl:pc></xl:source>
<xl:target>Chong&amp;<xl:mrk id="m">qing</xl:mrk></xl:target></xl:segment>
<xl:ignorable><xl:source> </xl:source></xl:ignorable>
<xl:segment><xl:source>空<xl:ph id="2"/></xl:source></xl:segment></xl:unit>
<xl:unit id="v" translate="no"><xl:segment><xl:source>不</xl:source></xl:segment></xl:unit></xl:group>
</xl:file></xl:xliff>
"""
XLIFF_2_UNITS = [("u/s1", "重庆", "Chong&qing"), ("u", f"空{OBJECT}", "")]

FILES = [(".tmx", TMX, TMX_UNITS), (".xlf", XLIFF_1, XLIFF_1_UNITS), (".xliff", XLIFF_2, XLIFF_2_UNITS)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "one line"])
@pytest.mark.parametrize("chunk", [1, 7, 1 << 16])
@pytest.mark.parametrize(("suffix", "text", "wanted"), FILES)
def test_what_is_read(suffix: str, text: str, wanted: list[tuple[str, str, str]], chunk: int, end: str) -> None:
    text = text.replace("\n", " " if end == "one line" else end)
    with patch.object(stream, "CHUNK", chunk):
        table = bitexts.read(suffix, text)
        found = list(table.units)
    check_places(text, found, [*ESCAPES, ("<xl:ph", OBJECT)])
    assert table[:2] == ("zh", "en")
    newline = " " if end == "one line" else "\n"
    assert texts(found) == [(name, source.replace("\n", newline), target) for name, source, target in wanted]


@pytest.mark.parametrize(
    "data",
    [
        ("\ufeff" + TMX).encode(),
        ("\ufeff" + TMX).encode("utf-16-le"),
        TMX.replace("UTF-8", "UTF-16").encode("utf-16-be"),
        TMX.replace("UTF-8", "gb18030").encode("gb18030"),
        TMX.replace("UTF-8", "utf-16").encode(),  # it says what it cannot be
    ],
)
def test_encodings(data: bytes) -> None:
    found = bitexts.units(".tmx", data, "latin-1" if b"utf-16" not in data else "")
    assert texts(found) == TMX_UNITS
    if b"g\0b" not in data and b"gb18030" not in data and b"\0" not in data:
        check_places(data.decode("utf-8-sig"), found, ESCAPES)


def test_an_encoding_that_is_named_holds_where_the_file_says_nothing() -> None:
    data = TMX.replace(' encoding="UTF-8"', "").encode("gb18030")
    assert texts(bitexts.units(".tmx", data, "gb18030")) == TMX_UNITS


def _tu(**variants: str) -> str:
    tuvs = (f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in variants.items())
    return f"<tu>{''.join(tuvs)}</tu>"


def _tmx(*units: str, header: str = '<header srclang="*all*"/>') -> str:
    return f'<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'


@pytest.mark.parametrize(
    ("text", "languages", "pairs"),
    [
        (_tmx(_tu(en="a", zh="b"), header='<header srclang="en"/>'), ("en", "zh"), [("a", "b")]),
        (_tmx(_tu(en="a", zh="b")), ("zh", "en"), [("b", "a")]),
        (_tmx(_tu(fr="a", de="b")), ("fr", "de"), [("a", "b")]),
        (_tmx(_tu(fr="a", de="b"), header='<header srclang="de-DE"/>'), ("de", "fr"), [("b", "a")]),
        (_tmx(_tu(fr="a", de="b"), _tu(en="c"), _tu(en="d", zh="e")), ("zh", "en"), [("e", "d")]),
        (_tmx(_tu(yue="a", en="b"), _tu(en="c", yue="d")), ("", "en"), [("a", "b"), ("d", "c")]),
        (_tmx(), ("", ""), []),
    ],
)
def test_languages_of_a_memory(text: str, languages: tuple[str, str], pairs: list[tuple[str, str]]) -> None:
    table = bitexts.read(".tmx", text)
    assert table[:2] == languages
    assert [pair[1:] for pair in texts(table.units)] == pairs


def _xliff(languages: str, body: str = "", version: str = "1.2") -> str:
    return f'<xliff version="{version}"><file {languages}><body>{body}</body></file></xliff>'


@pytest.mark.parametrize(
    ("languages", "known", "source"),
    [
        ('source-language="en" target-language="de"', ("en", "de"), "a"),
        ('source-language="en-US" target-language="zh"', ("en", "zh"), "a"),
        ('source-language="en-US" target-language="en-GB"', ("en", "en"), "a"),
        ('source-language="zh"', ("zh", ""), "a"),
        ("", ("", ""), "a"),
    ],
)
def test_languages_of_xliff(languages: str, known: tuple[str, str], source: str) -> None:
    table = bitexts.read(
        ".xlf", _xliff(languages, '<trans-unit id="1"><source>a</source><target>b</target></trans-unit>')
    )
    assert table[:2] == known
    assert texts(table.units)[0][1] == source


def test_a_target_that_is_not_there_has_its_place_at_the_end_of_the_source() -> None:
    unit = bitexts.units(".xlf", XLIFF_1)[1]
    assert XLIFF_1[unit.target[0].offset :].startswith("</source><o:target>")


def test_a_unit_comes_before_the_file_is_read() -> None:
    data = BytesIO(_tmx(_tu(zh="重", en="heavy") * 50_000).encode())
    found = read_tmx(data, "a.tmx", "", ("zh", "en"))
    assert next(found.units).id == "1"
    assert data.tell() <= 2 * stream.CHUNK
    assert sum(1 for _ in found.units) == 49_999


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><tmx version="1.4">&b;</tmx>'
FETCH = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tmx version="1.4">&a;</tmx>'
REFUSED = "a.tmx:1: a document type with declarations of its own is not read"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.tmx:1: the file is empty"),
        ("\n<html></html>", "a.tmx:2: this is no TMX: its root is <html>"),
        ('<tmx version="2.0"/>', 'a.tmx:1: TMX of version "2.0" is not known (1.4 is read)'),
        (_tmx(_tu(zh="a")), 'a.tmx: no unit holds two languages, only "zh"'),
        (BOMB, REFUSED),
        (FETCH, REFUSED),
        ('<!DOCTYPE tmx [<!ENTITY % x SYSTEM "x.dtd">%x;]><tmx/>', REFUSED),
        (
            f'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n{_tmx(_tu(zh="&nbsp;", en="a"))}',
            'a.tmx:2: the entity "&nbsp;" is of a document type that is not read',
        ),
        (_tmx(_tu(zh="\n&nbsp;", en="a")), "a.tmx:2: not well-formed at column 1: an entity that XML does not have"),
        (_tmx(_tu(zh="\n重<", en="a")), 'a.tmx:2: not well-formed at column 3: no XML ("&" is written "&amp;" and '),
        ("<tmx>\n<body></tmx>", "a.tmx:2: not well-formed at column 9: the end tag of another element than the one "),
        ("<tmx>\n<body>", "a.tmx:2: not well-formed at column 7: the file ends before its elements do"),
        ("<tmx>\n<body", "a.tmx:2: not well-formed at column 1: the file ends within this"),
        ("<tmx/>\nrest", "a.tmx:2: not well-formed at column 1: junk after document element"),
        ("<tmx>" + "<a>" * 200, "a.tmx:1: more than 100 elements within each other"),
        (f"<tmx>\n<!--{'a' * 1_200_000}--></tmx>", "a.tmx:2: a tag or comment of more than 1,000,000 characters"),
        (_tmx(_tu(zh="a\n" * 600_000, en="a")), "a.tmx:1: a text of more than 1,000,000 characters"),
        (_tmx(_tu(zh="a", en="\nb")).encode() + b"\xff", "a.tmx:2: not UTF-8: byte 0xff at offset "),
        ('<?xml version="1.0" encoding="utf-9"?><tmx/>', 'a.tmx:1: unknown encoding "utf-9" (did you mean "utf-8"?)'),
        (b"<tmx>\0", "a.tmx:1: not a text: NUL at column 6"),
    ],
)
def test_what_is_no_memory_is_told_at_its_line(text: str | bytes, message: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        bitexts.units(".tmx", text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tmx/>", "a.xlf:1: this is no XLIFF: its root is <tmx>"),
        ('<x:tmx xmlns:x="u"/>', "a.xlf:1: this is no XLIFF: its root is <tmx>"),
        ("<xliff/>", 'a.xlf:1: XLIFF of version "" is not known (1.2, 2.0 and 2.1 are read)'),
        (
            _xliff('source-language="zh" target-language="en"').replace(
                "</xliff>", '\n<file source-language="zh" target-language="fr"></file></xliff>'
            ),
            'a.xlf:2: from "zh" to "fr" here, from "zh" to "en" before (one file holds two languages)',
        ),
    ],
)
def test_what_is_no_xliff_is_told_at_its_line(text: str, message: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        bitexts.units(".xlf", text)
    assert str(caught.value) == message


@given(st.data())
@settings(max_examples=200)
@pytest.mark.parametrize(("suffix", "text", "wanted"), FILES)
def test_a_damaged_file_is_read_or_told(suffix: str, text: str, wanted: object, data: st.DataObject) -> None:
    whole = text.encode()
    at, damage = (
        data.draw(st.integers(0, len(whole))),
        data.draw(st.binary(max_size=3) | st.sampled_from([b"<", b"</", b"&"])),
    )
    for given_data in (whole[:at] + damage, whole[:at] + damage + whole[at + len(damage) :], damage * 5):
        with patch.object(stream, "CHUNK", data.draw(st.sampled_from([5, 1 << 16]))):
            try:
                bitexts.units(suffix, given_data)
            except TermcheckError as error:
                assert error.path == f"a{suffix}"


@given(
    st.lists(
        st.sampled_from(["重", "😀", "a", "\n", "\r\n", "\r", "]", "&amp;", "&#13;", "<hi>b</hi>", "<![CDATA[&\n]]>"])
    )
)
def test_any_text_is_told_at_its_place(pieces: list[str]) -> None:
    text = _tmx(_tu(zh="".join(pieces), en="x"))
    escapes = [*ESCAPES, ("&#13;", "\r"), ("\r", "\n")]
    with patch.object(stream, "CHUNK", 3):
        check_places(text, bitexts.units(".tmx", text), escapes)
