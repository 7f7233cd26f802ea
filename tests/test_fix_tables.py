"""Files of two languages, fixed: each format writes a text its own way, and every byte outside the fixes stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.engine import Setup
from termcheck.fixing import Fixed, Wanted, fix_file
from termcheck.model import Edit, Finding, Fix, Severity, Span
from termcheck.plan import Task
from termcheck.readers import bitexts
from termcheck.rule import Context, Rule

TMX = '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="zh"/><body>\n{}</body></tmx>\n'
TU = '<tu>\r\n <tuv xml:lang="zh"><seg>中国</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>\n'
XLIFF = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>{}</body></file></xliff>'
UNIT = '<trans-unit id="{0}"><source>中国</source><target state="new">{1}</target></trans-unit>\n'
PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n"Language: en\\n"\n"X-Source-Language: zh\\n"\n\n{}'
)

# A file of each format around what it writes for the texts of the target, one after the other.
FILES = {
    "a.tsv": lambda texts: "id\tzh\ten\tnote\n" + "".join(f"{n}\t中国\t{one}\tteh\r\n" for n, one in enumerate(texts)),
    "a.tmx": lambda texts: TMX.format("".join(map(TU.format, texts))),
    "a.xlf": lambda texts: XLIFF.format("".join(UNIT.format(n, one) for n, one in enumerate(texts))),
    "a.po": lambda texts: PO.format(
        "\n".join(f'# teh\nmsgid "中国{n}"\nmsgstr "{one}"\n' for n, one in enumerate(texts))
    ),
}


def replacing(old: str, new: str) -> Rule:
    def check(doc: Document, ctx: Context) -> Iterator[Finding]:
        for match in re.finditer(re.escape(old), doc.text):
            yield Finding(Span(*match.span()), "wrong", fix=Fix(new, (Edit(Span(*match.span()), new),), safe=True))

    return Rule("term/wrong", "", Severity.ERROR, check, ())


def fixed(path: Path, text: str, old: str, new: str) -> Fixed:
    path.write_bytes(text.encode())
    return fix_file(Wanted({"": Setup([replacing(old, new)])}), Task(str(path), path.name))


def targets(name: str, data: bytes) -> list[str]:
    parts = bitexts(name, name, "", ("zh", "en"), data=data)
    assert parts is not None
    return [part.target[pair.target] for part in parts for pair in part.pairs]


@pytest.mark.parametrize("name", FILES)
def test_only_the_target_changes(tmp_path: Path, name: str) -> None:
    made = FILES[name]
    one = fixed(tmp_path / name, made(["teh port", "a teh b", "of teh"]), "teh", "the")
    assert one.after.decode() == made(["the port", "a the b", "of the"])
    assert (len(one.found), len(one.left)) == (3, 0)


WRITTEN = {
    "a.tsv": ("x", "x"),
    "a.tmx": ("x &amp; &lt;y&gt;", "x & <y>"),
    "a.xlf": ("x &amp; &lt;y&gt;", "x & <y>"),
    "a.po": (r"x \"y\"\n\\", 'x "y"\n\\'),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_is_escaped(tmp_path: Path, name: str) -> None:
    form, meant = WRITTEN[name]
    one = fixed(tmp_path / name, FILES[name](["a teh b"]), "teh", meant)
    assert one.after.decode() == FILES[name]([f"a {form} b"])
    assert targets(name, one.after) == [f"a {meant} b"]


@pytest.mark.parametrize(
    ("cell", "new", "expected"),
    [
        ('"a teh b"', 'say "x"', '"a say ""x"" b"'),
        ('"a ""teh"" b"', "the", '"a ""the"" b"'),
        ('"one\nteh"', "the\tx\ny", '"one\nthe\tx\r\ny"'),
        ("a teh b", 'say "x"', 'a say "x" b'),
        ("teh", '"x"', ""),
        ('"teh" he said', "the", '"the" he said'),
        ('"a"teh', "", ""),
        ("a teh", "x\ty", ""),
        ("a teh", "x\ny", ""),
    ],
)
def test_a_cell_stays_a_cell(tmp_path: Path, cell: str, new: str, expected: str) -> None:
    made = FILES["a.tsv"]
    one = fixed(tmp_path / "a.tsv", made([cell, "next"]), "teh", new)
    assert one.after.decode() == made([expected or cell, "next"])
    assert len(targets("a.tsv", one.after)) == 2
    assert bool(one.unmade) == (not expected)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tmx", "t<hi>eh</hi>"),
        ("a.tmx", "t&#101;h"),
        ("a.xlf", '<g id="1">te</g>h'),
        ("a.po", 't"\n"eh'),
        ("a.po", r"\164eh"),
    ],
)
def test_a_fix_across_a_tag_or_an_escape_is_not_made(tmp_path: Path, name: str, text: str) -> None:
    one = fixed(tmp_path / name, FILES[name]([f"a {text} b"]), "teh", "the")
    assert one.after == one.before
    assert one.unmade[0].endswith("not fixed: a tag, an escape or the end of a unit stands within it")


def test_cdata_is_written_as_it_is_or_not_at_all(tmp_path: Path) -> None:
    made = FILES["a.tmx"]
    text = made(["<![CDATA[a < teh]]>"])
    assert fixed(tmp_path / "a.tmx", text, "teh", "the").after.decode() == made(["<![CDATA[a < the]]>"])
    assert fixed(tmp_path / "a.tmx", text, "teh", "<the>").after.decode() == text


def test_the_encoding_that_a_file_declares_is_kept(tmp_path: Path) -> None:
    text = PO.format('msgid "中国"\nmsgstr "teh"\n').replace("utf-8", "gb18030")
    (path := tmp_path / "a.po").write_bytes(text.encode("gb18030"))
    one = fix_file(Wanted({"": Setup([replacing("teh", "the")])}), Task(str(path), "a.po"))
    assert one.after == text.replace("teh", "the").encode("gb18030")


TEXT = st.text(st.sampled_from("ab \"\\<>&;\t\n\r中😀'/]["), max_size=12)
PLAIN = st.text(st.sampled_from("ab 中'"), max_size=5)


@pytest.mark.parametrize("name", FILES)
@given(PLAIN, PLAIN, TEXT)
def test_a_fixed_file_reads_as_the_fix_meant_it(
    tmp_path_factory: pytest.TempPathFactory, name: str, before: str, after: str, new: str
) -> None:
    text = FILES[name]([f"x{before}teh{after}x", "next"])
    one = fixed(tmp_path_factory.getbasetemp() / name, text, "teh", new)
    meant = [f"x{before}{new}{after}x", "next"]
    assert one.after == one.before or [re.sub(r"\r\n?", "\n", text) for text in targets(name, one.after)] == [
        re.sub(r"\r\n?", "\n", text) for text in meant
    ]
    assert (one.after != one.before) != bool(one.unmade or new == "teh")
