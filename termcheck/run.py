"""A run as reports show it: the issues of all files, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from .engine import Checked, Crash, stale_everywhere, summed
from .model import Severity
from .place import Located
from .plan import Plan, is_whole
from .results import check_all
from .rule import Rule

if TYPE_CHECKING:
    from .pool.crew import Crew

Progress = Callable[[float, int], None]


class Run(NamedTuple):
    """The issues of all files in order, doubtful ones only where asked for; `rules` are those that ran on any file.

    `seconds` is the time each rule took, `errors` what could not be read. `checked` is what each file gave, doubtful
    issues and studies included. `gone` counts the issues of baselines that are no longer found.
    """

    issues: Sequence[Located]
    rules: Sequence[Rule] = ()
    files: int = 0
    excluded: int = 0
    errors: Sequence[str] = ()
    crashes: Sequence[Crash] = ()
    doubtful_hidden: int = 0
    seconds: Mapping[str, float] = {}
    show_accepted: bool = False
    checked: Sequence[Checked] = ()
    gone: int = 0

    @property
    def shown(self) -> list[Located]:
        """The issues a person is shown: open ones, and accepted ones where asked for."""
        return [one for one in self.issues if one.issue.status == "open" or self.show_accepted]

    def count(self, level: Severity) -> int:
        """How many open issues have this severity."""
        return sum(one.issue.severity == level and one.issue.status == "open" for one in self.issues)

    def fails(self, level: str) -> bool:
        """Whether an open issue is of this severity or graver; never for "never"."""
        return any(self.count(one) for one in Severity if level != "never" and one >= Severity[level.upper()])

    @property
    def fixable(self) -> int:
        """How many open, sure issues have a safe fix."""
        open_ones = (one.issue.finding for one in self.issues if one.issue.status == "open")
        return sum(bool(finding.fix and finding.fix.safe and not finding.doubtful) for finding in open_ones)

    @property
    def accepted(self) -> int:
        """How many issues were accepted."""
        return sum(one.issue.status != "open" for one in self.issues)


def run(
    plan: Plan,
    crew: Crew | int = 1,
    doubtful: bool = False,
    show_accepted: bool = False,
    progress: Progress = lambda done, total: None,
) -> Run:
    """Check the files of a plan. `progress` is told how many are done, and of how many; tables in parts.

    `crew` is who checks them, or a number of processes: see `pool.each_file`.
    """
    checked: list[Checked] = []
    for one in check_all(plan, crew, lambda share: progress(len(checked) + share, len(plan.tasks))):
        checked.append(one)
        progress(len(checked), len(plan.tasks))
    checked = _with_stale(plan, checked)
    issues = [one for file in checked for one in file.issues]
    shown = [one for one in issues if doubtful or not one.issue.finding.doubtful]
    return Run(
        shown,
        list({rule.id: rule for setup in plan.setups.values() for rule in setup.rules}.values()),
        sum(not file.error for file in checked),
        plan.excluded,
        [*plan.errors, *(file.error for file in checked if file.error)],
        [crash for file in checked for crash in file.crashes],
        0 if doubtful else sum(one.issue.finding.doubtful and one.issue.status == "open" for one in issues),
        summed(file.seconds for file in checked),
        show_accepted,
        checked,
        sum(file.gone for file in checked) + _gone_with_files(plan),
    )


def _with_stale(plan: Plan, checked: list[Checked]) -> list[Checked]:
    """The files with an issue for each decision that none of them needed, beside those of the last one it is for.

    A decision is judged where all texts that it could be for are checked.
    """
    found = [*checked]
    accepted = [plan.setups[task.config].accepted.path for task in plan.tasks]
    for path in dict.fromkeys(accepted):
        own = [number for number, name in enumerate(accepted) if name == path]
        setup = plan.setups[plan.tasks[own[-1]].config]
        stale = stale_everywhere(setup, [checked[number] for number in own])
        if stale and is_whole(plan, path):
            last = found[own[-1]]
            found[own[-1]] = last._replace(issues=(*last.issues, *stale))
    return found


def _gone_with_files(plan: Plan) -> int:
    """How many issues baselines have in files that are not there any more."""
    baselines = {setup.baseline.path: setup.baseline for setup in plan.setups.values()}.values()
    return sum(len(found) for one in baselines for file, found in one.files.items() if one.missing(file))
