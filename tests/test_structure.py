"""The grammar: any text parses and nothing is lost; each layout gives its blocks, its roster and its turns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.model import Block
from termcheck.structure import parse
from termcheck.structure.lines import PAGE_BREAK
from termcheck.structure.pieces import Piece
from termcheck.structure.transcript import KINDS, sections
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


@given(st.lists(st.sampled_from(sorted(KINDS)), max_size=12))
def test_the_grammar_takes_every_order_of_kinds(kinds: list[str]) -> None:
    pieces = [Piece(kind, 2 * n, 2 * n + 1) for n, kind in enumerate(kinds)]
    found = [piece for section in sections("-" * 24, pieces) for piece in section.cut]
    assert [piece.start for piece in found] == [piece.start for piece in pieces]


def test_turns_hold_each_paragraph_of_speech_once() -> None:
    doc = document((LAYOUTS[0].parent / "node_page.txt").read_text(encoding="utf-8"))
    assert [turn.speaker for turn in doc.turns] == [
        "Qin Yulan",
        "Luo Wenbin",
        "The 21st-Century Energy Post",
        "Tao Jiahui",
    ]
    spoken = [block for turn in doc.turns for block in turn.body]
    assert spoken == [block for block in doc.blocks if block.kind == "paragraph"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Briefing on tea\nBeijing | 10 a.m. March 12, 2024\n\nTea.\n", date(2024, 3, 12)),
        ("Remarks on October 13, 2015\n\nQ: When?\n\nA: In May.\n", date(2015, 10, 13)),
        ("---\ndate: '2021-10-07'\n---\n\nMS. LEE: Hello.\n", date(2021, 10, 7)),
        ("Briefing on tea\nChina.org.cn | March 15, 2024\n\nTea.\n", None),
        ("Briefing on tea\nBeijing | February 30, 2024\n\nTea.\n", None),
        ("", None),
    ],
)
def test_day_of_the_event(text: str, day: date | None) -> None:
    assert document(text).date == day


def test_one_event_after_another_on_a_page() -> None:
    doc = document((LAYOUTS[0].parent / "list_page.txt").read_text(encoding="utf-8"))
    assert len([block for block in doc.blocks if block.kind == "title"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\r\n \u00a0\n",
        "\x00",
        "a" * 1_000_000,
        "word " * 200_000 + f"{PAGE_BREAK} end",
        "Li Na: " * 100_000,
        "\n" * 100_000,
    ],
)
def test_odd_files(text: str) -> None:
    assert_lossless(text)


def test_a_hundred_thousand_lines() -> None:
    doc = document("Li Na:\n\nYes.\n\n" * 25_000)
    assert len(doc.turns) == 25_000


@pytest.mark.parametrize(
    "unit",
    [
        "print ",
        "at | ",
        "1",
        "a > b ",
        "| - ",
        "A. ",
        "Ab ",
        "(",
        "12:00 ",
        "《",
        "市长 ",
        "May 5 ",
        "by A, ",
        "<b ",
        "[/",
    ],
)
def test_no_line_is_read_in_too_many_ways(unit: str) -> None:
    for end in ("", "x", "\x00", ":", "."):
        for length in (19, 80, 400):
            assert_lossless((unit * length)[:length] + end)
