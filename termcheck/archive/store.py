"""The attestations of an archive on disk: one file of SQLite, one writer, which a stopped run goes on with.

A text is done when its row stands in `text`; the row and its attestations are
written in one transaction. Rows are only ever added at the end, and the index
that reading needs is made after loading: ten million attestations load as fast
as they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..attested import Attestation, Group, Kind
from ..errors import TermcheckError

if TYPE_CHECKING:
    from sqlite3 import Connection

VERSION = 2  # of the tables below: a file of another version is not read
_SIGN = "\t"  # between what an attestation is about: folded words and names hold none
_MOST_ASKED = 500  # paths in one question
_TABLES = """
create table text (id integer primary key, path text not null unique, date text not null);
create table attested (
    text integer not null, kind text not null, key text not null, form text not null, about text not null,
    times integer not null, line integer not null, column integer not null, "offset" integer not null,
    unit text not null, written text not null, excerpt text not null, shown integer not null
);
create table note (name text primary key, value text not null);
"""
_TEXT = "insert or ignore into text (path, date) values (?, ?)"
_ROW = f"insert into attested values ({', '.join('?' * 13)})"
_INDEX = "create index if not exists by_key on attested (kind, key, form)"
_ROWS = """
select a.kind, a.key, a.form, a.about, a.times, t.date, t.path, a.line, a.column, a."offset", a.unit, a.written,
    a.excerpt, a.shown
from attested a join text t on t.id = a.text where a.kind = ? and a.key = ? order by t.date, t.path, a.rowid
"""


class Text(NamedTuple):
    """A text that is done, and what it attests."""

    path: str
    attested: Sequence[Attestation]

    @property
    def date(self) -> str:
        """Its day or month, as what it attests has it."""
        return self.attested[0].date if self.attested else ""


@dataclass(frozen=True)
class _Rows:
    """The attestations of a group, read anew each time they are asked for: a group may be larger than memory."""

    store: Store
    kind: Kind
    key: str

    def __iter__(self) -> Iterator[Attestation]:
        for kind, key, form, about, *rest in self.store.connection.execute(_ROWS, (self.kind, self.key)):
            yield Attestation(kind, key, form, tuple(about.split(_SIGN)), *rest)


@dataclass(frozen=True)
class Store:
    """An open store; see `opened`."""

    connection: Connection

    def add(self, batch: Iterable[Text], notes: Mapping[str, str] = {}) -> None:
        """Keep a batch of texts and some notes, all or none of it; a text that is done already is left as it is."""
        with self.connection:
            self.connection.executemany("insert or replace into note values (?, ?)", notes.items())
            for text in batch:
                added = self.connection.execute(_TEXT, (text.path, text.date))
                if added.rowcount:
                    number = added.lastrowid
                    rows = ((number, *one[:3], _SIGN.join(one.about), one.times, *one[7:]) for one in text.attested)
                    self.connection.executemany(_ROW, rows)

    def note(self, name: str) -> str:
        """What is noted under a name, "" for nothing."""
        found = self.connection.execute("select value from note where name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def done(self, paths: Sequence[str]) -> set[str]:
        """Those of the paths whose texts are done."""
        found = set[str]()
        for at in range(0, len(paths), _MOST_ASKED):
            some = paths[at : at + _MOST_ASKED]
            marks = ", ".join("?" * len(some))
            found.update(
                path for (path,) in self.connection.execute(f"select path from text where path in ({marks})", some)
            )
        return found

    def count(self) -> tuple[int, int]:
        """How many texts and how many attestations there are."""
        counted = self.connection.execute("select (select count(*) from text), (select max(rowid) from attested)")
        texts, attested = counted.fetchone()
        return texts, attested or 0

    def index(self) -> None:
        """Make the index that groups are found by; of a large archive that takes a while, once."""
        with self.connection:
            self.connection.execute(_INDEX)

    def groups(self, kind: Kind, several: bool = True) -> Iterator[Group]:
        """The groups of a kind by key; `several` leaves out those with one form, which no rule has a word for."""
        self.index()
        having = "having min(form) <> max(form)" if several else ""
        keys = f"select key from attested where kind = ? group by key {having} order by key"
        for (key,) in self.connection.execute(keys, (kind,)):
            yield Group(kind, key, _Rows(self, kind, key))


@contextmanager
def opened(path: str) -> Iterator[Store]:
    """The store in a file, made where there is none. Raises TermcheckError for a file that is no store."""
    import sqlite3

    try:
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            _prepare(connection, path)
            yield Store(connection)
    except sqlite3.DatabaseError as error:
        raise TermcheckError(f"cannot be used as the store of an archive: {error}", path) from error


def _prepare(connection: Connection, path: str) -> None:
    connection.execute("pragma locking_mode = exclusive")  # until it is closed: two runs would undo each other's work
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")  # a stop of the machine may cost the last batch, never the file
    (version,) = connection.execute("pragma user_version").fetchone()
    if connection.execute("select count(*) from sqlite_master").fetchone() == (0,):
        connection.executescript(f"begin; {_TABLES} pragma user_version = {VERSION}; commit;")
    elif version != VERSION:
        raise TermcheckError(f"is no store of version {VERSION} of an archive", path, hint="name another file")
