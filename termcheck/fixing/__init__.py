"""Fixing the files of a plan: what each becomes, with nothing written yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ..engine import Checked, Crash, Each, Setup, check_file
from ..errors import TermcheckError
from ..model import Severity
from ..place import Located
from ..plan import Plan, Request, Task, plan
from ..pool import each_file
from ..readers import Share, encode, load
from ..readers.writing import content
from ..run import Progress
from ..text import Source
from .offers import offers, unmade
from .rounds import Choose, Examined, Offer, fixed

__all__ = ["Choose", "Fixed", "Offer", "Wanted", "fix_all", "fix_file", "watching"]


class Wanted(NamedTuple):
    """Which fixes are made: those of issues that the `setups` find, safe ones or all, chosen by whom.

    `watching` are the setups of the rules that say whether a fix brings an
    issue, where these are others than the rules whose issues are fixed.
    """

    setups: Mapping[str, Setup]
    watching: Mapping[str, Setup] = {}
    unsafe: bool = False
    choose: Choose = lambda _, offered: [True] * len(offered)


class Fixed(NamedTuple):
    """What a file becomes: its bytes before and after, the issues it had, and those that are left.

    `encoding` is that of a file that changes. `unmade` says of each fix that
    was not made where and why, `error` why the file could not be fixed at all.
    """

    path: str
    before: bytes = b""
    after: bytes = b""
    encoding: str = ""
    found: Sequence[Located] = ()
    left: Sequence[Located] = ()
    unmade: Sequence[str] = ()
    crashes: Sequence[Crash] = ()
    error: str = ""

    @property
    def changed(self) -> bool:
        """Whether the file becomes another."""
        return self.before != self.after

    def fails(self, level: str) -> bool:
        """Whether an issue that is left is of this severity or graver; never for "never"."""
        return level != "never" and any(one.issue.severity >= Severity[level.upper()] for one in self.left)

    def unchanged(self, error: str) -> Fixed:
        """The same file where it could not be written."""
        return self._replace(after=self.before, left=self.found, unmade=(), error=error)


def watching(request: Request, work: Plan) -> dict[str, Setup]:
    """The setups of the rules that would run had the user selected none: a fix brings no issue of these either."""
    if not request.select and not request.ignore:
        return {}
    whole = plan(request._replace(select=(), ignore=()))
    return {path: setup._replace(glossary=work.setups[path].glossary) for path, setup in whole.setups.items()}


def fix_all(
    work: Plan, wanted: Wanted, jobs: int = 1, progress: Progress = lambda done, total: None
) -> Iterator[tuple[Task, Fixed]]:
    """What the files of a plan become, in order. `progress` is told how many are done, and of how many."""
    total = len(work.tasks)
    done = 0
    found = each_file(work, partial(fix_file, wanted), jobs, lambda share: progress(done + share, total))
    for task, one in zip(work.tasks, found, strict=True):
        done += 1
        progress(done, total)
        yield task, Fixed(task.name, crashes=(one,)) if isinstance(one, Crash) else one


def fix_file(wanted: Wanted, task: Task, share: Share = lambda _: None, each: Each | None = None) -> Fixed:
    """What a file becomes; nothing is raised, and nothing written. `share` and `each` are as for `check_file`."""
    try:
        data = load(task.path)
        first = _checked(wanted.setups[task.config], task, data, share=share, each=each)
        seen = _seen(first)
        same = Fixed(task.name, data, data, "", seen.issues, seen.issues, (), first.crashes, first.error)
        if first.error or not any(wanted.unsafe or fix.safe for one in seen.issues if (fix := one.issue.finding.fix)):
            return same
        return _fixed(wanted, task, content(data, task.name, task.encoding), seen, same, each=each)
    except TermcheckError as error:
        return Fixed(task.name, error=str(error))


def _fixed(wanted: Wanted, task: Task, source: Source, seen: Examined, same: Fixed, *, each: Each | None) -> Fixed:
    watching = wanted.watching.get(task.config)

    def look(text: str) -> Examined:
        data = encode(source, text)
        found = _seen(_checked(wanted.setups[task.config], task, data, each=each))
        return _watched(found, _checked(watching, task, data)) if watching else found

    if watching:
        seen = _watched(seen, _checked(watching, task, same.before))
    offered = partial(offers, source, wanted.unsafe)
    done = fixed(source.text, seen, look, offered, wanted.choose)
    told = unmade(source, wanted.unsafe, done)
    after = encode(source, done.text)
    return same._replace(after=after, encoding=source.encoding, left=done.seen.issues, unmade=told)


def _checked(
    setup: Setup, task: Task, data: bytes, *, share: Share = lambda _: None, each: Each | None = None
) -> Checked:
    return check_file(task.path, setup, task.encoding, task.name, task.source, share=share, each=each, data=data)


def _seen(checked: Checked) -> Examined:
    sure = [one for one in checked.issues if not one.issue.finding.doubtful]
    return Examined(
        [one for one in sure if one.issue.status == "open"],
        accepted=[one for one in checked.issues if one.issue.status != "open"],
        failed=frozenset({*map(str, checked.crashes), checked.error} - {""}),
    )


def _watched(seen: Examined, checked: Checked) -> Examined:
    """What is seen, and the issues of the rules that watch."""
    other = _seen(checked)
    return seen._replace(watched=other.issues, failed=seen.failed | other.failed)
