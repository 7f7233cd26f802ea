"""An archive on a real scheduler of Dask with two workers: the same bytes, and nothing lost where one dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import archives
import pytest
from commands import Run
from dask_cluster import Cluster

from termcheck.archiving import texts
from termcheck.archiving.texts import Reached
from termcheck.pool import cluster


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    one = Cluster(tmp_path_factory.mktemp("cluster"))
    yield one
    one.stop()


@pytest.fixture(autouse=True)
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with a file that is no text, a few files to each batch."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setattr(cluster, "BATCH", 6_000)
    monkeypatch.setattr("termcheck.pool.batches.LEAST", 6_000)
    folder = archives.write(tmp_path, 60)
    (folder / "010.txt").write_bytes(b"\0\1\2")
    return folder


def test_every_file_has_the_bytes_of_a_local_run(run: Run, tmp_path: Path, started: Cluster) -> None:
    told = [
        run("archive", "press", "--no-cache", "-o", name, *crew)[:2]
        for name, crew in (("a", ("-j", "1")), ("b", ("-j", "2")), ("c", ("--scheduler", started.address)))
    ]
    assert told == [(2, "")] * 3
    assert archives.written(tmp_path / "a") == archives.written(tmp_path / "b") == archives.written(tmp_path / "c")


def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    run: Run, tmp_path: Path, started: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("archive", "press", "-o", "whole", "-j", "1")
    monkeypatch.setattr(texts, "_TEXTS", 3)
    monkeypatch.setattr("termcheck.archiving.read_texts", killing(texts.read_texts, started))
    assert run("archive", "press", "-o", "found", "--scheduler", started.address)[0] == 2
    assert archives.written(tmp_path / "found") == archives.written(tmp_path / "whole")


def killing(read: Callable[..., Iterator[Reached]], started: Cluster) -> Callable[..., Iterator[Reached]]:
    """The reading of texts, in which a worker is killed when the first ones are done."""

    def reading(*given: Any) -> Iterator[Reached]:
        for number, seen in enumerate(read(*given)):
            if number == 2:
                os.kill(_a_worker(started), signal.SIGKILL)
            yield seen

    return reading


def _a_worker(started: Cluster) -> int:
    """The process of a worker."""
    from distributed import Client

    with Client(started.address, set_as_default=False) as client:
        return int(next(iter(client.run(os.getpid).values())))
