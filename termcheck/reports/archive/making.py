"""What an archive comes to: its tables and its page, made of the store in one pass, and the line that sums it up."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import nlargest
from typing import NamedTuple

from ...archive.tables import Change
from ...archiving import Found, Tally, Work, findings
from ...archiving.folder import Folder
from ...atomic import write_file
from ...engine import Crash
from ...model import Severity
from ...plan import Plan
from ..html import archive as page
from ..provenance import provenance
from ..summary import counted
from . import shown, used
from .rows import changed_usage, tables, usage_by_month
from .writing import Files


class Compared(NamedTuple):
    """What was found in texts and between them; `severities` are those of sure findings."""

    tally: Tally
    sure: int
    doubtful: int
    severities: tuple[Severity, ...]
    crashes: tuple[Crash, ...]

    def fails(self, level: str) -> bool:
        """Whether anything is of this severity or graver."""
        return self.tally.fails(level, self.severities)

    def summary(self, folder: str) -> str:
        """One line: "2 errors, 1 warning in 30 files; 4 findings between texts: see found/archive.html"."""
        tally = self.tally
        counts = ((tally.errors, "error"), (tally.warnings, "warning"), (tally.suggestions, "suggestion"))
        told = ", ".join(counted(count, name) for count, name in counts if count)
        parts = [f"{told or 'no issues'} in {counted(tally.files, 'file')}"]
        parts.append(
            f"{counted(self.sure, 'finding')} between texts" + f", {self.doubtful} doubtful" * (self.doubtful > 0)
        )
        parts += [f"{counted(tally.unread, 'file')} not read"] if tally.unread else []
        return f"{'; '.join(parts)}: see {os.path.join(folder, page.NAME)}"


def make(work: Work, folder: Folder, files: Files, time: datetime) -> Compared:
    """Write the tables, then the page."""
    crashes, seen, terms = list[Crash](), shown.Shown(), used.Used()
    severities, changes = set[Severity](), list[Change]()
    found = _sure(_whole(findings(work, folder.store), crashes), severities)
    usage = used.passing(usage_by_month(folder.store), terms)
    for table in tables(shown.passing(found, seen), usage, _noted(changed_usage(folder.store), changes), folder.store):
        files.write(table)
    made = page.Archive(
        provenance(work.request, Plan((), {"": work.setup}), time),
        folder.tally,
        folder.store.count()[1],
        page.sections([rule.id for rule in work.rules], seen),
        terms,
        nlargest(page.CHANGES, changes, key=lambda one: one.since),
        len(changes),
        _failures(folder.tally, crashes),
        {name: files.name(name) for name in ("findings", "usage", "changes")},
        bool(work.setup.rules),
    )
    write_file(os.path.join(files.folder, page.NAME), page.render(made).encode("utf-8", "backslashreplace"))
    sure, doubtful = (_places(seen, doubtful) for doubtful in (False, True))
    return Compared(folder.tally, sure, doubtful, tuple(sorted(severities)), tuple(crashes))


def _places(seen: shown.Shown, wanted: bool) -> int:
    return sum(cards.places for (_, doubtful), cards in seen.items() if doubtful == wanted)


def _whole(found: Iterable[Found | Crash], crashes: list[Crash]) -> Iterator[Found]:
    for one in found:
        if isinstance(one, Crash):
            crashes.append(one)
        else:
            yield one


def _sure(found: Iterable[Found], severities: set[Severity]) -> Iterator[Found]:
    for one in found:
        if not one.conflict.doubtful:
            severities.add(one.severity)
        yield one


def _noted(changed: Iterable[Change], changes: list[Change]) -> Iterator[Change]:
    for one in changed:
        changes.append(one)
        yield one


def _failures(tally: Tally, crashes: list[Crash]) -> list[str]:
    unread = [f"{counted(tally.unread, 'file')} not read: issues.jsonl says why"] if tally.unread else []
    crashed = [f"rules crashed on {counted(tally.crashed, 'file')}: issues.jsonl says how"] if tally.crashed else []
    return [*unread, *crashed, *map(str, crashes)]
