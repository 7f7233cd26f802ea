"""Results of earlier runs: the same bytes as a fresh check, used only while nothing they rest on has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from commands import Run

from termcheck.cachedir import tidy
from termcheck.plan import Plan, Request, plan
from termcheck.results import check_all, shelf

TEXT = "Li Na:\n\nRoads , bridges and the inland opening up of ports. The transportaion is fine.\n"
GLOSSARY = "terms:\n  - term: inland opening-up\n    source: [内陆开放]\n  - term: Zambezi Water Fund\n"
CONFIG = "glossaries: [terms.yaml]\npairs: [{source: b.zh.txt, target: b.txt}]\nexclude: ['*.zh.txt']\n"
DECISIONS = (
    "- {rule: style/space-before-punctuation, file: b.txt, text: ' ,', reason: quoted}\n"
    "- {rule: spelling/typo, file: a.txt, text: transportaion, reason: quoted}\n"
)
FORMATS = ("text", "pretty", "json", "sarif", "github", "markdown", "csv")


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two texts, one beside its source, and a table; the cache is a folder beside."""
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    written = {
        "a.txt": TEXT, "b.txt": TEXT, "b.zh.txt": "李娜：\n\n公路、桥梁和港口内陆开放2024年。交通很好。\n",
        "c.tsv": "zh\ten\n内陆开放30年\tthe inland opening up of 40 years\n", "terms.yaml": GLOSSARY,
        "termcheck.yaml": CONFIG, "termcheck-accepted.yaml": DECISIONS,
    }  # fmt: skip
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def work() -> Plan:
    return plan(Request(["."]))


def known() -> set[str]:
    """The files whose results would be used by a run now."""
    todo = work()
    stands = shelf.shelves(todo.setups)
    return {task.name for task in todo.tasks if shelf.recall(stands[task.config], task) is not None}


def checked() -> None:
    """A run, which keeps its results."""
    assert len(list(check_all(work()))) == 3


