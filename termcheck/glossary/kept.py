"""Compiled glossaries in the cache folder, each under a digest of its files and of the program.

One that is of other files, damaged or not there is made anew from the files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from hashlib import file_digest, sha256

from ..atomic import write_file
from ..cachedir import program
from ..errors import TermcheckError
from .blocks import Blocks, DamagedError
from .model import Glossary
from .sources import glossary_files
from .stored import stored

_LARGE = 4_000_000  # bytes of glossary that take two seconds

Read = Callable[[Sequence[str]], Glossary]


def glossary(paths: Sequence[str], place: str, read: Read, told: Callable[[str], None] = lambda _: None) -> Glossary:
    """The glossary of some files as it is kept in a place, or as it is read, and then kept. Raises TermcheckError.

    A large one is read for seconds: that is `told`.
    """
    now = key(paths)
    if not place or not now:
        return read(paths)
    anew = partial(_anew, paths, place, now, read)
    with suppress(DamagedError):
        return stored(Blocks(place, now, anew))
    if (size := sum(map(os.path.getsize, glossary_files(paths)))) > _LARGE:
        told(f"reading {size / 1e6:.0f} MB of glossary; the next run has it at hand")
    found = read(paths)
    _keep(found, paths, place, now)
    with suppress(DamagedError):
        return stored(Blocks(place, now, anew))
    return found


def file_name(paths: Sequence[str]) -> str:
    """What the kept file of a glossary is called: one name for the same paths in the same folder."""
    return "glossary-" + sha256("\0".join(map(os.path.abspath, paths)).encode("utf-8", "surrogateescape")).hexdigest()


def key(paths: Iterable[str]) -> bytes:
    """The digest of all the files of a glossary under this program; empty where one of them cannot be read."""
    digest = sha256(program())
    try:
        for path in glossary_files(paths):
            with open(path, "rb", buffering=0) as stream:
                digest.update(f"\0{path}\0".encode("utf-8", "surrogateescape"))
                digest.update(file_digest(stream, sha256).digest())
    except (OSError, TermcheckError):
        return b""
    return digest.digest()


def _keep(found: Glossary, paths: Sequence[str], place: str, now: bytes) -> bytes:
    """Compile a glossary and write it down for the next run; that it cannot be written costs the next run time."""
    from .collector import collector_off
    from .compiling import compiled

    with collector_off():
        data = compiled(found, now)
    if key(paths) == now:  # else somebody wrote them while they were read
        with suppress(TermcheckError):
            write_file(place, data, lasting=False)
    return data


def _anew(paths: Sequence[str], place: str, now: bytes, read: Read) -> bytes:
    """The file of a glossary that turned out to be damaged while it was used."""
    data = _keep(read(paths), paths, place, now)
    if key(paths) != now:
        raise TermcheckError("was changed while it was in use", ", ".join(paths))
    return data
