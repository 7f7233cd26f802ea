"""One large table in several processes, part by part."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from ..engine import Checked, Crash, Each, Part, Setup, Text, check_part
from ..errors import TermcheckError
from ..plan import Task
from ..readers import STDIN, holds_two
from . import interrupts
from .crew import DIED, build_indexes
from .packing import Packed, packed, unpacked

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_setups: Mapping[str, Setup] = {}


def is_large(task: Task) -> bool:
    """Whether a task is a table of more than one part."""
    if task.path == STDIN or not holds_two(task.name) or not os.path.isfile(task.path):
        return False
    from ..readers.units import PART

    return os.path.getsize(task.path) > PART


@contextmanager
def parts_elsewhere(task: Task, setups: Mapping[str, Setup], jobs: int) -> Iterator[Each]:
    """What checks the texts of a table in other processes, for as long as they are there."""
    from concurrent.futures import ProcessPoolExecutor

    build_indexes({"": setups[task.config]})
    pool = ProcessPoolExecutor(jobs, initializer=_serve, initargs=(setups,))
    try:
        yield partial(_parts, pool, task, 2 * jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def _parts(pool: ProcessPoolExecutor, task: Task, most: int, texts: Iterator[Text]) -> Iterator[Part]:
    """What the texts of a table give, in order; `most` are under way at a time, so that memory is bounded."""
    from concurrent.futures.process import BrokenProcessPool

    waiting, fault = deque["Future[Part]"](), None
    try:
        try:
            for text in texts:
                if len(waiting) == most:
                    yield waiting.popleft().result()
                with interrupts.held():
                    waiting.append(pool.submit(_check_part, packed(text), task.config))
        except TermcheckError as error:  # what was read before is told all the same
            fault = error
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        yield Part(Checked(task.name, crashes=(Crash("", task.name, DIED),)), set(), frozenset())
    if fault:
        raise fault


def _serve(setups: Mapping[str, Setup]) -> None:
    global _setups  # noqa: PLW0603 - a worker gets the setups once, and not with every part
    interrupts.free()
    _setups = setups


def _check_part(sent: Packed | Text, config: str) -> Part:
    return check_part(unpacked(sent), _setups[config])
