"""The files of a plan, checked in one process or several: the same results in the same order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from .document import Document
from .engine import Checked, Crash, Setup, check_file
from .plan import Plan, Task
from .readers import STDIN, Share
from .text import Source

_NOTHING = Document(Source("", ""), ())
FEW = 8  # files that one process has checked before others are started
CHUNK = 4  # files sent to a process at a time

_setups: Mapping[str, Setup] = {}


def check_all(plan: Plan, jobs: int = 1, share: Share = lambda _: None) -> Iterator[Checked]:
    """What each file of the plan gives, in order; a file that brings its process down is told as a crash.

    `jobs` is the number of processes, 0 for one on each processor; `share` is
    told how much of a table is done, where one process does it all.
    """
    few = len(plan.tasks) <= FEW or any(task.path == STDIN for task in plan.tasks)
    jobs = jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    if jobs == 1 or few:
        _start(plan.setups)
        yield from (_check(task, share) for task in plan.tasks)
    else:
        yield from _spread(plan, jobs)


def _spread(plan: Plan, jobs: int) -> Iterator[Checked]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for setup in plan.setups.values():
        setup.glossary.uses(_NOTHING)  # the index is built once, before the processes part
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
            return Checked(task.name, crashes=(Crash("", task.name, "the process that checked it died"),))


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
