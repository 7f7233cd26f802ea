"""A real scheduler of Dask with two workers, each a process of its own, on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def start(program: str, folder: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", "--scheduler-file", "where.json", *options]
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, (TESTS, TESTS.parent))),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    return subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Cluster:
    """The programs of a cluster, and where it answers."""

    def __init__(self, folder: Path) -> None:
        self.scheduler = start("scheduler", folder, "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        sizes = ("--nworkers", "2", "--nthreads", "1", "--memory-limit", "0")
        self.workers = start("worker", folder, *sizes, "--no-dashboard", "--local-directory", str(folder))
        self.address = self._address(folder / "where.json")

    def _address(self, where: Path) -> str:
        import json

        for _ in range(300):
            if where.exists():
                return str(json.loads(where.read_text())["address"])
            time.sleep(0.1)
        pytest.fail("the scheduler does not start")

    def stop(self) -> None:
        for process in (self.workers, self.scheduler):
            process.terminate()
            process.wait(timeout=20)
