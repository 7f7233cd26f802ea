"""Who does the work: processes of this machine, or the workers of any executor.

A crew is what `stream` sends batches of files to. This module knows the crews
of the standard library; `cluster` knows Dask's.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..document import Document
from ..engine import Setup
from ..errors import TermcheckError
from ..plan import Task
from ..structure import parse
from ..text import Source
from . import interrupts

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

DIED = "the process that checked it died"
BATCH = 128_000  # bytes of text that go to a process at a time: a twentieth of a second
MOST = 61  # processes that Windows can wait for

T = TypeVar("T")

# What is done with a file: a function that can be pickled, with all it needs, and so can what it gives.
Work = Callable[[Task], T]
Submit = Callable[[Sequence[Task]], "Future[list[Any]]"]  # sends a batch of files to a worker


class Crew(NamedTuple):
    """So many `workers`, and how they are hired.

    `hire(work, workers)` opens what sends batches to workers that know the work, and dismisses them in the end.
    `died` is what a batch raises where its worker is gone; `batch` how many bytes one should have.
    """

    workers: int
    hire: Callable[[Work[Any], int], AbstractContextManager[Submit]]
    died: tuple[type[BaseException], ...]
    batch: int = BATCH


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))


def processes(jobs: int = 0, method: str = "") -> Crew:
    """Processes of this machine, 0 for one on each processor; `method` is how they start, "" for Python's default."""
    from concurrent.futures.process import BrokenProcessPool

    workers = jobs or processors()
    return Crew(min(workers, MOST) if os.name == "nt" else workers, partial(_started, method), (BrokenProcessPool,))


@contextmanager
def _started(method: str, work: Work[Any], workers: int) -> Iterator[Submit]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from .worker import do, enlist

    pool = ProcessPoolExecutor(workers, get_context(method or None), enlist, (work, gc.get_threshold()))

    def submit(batch: Sequence[Task]) -> Future[list[Any]]:
        try:
            with interrupts.held():
                return pool.submit(do, batch)
        except OSError as error:
            raise TermcheckError(f"no process can be started: {error.strerror}", hint="take fewer, by -j") from None

    try:
        yield submit
    finally:
        pool.shutdown(cancel_futures=True)


def through(executor: Executor, workers: int) -> Crew:
    """The workers of an executor of yours, which is left open. The work goes out with every batch.

    They have termcheck in this version and see the files under the same paths.
    """
    from concurrent.futures import BrokenExecutor

    return Crew(workers, partial(_sent, executor), (BrokenExecutor,))


@contextmanager
def _sent(executor: Executor, work: Work[Any], workers: int) -> Iterator[Submit]:
    import pickle

    yield sender(executor, pickle.dumps(work))


def sender(executor: Executor, packed: Any) -> Submit:
    """What sends a batch to an executor, with the packed work, or with what the executor makes it of."""
    from .. import __version__
    from .worker import do_elsewhere

    folder = os.getcwd()
    return lambda batch: executor.submit(do_elsewhere, packed, __version__, folder, batch)


def prepare(setups: Mapping[str, Setup]) -> None:
    """Make what reads transcripts and what finds terms, once, before the processes part."""
    for setup in setups.values():
        parse(Source("", ""), setup.tables)
    build_indexes(setups)


def build_indexes(setups: Mapping[str, Setup]) -> None:
    """Build what finds terms, once, before the processes part."""
    nothing = Document(Source("", ""), ())
    for setup in setups.values():
        setup.glossary.uses(nothing)
        setup.glossary.source_uses(nothing)
