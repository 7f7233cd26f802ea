"""The canonical form of a glossary file: nothing lost, and the project's own glossary is in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import TermcheckError
from termcheck.glossary.canonical import canonical
from termcheck.glossary.load import FACT_KEYS, PERSON_KEYS, TERM_KEYS
from termcheck.strictyaml import Node, parse

GLOSSARY = sorted((Path(__file__).parents[1] / "glossary").glob("*.yaml"))

MESSY = """\
# head
facts:
# why this fact
- about: b
  values: {ports: 514}
  statement: "{ports} ports"
terms:
  # about b
  - term: b  # end of b
    allowed: [x, y]   # end of allowed
    source: ["乙"]
    forbidden:
      # why z
      - z   # end of z
      - {severity: warning, form: w, reason: "a: b"}
    note: |
       one
       two
  - {kind: figure, term: "33618", parts: [3,3,6,18]}
# tail
"""
TIDY = """\
terms:
  - term: "33618"
    kind: figure
    parts: [3, 3, 6, 18]
  # about b
  - term: b  # end of b
    source: [乙]
    allowed: [x, "y"]  # end of allowed
    forbidden:
      # why z
      - z  # end of z
      - {form: w, reason: "a: b", severity: warning}
    note: "one\\ntwo"
# head
facts:
  # why this fact
  - about: b
    statement: "{ports} ports"
    values: {ports: 514}
# tail
"""


def test_order_style_and_comments() -> None:
    assert canonical(MESSY) == TIDY
    assert canonical(TIDY) == TIDY


def test_long_values_break() -> None:
    reason, note = "because " * 15 + "so", "long " * 40 + "note"
    text = f"terms: [{{term: x, forbidden: [{{form: y, reason: {reason}}}], note: {note}}}]"
    written = canonical(text)
    assert max(map(len, written.splitlines())) <= 140
    assert values(written) == values(text)


@pytest.mark.parametrize("path", GLOSSARY, ids=lambda path: path.name)
def test_glossary_is_canonical(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert canonical(text, path.name) == text


def test_empty_and_wrong() -> None:
    assert canonical("") == ""
    assert canonical("# only this\n") == "# only this\n"
    assert canonical("terms: []\n") == "terms: []\n"
    with pytest.raises(TermcheckError, match="unknown key"):
        canonical("words: []")


def values(text: str) -> object:
    """The content of a file, entries in order of the first key."""

    def plain(node: Node) -> object:
        if isinstance(node.value, str):
            return node.value.strip()
        if isinstance(node.value, dict):
            return {key: plain(one) for key, one in node.value.items()}
        found = [plain(one) for one in node.value]
        return sorted(found, key=str) if found and isinstance(found[0], dict) else found

    node = parse(text, "f")
    return node and plain(node)


WORDS = st.text(st.sampled_from("ab长 :#-'\"[]{},&*!|>%@`\\0.~?"), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3), WORDS), max_size=3))
def test_nothing_is_lost(entries: list[tuple[str, list[str], str]]) -> None:
    def quoted(text: str) -> str:
        return "'" + text.strip().replace("'", "''") + "'"

    text = "terms:\n" + "".join(
        f"  - note: {quoted(note)}\n    allowed: [{', '.join(map(quoted, allowed))}]\n    term: {quoted(term)}\n"
        for term, allowed, note in entries
    )
    if not entries:
        text = "terms: []\n"
    written = canonical(text)
    assert str(values(written)) == str(values(text)) or sorted(str(values(written))) == sorted(str(values(text)))
    assert canonical(written) == written


def test_keys_stand_in_order() -> None:
    assert (TERM_KEYS[0], PERSON_KEYS[0], FACT_KEYS[0]) == ("term", "name", "about")