def test_fresh_and_kept_results_are_the_same_bytes(texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for form in FORMATS:
        command = ("check", "--doubtful", "--show-accepted", "-f", form, "texts")
        shutil.rmtree(texts.parent / "cache", ignore_errors=True)
        without = run(*command, "--no-cache")
        assert without[1].count("\n") or form == "pretty"
        assert run(*command) == without
        assert run(*command) == without
        assert run(*command, "-j", "2") == without


def test_a_run_keeps_the_results_of_all_files_and_reads_them_again(texts: Path) -> None:
    assert known() == set()
    checked()
    assert known() == {"a.txt", "b.txt", "c.tsv"}


def test_several_processes_keep_what_one_would(texts: Path, run: Run) -> None:
    for number in range(40):
        (texts / f"{number}.txt").write_text(TEXT.replace("fine", f"no {number}"), encoding="utf-8")
    without = run("check", "--no-cache", "-f", "json", "texts")
    assert run("check", "-j", "2", "-f", "json", "texts") == without
    assert len(known()) == 43
    assert run("check", "-f", "json", "texts") == without


@pytest.mark.parametrize(
    ("file", "old", "new", "left"),
    [
        ("a.txt", "fine", "good", {"b.txt", "c.tsv"}),
        ("b.zh.txt", "很好", "好", {"a.txt", "c.tsv"}),
        ("c.tsv", "40", "30", {"a.txt", "b.txt"}),
        ("termcheck.yaml", "exclude", "severity: {spelling: warning}\nexclude", set()),
        ("termcheck.yaml", "exclude", "ignore: [spelling]\nexclude", set()),
        ("termcheck.yaml", "exclude", "rules: {consistency/case: {share: 2}}\nexclude", set()),
        ("terms.yaml", "opening-up", "opening up", set()),
        ("termcheck-accepted.yaml", "reason: quoted}\n- {rule: spelling", "reason: cited}\n- {rule: spelling",
         {"a.txt", "c.tsv"}),
        ("termcheck-accepted.yaml", "- {rule: spelling", "\n\n- {rule: spelling", {"a.txt", "b.txt", "c.tsv"}),
        ("termcheck-accepted.yaml", "file: a.txt, ", "", set()),
    ],
)  # fmt: skip
def test_what_a_result_rests_on(texts: Path, file: str, old: str, new: str, left: set[str]) -> None:
    checked()
    text = (texts / file).read_text(encoding="utf-8")
    assert old in text
    (texts / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert known() == left


def test_a_file_that_changes_while_it_is_checked_is_not_kept(texts: Path) -> None:
    todo = work()
    stands = shelf.shelves(todo.setups)
    task = todo.tasks[0]
    before = shelf.key(stands[task.config], task)
    (result,) = list(check_all(todo._replace(tasks=[task])))
    shutil.rmtree(texts.parent / "cache")
    stands = shelf.shelves(todo.setups)
    (texts / task.name).write_text("Another text.\n", encoding="utf-8")
    shelf.keep(stands[task.config], task, before, result)
    assert known() == set()


def kept_files(texts: Path) -> Iterator[Path]:
    return (path for path in (texts.parent / "cache").rglob("results/*/*") if path.is_file())


@pytest.mark.parametrize("part", [0, 0.1, 0.3, 0.5, 0.9, 1])
def test_a_damaged_result_is_as_good_as_none(texts: Path, part: float) -> None:
    checked()
    for path in kept_files(texts):
        data = path.read_bytes()
        at = min(len(data) - 1, int(part * len(data)))
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    assert known() == set()
    checked()
    assert len(known()) == 3
    for path in kept_files(texts):
        path.write_bytes(path.read_bytes()[: int(part * 100)])
    assert known() == set()


def test_what_went_wrong_is_not_kept(texts: Path) -> None:
    (texts / "a.txt").write_bytes(b"no text\x00\x01\x02 at all")
    list(check_all(work()))
    assert known() == {"b.txt", "c.tsv"}


def test_nothing_is_kept_where_that_is_not_wanted_or_not_possible(texts: Path, run: Run) -> None:
    assert run("check", "--no-cache", "-q", "texts")[0] == 1
    assert not (texts.parent / "cache").exists()
    (texts.parent / "cache").write_text("no folder")
    assert run("check", "-q", "texts")[0] == 1


def test_what_was_of_no_use_for_a_month_is_thrown_out_once_a_day(texts: Path) -> None:
    checked()
    one, *others = (path for path in (texts.parent / "cache").rglob("*") if path.is_file() and path.name != "tidied")
    os.utime(one, (0, 0))
    tidy()
    assert one.exists(), "today's run has looked through them"
    (texts.parent / "cache" / "termcheck" / "tidied").unlink()
    tidy()
    assert not one.exists()
    assert all(path.exists() for path in others)


def test_what_is_of_use_stays(texts: Path) -> None:
    checked()
    old = [
        path
        for path in (texts.parent / "cache").rglob("*")
        if path.is_file() and path.name not in {"grammar", "tidied"}
    ]
    for path in old:
        os.utime(path, (0, 0))
    assert len(known()) == 3
    assert all(path.stat().st_mtime for path in old)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
@pytest.mark.parametrize("command", [("check", "pipe"), ("check", "--source", "pipe", "texts/b.txt")])
def test_a_pipe_is_read_once_and_not_kept(texts: Path, run: Run, command: tuple[str, ...]) -> None:
    pipe, text = texts.parent / "pipe", texts / "b.zh.txt"
    pipe.write_bytes(text.read_bytes())
    wanted = run(*command, "--no-cache")
    pipe.unlink()
    os.mkfifo(pipe)
    for _ in range(2):
        writer = Thread(target=lambda: pipe.write_bytes(text.read_bytes()))
        writer.start()
        assert run(*command) == wanted
        writer.join()
