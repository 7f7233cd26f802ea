"""The folder of a run over an archive: whose it is, and how far the run is.

The store and the file of issues move together: how long the file is, is noted
in the store in the transaction that says which texts are done. What stands
behind that length is of a batch that was not finished, and is cut off.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from ..archive.store import Store, Text, opened
from ..errors import TermcheckError
from .tally import Tally, read_tally

ISSUES, STORE = "issues.jsonl", "archive.sqlite"
_MANNER, _TALLY = "manner", "tally"  # names of notes


@dataclass
class Folder:
    """An open folder: the store, the file of issues, and what is counted of the texts that are done."""

    store: Store
    issues: BinaryIO
    tally: Tally

    def add(self, texts: Iterable[Text], lines: Iterable[str], tally: Tally) -> None:
        """Keep a batch of texts with the lines about them; `tally` is of all texts, its size yet unknown."""
        self.issues.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
        self.issues.flush()
        os.fsync(self.issues.fileno())
        tally = tally._replace(size=self.issues.tell())
        self.store.add(texts, {_TALLY: tally.written()})
        self.tally = tally


@contextmanager
def opened_folder(path: str, manner: str, resume: bool = False) -> Iterator[Folder]:
    """The folder at a path, made where there is none. Raises TermcheckError where it is not for this run.

    With `resume`, a run stands there that checked in the same `manner`.
    """
    _require_own(path, resume)
    try:
        os.makedirs(path, exist_ok=True)
        with opened(os.path.join(path, STORE)) as store, open(os.path.join(path, ISSUES), "ab") as issues:
            if store.note(_MANNER) not in ("", manner):
                raise TermcheckError(
                    "holds a run with another glossary, other rules or options, or another version",
                    path,
                    hint="name a new folder",
                )
            store.add((), {_MANNER: manner})
            yield Folder(store, issues, _cut(issues, read_tally(store.note(_TALLY)), path))
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be written", error.filename or path) from None


def _require_own(path: str, resume: bool) -> None:
    try:
        names = os.listdir(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be read", path) from None
    if STORE in names and not resume:
        raise TermcheckError("holds a run already", path, hint="--resume goes on with it")
    if names and STORE not in names:
        raise TermcheckError("holds something else", path, hint="name a new folder")


def _cut(issues: BinaryIO, tally: Tally, path: str) -> Tally:
    """The tally, once the file of issues holds what it counts and nothing more."""
    if issues.seek(0, os.SEEK_END) < tally.size:
        raise TermcheckError(f"{ISSUES} was shortened: the run cannot go on", path, hint="name a new folder")
    issues.truncate(tally.size)
    issues.seek(0, os.SEEK_END)
    return tally
