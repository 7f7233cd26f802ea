"""What an archive comes to: its tables and its page, made of the store in one pass, and the line that sums it up."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from ...archive.tables import Change
from ...archiving import Found, Inquiry, Tally, findings
from ...archiving.folder import Folder
from ...atomic import write_file
from ...engine import Crash
from ...model import Severity
from ...plan import Plan
from ..html import archive as page
from ..provenance import provenance
from ..summary import counted
from . import shown, used
from .best import Best
from .rows import changed_usage, tables, usage_by_month
from .writing import Files

CHANGES = 100  # that the page shows


class Compared(NamedTuple):
    """What was found in texts and between them; of the latter, `sure` and `doubtful` count what the page counts.

    `severities` are those of the sure ones.
    """

    tally: Tally
    sure: int
    doubtful: int
    severities: frozenset[Severity]
    crashes: tuple[Crash, ...]

    def fails(self, level: str) -> bool:
        """Whether anything that is sure is of this severity or graver."""
        return self.tally.fails(level, self.severities)

    def summary(self, folder: str) -> str:
        """One line: "2 errors, 1 warning in 30 files; 4 findings between texts: see found/archive.html"."""
        tally = self.tally
        counts = ((tally.errors, "error"), (tally.warnings, "warning"), (tally.suggestions, "suggestion"))
        told = ", ".join(counted(count, name) for count, name in counts if count)
        parts = [f"{told or 'no issues'} in {counted(tally.files, 'file')}"]
        parts.append(
            f"{counted(self.sure, 'finding')} between texts" + f", {self.doubtful} doubtful" * bool(self.doubtful)
        )
        parts += [f"{counted(tally.unread, 'file')} not read"] if tally.unread else []
        return f"{'; '.join(parts)}: see {os.path.join(folder, page.NAME)}"


def make(inquiry: Inquiry, folder: Folder, files: Files, time: datetime) -> Compared:
    """Write the tables, then the page."""
    store, cards, terms, changes = folder.store, shown.Shown(), used.Used(), Best[Change](CHANGES)
    crashes, severities = list[Crash](), set[Severity]()
    found = shown.passing(_noticed(findings(inquiry, store), crashes, severities), cards)
    usage = used.passing(usage_by_month(store), terms)
    for table in tables(found, usage, _noted(changed_usage(store), changes), store):
        files.write(table)
    made = page.Archive(
        provenance(inquiry.request, Plan((), {"": inquiry.setup}), time),
        folder.tally,
        store.count()[1],
        page.sections([rule.id for rule in inquiry.rules], cards),
        terms,
        changes,
        _failures(folder.tally, crashes),
        {name: files.name(name) for name in ("findings", "usage", "changes")},
        bool(inquiry.setup.rules),
    )
    write_file(os.path.join(files.folder, page.NAME), page.render(made).encode("utf-8", "backslashreplace"))
    return Compared(folder.tally, *shown.counts(cards), frozenset(severities), tuple(crashes))


def _noticed(found: Iterable[Found | Crash], crashes: list[Crash], severities: set[Severity]) -> Iterator[Found]:
    """What was found, as it was; crashes are taken out, and the severities of what is sure are noticed."""
    for one in found:
        if isinstance(one, Crash):
            crashes.append(one)
        else:
            if not one.conflict.doubtful:
                severities.add(one.severity)
            yield one


def _noted(changed: Iterable[Change], changes: Best[Change]) -> Iterator[Change]:
    for one in changed:
        changes.add(one.since, one)
        yield one


def _failures(tally: Tally, crashes: list[Crash]) -> list[str]:
    unread = [f"{counted(tally.unread, 'file')} not read: issues.jsonl says why"] if tally.unread else []
    crashed = [f"rules crashed on {counted(tally.crashed, 'file')}: issues.jsonl says how"] if tally.crashed else []
    return [*unread, *crashed, *map(str, crashes)]
