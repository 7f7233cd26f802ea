"""Files through crews of every kind: the same results in the same order, and only what must be lost is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from crew_work import read

from termcheck.engine import Crash
from termcheck.errors import TermcheckError
from termcheck.plan import Task
from termcheck.pool import batches, worker
from termcheck.pool.batches import FILE, LEAST, in_batches, worth
from termcheck.pool.crew import Crew, processes, through
from termcheck.pool.streaming import AHEAD, stream

Make = Callable[..., list[Task]]


@pytest.fixture
def files(tmp_path: Path) -> Make:
    """Files of these texts, as tasks."""

    def files(*texts: str) -> list[Task]:
        for number, text in enumerate(texts):
            (tmp_path / f"{number:03}.txt").write_text(text, encoding="utf-8")
        return [Task(str(tmp_path / name), name) for name in sorted(os.listdir(tmp_path))]

    return files


def results(tasks: list[Task], crew: Crew, *, in_order: bool = True) -> list[tuple[str, str | Crash]]:
    return [(task.name, found) for task, found in stream(iter(tasks), read, crew, in_order=in_order)]


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_however_processes_start(files: Make, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setattr(batches, "LEAST", 2 * FILE)
    found = results(files("slow", "b", "fail", "d", "e"), processes(2, method))
    failed = Crash("", "002.txt", "LookupError: 002.txt")
    assert found == [("000.txt", "slow"), ("001.txt", "b"), ("002.txt", failed), ("003.txt", "d"), ("004.txt", "e")]


def test_every_file_that_kills_is_lost_and_no_other(files: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "LEAST", 2 * FILE)
    tasks = files(*("die" if number % 7 == 3 else "" for number in range(40)))
    found = results(tasks, processes(3))
    died = {f"{n:03}.txt": Crash("", f"{n:03}.txt", "the process that checked it died") for n in range(3, 40, 7)}
    assert found == [(task.name, died.get(task.name, "")) for task in tasks]


def test_a_file_that_kills_is_lost_alone_where_order_does_not_matter(files: Make) -> None:
    tasks = files(*"abc", "die", *"efg")
    found = dict(results(tasks, processes(2), in_order=False))
    assert [name for name, one in found.items() if isinstance(one, Crash)] == ["003.txt"]
    assert len(found) == 7


def test_any_executor_will_do(files: Make) -> None:
    tasks = files("a", "fail", "c")
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(1) as process:
        crews = [through(threads, 2), through(process, 1), processes(1)]
        assert len({tuple(results(tasks, crew)) for crew in crews}) == 1


def test_an_executor_that_is_broken_is_told(files: Make) -> None:
    with ProcessPoolExecutor(1) as process, pytest.raises(TermcheckError, match="all workers are gone"):
        results(files("a", "die", "c"), through(process, 1))


def test_a_slow_file_keeps_no_other_waiting_where_order_does_not_matter(
    files: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "LEAST", 1)
    tasks = files("slow", *"abcdefgh")
    assert results(tasks, processes(2), in_order=False)[-1][0] == "000.txt"


def test_no_more_files_are_taken_than_are_under_way(files: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "LEAST", 1)
    taken = []

    def endless(task: Task) -> Iterator[Task]:
        while True:
            taken.append(task)
            yield task

    (task,) = files("a")
    found = stream(endless(task), read, processes(2)._replace(batch=1))
    for _ in range(100):
        next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(taken) <= 100 + 2 * AHEAD + 1


def test_batches_are_of_bytes_and_grow_with_what_was_sent(files: Make) -> None:
    tasks = files(*["x" * 8_000] * 200, "x" * 500_000, "x")
    made = list(in_batches(tasks, 100_000, 1))
    assert [task for batch in made for task in batch] == tasks
    sizes = [sum(map(batches.weight, batch)) for batch in made]
    assert sizes[0] <= LEAST < max(sizes[:-2]) <= 100_000
    assert [len(batch) for batch in made[-2:]] == [1, 1]


@pytest.mark.parametrize(
    ("sizes", "workers"),
    [([10_000_000], 1), ([9_000_000, 20_000], 1), ([30_000] * 8, 2), ([10] * 201, 3), ([1_000_000] * 4, 4)],
)
def test_as_many_processes_as_the_files_are_worth(files: Make, sizes: list[int], workers: int) -> None:
    assert worth(files(*("x" * size for size in sizes))) == workers


def test_a_table_that_outweighs_the_rest_is_divided_itself(tmp_path: Path, files: Make) -> None:
    (tmp_path / "table.tsv").write_text("x" * 2_000_000)
    assert worth(files(*["x" * 150_000] * 5)) == 1
    assert worth(files(*["x" * 150_000] * 15)) > 1


def test_a_worker_of_another_program_works_in_the_folder_of_the_run(tmp_path: Path, files: Make) -> None:
    import pickle

    (task,) = files("here")
    before = os.getcwd()
    found = worker.do_elsewhere(pickle.dumps(read), worker.__version__, str(tmp_path), [Task(task.name, task.name)])
    assert (found, os.getcwd()) == (["here"], before)
    with pytest.raises(TermcheckError, match=r"none: No such file or directory \(workers must see the files\)"):
        worker.do_elsewhere(pickle.dumps(read), worker.__version__, str(tmp_path / "none"), [task])
    with pytest.raises(TermcheckError, match=r"a worker has termcheck .*, this is 0\.0"):
        worker.do_elsewhere(b"", "0.0", str(tmp_path), [task])


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def submit(*_: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", submit)
    with processes(2).hire(len, 2) as send, pytest.raises(TermcheckError, match="Too many open files"):
        send([])
