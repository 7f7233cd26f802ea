"""A run as reports show it: the issues of all files, and what went wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .engine import Checked, Crash, stale_everywhere, summed
from .model import Severity
from .place import Located
from .plan import Plan, is_whole
from .results import check_all
from .results.bundle import Bundle, Kind, kinds
from .results.waiting import Waiting
from .rule import Rule

if TYPE_CHECKING:
    from .pool.crew import Crew

Progress = Callable[[float, int], None]


@dataclass(frozen=True)
class Found:
    """The issues of files in order, doubtful ones only where asked for; they are read each time they are gone through.

    So no more of them need be held than are looked at.
    """

    files: Sequence[Checked]
    doubtful: bool = False

    def __iter__(self) -> Iterator[Located]:
        for file in self.files:
            for one in file.issues:
                if self.doubtful or not one.issue.finding.doubtful:
                    yield one


class Run(NamedTuple):
    """The issues of all files in order, doubtful ones only where asked for; `rules` are those that ran on any file.

    `seconds` is the time each rule took, `errors` what could not be read. `checked` is what each file gave, doubtful
    issues and studies included. `gone` counts the issues of baselines that are no longer found. `kinds` are the counts
    of the issues, where they are in hand.
    """

    issues: Iterable[Located]
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
    kinds: Mapping[Kind, int] = {}

    @property
    def shown(self) -> Iterator[Located]:
        """The issues a person is shown: open ones, and accepted ones where asked for."""
        return (one for one in self.issues if one.issue.status == "open" or self.show_accepted)

    @property
    def _kinds(self) -> Iterator[tuple[Kind, int]]:
        return iter((self.kinds or kinds(self.issues)).items())

    def count(self, level: Severity) -> int:
        """How many open issues have this severity."""
        return sum(count for kind, count in self._kinds if kind.severity == level and kind.status == "open")

    def fails(self, level: str) -> bool:
        """Whether an open issue is of this severity or graver; never for "never"."""
        return any(self.count(one) for one in Severity if level != "never" and one >= Severity[level.upper()])

    @property
    def fixable(self) -> int:
        """How many open, sure issues have a safe fix."""
        return sum(count for kind, count in self._kinds if kind.fixable and kind.status == "open" and not kind.doubtful)

    @property
    def accepted(self) -> int:
        """How many issues were accepted."""
        return sum(count for kind, count in self._kinds if kind.status != "open")


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
    counts, seconds, waiting = Counter[Kind](), dict[str, float](), Waiting()
    ran = dict[frozenset[str], frozenset[str]]()  # nearly the same for all files
    for one in check_all(plan, crew, lambda share: progress(len(checked) + share, len(plan.tasks))):
        counts += kinds(one.issues)
        seconds = summed((seconds, one.seconds))
        issues = waiting.put(one.issues) if isinstance(one.issues, Bundle) else one.issues
        checked.append(one._replace(issues=issues, seconds={}, ran=ran.setdefault(one.ran, one.ran)))
        progress(len(checked), len(plan.tasks))
    stale = _stale(plan, checked)
    for at, more in stale.items():
        counts += kinds(more)
        checked[at] = checked[at]._replace(issues=(*checked[at].issues, *more))
    hidden = Counter() if doubtful else Counter({kind: count for kind, count in counts.items() if kind.doubtful})
    return Run(
        Found(checked, doubtful),
        list({rule.id: rule for setup in plan.setups.values() for rule in setup.rules}.values()),
        sum(not file.error for file in checked),
        plan.excluded,
        [*plan.errors, *(file.error for file in checked if file.error)],
        [crash for file in checked for crash in file.crashes],
        sum(count for kind, count in hidden.items() if kind.status == "open"),
        seconds,
        show_accepted,
        checked,
        sum(file.gone for file in checked) + _gone_with_files(plan),
        counts - hidden,
    )


def _stale(plan: Plan, checked: Sequence[Checked]) -> dict[int, tuple[Located, ...]]:
    """An issue for each decision that none of the files needed, by the number of the last file it is for.

    A decision is judged where all texts that it could be for are checked.
    """
    found: dict[int, tuple[Located, ...]] = {}
    accepted = [plan.setups[task.config].accepted.path for task in plan.tasks]
    for path in dict.fromkeys(accepted):
        own = [number for number, name in enumerate(accepted) if name == path]
        setup = plan.setups[plan.tasks[own[-1]].config]
        stale = stale_everywhere(setup, [checked[number] for number in own])
        if stale and is_whole(plan, path):
            found[own[-1]] = stale
    return found


def _gone_with_files(plan: Plan) -> int:
    """How many issues baselines have in files that are not there any more."""
    baselines = {setup.baseline.path: setup.baseline for setup in plan.setups.values()}.values()
    return sum(len(found) for one in baselines for file, found in one.files.items() if one.missing(file))
