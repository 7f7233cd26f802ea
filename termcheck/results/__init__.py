"""What the check of a file gave, kept in the user's cache folder for the next run over the same text.

A result is found by the file and by how it is checked, and holds while the
texts, the program, the glossary and what was decided about the file are the
same. One that is old, damaged or not there is as good as none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from .. import pool
from ..engine import Checked, Each, Setup
from ..plan import Plan, Task
from ..readers import Share
from .bundle import bundled
from .shelf import Shelf, keep, key, recall, shelves

if TYPE_CHECKING:
    from ..pool.crew import Crew


def check_all(plan: Plan, crew: Crew | int = 1, share: Share = lambda _: None) -> Iterator[Checked]:
    """What each file of the plan gives, in order; one that has not changed since an earlier run is not read again."""
    stands = shelves(plan.setups) if plan.request.cache and isinstance(crew, int) else {}
    # A result is looked at twice and not held: there may be a million.
    known = [_recalled(stands, task) is not None for task in plan.tasks]
    rest = [task for task, found in zip(plan.tasks, known, strict=True) if not found]
    check = partial(_check, plan.setups, stands)
    fresh = pool.check_all(plan._replace(tasks=rest), crew, share, check)
    for task, found in zip(plan.tasks, known, strict=True):
        yield (_recalled(stands, task) or check(task)) if found else next(fresh)


def _recalled(stands: Mapping[str, Shelf], task: Task) -> Checked | None:
    return recall(shelf, task) if (shelf := stands.get(task.config)) else None


def _check(
    setups: Mapping[str, Setup],
    stands: Mapping[str, Shelf],
    task: Task,
    share: Share = lambda _: None,
    each: Each | None = None,
) -> Checked:
    """Check a file, pack its issues, and keep what that gave; done in the process that checks it."""
    shelf = stands.get(task.config)
    before = key(shelf, task) if shelf else b""
    checked = pool.check(setups, task, share, each)
    given = bundled(checked)
    if shelf and _holds(checked):
        keep(shelf, task, before, given)
    return given


def _holds(checked: Checked) -> bool:
    """Whether nothing went wrong, and nothing was told of the file of decisions, where lines move."""
    failed = checked.error or checked.crashes
    return not failed and all(one.issue.path == checked.path for one in checked.issues)
