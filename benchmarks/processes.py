"""Run a command and tell what it took: seconds on the clock, seconds of processor time, memory of its largest process.

Each command runs below a process of its own that does nothing else: the memory that the system tells of a command is at
least that of the process which started it. Bytecode is written, as in any installation.
"""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """What a run took, and what it printed."""

    seconds: float
    processor: float
    megabytes: float
    code: int
    output: str


class Medians(NamedTuple):
    """Of several runs."""

    seconds: float
    processor: float
    megabytes: float


def spent(
    command: Sequence[str], cwd: Path | None = None, limit: float = 600, cache: Path | None = None
) -> Spent | None:
    """Run a command; none if it takes over `limit` seconds. `cache` is where programs keep what they remember."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if cache:
        environment["XDG_CACHE_HOME"] = str(cache)
    with tempfile.TemporaryFile() as output, tempfile.NamedTemporaryFile("r", encoding="utf-8") as figures:
        launcher = [sys.executable, "-I", "-S", __file__, figures.name, str(limit), *command]
        subprocess.run(launcher, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=output, check=True,
                       stderr=subprocess.DEVNULL)  # fmt: skip
        seconds, processor, megabytes, code = map(float, figures.read().split())
        if code == -signal.SIGKILL:
            return None
        output.seek(0)
        return Spent(seconds, processor, megabytes, int(code), output.read().decode(errors="replace"))


def renewed(cache: Path, kept: Path, run: Callable[[], Spent | None]) -> Spent | None:
    """A run that finds in the cache what was kept, and nothing that runs since have put there."""
    shutil.rmtree(cache, ignore_errors=True)
    shutil.copytree(kept, cache)
    return run()


def in_turn(
    runs: Mapping[str, Callable[[], Spent | None]], rounds: int, told: Callable[[str], None] = lambda line: None
) -> dict[str, list[Spent]]:
    """Run by turns, so that a busy moment of the machine falls on all alike; what took too long is not run again."""
    taken: dict[str, list[Spent]] = {name: [] for name in runs}
    late: set[str] = set()
    for _ in range(rounds):
        for name, run in runs.items():
            if name in late:
                continue
            if one := run():
                taken[name].append(one)
                told(f"{name}: {one.seconds:.2f} s")
            else:
                late.add(name)
    return {name: [] if name in late else runs for name, runs in taken.items()}


def medians(some: Sequence[Spent]) -> Medians:
    return Medians(*(statistics.median(column) for column in zip(*(one[:3] for one in some), strict=True)))


def bytes_in(folder: Path) -> int:
    """How many bytes the files of a folder have."""
    return sum(path.stat().st_size for path in folder.iterdir())


def _launch(figures: str, limit: str, command: Sequence[str]) -> None:
    """Run the command in a group of its own, which ends with it; write what it took to a file."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, start_new_session=True)
    timer = threading.Timer(float(limit), os.killpg, (process.pid, signal.SIGKILL))
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    seconds, code = time.perf_counter() - begin, os.waitstatus_to_exitcode(status)
    with open(figures, "w", encoding="utf-8") as stream:  # noqa: PTH123
        stream.write(f"{seconds} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss / 1024} {code}")


if __name__ == "__main__":
    _launch(sys.argv[1], sys.argv[2], sys.argv[3:])
