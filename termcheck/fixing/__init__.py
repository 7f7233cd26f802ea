"""Fixing the files of a plan: what each becomes, with nothing written yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ..engine import Checked, Crash, Each, Setup, check_file
from ..errors import TermcheckError
from ..place import Located
from ..plan import Task
from ..readers import Share, encode, load
from ..readers.writing import content
from ..text import Source
from .offers import offers, unmade
from .rounds import Choose, Offer, Seen, fixed

__all__ = ["Choose", "Fixed", "Offer", "Wanted", "fix_file"]


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
    """What a file becomes: its bytes before and after, how many issues it had, and those that are left.

    `unmade` says of each fix that was not made where and why, `error` why the file could not be fixed at all.
    """

    path: str
    before: bytes = b""
    after: bytes = b""
    had: int = 0
    left: Sequence[Located] = ()
    unmade: Sequence[str] = ()
    crashes: Sequence[Crash] = ()
    error: str = ""


def fix_file(wanted: Wanted, task: Task, share: Share = lambda _: None, each: Each | None = None) -> Fixed:
    """What a file becomes; nothing is raised, and nothing written. `share` and `each` are as for `check_file`."""
    try:
        data = load(task.path)
        first = _checked(wanted.setups[task.config], task, data, share=share, each=each)
        seen = _seen(first)
        same = Fixed(task.name, data, data, len(seen.issues), seen.issues, (), first.crashes, first.error)
        if first.error or not any(wanted.unsafe or fix.safe for one in seen.issues if (fix := one.issue.finding.fix)):
            return same
        return _fixed(wanted, task, content(data, task.name, task.encoding), seen, same)
    except TermcheckError as error:
        return Fixed(task.name, error=str(error))


def _fixed(wanted: Wanted, task: Task, source: Source, seen: Seen, same: Fixed) -> Fixed:
    watching = wanted.watching.get(task.config)

    def look(text: str) -> Seen:
        data = encode(source, text)
        found = _seen(_checked(wanted.setups[task.config], task, data))
        return _watched(found, _checked(watching, task, data)) if watching else found

    if watching:
        seen = _watched(seen, _checked(watching, task, same.before))
    offered = partial(offers, source, wanted.unsafe)
    done = fixed(source.text, seen, look, offered, wanted.choose)
    told = unmade(source, wanted.unsafe, done)
    return same._replace(after=encode(source, done.text), left=done.seen.issues, unmade=told)


def _checked(
    setup: Setup, task: Task, data: bytes, *, share: Share = lambda _: None, each: Each | None = None
) -> Checked:
    return check_file(task.path, setup, task.encoding, task.name, task.source, share=share, each=each, data=data)


def _seen(checked: Checked) -> Seen:
    sure = [one for one in checked.issues if not one.issue.finding.doubtful]
    return Seen(
        [one for one in sure if one.issue.status == "open"],
        accepted=[one for one in checked.issues if one.issue.status != "open"],
        failed=frozenset({*map(str, checked.crashes), checked.error} - {""}),
    )


def _watched(seen: Seen, checked: Checked) -> Seen:
    """What is seen, and the issues of the rules that watch."""
    other = _seen(checked)
    return seen._replace(watched=other.issues, failed=seen.failed | other.failed)
