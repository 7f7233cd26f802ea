"""Work on the files of a plan, in one process or several: the same results in the same order.

Where several processes pay, batches of files go to a crew; of few files each
large table is checked by several processes, part by part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..engine import Checked, Crash, Each, Setup, check_file
from ..plan import Plan, Task
from ..readers import STDIN, Share, holds_two

if TYPE_CHECKING:
    from .crew import Crew

Result_co = TypeVar("Result_co", covariant=True)


class LocalWork(Protocol[Result_co]):
    """What is done with a file, in any process: see `crew.Work`.

    In this one it is told how much of a table is read, and given what checks the parts of one elsewhere.
    """

    def __call__(self, task: Task, share: Share = ..., each: Each | None = None) -> Result_co: ...


def check_all(
    plan: Plan, crew: Crew | int = 1, share: Share = lambda _: None, work: LocalWork[Checked] | None = None
) -> Iterator[Checked]:
    """What the check of each file of the plan gives, in order; see `each_file`. `work` is another way to check one."""
    found = each_file(plan, work or partial(check, plan.setups), crew, share)
    for task, one in zip(plan.tasks, found, strict=True):
        yield Checked(task.name, crashes=(one,)) if isinstance(one, Crash) else one


def each_file(
    plan: Plan, work: LocalWork[Result_co], crew: Crew | int = 1, share: Share = lambda _: None
) -> Iterator[Result_co | Crash]:
    """What the work on each file of the plan gives, in order; a crash for a file that brings its process down.

    `crew` is who does it, or a number of processes, 0 for as many as pay; `share` is told how
    much of a table is read, where it is read in this process.
    """
    several = _several(plan, crew)
    if several is not None:
        from .streaming import stream

        yield from (found for _, found in stream(plan.tasks, work, several))
        return
    for task in plan.tasks:
        with _elsewhere(task, plan, crew) as each:
            found = work(task, share, each)
        yield found


def check(setups: Mapping[str, Setup], task: Task, share: Share = lambda _: None, each: Each | None = None) -> Checked:
    """What the check of a file gives under the setup of its configuration; nothing is raised, nothing is kept."""
    setup = setups[task.config]
    return check_file(task.path, setup, task.encoding, task.name, task.source, share=share, each=each)


def _several(plan: Plan, crew: Crew | int) -> Crew | None:
    """The crew for the files of a plan, None where this process is to do the work."""
    if crew == 1 or any(task.path == STDIN for task in plan.tasks):
        return None
    if not isinstance(crew, int):
        return crew
    if len(plan.tasks) < 2:
        return None
    from .batches import FILE, PAYS, worth
    from .crew import prepare, processes, processors

    workers = min(crew or processors(), len(plan.tasks), worth(plan.tasks, FILE if crew else PAYS))
    if workers == 1:
        return None
    prepare(plan.setups)
    return processes(workers)


def _elsewhere(task: Task, plan: Plan, crew: Crew | int) -> AbstractContextManager[Each | None]:
    """What checks the parts of a large table in other processes, if there are to be any."""
    if crew == 1 or not isinstance(crew, int) or not holds_two(task.name):
        return nullcontext()
    from .crew import processors
    from .parts import is_large, parts_elsewhere

    jobs = crew or processors()
    return parts_elsewhere(task, plan.setups, jobs) if jobs > 1 and is_large(task) else nullcontext()
