"""Glossaries that were read and found right, kept in the cache folder as the loader made them.

A kept file is a digest of the glossary's files and of the program's version, a
digest of what follows, and the entries as plain tuples in Python's marshal
form. It is used only while both digests hold, so one that is old or damaged is
as good as none.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from enum import IntEnum
from hashlib import sha256
from typing import Any

from .. import __version__
from ..atomic import write_file
from ..errors import TermcheckError
from ..model import Severity
from .model import Fact, Forbidden, Glossary, Origin, Person, Term
from .sources import glossary_files

_DIGEST = 32  # bytes


def file_name(paths: Sequence[str]) -> str:
    """What the kept file of a glossary is called: one name for the same paths in the same folder."""
    return "glossary-" + sha256("\0".join(map(os.path.abspath, paths)).encode("utf-8", "surrogateescape")).hexdigest()


def key(paths: Iterable[str]) -> bytes:
    """The digest of all the files of a glossary under this version; empty where one of them cannot be read."""
    digest = sha256(f"{__version__} {marshal.version}".encode())
    try:
        for path in glossary_files(paths):
            with open(path, "rb") as stream:
                data = stream.read()
            digest.update(f"\0{path}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    except (OSError, TermcheckError):
        return b""
    return digest.digest()


def recall(kept: str, wanted: bytes) -> Glossary | None:
    """The glossary of a kept file, None where it is of other files, damaged or not there."""
    try:
        with open(kept, "rb") as stream:
            data = stream.read()
    except OSError:
        return None
    found, proof, entries = data[:_DIGEST], data[_DIGEST : 2 * _DIGEST], data[2 * _DIGEST :]
    if not wanted or found != wanted or sha256(entries).digest() != proof:
        return None
    terms, people, facts, *languages = marshal.loads(entries)
    return Glossary(
        tuple(map(_term, terms)),
        tuple(Person._make((*fields[:-1], Origin(*fields[-1]))) for fields in people),
        tuple(Fact._make((*fields[:-1], Origin(*fields[-1]))) for fields in facts),
        *languages,
    )


def keep(kept: str, wanted: bytes, glossary: Glossary) -> None:
    """Write a glossary down for the next run; that it cannot be written costs the next run time, no more."""
    parts = (glossary.terms, glossary.people, glossary.facts, glossary.language, glossary.source_language)
    entries = marshal.dumps(_plain(parts))
    with suppress(TermcheckError):
        write_file(kept, wanted + sha256(entries).digest() + entries)


def _plain(value: Any) -> Any:
    """A value in marshal's types."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Mapping):
        return dict(value)
    return int(value) if isinstance(value, IntEnum) else value


def _term(fields: tuple[Any, ...]) -> Term:
    term = Term(*fields)
    forbidden = (
        Forbidden(form, reason, None if severity is None else Severity(severity), Origin(*origin))
        for form, reason, severity, origin in term.forbidden
    )
    return term._replace(forbidden=tuple(forbidden), origin=Origin(*term.origin))
