"""The files of a plan, checked in one process or several: the same results in the same order.

Of few files each large table is checked by several processes, part by part.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from .document import Document
from .engine import Checked, Crash, Part, Setup, Text, check_file, check_part
from .errors import TermcheckError
from .plan import Plan, Task
from .readers import STDIN, Share, holds_two
from .text import Source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_DIED = "the process that checked it died"
FEW = 8  # files that one process has checked before others are started
CHUNK = 4  # files sent to a process at a time

_setups: Mapping[str, Setup] = {}


def check_all(plan: Plan, jobs: int = 1, share: Share = lambda _: None) -> Iterator[Checked]:
    """What each file of the plan gives, in order; a file that brings its process down is told as a crash.

    `jobs` is the number of processes, 0 for one on each processor; `share` is
    told how much of a table is read, where there are few files.
    """
    few = len(plan.tasks) <= FEW or any(task.path == STDIN for task in plan.tasks)
    jobs = jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    if jobs > 1 and not few:
        yield from _spread(plan, jobs)
        return
    _start(plan.setups)
    for task in plan.tasks:
        yield _check_in_parts(task, plan.setups, jobs, share) if jobs > 1 and _is_large(task) else _check(task, share)


def _is_large(task: Task) -> bool:
    """Whether a task is a table of more than one part."""
    if task.path == STDIN or not holds_two(task.name) or not os.path.isfile(task.path):
        return False
    from .readers.units import PART

    return os.path.getsize(task.path) > PART


def _check_in_parts(task: Task, setups: Mapping[str, Setup], jobs: int, share: Share) -> Checked:
    from concurrent.futures import ProcessPoolExecutor

    _index(setups[task.config])
    pool = ProcessPoolExecutor(jobs, initializer=_serve, initargs=(setups,))
    try:
        each = partial(_parts, pool, task, 2 * jobs)
        return check_file(task.path, setups[task.config], task.encoding, task.name, share=share, each=each)
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
                with _held_interrupts():
                    waiting.append(pool.submit(_check_part, text, task.config))
        except TermcheckError as error:  # what was read before is told all the same
            fault = error
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        yield Part(Checked(task.name, crashes=(Crash("", task.name, _DIED),)), set(), frozenset())
    if fault:
        raise fault


def _index(setup: Setup) -> None:
    """Build what finds terms, once, before the processes part."""
    nothing = Document(Source("", ""), ())
    setup.glossary.uses(nothing)
    setup.glossary.source_uses(nothing)


def _spread(plan: Plan, jobs: int) -> Iterator[Checked]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for setup in plan.setups.values():
        _index(setup)
    done = 0
    while done < len(plan.tasks):
        pool = ProcessPoolExecutor(jobs, initializer=_serve, initargs=(plan.setups,))
        try:
            with _held_interrupts():
                results = pool.map(_check, plan.tasks[done:], chunksize=CHUNK)
            for one in results:
                yield one
                done += 1
        except BrokenProcessPool:
            pool.shutdown()
            # Any of the files under way may be the one: these are tried again, each in a process of its own.
            suspects = plan.tasks[done : done + jobs * CHUNK]
            for task in suspects:
                yield _check_alone(task, plan.setups)
            done += len(suspects)
        finally:
            pool.shutdown(cancel_futures=True)


def _check_alone(task: Task, setups: Mapping[str, Setup]) -> Checked:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1, initializer=_serve, initargs=(setups,)) as pool:
        try:
            with _held_interrupts():
                result = pool.submit(_check, task)
            return result.result()
        except BrokenProcessPool:
            return Checked(task.name, crashes=(Crash("", task.name, _DIED),))


@contextmanager
def _held_interrupts() -> Iterator[None]:
    """Keep Ctrl-C back while processes are started: one that is half there would complain aloud."""
    if hasattr(signal, "pthread_sigmask"):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
    else:
        yield


def _serve(setups: Mapping[str, Setup]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches every process: a worker goes without a word
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    _start(setups)


def _start(setups: Mapping[str, Setup]) -> None:
    global _setups  # noqa: PLW0603 - a worker gets the setups once, not with every file
    _setups = setups


def _check(task: Task, share: Share = lambda _: None) -> Checked:
    return check_file(task.path, _setups[task.config], task.encoding, task.name, task.source, share=share)


def _check_part(text: Text, config: str) -> Part:
    return check_part(text, _setups[config])
