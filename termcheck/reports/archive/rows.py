"""The tables of an archive by their names: what their columns are, and their rows, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from ...archive.store import Store
from ...archive.tables import Change, GroupForm, Month, changes, forms, months
from ...archiving import Found
from ...attested import Attestation, Kind


class Finding(NamedTuple):
    """What a rule found between texts: the place to mend, and the others that show why."""

    rule: str
    severity: str
    doubtful: bool
    choice: bool
    message: str
    date: str
    path: str
    line: int
    column: int
    unit: str
    text: str
    excerpt: str
    beside: str


class Table(NamedTuple):
    """A table: its name, the NamedTuple of its rows, and the rows."""

    name: str
    columns: type[Any]
    rows: Iterable[Any]


_FORMS: tuple[tuple[str, Kind], ...] = (("renderings", "rendering"), ("names", "name"), ("figures", "figure"))


def tables(found: Iterable[Found], usage: Iterable[Month], changed: Iterable[Change], store: Store) -> Iterator[Table]:
    """All tables; each is read from the store while it is written."""
    yield Table("findings", Finding, map(_finding, found))
    for name, kind in _FORMS:
        yield Table(name, GroupForm, forms(store.groups(kind, several=False)))
    yield Table("usage", Month, usage)
    yield Table("changes", Change, changed)


def usage_by_month(store: Store) -> Iterator[Month]:
    """How often each form of each term stands in the texts of each month."""
    return months(store.groups("use", several=False))


def changed_usage(store: Store) -> Iterator[Change]:
    """The forms that took the place of others."""
    return changes(chain(store.groups("use"), store.groups("rendering")))


def _finding(found: Found) -> Finding:
    one, at = found.conflict, found.conflict.at
    beside = "; ".join(f"{_place(other)} {said}" for other, said in one.others)
    told = found.rule, str(found.severity), one.doubtful, one.choice, one.message
    return Finding(*told, at.date, at.path, at.line, at.column, at.unit, at.written, at.excerpt, beside)


def _place(one: Attestation) -> str:
    return f"{one.path}:{one.line}:{one.column}" + f" ({one.date})" * bool(one.date)
