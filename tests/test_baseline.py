"""The baseline: what an archive had when it was adopted; only new faults count."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from commands import Run
from hypothesis import given
from hypothesis import strategies as st

from termcheck.adopting import Adopted, adopt
from termcheck.engine import Setup, check_file
from termcheck.errors import TermcheckError
from termcheck.plan import Plan, Request, plan
from termcheck.pool import check_all
from termcheck.rules import RULES
from termcheck.run import run as checked
from termcheck.suppress import Baseline
from termcheck.suppress.baseline import COLUMNS, REASON, Entry, entries, load, write

RULE = "style/space-before-punctuation"
TEXT = "Roads , bridges and ports.\n\nMore roads , and bridges. The transportaion is fine.\n"
FILE = "termcheck-baseline.tsv"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two texts whose issues are adopted."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "below/b.txt"):
        put(tmp_path, name, TEXT)
    assert adopt(work(), prune=False) == [Adopted(FILE, 6, 6, 0)]
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def work(*paths: str, **given: object) -> Plan:
    return plan(Request(paths or ["."])._replace(**given))  # type: ignore[arg-type]


def new(*paths: str, jobs: int = 1) -> list[tuple[str, str]]:
    """Path and text of the issues that are open."""
    issues = [one for file in check_all(work(*paths), jobs) for one in file.issues]
    return [(one.issue.path, one.text) for one in issues if one.issue.status == "open"]


def test_only_new_faults_count(archive: Path) -> None:
    assert new() == []
    found = checked(work())
    assert {(one.issue.status, one.issue.reason) for one in found.issues} == {("accepted", REASON)}
    put(archive, "a.txt", "A new first line , it is.\n\n" + TEXT)
    put(archive, "c.txt", "One , two.\n")
    assert new() == [("a.txt", " ,"), ("c.txt", " ,")]


def test_one_more_of_the_same_is_new(archive: Path) -> None:
    put(archive, "a.txt", TEXT + TEXT)
    assert new() == [("a.txt", " ,"), ("a.txt", " ,"), ("a.txt", "transportaion")]


def test_what_is_gone_is_told_and_taken_out_when_asked(archive: Path) -> None:
    put(archive, "a.txt", TEXT.replace("transportaion", "transportation") + "One ; two.\n")
    assert checked(work()).gone == checked(work("a.txt")).gone == 1
    assert checked(work("below")).gone == 0
    assert checked(work(select=[RULE])).gone == 0
    assert adopt(work(), prune=True) == [Adopted(FILE, 5, 0, 1)]
    assert (checked(work()).gone, new()) == (0, [("a.txt", " ;")])
    assert adopt(work(), prune=False) == [Adopted(FILE, 6, 1, 0)]


def test_files_that_are_gone_are_gone_from_the_baseline(archive: Path) -> None:
    os.unlink("below/b.txt")
    assert checked(work("a.txt")).gone == 3
    assert adopt(work("a.txt"), prune=False) == [Adopted(FILE, 3, 0, 3)]


def test_what_was_not_looked_for_stays(archive: Path) -> None:
    for name in ("a.txt", "below/b.txt"):
        put(archive, name, "Fine.\n")
    assert adopt(work("a.txt", select=[RULE]), prune=False) == [Adopted(FILE, 4, 0, 2)]


def test_decisions_come_first(archive: Path, run: Run) -> None:
    os.unlink(FILE)
    run("accept", "a.txt", "--rule", RULE, "--reason", "as printed")
    assert adopt(work("a.txt"), prune=False) == [Adopted(FILE, 1, 1, 0)]
    assert {one.issue.reason for one in checked(work("a.txt")).issues} == {"as printed", REASON}


def test_doubtful_issues_are_adopted_too(archive: Path, run: Run) -> None:
    put(archive, "c.txt", "The Arctic Fisheries Council (AZC) met.\n")
    assert "1 doubtful hidden" in run("check", "c.txt")[2]
    adopt(work("c.txt"), prune=False)
    assert run("check", "--doubtful", "c.txt")[:2] == (0, "")
    assert "doubtful hidden" not in run("check", "c.txt")[2]


def test_each_configuration_has_its_own(archive: Path) -> None:
    os.unlink(FILE)
    put(archive, "below/termcheck.yaml", "baseline: old.tsv\n")
    assert {one.path: one.holds for one in adopt(work(), prune=False)} == {FILE: 3, "below/old.tsv": 3}
    assert {*load("below/old.tsv").files} == {"b.txt"}
    assert new() == []
    os.rename("below/old.tsv", "all.tsv")
    assert len(new()) == 3
    put(
        archive,
        "all.tsv",
        Path(FILE).read_text() + Path("all.tsv").read_text().replace("b.txt", "below/b.txt"),
    )
    assert [
        one for file in check_all(work(baseline="all.tsv")) for one in file.issues if one.issue.status == "open"
    ] == []


def test_many_processes_see_the_same(archive: Path) -> None:
    for number in range(12):
        put(archive, f"{number}.txt", TEXT)
    assert len(new(jobs=2)) == 36
    adopt(work(), prune=False, jobs=2)
    put(archive, "3.txt", TEXT + "One ; two.\n")
    assert new(jobs=2) == new(jobs=1) == [("3.txt", " ;")]


def test_a_table_in_parts_is_one_file(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.readers.units.PART", 200)
    rows = [f"第{n}条路。\tRoad , number one.\n" for n in range(40)]
    put(archive, "t.tsv", "zh\ten\n" + "".join(rows))
    count = len(new("t.tsv"))
    assert count >= 40
    adopt(work("t.tsv"), prune=False)
    for jobs in (1, 2):
        assert new("t.tsv", jobs=jobs) == []
    put(archive, "t.tsv", "zh\ten\n" + "".join([*rows, rows[0]]))
    assert len(new("t.tsv")) == 1  # one more of its kind, in whatever part
    put(archive, "t.tsv", "zh\ten\n" + "".join(rows[1:]))
    assert checked(work("t.tsv")).gone >= 1
    (found,) = check_all(work("t.tsv", studied=True))
    assert [one for study in found.studies for one in study.issues] == [*found.issues]


def test_the_report_and_the_json_say_the_same(archive: Path, run: Run) -> None:
    report = json.loads(run("check", "-f", "json", ".")[1])
    assert {(one["status"], one["reason"]) for one in report["issues"]} == {("accepted", REASON)}
    assert report["summary"]["accepted"] == 6


# The file


def test_the_same_issues_give_the_same_bytes(archive: Path) -> None:
    before = Path(FILE).read_bytes()
    os.unlink(FILE)
    adopt(work("below", "a.txt"), prune=False)
    assert Path(FILE).read_bytes() == before
    lines = before.decode().splitlines()
    assert lines[0] == "\t".join(COLUMNS)
    assert lines[1:] == sorted(lines[1:])


def test_lines_may_stand_in_any_order_and_twice(archive: Path) -> None:
    """As git leaves them that is told to take the lines of both sides."""
    lines = Path(FILE).read_text().splitlines()
    put(archive, FILE, "\ufeff" + "\r\n".join([*reversed(lines), "", *lines]))
    assert new() == []


@pytest.mark.parametrize("line", ["<<<<<<< ours", "a\tb\tc", "a\tb\tc\td\te"])
def test_a_faulty_line_is_told(archive: Path, line: str) -> None:
    put(archive, FILE, "\t".join(COLUMNS) + f"\n{line}\n")
    with pytest.raises(TermcheckError, match=f"^{FILE}:2: no line of a baseline"):
        work()


def test_an_unreadable_baseline_is_told(archive: Path) -> None:
    Path(FILE).write_bytes(b"\xff\n")
    with pytest.raises(TermcheckError, match="not UTF-8"):
        work()
    os.unlink(FILE)
    os.mkdir(FILE)
    with pytest.raises(TermcheckError, match="directory"):
        work()


CELL = st.text(st.characters(exclude_characters="\t\r\n\x00", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)


@given(st.sets(st.builds(Entry, CELL, CELL, CELL, CELL), max_size=5))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, lines: set[Entry]) -> None:
    path = str(tmp_path_factory.getbasetemp() / "baseline.tsv")
    write(path, lines)
    found = {one[:3] for known in load(path).files.values() for one in known.values()}
    assert {one[:2] for one in found} <= {one[:2] for one in lines}
    assert {(one.file, one.fingerprint) for one in lines} == {(one[0], one[2]) for one in found}


# Edits elsewhere

LINES = [
    "Roads , bridges and ports.",
    "More roads , and bridges.",
    "The transportaion is fine.",
    "The the end.",
    "Fine.",
]
SETUP = Setup(RULES)


@given(
    st.lists(st.sampled_from(LINES), max_size=8),
    st.lists(st.sampled_from(["", "It is new.", "Fine."]), max_size=5),
    st.data(),
)
def test_an_edit_elsewhere_shows_nothing_new(old: list[str], added: list[str], data: st.DataObject) -> None:
    before = check_file("a.txt", SETUP, data="\n\n".join(old).encode() + b"\n")
    known = entries(Baseline("b.tsv"), "a.txt", before.issues)
    edited = [*old]
    for line in added:
        edited.insert(data.draw(st.integers(0, len(edited))), line)
    setup = SETUP._replace(baseline=Baseline("b.tsv", {"a.txt": known}))
    after = check_file("a.txt", setup, data="\n\n".join(edited).encode() + b"\n")
    assert [one for one in after.issues if one.issue.status == "open"] == []
    assert after.gone == 0
