"""Where the time of a command goes: the functions that take most of it, as text beside the figures."""

from __future__ import annotations

import io
import pstats
import tempfile
from collections.abc import Sequence
from pathlib import Path

from processes import spent

MOST = 25


def profile(command: Sequence[str], cwd: Path, cache: Path) -> str:
    """The functions of a console script of Python that take most time, and those that do with all they call."""
    with tempfile.NamedTemporaryFile(suffix=".prof") as kept:
        python = str(Path(command[0]).with_name("python"))
        spent([python, "-m", "cProfile", "-o", kept.name, *command], cwd, 3600, cache)
        told = io.StringIO()
        stats = pstats.Stats(kept.name, stream=told).strip_dirs()
        stats.sort_stats("tottime").print_stats(MOST)
        stats.sort_stats("cumulative").print_stats(MOST)
    return "\n".join(line.rstrip() for line in told.getvalue().splitlines() if kept.name not in line).strip() + "\n"
