"""Files whose names hold what no line can: decisions and baselines know them, messages stay one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import Run

RULE = "style/space-before-punctuation"
NAMES = ["a\nb.txt", "a\tb.txt", "a\x1b[31m.txt", "a\u2028b.txt", "a\x85b.txt", "\ufeffa.txt", "a\udcff.txt",
         "a  b.txt", "#a: 'b' \"c\"\\.txt", r"\u0041.txt"]  # fmt: skip


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The name of a text with an issue."""
    try:
        (tmp_path / request.param).write_text("Roads , bridges.\n")
    except OSError:
        pytest.skip("the file system has no such names")
    return str(request.param)


def test_decisions_name_any_file(name: str, run: Run) -> None:
    assert run("accept", ".", "--rule", RULE, "--reason", "as\x1bprinted")[0] == 0
    assert run("check", ".")[:2] == (0, "")
    (Path.cwd() / name).rename("other.txt")
    assert "is not there any more" in run("check", ".")[1]


def test_a_baseline_names_any_file(name: str, run: Run) -> None:
    assert run("accept", "--baseline", ".")[0] == 0
    assert run("check", ".") == (0, "", "no issues in 1 file; 1 accepted (--show-accepted shows them)\n")
    (Path.cwd() / name).rename("other.txt")
    assert "1 taken out" in run("accept", "--baseline", "--prune", ".")[2]


def test_a_report_hands_over_any_file(name: str, run: Run) -> None:
    (Path.cwd() / "report.json").write_text(run("check", "-f", "json", ".")[1])
    assert run("accept", "--from", "report.json", "--reason", "as printed")[0] == 0
    assert run("check", ".")[0] == 0


def test_messages_stay_one_line(run: Run) -> None:
    assert run("check", "-q", "no\n\x1b[31m.txt") == (2, "", "no \\x1b[31m.txt: No such file or directory\n")


def test_commands_tell_a_faulty_text_alike(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_bytes(b"Roads\n\xff\n")
    told = run("check", "-q", "a.txt")[2]
    assert told.startswith("a.txt:2: not UTF-8")
    assert run("fix", "-q", "a.txt")[2] == told
    assert run("report", "-q", "a.txt")[2] == told
    assert run("accept", "--baseline", "a.txt")[2] == told
    assert run("accept", "--interactive", "a.txt")[2] == told


@pytest.mark.parametrize("command", ["check", "fix", "report", "accept --baseline"])
def test_an_empty_path_is_told(command: str, run: Run) -> None:
    assert run(*command.split(), "") == (2, "", "termcheck: a path is empty (the current folder is .)\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("A text.\n", encoding="utf-8")
    for name in ("b.txt", "c.tsv"):
        os.mkfifo(tmp_path / name)
    assert run("check", ".") == (0, "", "no issues in 1 file\n")
