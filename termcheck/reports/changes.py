"""What a command changed, or would change: a unified diff; and a line that sums up what `termcheck fix` did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..fixing import Fixed
from ..plan import Plan
from .summary import counted
from .text import plain

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CONTEXT = 3
_BOLD, _OFF = "\x1b[1m", "\x1b[0m"
_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}


def summary(work: Plan, done: Sequence[Fixed], *, unsafe: bool, shown: bool) -> str:
    """ "fixed 31 issues in 1 file; 49 remain"; `shown` says that the changes were shown only, and not made."""
    changed, failed = sum(one.changed for one in done), len(work.errors) + sum(bool(one.error) for one in done)
    mended = sum(len(one.found) - len(one.left) for one in done)
    left = [issue for one in done for issue in one.left]
    more = 0 if unsafe else sum(bool((fix := one.issue.finding.fix) and not fix.safe) for one in left)
    count = f"{counted(mended, 'issue')} in {counted(changed, 'file')}" if changed else "nothing"
    parts = [f"would fix {count}" if shown else f"fixed {count}"]
    parts.append(f"{len(left) or 'none'} remain{'s' * (len(left) == 1)}")
    parts[-1] += f" (--unsafe has a fix for {more})" * bool(more)
    if work.excluded:
        parts.append(f"{counted(work.excluded, 'file')} excluded by the configuration")
    if failed:
        parts.append(f"{counted(failed, 'file')} not fixed")
    return "; ".join(parts)


class _Change(NamedTuple):
    """Lines from `start` to `end` that become others, in the old text and in the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def fixes(one: Fixed, *, exact: bool) -> Iterator[str]:
    """The diff of a file that was fixed; nothing where it stays as it is."""
    if one.changed:
        yield from diff(one.path, one.before.decode(one.encoding), one.after.decode(one.encoding), exact=exact)


def diff(path: str, before: str, after: str, *, exact: bool) -> Iterator[str]:
    """The lines of a unified diff of two texts, as a patch has them or, if not `exact`, as a terminal may show them.

    Colours are always written: whoever shows it takes them off.
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    yield from (f"{_BOLD}{sign} {path if exact else plain(path)}{_OFF}\n" for sign in ("---", "+++"))
    for hunk in _hunks(_changes(old, new)):
        yield from (_colored(line, exact) for line in _hunk(old, new, hunk))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """What fixes change are single lines: so the lines that are the same again are looked for near by."""
    at = to = 0
    while at < len(old) or to < len(new):
        if at < len(old) and to < len(new) and old[at] == new[to]:
            at, to = at + 1, to + 1
            continue
        start, new_start = at, to
        at, to = _again(old, new, at, to)
        yield _Change(start, at, new_start, to)


def _again(old: Sequence[str], new: Sequence[str], at: int, to: int) -> tuple[int, int]:
    """The nearest lines, past two that differ, from which both texts are the same: a blank line says little."""
    for far in range(1, len(old) - at + len(new) - to):
        pairs = [(at + skipped, to + far - skipped) for skipped in range(far + 1)]
        same = [(a, b) for a, b in pairs if a < len(old) and b < len(new) and old[a] == new[b]]
        if same:
            return max(same, key=lambda pair: (bool(old[pair[0]].strip()), -abs(pair[0] - at - pair[1] + to)))
    return len(old), len(new)


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """The changes, those that share lines of context together."""
    hunk = list[_Change]()
    for change in changes:
        if hunk and change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(old: Sequence[str], new: Sequence[str], changes: Sequence[_Change]) -> Iterator[str]:
    before = min(_CONTEXT, changes[0].start)
    at, end = changes[0].start - before, min(len(old), changes[-1].end + _CONTEXT)
    to, new_end = changes[0].new_start - before, changes[-1].new_end + end - changes[-1].end
    yield f"@@ -{_range(at, end)} +{_range(to, new_end)} @@\n"
    for change in changes:
        yield from (f" {line}" for line in old[at : change.start])
        yield from (f"-{line}" for line in old[change.start : change.end])
        yield from (f"+{line}" for line in new[change.new_start : change.new_end])
        at = change.end
    yield from (f" {line}" for line in old[at:end])


def _range(start: int, end: int) -> str:
    """Lines as a hunk names them: the first and how many; of none, the line before."""
    return f"{start + (end > start)},{end - start}"


def _colored(line: str, exact: bool) -> str:
    text, color = line.removesuffix("\n"), _COLORS.get(line[0], "")
    if not exact:
        text = plain(text)
    missing = "" if line.endswith("\n") else "\\ No newline at end of file\n"
    return f"{color}{text}{_OFF * bool(color)}\n{missing}"
