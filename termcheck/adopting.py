"""Adopting an archive: its open issues become the baseline, so that only new faults count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .atomic import alone
from .engine import Checked
from .errors import TermcheckError
from .plan import Plan
from .pool import check_all
from .run import Progress
from .suppress import Baseline
from .suppress.baseline import Entry, entries, gone, load, write


class Adopted(NamedTuple):
    """What became of a baseline: how many issues it holds, how many are new to it and how many it holds no more."""

    path: str
    holds: int
    new: int
    gone: int


class _Standing(NamedTuple):
    """What stands open in a file, as entries by fingerprint, and the rules that ran on it."""

    file: str
    entries: Mapping[str, Entry]
    ran: frozenset[str]


def adopt(plan: Plan, prune: bool, jobs: int = 1, progress: Progress = lambda done, total: None) -> list[Adopted]:
    """Write the baselines of a plan's files anew: what is open now, or with `prune` only what they hold of it.

    What was not looked for stays: other files, and rules that did not run. Raises TermcheckError before anything is
    written where a file cannot be read.
    """
    seen: dict[str, list[_Standing]] = {setup.baseline.path: [] for setup in plan.setups.values()}
    for number, (baseline, checked) in enumerate(_checked(plan, jobs), 1):
        progress(number, len(plan.tasks))
        found = entries(baseline, checked.path, checked.issues)
        seen[baseline.path].append(_Standing(baseline.name(checked.path), found, checked.ran))
    return [_written(path, files, prune) for path, files in seen.items()]


def _there(old: Baseline) -> dict[str, Mapping[str, Entry]]:
    """What a baseline holds of files that are there."""
    return {file: known for file, known in old.files.items() if not old.missing(file)}


def _checked(plan: Plan, jobs: int) -> Iterator[tuple[Baseline, Checked]]:
    """What each file gives beside the baseline it belongs to. Raises TermcheckError."""
    for error in plan.errors:
        raise TermcheckError(error, placed=True)
    for task, checked in zip(plan.tasks, check_all(_with_none(plan), jobs), strict=True):
        if checked.error:
            raise TermcheckError(checked.error, placed=True)
        yield plan.setups[task.config].baseline, checked


def _with_none(plan: Plan) -> Plan:
    """The plan with empty baselines: what they hold is open."""
    setups = {
        path: setup._replace(baseline=Baseline(setup.baseline.path), judged=True) for path, setup in plan.setups.items()
    }
    return plan._replace(setups=setups)


def _written(path: str, seen: Sequence[_Standing], prune: bool) -> Adopted:
    with alone(path):
        old = load(path)  # as it is now: another run may have written since this one began
        before, after = _known(old.files), _known(_anew(old, seen, prune))
        if before.keys() != after.keys():
            write(path, after.values())
    return Adopted(path, len(after), len(after.keys() - before.keys()), len(before.keys() - after.keys()))


def _anew(old: Baseline, seen: Sequence[_Standing], prune: bool) -> dict[str, Mapping[str, Entry]]:
    """What a baseline holds, file by file, once its files were seen."""
    now = _there(old)
    for file, found, ran in seen:
        known = old.files.get(file, {})
        lost = gone(known, found, ran)
        kept = {name: one for name, one in known.items() if name not in lost}
        now[file] = kept if prune else {**kept, **found}
    return now


def _known(files: Mapping[str, Mapping[str, Entry]]) -> dict[tuple[str, ...], Entry]:
    """All entries, known by all but their text."""
    return {one[:-1]: one for known in files.values() for one in known.values()}
