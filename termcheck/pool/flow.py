"""Files without end, in their order: nothing is known of those to come, and nothing is kept of those that are done.

A large table that stands among them is checked part by part, by as many
processes as the other files are. A crew of other machines gets it whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, islice
from typing import TypeVar

from ..engine import Crash, Setup
from ..plan import Task
from ..readers import Share
from . import LocalWork
from .batches import FILE, PAYS, worth
from .crew import Crew, prepare, processes, processors
from .parts import is_large, parts_elsewhere
from .streaming import stream

_SAMPLE = 100  # of the first files, for each processor, say how many processes pay

T = TypeVar("T")


def flow(
    tasks: Iterable[Task],
    work: LocalWork[T],
    setups: Mapping[str, Setup],
    crew: Crew | int = 1,
    share: Share = lambda _: None,
) -> Iterator[tuple[Task, T | Crash]]:
    """What the work on each file gives, in order; `crew` and `share` are those of `each_file`."""
    if not isinstance(crew, int):
        yield from stream(tasks, work, crew)
        return
    jobs, left = crew or processors(), iter(tasks)
    first = [*islice(left, _SAMPLE * jobs)]
    workers = min(jobs, worth(first, FILE if crew else PAYS))
    for large, some in groupby(chain(first, left), is_large if jobs > 1 else lambda _: False):
        if large:
            yield from ((task, _by_parts(task, work, setups, jobs, share)) for task in some)
        elif workers > 1:
            prepare(setups)
            yield from stream(some, work, processes(workers))
        else:
            yield from ((task, work(task, share)) for task in some)


def _by_parts(task: Task, work: LocalWork[T], setups: Mapping[str, Setup], jobs: int, share: Share) -> T:
    with parts_elsewhere(task, setups, jobs) as each:
        return work(task, share, each)
