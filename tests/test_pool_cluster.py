"""A crew of Dask: a real scheduler with two workers, each a process of its own, on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Run
from crew_work import read, who
from dask_cluster import Cluster

from termcheck.engine import Crash
from termcheck.errors import TermcheckError
from termcheck.plan import Task
from termcheck.pool import cluster
from termcheck.pool.cluster import dask
from termcheck.pool.streaming import stream


@pytest.fixture(scope="module")
def clusters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.stop()


@pytest.fixture
def address(clusters: Cluster) -> str:
    return clusters.address


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Task]:
    """Forty files, a few to each batch."""
    monkeypatch.setattr(cluster, "BATCH", 6_000)
    monkeypatch.setattr("termcheck.pool.batches.LEAST", 6_000)
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text("die" if number == 13 else "soon")
    return [Task(str(path), path.name) for path in sorted(tmp_path.glob("*.txt"))]


def test_a_cluster_prints_the_same_bytes(run: Run, tmp_path: Path, address: str) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text("Roads , bridges and ports.\n" * number)
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    alone = run("check", "--no-cache", "-j", "1", "-f", "json", ".")
    assert alone[0] == 2
    assert alone[2].startswith("bad.txt:1: ")
    assert run("check", "--no-cache", "--scheduler", address, "-f", "json", ".") == alone


def test_a_worker_that_is_killed_loses_nothing(tasks: list[Task], address: str) -> None:
    del tasks[13]
    with dask(address) as crew:
        found = stream(iter(tasks), who, crew)
        _, first = next(found)
        assert not isinstance(first, Crash)
        os.kill(first[1], signal.SIGKILL)
        rest = [(task, one[0]) for task, one in found]
    assert rest == [(task, "soon") for task in tasks[1:]]


def test_a_file_that_kills_its_worker_costs_only_itself(tasks: list[Task], address: str) -> None:
    with dask(address) as crew:
        found = [*stream(iter(tasks), read, crew)]
    died = Crash("", "13.txt", "the process that checked it died")
    assert found == [(task, died if task.name == "13.txt" else "soon") for task in tasks]


def test_a_worker_of_another_version_is_told(
    run: Run, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Text.\n")
    monkeypatch.setattr("termcheck.__version__", "0.0")
    code, _, err = run("check", "--no-cache", "--scheduler", address, "a.txt")
    assert (code, err) == (2, "termcheck: a worker has termcheck 0.1.0, this is 0.0 (install the same)\n")


def test_an_interrupt_is_quiet(tmp_path: Path, address: str) -> None:
    os.mkfifo(tmp_path / "0.txt")  # a file that is never there: the worker waits
    command = [sys.executable, "-m", "termcheck", "check", "--scheduler", address, "0.txt"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)
    with (tmp_path / "0.txt").open("w"):  # as soon as it is read
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20)[1] == b""
    assert process.returncode == 130


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("tcp://127.0.0.1:1", "the scheduler at tcp://127.0.0.1:1 does not answer (tcp://host:8786)"),
        ("here", "\"here\" is no address: missing port number in address 'here' (tcp://host:8786)"),
    ],
)
def test_a_scheduler_that_is_not_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, told: str
) -> None:
    (tmp_path / "a.txt").write_text("Text.\n")
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    assert run("check", "--scheduler", given, "a.txt") == (2, "", f"termcheck: {told}\n")


def test_what_answers_and_says_nothing_is_no_scheduler(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Text.\n")
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        code, out, err = run("check", "--scheduler", address, "a.txt")
    assert (code, out) == (2, "")
    assert err == f"termcheck: the scheduler at {address} does not answer (tcp://host:8786)\n"


def test_dask_is_an_extra(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Text.\n")
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = "termcheck: --scheduler needs Dask (pip install 'termcheck[dask]')\n"
    assert run("check", "--scheduler", "tcp://127.0.0.1:1", "a.txt") == (2, "", told)


def test_a_scheduler_that_goes_away_is_told(tasks: list[Task], clusters: Cluster) -> None:
    """The last test: there is no scheduler after it."""
    with dask(clusters.address) as crew, pytest.raises(TermcheckError, match=r"the scheduler at .* is gone"):
        for _ in stream(iter(tasks), who, crew):
            clusters.scheduler.kill()
