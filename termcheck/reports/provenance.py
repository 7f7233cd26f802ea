"""What a report was made with, so that whoever reads it can make it again."""

from __future__ import annotations

import hashlib
import os
import shlex
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from .. import __version__
from ..errors import TermcheckError
from ..glossary.sources import glossary_files
from ..plan import Plan, Request


class File(NamedTuple):
    """A file that took part: its path, and the SHA-256 of its bytes in hexadecimal digits."""

    path: str
    sha256: str


class Provenance(NamedTuple):
    """The program's version, the files and options that a run was made with, and when (UTC, to the second).

    `decisions` are the files that say what an editor has accepted, and what a baseline has adopted.
    """

    version: str
    time: str
    options: str
    glossaries: tuple[File, ...]
    configurations: tuple[File, ...]
    decisions: tuple[File, ...] = ()


def provenance(request: Request, plan: Plan, time: datetime) -> Provenance:
    """What a run is made with. Raises TermcheckError for a file that is gone since."""
    setups = plan.setups.values()
    decided = [path for setup in setups for path in (setup.accepted.path, setup.baseline.path)]
    glossaries = glossary_files(dict.fromkeys(path for setup in setups for path in setup.glossaries))
    return Provenance(
        __version__,
        time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        _options(request),
        _files(glossaries),
        _files(dict.fromkeys(setup.config for setup in setups if setup.config)),
        _files(dict.fromkeys(path for path in decided if os.path.exists(path))),
    )


def _options(request: Request) -> str:
    """The options that change what is found, as they would be written on the command line."""
    told = [
        ("--config", [request.config]),
        ("--glossary", request.glossaries or ()),
        ("--source", [request.source]),
        ("--select", [",".join(request.select)]),
        ("--ignore", [",".join(request.ignore)]),
        ("--encoding", [request.encoding]),
        ("--stdin-filename", [request.stdin_name]),
        ("--baseline", [request.baseline]),
    ]
    alone = ["--no-glossary"] if request.glossaries == () else []
    return " ".join(alone + [f"{name} {shlex.quote(value)}" for name, values in told for value in values if value])


def _files(paths: Iterable[str]) -> tuple[File, ...]:
    return tuple(File(path, _digest(path)) for path in paths)


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be read", path) from None
