"""The grammar: any text parses and nothing is lost; each layout gives its blocks, its roster and its turns."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.model import Block
from termcheck.structure import parse
from termcheck.text import Source

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
REAL = [line for path in LAYOUTS for line in path.read_text(encoding="utf-8").splitlines()]
ODD = ["\x00", "\ud800", "\u2028", "\u00a0", "\u200b", "\x0c", "\x85", ":", "\uff1a", "Q ", "\ufeff", "-", "|", "# "]
ENDS = ["\n", "\r\n", "\r", "\n\n", " \n"]


def document(text: str) -> Document:
    return parse(Source("x.txt", text))


def show(doc: Document) -> str:
    """One line a block, then one a person: what `tests/layouts/NAME.blocks` holds."""
    people = [f"listed {one.role}: {one.honorific or '-'} | {one.name} | {one.title}" for one in doc.roster]
    return "\n".join([*(_block(doc, block) for block in doc.blocks), *people]) + "\n"


def _block(doc: Document, block: Block) -> str:
    who = f" {block.speaker} ({block.role})" if block.speaker else ""
    text = " ".join(doc[block.span].split())
    return f"{block.kind}{who}: {text if len(text) <= 50 else text[:47] + '...'}"


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_layout(path: Path) -> None:
    doc = document(path.read_text(encoding="utf-8"))
    assert show(doc) == path.with_suffix(".blocks").read_text(encoding="utf-8")


def assert_lossless(text: str) -> None:
    doc = document(text)
    at = 0
    for block in doc.blocks:
        assert at <= block.span.start < block.span.end
        assert not text[at : block.span.start].strip()
        assert block.span.end <= len(text)
        at = block.span.end
    assert not text[at:].strip()
    for person in doc.roster:
        assert doc[person.name_span] == person.name
        assert doc[person.title_span] == person.title


@given(st.text())
def test_any_text_parses_and_nothing_is_lost(text: str) -> None:
    assert_lossless(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(REAL + ODD) | st.sampled_from(ENDS), max_size=30))
def test_real_lines_in_any_order(parts: list[str]) -> None:
    assert_lossless("".join(parts))


@settings(max_examples=200)
@given(st.permutations(REAL[:60]), st.sampled_from(ENDS))
def test_shuffled_transcript(lines: list[str], end: str) -> None:
    assert_lossless(end.join(lines))
