"""Work on the files of a plan, in one process or several: the same results in the same order.

Of few files each large table is checked by several processes, part by part.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .document import Document
from .engine import Checked, Crash, Each, Part, Setup, Text, check_file, check_part
from .errors import TermcheckError
from .plan import Plan, Task
from .readers import STDIN, Share, holds_two
from .text import Source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_DIED = "the process that checked it died"
FEW = 8  # files that one process has checked before others are started
CHUNK = 4  # files sent to a process at a time

T = TypeVar("T")
# What is done with a file. It is told how much of a table is read, and given what checks the parts of one elsewhere.
Work = Callable[[Task, Share, "Each | None"], T]

_setups: Mapping[str, Setup] = {}
_work: Work[Any]


def check_all(plan: Plan, jobs: int = 1, share: Share = lambda _: None) -> Iterator[Checked]:
    """What each file of the plan gives, in order; see `each_file`."""
    found = each_file(plan, partial(_check, plan.setups), jobs, share)
    for task, one in zip(plan.tasks, found, strict=True):
        yield Checked(task.name, crashes=(one,)) if isinstance(one, Crash) else one


def each_file(plan: Plan, work: Work[T], jobs: int = 1, share: Share = lambda _: None) -> Iterator[T | Crash]:
    """What the work on each file of the plan gives, in order; a crash for a file that brings its process down.

    `jobs` is the number of processes, 0 for one on each processor; `share` is
    told how much of a table is read, where there are few files.
    """
    few = len(plan.tasks) <= FEW or any(task.path == STDIN for task in plan.tasks)
    jobs = jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
    if jobs > 1 and not few:
        yield from _spread(plan, work, jobs)
        return
    for task in plan.tasks:
        with _parts_elsewhere(task, plan.setups, jobs) if jobs > 1 and _is_large(task) else nullcontext() as each:
            found = work(task, share, each)
        yield found


def _is_large(task: Task) -> bool:
    """Whether a task is a table of more than one part."""
    if task.path == STDIN or not holds_two(task.name) or not os.path.isfile(task.path):
        return False
    from .readers.units import PART

    return os.path.getsize(task.path) > PART


@contextmanager
def _parts_elsewhere(task: Task, setups: Mapping[str, Setup], jobs: int) -> Iterator[Each]:
    from concurrent.futures import ProcessPoolExecutor

    _index(setups[task.config])
    pool = ProcessPoolExecutor(jobs, initializer=_serve_parts, initargs=(setups,))
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


def _spread(plan: Plan, work: Work[T], jobs: int) -> Iterator[T | Crash]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for setup in plan.setups.values():
        _index(setup)
    done = 0
    while done < len(plan.tasks):
        pool = ProcessPoolExecutor(jobs, initializer=_serve, initargs=(work,))
        try:
            with _held_interrupts():
                results = pool.map(_done, plan.tasks[done:], chunksize=CHUNK)
            for one in results:
                yield one
                done += 1
        except BrokenProcessPool:
            pool.shutdown()
            # Any of the files under way may be the one: these are tried again, each in a process of its own.
            suspects = plan.tasks[done : done + jobs * CHUNK]
            for task in suspects:
                yield _alone(task, work)
            done += len(suspects)
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(task: Task, work: Work[T]) -> T | Crash:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1, initializer=_serve, initargs=(work,)) as pool:
        try:
            with _held_interrupts():
                result: Future[T] = pool.submit(_done, task)
            return result.result()
        except BrokenProcessPool:
            return Crash("", task.name, _DIED)


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


def _serve(work: Work[T]) -> None:
    global _work  # noqa: PLW0603 - a worker gets the work once, with its setups, and not with every file
    _free_interrupts()
    _work = work


def _serve_parts(setups: Mapping[str, Setup]) -> None:
    global _setups  # noqa: PLW0603 - likewise
    _free_interrupts()
    _setups = setups


def _free_interrupts() -> None:
    """Let Ctrl-C reach every process: a worker goes without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _done(task: Task) -> Any:
    return _work(task, lambda _: None, None)


def _check(setups: Mapping[str, Setup], task: Task, share: Share, each: Each | None) -> Checked:
    setup = setups[task.config]
    return check_file(task.path, setup, task.encoding, task.name, task.source, share=share, each=each)


def _check_part(text: Text, config: str) -> Part:
    return check_part(text, _setups[config])
