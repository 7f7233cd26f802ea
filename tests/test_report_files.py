"""The files of a style report: where it is written, what it is called, what is said of a mistake."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import Run

from termcheck.cli import report
from termcheck.reports.html import page

SEE = " (see termcheck report --help)"
TEXT = "He said so , and left.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name in ("a/one.txt", "b/one.txt", "北京.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_report_is_one_file(texts: Path, run: Run) -> None:
    code, out, err = run("report", "a/one.txt")
    assert (code, out) == (0, "")
    assert re.fullmatch(r"1 error in 1 file.*: see termcheck-report\.html\n", err)
    assert (texts / "termcheck-report.html").read_text().startswith("<!DOCTYPE html>")


def test_a_report_goes_to_standard_output(texts: Path, run: Run) -> None:
    code, out, err = run("report", "-o", "-", "a/one.txt")
    assert code == 0
    assert re.fullmatch(r"1 error in 1 file(?!.*: see ).*\n", err)
    assert out.startswith("<!DOCTYPE html>")
    assert not (texts / "-").exists()


def test_a_folder_holds_a_page_for_each_document(texts: Path, run: Run) -> None:
    code, _, err = run("report", "--split", "a", "b", "北京.txt")
    assert code == 0
    assert re.fullmatch(r"3 errors in 3 files.*: see termcheck-report\n", err)
    made = names(texts / "termcheck-report")
    assert [re.sub("d[0-9a-f]{8,}", "*", name) for name in made] == ["*.html", "index.html", "one-*.html", "one-*.html"]
    index = (texts / "termcheck-report" / "index.html").read_text()
    assert all(f'href="{name}#' in index for name in made if name != "index.html")


def test_pages_of_an_earlier_report_go_and_other_files_stay(texts: Path, run: Run) -> None:
    run("report", "--split", "a", "b", "-o", "out")
    (texts / "out" / "notes-d12345678.html").write_text("<p>not made by the report</p>")
    (texts / "out" / "notes.txt").write_text("mine")
    code, _, err = run("report", "--split", "a", "-o", "out", "-q")
    assert code == 0
    assert re.fullmatch(r"out/one-d[0-9a-f]{8,}\.html: removed, a page of an earlier report\n", err)
    assert len(names(texts / "out")) == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "none/report.html"], "none: there is no such folder"),
        (["-o", "a/one.txt"], "a/one.txt: is one of the texts, and not the place for a report"),
        (["-o", "a"], "a: is a folder (--split makes several files in it)"),
        (["--split", "-o", "a/one.txt"], "a/one.txt: is a file (with --split, -o names a folder)"),
        (["--split", "-o", "none/report"], "none: there is no such folder"),
        (["--split", "-o", "-"], "termcheck report: --split makes several files: give a folder with -o" + SEE),
        (["none.txt"], "none.txt: No such file or directory"),
        (["--select", "none"], None),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line(texts: Path, run: Run, arguments: list[str], said: str | None) -> None:
    before = sorted(texts.rglob("*"))
    code, out, err = run("report", *([] if "none.txt" in arguments else ["a/one.txt"]), *arguments)
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == said or (said is None and err.count("\n") == 1)
    assert sorted(texts.rglob("*")) == before


def test_where_nothing_could_be_read_the_old_report_stays(texts: Path, run: Run) -> None:
    (texts / "none.txt").write_bytes(b"\0")
    (texts / "old.html").write_text("old")
    code, _, err = run("report", "none.txt", "-o", "old.html")
    assert code == 2
    assert err.splitlines()[1:] == ["no issues in 0 files; 1 file not read"]
    assert (texts / "old.html").read_text() == "old"


def test_a_wrong_time_is_a_mistake(texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    code, _, err = run("report", "a/one.txt")
    assert code == 2
    assert err == 'termcheck: SOURCE_DATE_EPOCH is "today" (seconds since 1970, a whole number)\n'


@pytest.mark.parametrize("arguments", [["-o", "old.html"], ["--split", "-o", "pages"]])
def test_ctrl_c_leaves_the_old_report(
    texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    (texts / "old.html").write_text("old")
    monkeypatch.setattr(page, "_page", interrupted)
    assert run("report", "a/one.txt", *arguments)[0] == 130
    assert (texts / "old.html").read_text() == "old"
    assert not [path for path in texts.rglob("*") if path.suffix == ".part" or path.name == "index.html"]


def test_a_large_page_is_told(texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "LARGE", 1000)
    code, _, err = run("report", "a", "b", "-q")
    assert code == 0
    assert re.fullmatch(r"termcheck-report\.html has \d+ MB, which opens slowly \(--split makes .*\)\n", err)


TABLE = "source\ttarget\n" + "".join(
    f"出口{number}.6%，进口{number}亿元。\tExports rose by {number}.9%, and imports came to {number} billion yuan .\n"
    for number in range(2, 12)
)
TRANSCRIPT = """Speakers:
Ms. Lee Wen, director of the water office

Lee Wen:
We moved towards the sea , and toward the land. The transportaion of 15 ports grew by 6.1%.
As Mr. Wu said, 16 ports grew by 6.1%.

Reuters:
What will follow?
"""


@pytest.mark.parametrize(("name", "text"), [("a.txt", TRANSCRIPT), ("a.tsv", TABLE)])
def test_every_link_leads_somewhere(tmp_path: Path, run: Run, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    run("report", "--select", "all", name, "-o", "report.html")
    made = (tmp_path / "report.html").read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]*)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', made)) <= set(ids)
