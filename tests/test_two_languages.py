"""A translation beside its source, as the command checks it: which files go together, and where an issue points."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from commands import Run

from termcheck.document import Bitext, Document
from termcheck.model import Block, Finding, Issue, Note, Pair, Piece, Severity, Span
from termcheck.place import locate
from termcheck.settle import unique
from termcheck.text import Source

CHINESE = "平陆运河通航\n\n去年货运量为4765亿吨公里。\n"
ENGLISH = "The Pinglu Canal Opens\n\nFreight traffic was 4,765 billion ton-kilometers last year.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("zh/june.txt", CHINESE), ("en/june.txt", ENGLISH)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def issues(run: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("check", "--no-glossary", "-q", "-f", "json", *arguments)[1])["issues"]
    return found


def test_an_issue_points_into_both_texts(folder: Path, run: Run) -> None:
    (one,) = issues(run, "--select", "bilingual", "en/june.txt", "--source", "zh/june.txt")
    assert (one["rule"], one["path"], one["line"]) == ("bilingual/number", "en/june.txt", 3)
    assert "4,765 billion" in one["text"]
    assert "亿 is 100 million" in one["message"]
    (source,) = one["related"]
    assert (source["path"], source["line"]) == ("zh/june.txt", 3)
    assert CHINESE.splitlines()[2][source["column"] - 1 : source["end_column"] - 1].startswith("4765亿")


def test_sources_are_found_by_pattern(folder: Path, run: Run) -> None:
    (folder / "termcheck.yaml").write_text('pairs: {source: "zh/{name}.txt", target: "en/{name}.txt"}\n')
    assert [one["rule"] for one in issues(run, "--select", "bilingual", ".")] == ["bilingual/number"]


def test_a_source_that_is_not_there_is_told(folder: Path, run: Run) -> None:
    (folder / "termcheck.yaml").write_text('pairs: {source: "cn/{name}.txt", target: "en/{name}.txt"}\n')
    code, _, errors = run("check", "-q", "en")
    assert (code, errors) == (2, "en/june.txt: its source cn/june.txt is not there\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["en/june.txt", "--source", "en/june.txt"], "in the same language as its source"),
        (["en/june.txt", "zh/june.txt", "--source", "zh/june.txt"], "--source goes with one text, not with 2"),
        (["table.tsv", "--source", "zh/june.txt"], "holds both languages"),
        (["crossed.tsv"], 'the texts of "zh" are in "en", and the other way round'),
        (["en/june.txt", "--source", "zh/july.txt"], "zh/july.txt: No such file or directory"),
    ],
)
def test_mistakes(folder: Path, run: Run, arguments: list[str], message: str) -> None:
    (folder / "table.tsv").write_text("zh\ten\n")
    (folder / "crossed.tsv").write_text("zh\ten\nThe canal of the north is open.\t平陆运河通航。\n", encoding="utf-8")
    code, _, errors = run("check", "-q", *arguments)
    assert code == 2
    assert message in errors
    assert errors.count("\n") == 1


def unit_text() -> Document:
    """Two units; the second is written with an escape in its file, where "&amp;" stands for "&"."""
    text = "One.\nA & B.\n"
    units = (
        Piece(Span(0, 4), "1", 10, 2, 3),
        Piece(Span(5, 7), "2", 40, 4, 7),
        Piece(Span(7, 8), "2", 42, 4, 9),
        Piece(Span(8, 11), "2", 47, 4, 14),
    )
    blocks = (Block("paragraph", Span(0, 4)), Block("paragraph", Span(5, 11)))
    return Document(Source("t.tmx", text), blocks, (), "en", units)


@pytest.mark.parametrize(
    ("span", "unit", "place"),
    [
        (Span(0, 3), "1", (2, 3, 2, 6, 10, 13)),
        (Span(4, 4), "1", (2, 7, 2, 7, 14, 14)),
        (Span(5, 10), "2", (4, 7, 4, 16, 40, 49)),
        (Span(7, 8), "2", (4, 9, 4, 10, 42, 43)),
    ],
)
def test_places_of_units_are_those_of_their_file(span: Span, unit: str, place: tuple[int, ...]) -> None:
    found = locate(unit_text(), Issue("a/b", Severity.ERROR, "t.tmx", Finding(span, "m")))
    assert (found.issue.unit, tuple(found.place)) == (unit, place)


def test_a_note_on_the_source_is_placed_in_the_source() -> None:
    target = Document(Source("en.txt", "One.\n"), ())
    source = Document(Source("zh.txt", "甲\n乙\n"), ())
    bitext = Bitext(source, target, (Pair(Span(2, 3), Span(0, 4)),))
    issue = Issue("a/b", Severity.ERROR, "en.txt", Finding(Span(0, 3), "m", (Note(Span(2, 3), "here", True),)))
    (note,) = locate(bitext.target, issue, bitext.source).notes
    assert (note.path, note.place.line, note.place.column) == ("zh.txt", 2, 1)


def missing(source: Span, doubtful: bool = False) -> Issue:
    """An issue about something that a sentence of the target lacks."""
    finding = Finding(Span(0, 50), "m", (Note(source, "here", True),), doubtful=doubtful)
    return Issue("bilingual/x", Severity.ERROR, "en.txt", finding)


def test_two_things_that_one_sentence_lacks_are_two_issues() -> None:
    assert len(unique([missing(Span(3, 5)), missing(Span(8, 9)), missing(Span(4, 6))])) == 2


def test_what_a_sentence_lacks_hides_nothing_within_it() -> None:
    inside = Issue("style/x", Severity.ERROR, "en.txt", Finding(Span(10, 12), "m"))
    same = Issue("style/y", Severity.ERROR, "en.txt", Finding(Span(0, 50), "m"))
    assert unique([missing(Span(3, 5)), inside]) == [missing(Span(3, 5)), inside]
    assert unique([missing(Span(3, 5)), same]) == [missing(Span(3, 5))]


def test_a_row_may_be_part_of_a_quotation(run: Run, folder: Path) -> None:
    (folder / "rows.tsv").write_text("zh\ten\n“走吧，\t“Let us go (or\n他说。”\tstay),” he said.\n", encoding="utf-8")
    assert issues(run, "--select", "style", "rows.tsv") == []
