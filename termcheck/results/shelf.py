"""Where the results of one way to check stand, and what a result rests on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b, file_digest
from typing import NamedTuple

from ..atomic import write_file
from ..cachedir import cache_file, program, tidy, used
from ..engine import Checked, Setup
from ..errors import TermcheckError
from ..plan import Task
from ..readers import STDIN
from .bundle import Bundle, read, written
from .manner import DIGEST, digest_of, manner

_FOLDER = "results"


class Shelf(NamedTuple):
    """Where the results of one setup stand; `manner` is a digest of all that holds for each of its files."""

    folder: str
    setup: Setup
    manner: bytes


def shelves(setups: Mapping[str, Setup]) -> dict[str, Shelf]:
    """A shelf for each setup, by its configuration; none where nothing can be kept or more is wanted."""
    folder = cache_file(_FOLDER)
    if not folder:
        return {}
    tidy()
    return {
        path: Shelf(folder, setup, manner(setup, program() + setup.glossary.digest))
        for path, setup in setups.items()
        if not (setup.studied or setup.attested)
    }


def recall(shelf: Shelf, task: Task) -> Checked | None:
    """The result of a file as it is now; None where it has to be checked."""
    wanted = key(shelf, task)
    with suppress(OSError), open(_place(shelf, task), "rb") as stream:
        data = stream.read()
        found, proof, value = data[:DIGEST], data[DIGEST : 2 * DIGEST], data[2 * DIGEST :]
        if wanted and found == wanted and digest_of(value) == proof:
            used(stream.fileno())
            return read(value)
    return None


def keep(shelf: Shelf, task: Task, before: bytes, checked: Checked) -> None:
    """Write a result down; `before` is the key of the file before it was checked, which it must still have."""
    if not before or not isinstance(checked.issues, Bundle) or key(shelf, task) != before:
        return
    value = written(checked, checked.issues)
    place = _place(shelf, task)
    with suppress(OSError, TermcheckError):
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        write_file(place, before + digest_of(value) + value, lasting=False)


def key(shelf: Shelf, task: Task) -> bytes:
    """A digest of all that the result of a file rests on; empty where that cannot be read, or only once, as a pipe."""
    paths = [*filter(None, (task.path, task.source))]
    if task.path == STDIN or not all(map(os.path.isfile, paths)):
        return b""
    digest = blake2b(shelf.manner, digest_size=DIGEST)
    digest.update(repr((_decided(shelf.setup, task.name), task.name)).encode("utf-8", "surrogatepass"))
    try:
        for path in paths:
            with open(path, "rb", buffering=0) as stream:
                digest.update(file_digest(stream, blake2b).digest())
    except OSError:
        return b""
    return digest.digest()


def _decided(setup: Setup, name: str) -> tuple[object, ...]:
    """The decisions that a file may need, and the entries of the baseline for it.

    Where a decision names the file, its line is not told of; one for any file is known by its line too.
    """
    accepted, baseline = setup.accepted, setup.baseline
    named = accepted.by_file.get(accepted.name(name), ()) if accepted.decisions else ()
    return (
        tuple(one._replace(line=0) for one in named),
        tuple(accepted.by_file.get("", ())),
        sorted(baseline.of(name).values()),
    )


def _place(shelf: Shelf, task: Task) -> str:
    """Where the result of a file checked in this manner stands: the next result takes its place."""
    setup = shelf.setup
    what = (os.path.abspath(task.path), task.name, task.source, task.encoding, setup.config, *setup.glossaries)
    name = digest_of(repr((what, [rule.id for rule in setup.rules])).encode("utf-8", "surrogatepass")).hex()
    return os.path.join(shelf.folder, name[:2], name[2:])
