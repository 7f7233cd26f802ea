"""What a person at a terminal is told while many files are checked."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from termcheck.cli.output import Progress, lasting
from termcheck.plan import Task


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as its one value."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, clock: list[float], tasks: list[Task]) -> str:
    """What is written when two files of the tasks and half of a third took ten seconds, and then all is done."""
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(True, tasks)
    for seconds, done in ((0.5, 1), (10.0, 2.5), (20.0, len(tasks))):
        clock[0] = seconds
        progress(done, len(tasks))
    return stream.getvalue()


def test_the_rate_and_the_time_left_are_of_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    sizes = (1_000_000, 2_000_000, 2_000_000, 10_000_000)
    tasks = [Task(str(tmp_path / f"{size}{number}"), "") for number, size in enumerate(sizes)]
    for task, size in zip(tasks, sizes, strict=True):
        Path(task.path).write_bytes(bytes(size))
    line = "\r2 of 4 files, 0.4 MB/s, 28 s left\x1b[K"
    assert told(monkeypatch, Terminal(), clock, tasks) == line + "\r\x1b[K"
    assert told(monkeypatch, io.StringIO(), clock, tasks) == ""


def test_files_that_are_gone_are_counted(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    gone = [Task(f"none/{number}", "") for number in range(3)]
    assert told(monkeypatch, Terminal(), clock, gone).startswith("\r2 of 3 files\x1b[K")


def test_of_files_that_are_not_known_yet_the_rate_is_in_files(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    """Those that were done before the run went on took it no time."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    progress = Progress(True, begun_at=1_000)
    clock[0] = 10.0
    progress(1_500, 9_000)
    assert stream.getvalue() == "\r1,500 of 9,000 files, 50 files/s, 2 min left\x1b[K"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "0 s"), (89, "89 s"), (90, "2 min"), (5_300, "88 min"), (7_500, "2 h 5 min")]
)
def test_a_time_as_a_person_says_it(seconds: float, said: str) -> None:
    assert lasting(seconds) == said
