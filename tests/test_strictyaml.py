"""Strict YAML: everything stays text, every slip is one line that says where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import TermcheckError
from termcheck.strictyaml import MAX_DEPTH, Fields, Node, parse, read


def fields(text: str, *known: str) -> Fields:
    node = parse(text, "f.yaml")
    assert node is not None
    return Fields(node, "f.yaml", known or ("a", "b"))


def plain(node: Node | None) -> object:
    """The values alone."""
    if node is None or isinstance(node.value, str):
        return node and node.value
    if isinstance(node.value, tuple):
        return [plain(one) for one in node.value]
    return {key: plain(one) for key, one in node.value.items()}


def test_scalars_stay_text() -> None:
    text = "a: 33618\nb: [no, ~, 2024-06, 1_000, 0x1F]\n"
    assert plain(parse(text, "f")) == {"a": "33618", "b": ["no", "~", "2024-06", "1_000", "0x1F"]}


def test_lines() -> None:
    node = parse("# comment\na: x\n\nb:\n  - one\n  - 'two'\n", "f")
    assert node is not None
    assert isinstance(node.value, dict)
    assert node.key_lines == {"a": 2, "b": 4}
    items = node.value["b"].value
    assert isinstance(items, tuple)
    assert [(item.line, item.quoted) for item in items] == [(5, False), (6, True)]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff"])
def test_empty(text: str) -> None:
    assert parse(text, "f") is None


SLIPS = {
    "a: &x 1\n": "f:1: an anchor or alias (write the value out; quote a text that begins with & or *)",
    "a: 1\nb: *x\n": "f:2: an anchor or alias",
    "a: !!str 1\n": "f:1: a tag",
    "a: !x [1]\n": "f:1: a tag",
    "%YAML 1.1\n---\na: 1\n": "f:1: a directive",
    "a: 1\n---\nb: 2\n": "f:2: a second document",
    "a: 1\nb: 2\na: 3\n": 'f:3: key "a" twice (first in line 1)',
    "? [a]\n: 1\n": "f:1: a key that is no plain text",
    "a: 1\n\tb: 2\n": "f:2: a tab (YAML is indented with spaces)",
    'a: "\\ud800"\n': "f:1: ",
    'a: "\\u0000"\n': "f:1: a character that cannot stand here: U+0000",
    "a: \u2028\n": "f:1: a character that cannot stand here: U+2028",
    "a: x\x07\n": "f:1: a character that cannot stand here: U+0007",
    "a: \ud800\n": "f:1: a character that cannot stand here: U+D800",
    "a: b: c\n": 'f:1: not YAML: mapping values are not allowed in this context (put a text that holds ": " in quotes)',
    "a: [1, 2\n": "f:2: not YAML",
    "a: 'x\n": "f:2: not YAML",
    "a: @x\n": "f:1: not YAML",
    "[" * 100: f"f:1: nested deeper than {MAX_DEPTH} levels",
    "{" * 100_000: "f:1: ",
    "- " * 100 + "x": f"f:1: nested deeper than {MAX_DEPTH} levels",
}


@pytest.mark.parametrize("text", SLIPS, ids=lambda text: repr(text[:12]))
def test_slip(text: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        parse(text, "f")
    assert str(caught.value).startswith(SLIPS[text])
    assert "\n" not in str(caught.value)


def test_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.strictyaml.MAX_SIZE", 10)
    with pytest.raises(TermcheckError, match="larger than"):
        parse("a: 12345678\n", "f")


@given(st.text(alphabet=st.one_of(st.sampled_from("ab:-[]{}#&*!|>'\"%@,? \n"), st.characters()), max_size=40))
def test_any_text_is_a_node_or_one_error(text: str) -> None:
    try:
        node = parse(text, "f")
    except TermcheckError as error:
        assert str(error).startswith("f:")
    else:
        assert node is None or node.line >= 1


def test_read(tmp_path: Path) -> None:
    file = tmp_path / "g.yaml"
    file.write_bytes("\ufeffa: 长江\n".encode())
    assert plain(read(str(file))) == {"a": "长江"}
    file.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(TermcheckError, match=r"g\.yaml:2: not UTF-8: byte 0xff"):
        read(str(file))
    with pytest.raises(TermcheckError, match=r"missing\.yaml: No such file"):
        read(str(tmp_path / "missing.yaml"))
    with pytest.raises(TermcheckError, match="directory"):
        read(str(tmp_path))


def test_fields() -> None:
    found = fields("a: ' x '\nb: [1, '2']\nc: no\nd: 7\ne: {k: v}\n", "a", "b", "c", "d", "e", "f")
    assert found.text("a") == found.required("a") == "x"
    assert found.text("f", "default") == "default"
    assert found.texts("b") == ("1", "2")
    assert found.texts("f") == ()
    assert found.flag("c", default=True) is False
    assert found.flag("f", default=True) is True
    assert found.whole("d") == 7
    assert found.choice("a", ("x", "y")) == "x"
    assert list(found.mapping("e")) == ["k"]
    assert ("a" in found, "f" in found, found.line_of("d"), found.line_of("f")) == (True, False, 4, 1)


WRONG = {
    "aa: 1": 'f.yaml:1: unknown key "aa" (did you mean "a"?)',
    "zzz: 1": 'f.yaml:1: unknown key "zzz" (known are a, b)',
    "[a]": "f.yaml:1: a list where a mapping belongs",
    "b: 1": 'f.yaml:1: "a" is missing',
    "a: [1]": 'f.yaml:1: "a": a list where a text belongs',
    "b: x\na:": 'f.yaml:2: "a" has no value (leave the key out, or write "")',
}


@pytest.mark.parametrize("text", WRONG)
def test_wrong_field(text: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        fields(text).required("a")
    assert str(caught.value) == WRONG[text]


def test_wrong_types() -> None:
    found = fields("a: x\nb: [1, [2]]\n")
    for call, message in (
        (lambda: found.texts("a"), '"a": a list belongs here (write [x])'),
        (lambda: found.texts("b"), '"b": a list where a text belongs'),
        (lambda: found.mapping("a"), '"a": a mapping belongs here'),
        (lambda: found.flag("a"), '"a": "x" is neither yes nor no'),
        (lambda: found.whole("a"), '"a": "x" is no whole number'),
        (lambda: found.choice("a", ("why", "xx")), '"a": "x" is none of why, xx'),
    ):
        with pytest.raises(TermcheckError) as caught:
            call()
        assert message in str(caught.value)
