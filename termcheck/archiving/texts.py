"""The map over an archive: its texts as they are found, through a crew, into the folder batch by batch."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from .. import __version__
from ..archive.store import Store, Text
from ..config import Config
from ..engine import Checked, Crash, Setup
from ..errors import TermcheckError, path_like
from ..files import Search
from ..glossary.sources import glossary_files
from ..plan import Request, Task, Told, found_tasks, missing_source, one_setup
from ..pool import check
from ..pool.crew import Crew
from ..pool.flow import flow
from ..readers import STDIN, SUFFIXES, load
from ..results.manner import digest_of, manner
from ..rule import Rule
from ..rules import corpus
from .folder import Folder

_TEXTS, _SECONDS = 500, 2.0  # of a transaction, the smaller of both: what a stop may cost
Lines = Callable[[Checked], Iterable[str]]


class Inquiry(NamedTuple):
    """What is asked of an archive: the configuration of all its texts, as it is `written` and under the request.

    `rules` are those that compare texts, `doubtful` says whether the lines have doubtful issues too.
    """

    request: Request
    written: Config
    config: Config
    setup: Setup
    rules: tuple[Rule, ...]
    doubtful: bool = False

    @property
    def manner(self) -> str:
        """A digest of all that what is found of a text rests on, beside the text."""
        accepted = repr((self.setup.accepted.decisions, sorted(self.setup.baseline.files.items())))
        levels = [(rule.id, int(self.config.level(rule.id, rule.severity))) for rule in self.rules]
        told = repr((accepted, levels, self.request.encoding, self.config.pairs, self.doubtful))
        by = __version__.encode() + _bytes_of(self.setup.glossaries)
        return digest_of(manner(self.setup, by) + told.encode("utf-8", "surrogatepass")).hex()

    def search(self) -> Search:
        """What finds the files."""
        return Search(self.written, encoding=self.request.encoding)

    def total(self) -> int:
        """How many files there are, in a quick walk."""
        return sum(1 for _ in found_tasks(self.request, self.search()))


def _bytes_of(glossaries: Iterable[str]) -> bytes:
    """A digest of what stands in the files of glossaries, whatever they are called."""
    return digest_of(b"".join(digest_of(load(path)) for path in glossary_files(glossaries)))


def prepared(request: Request, doubtful: bool = False, told: Told = lambda _: None) -> Inquiry:
    """What a request asks for. Raises TermcheckError for a mistake in it, and where there is no text."""
    if STDIN in request.paths:
        raise TermcheckError("an archive is read from files, and not from standard input")
    for path in request.paths:
        if path and not os.path.lexists(path):  # better told now than after a night
            raise TermcheckError("is not there", path, hint=path_like(path))
    written, config, setup = one_setup(request, told)
    inquiry = Inquiry(request, written, config, setup._replace(attested=True), config.rules(corpus.RULES), doubtful)
    search = inquiry.search()
    if not any(True for _ in found_tasks(request, search)) and not search.excluded and not search.errors:
        suffixes = ", ".join(SUFFIXES)
        raise TermcheckError(f"nothing to check in {', '.join(request.paths)}", hint=f"looked for {suffixes}")
    return inquiry


class Reached(NamedTuple):
    """How far a run is: the files done, and what went wrong with the last of them."""

    done: int
    complaints: tuple[str, ...]


def read_texts(inquiry: Inquiry, folder: Folder, crew: Crew | int, lines: Lines, search: Search) -> Iterator[Reached]:
    """Check the texts that are not done, and keep what is found; how far that is, text by text.

    `lines` gives what the file of issues has of a text.
    """
    tasks, setups = found_tasks(inquiry.request, search), {inquiry.written.path: inquiry.setup}
    left = _open_ones(tasks, folder.store) if folder.tally.files else tasks
    found = flow(left, partial(check, setups), setups, crew)
    for batch in _batches(found):
        yield from _kept(batch, inquiry, folder, lines)


def _open_ones(tasks: Iterator[Task], store: Store) -> Iterator[Task]:
    """The tasks whose texts are not done."""
    while some := [*islice(tasks, _TEXTS)]:
        done = store.done([storable(task.name) for task in some])
        yield from (task for task in some if storable(task.name) not in done)


def storable(path: str) -> str:
    """A path as text: a byte of it that is no character becomes an escape."""
    return path.encode("utf-8", "backslashreplace").decode()


def _batches(found: Iterator[tuple[Task, Checked | Crash]]) -> Iterator[list[tuple[Task, Checked]]]:
    batch, end = list[tuple[Task, Checked]](), time.monotonic() + _SECONDS
    for task, one in found:
        batch.append((task, Checked(task.name, crashes=(one,)) if isinstance(one, Crash) else one))
        if len(batch) == _TEXTS or time.monotonic() > end:
            yield batch
            batch, end = [], time.monotonic() + _SECONDS
    if batch:
        yield batch


def _kept(batch: list[tuple[Task, Checked]], inquiry: Inquiry, folder: Folder, lines: Lines) -> Iterator[Reached]:
    tally, told, seen = folder.tally, list[str](), list[Reached]()
    for task, checked in batch:
        unread = [*filter(None, (missing_source(task, inquiry.written), checked.error))]
        complaints = (*unread, *map(str, checked.crashes))
        told += [json.dumps({"path": task.name, "error": one}, ensure_ascii=False) for one in complaints]
        told += lines(checked)
        tally = tally.with_text(checked, len(unread))
        seen.append(Reached(tally.files, complaints))
    folder.add((Text(storable(task.name), checked.attested) for task, checked in batch), told, tally)
    yield from seen
