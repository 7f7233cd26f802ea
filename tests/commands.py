"""What the fixture `run` gives a test: a command, by its arguments."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]  # exit code, standard output, standard error
