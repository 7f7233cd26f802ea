"""What runs in a worker: the work on a batch of files. A file that fails costs only itself."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..engine import Crash
from ..errors import TermcheckError
from ..plan import Task
from . import interrupts

if TYPE_CHECKING:
    from .crew import Work

_work: Work[Any]
_lock = Lock()


def enlist(work: Work[Any], threshold: tuple[int, int, int]) -> None:
    """Take the work once, where a process has one work for all its life: see `do`.

    The `threshold` is that of the garbage collector in the process that started this one.
    """
    global _work  # noqa: PLW0603 - a process gets the work once, with its setups, and not with every batch
    interrupts.free()
    gc.set_threshold(*threshold)
    _work = work


def do(batch: Sequence[Task]) -> list[Any]:
    """The work that the process was enlisted for, on each file of a batch."""
    return [attempt(_work, task) for task in batch]


def attempt(work: Work[Any], task: Task) -> Any:
    """What the work on a file gives, or how it crashed."""
    try:
        return work(task)
    except Exception as error:
        return Crash("", task.name, f"{type(error).__name__}: {error}".partition("\n")[0])


def do_elsewhere(packed: bytes, version: str, folder: str, batch: Sequence[Task]) -> list[Any]:
    """The packed work on each file of a batch, by a worker of another program that serves many.

    Paths are those of the `folder` that the run was started in, and the folder is the process's: so one batch at a
    time. The work is unpacked once. Raises TermcheckError where the worker is of another version.
    """
    if version != __version__:
        raise TermcheckError(f"a worker has termcheck {__version__}, this is {version}", hint="install the same")
    with _lock, _inside(folder):
        work = _unpacked(packed)
        return [attempt(work, task) for task in batch]


_unpacked = lru_cache(maxsize=4)(pickle.loads)


@contextmanager
def _inside(folder: str) -> Iterator[None]:
    before = os.getcwd()
    try:
        os.chdir(folder)
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be entered", folder, hint="workers must see the files") from None
    try:
        yield
    finally:
        os.chdir(before)
