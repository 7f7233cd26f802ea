"""A run over an archive: what it writes, how it goes on after a stop, and what it refuses."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count, islice
from pathlib import Path

import archives
import pytest
from commands import Run

from termcheck.archive.store import opened
from termcheck.archiving import texts
from termcheck.engine import Setup
from termcheck.files import Search
from termcheck.plan import Task
from termcheck.pool import check, parts
from termcheck.pool.crew import processes
from termcheck.pool.flow import flow

SMALL = """
import sys
from termcheck.archive.store import opened
from termcheck.archiving import texts
from termcheck.cli import main
texts._TEXTS = 3
sys.exit(main())
"""


@pytest.fixture(autouse=True)
def same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


@pytest.fixture
def press(tmp_path: Path) -> Path:
    return archives.write(tmp_path, 60)


def rows(store: Path) -> list[list[tuple[object, ...]]]:
    """The rows of a store, table by table."""
    with closing(sqlite3.connect(store)) as connection:
        return [connection.execute(f"select * from {name} order by rowid").fetchall() for name in ("text", "attested")]


def issues(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "issues.jsonl").read_text().splitlines()]


def test_a_run_leaves_issues_tables_a_store_and_a_page(run: Run, tmp_path: Path, press: Path) -> None:
    code, out, err = run("archive", "press", "-o", "found", "-j", "1")
    assert (code, out) == (1, "")
    assert err == "80 errors in 61 files; 1 finding between texts: see found/archive.html\n"
    names = {f"{name}.csv" for name in archives.TABLES}
    assert {path.name for path in (tmp_path / "found").iterdir()} == {
        *names, "issues.jsonl", "archive.sqlite", "archive.html",
    }  # fmt: skip
    (one,) = (tmp_path / "found/findings.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert one.startswith('"corpus/figure","warning","no"')
    assert "press/002.txt" in one
    assert {one["rule"] for one in issues(tmp_path / "found")} == {"term/forbidden", "style/space-before-punctuation"}


def test_the_lines_are_those_of_a_check(run: Run, tmp_path: Path, press: Path) -> None:
    run("archive", "press", "-o", "found", "-j", "1", "--doubtful")
    report = json.loads(run("check", "--no-cache", "--doubtful", "-f", "json", "press")[1])
    assert issues(tmp_path / "found") == report["issues"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_file_costs_only_itself(run: Run, tmp_path: Path, press: Path, jobs: str) -> None:
    (press / "010.txt").write_bytes(b"\0\1\2")
    (press / "zz.zh.txt").unlink()
    code, _, err = run("archive", "press", "-o", "found", "-j", jobs)
    told = {
        "press/010.txt": "press/010.txt:1: not a text: a NUL character (is it another kind of file?)",
        "press/zz.en.txt": "press/zz.en.txt: its source press/zz.zh.txt is not there",
    }
    lines = {str(one["path"]): one["error"] for one in issues(tmp_path / "found") if "error" in one}
    assert lines.keys() == told.keys()
    assert code == 2
    assert err.splitlines()[:-1] == [*lines.values()]
    assert "2 files not read" in err
    assert len({one["path"] for one in issues(tmp_path / "found")}) == 61


def test_any_number_of_processes_writes_the_same(run: Run, tmp_path: Path, press: Path) -> None:
    (press / "010.txt").write_bytes(b"\0\1\2")
    for jobs in ("1", "2"):
        run("archive", "press", "-o", jobs, "-j", jobs)
    assert archives.written(tmp_path / "1") == archives.written(tmp_path / "2")
    assert rows(tmp_path / "1/archive.sqlite") == rows(tmp_path / "2/archive.sqlite")


@pytest.mark.parametrize(
    ("jobs", "stop"), [("1", signal.SIGKILL), ("2", signal.SIGKILL), ("1", signal.SIGINT), ("2", signal.SIGINT)]
)
def test_a_stopped_run_goes_on(run: Run, tmp_path: Path, press: Path, jobs: str, stop: signal.Signals) -> None:
    whole, found, source = tmp_path / "whole", tmp_path / "found", press / "050.zh.txt"
    (press / "050.en.txt").write_text("Today\n\nThe Port Council met.\n")
    source.write_text("今天\n\n港口委员会开会。\n")
    run("archive", "press", "-o", "whole", "-j", "1")
    kept = source.read_text()
    source.unlink()
    os.mkfifo(source)  # a source that is never there: the run waits
    command = [sys.executable, "-c", SMALL, "archive", "press", "-o", "found", "-j", jobs]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, start_new_session=True)
    _wait_for(found / "issues.jsonl")
    os.killpg(process.pid, stop)
    assert process.communicate(timeout=20)[1] == b""
    assert process.returncode == (130 if stop == signal.SIGINT else -stop)
    source.unlink()
    source.write_text(kept)
    code, _, err = run("archive", "press", "-o", "found", "-j", jobs)
    assert (code, err) == (2, "found: holds a run already (--resume goes on with it)\n")
    done = len(rows(found / "archive.sqlite")[0])
    assert 0 < done < 51
    assert run("archive", "press", "-o", "found", "-j", jobs, "--resume")[0] == 1
    assert archives.written(found) == archives.written(whole)
    assert rows(found / "archive.sqlite") == rows(whole / "archive.sqlite")


def _wait_for(path: Path) -> None:
    """Wait until something stands in a file, and nothing more comes."""
    size = 0
    for _ in range(100):
        time.sleep(0.5)
        before, size = size, path.stat().st_size if path.exists() else 0
        if 0 < before == size:
            return
    pytest.fail(f"{path} stays empty")


def test_what_a_stopped_run_wrote_of_an_unfinished_batch_is_cut_off(run: Run, tmp_path: Path, press: Path) -> None:
    run("archive", "press", "-o", "found", "-j", "1")
    before = archives.written(tmp_path / "found")
    with (tmp_path / "found/issues.jsonl").open("a") as stream:
        stream.write('{"rule": "half a l')
    run("archive", "press", "-o", "found", "-j", "1", "--resume")
    assert archives.written(tmp_path / "found") == before


def test_new_texts_are_added_to_a_finished_run(run: Run, tmp_path: Path, press: Path) -> None:
    run("archive", "press", "-o", "found", "-j", "1")
    (press / "060.txt").write_text(archives.text(60))
    _, _, err = run("archive", "press", "-o", "found", "-j", "1", "--resume")
    assert "in 62 files" in err
    assert issues(tmp_path / "found")[-1]["path"] == "press/060.txt"


@pytest.mark.parametrize(
    "change", [("--ignore", "style"), ("--ignore", "corpus/name"), ("--doubtful",), ("-g", "more.yaml")]
)
def test_a_run_goes_on_in_the_same_manner_only(run: Run, tmp_path: Path, change: tuple[str, ...]) -> None:
    archives.write(tmp_path, 2)
    (tmp_path / "more.yaml").write_text(archives.GLOSSARY.replace("Harbour", "Harbor"))
    run("archive", "press", "-o", "found", "-j", "1")
    assert run("archive", "press", "-o", "found", "--resume", *change) == (
        2,
        "",
        "found: holds a run with another glossary, other rules or options, or another version (name a new folder)\n",
    )
    assert run("archive", "press", "-o", "found", "--resume", "--no-cache")[0] == 1


def test_two_runs_in_one_folder_are_refused(run: Run, tmp_path: Path) -> None:
    archives.write(tmp_path, 1)
    run("archive", "press", "-o", "found", "-j", "1")
    with opened(str(tmp_path / "found/archive.sqlite")):
        code, _, err = run("archive", "press", "-o", "found", "-j", "1", "--resume")
    assert (code, err) == (
        2, "found/archive.sqlite: cannot be used as the store of an archive: database is locked\n"
    )  # fmt: skip


def test_workers_end_with_a_run_that_is_killed(tmp_path: Path, press: Path) -> None:
    (press / "050.en.txt").write_text("Today\n\nThe Port Council met.\n")
    os.mkfifo(press / "050.zh.txt")
    command = [sys.executable, "-c", SMALL, "archive", "press", "-o", "found", "-j", "2"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)
    _wait_for(tmp_path / "found/issues.jsonl")
    process.kill()
    process.communicate(timeout=20)  # until the last of them has closed the pipe


def test_a_folder_of_something_else_is_left_alone(run: Run, tmp_path: Path) -> None:
    archives.write(tmp_path, 1)
    told = "press: holds something else (name a new folder)\n"
    assert run("archive", "press", "-o", "press") == (2, "", told)
    assert run("archive", "press", "-o", "press", "--resume") == (2, "", told)
    assert run("archive", "press", "-o", "terms.yaml")[::2] == (2, "terms.yaml: Not a directory\n")


def test_a_file_of_issues_that_was_shortened_is_told(run: Run, tmp_path: Path) -> None:
    archives.write(tmp_path, 3)
    run("archive", "press", "-o", "found", "-j", "1")
    (tmp_path / "found/issues.jsonl").write_text("")
    told = "found: issues.jsonl was shortened: the run cannot go on (name a new folder)\n"
    assert run("archive", "press", "-o", "found", "--resume") == (2, "", told)


def test_where_there_is_nothing_to_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("archive", "empty", "-o", "found", "--no-glossary")[2].startswith("termcheck: nothing to check in empty")
    assert not (tmp_path / "found").exists()
    assert run("archive", "emty", "-o", "found") == (2, "", 'emty: is not there (did you mean "empty"?)\n')
    assert run("archive", "-", "-o", "found")[2].startswith("termcheck: an archive is read from files")


def test_texts_are_only_compared_where_no_other_rule_is_selected(run: Run, tmp_path: Path, press: Path) -> None:
    code, _, err = run("archive", "press", "-o", "found", "-j", "1", "--select", "corpus", "--fail-on", "error")
    assert (code, err) == (0, "no issues in 61 files; 1 finding between texts: see found/archive.html\n")
    assert (tmp_path / "found/issues.jsonl").read_bytes() == b""
    assert run("archive", "press", "-o", "more", "-j", "1", "--select", "corpus")[0] == 1


def test_a_rule_that_fails_is_told(run: Run, press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.archiving.comparing.kind_of", lambda rule: 1 / 0)
    code, _, err = run("archive", "press", "-o", "found", "-j", "1")
    assert code == 3
    assert "rule corpus/figure crashed on the archive: ZeroDivisionError" in err


def test_a_large_table_is_checked_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termcheck.readers.units.PART", 300)
    table = tmp_path / "b.tsv"
    table.write_text("source\ttarget\n" + "港口\tThe port , and so on.\n" * 200)
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text("Text , and so on.\n")
    tasks = [Task(str(path), path.name) for path in sorted(tmp_path.iterdir())]
    seen, before = list[str](), parts.parts_elsewhere
    monkeypatch.setattr(
        "termcheck.pool.flow.parts_elsewhere", lambda task, *rest: (seen.append(task.name), before(task, *rest))[1]
    )
    setups = {"": Setup(())}
    several, alone = ([*flow(tasks, partial(check, setups), setups, jobs)] for jobs in (2, 1))
    assert [(task, one._replace(seconds={})) for task, one in several] == [
        (task, one._replace(seconds={})) for task, one in alone
    ]
    assert seen == ["b.tsv"]


def test_files_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    """Memory does not grow with their number: of an endless archive a little is taken at a time."""
    (tmp_path / "a.txt").write_text("A text.\n")
    taken = count()

    def endless() -> Iterator[Task]:
        while True:
            next(taken)
            yield Task(str(tmp_path / "a.txt"), "a.txt")

    setups = {"": Setup(())}
    for crew in (1, processes(2)):
        found = flow(endless(), partial(check, setups), setups, crew)
        assert len([*islice(found, 500)]) == 500
        found.close()
    assert next(taken) < 500 + 10_000


def test_a_search_below_one_folder_remembers_no_file(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number}.txt").write_text("")
    search = Search()
    assert len([*search.files([str(tmp_path)])]) == 50
    assert not search._seen
    assert len([*search.files([str(tmp_path), str(tmp_path / "1.txt")])]) == 50


def test_a_path_that_is_no_text_is_stored_as_text() -> None:
    assert texts.storable(os.fsdecode("é".encode() + b"\xff")) == "é\\udcff"
