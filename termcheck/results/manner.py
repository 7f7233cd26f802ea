"""In which manner texts are checked, as a digest: what was found in one manner holds for no other."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b

from .. import __version__
from ..engine import Setup

DIGEST = 16  # bytes


def manner(setup: Setup, by: bytes) -> bytes:
    """A digest of how any text is checked under a setup, `by` which program."""
    told = (
        [(rule.id, int(setup.severity.get(rule.id, rule.severity))) for rule in setup.rules],
        sorted((rule, sorted(options.items())) for rule, options in setup.options.items()),
        sorted((name, int(level)) for name, level in setup.notices.items()),
        setup.judged,
    )
    return digest_of(by + setup.glossary.digest + repr(told).encode())


@cache
def program() -> bytes:
    """A digest of the program: its version, and when its files were written, which changes while it is worked on."""
    files = sorted(files_below(os.path.dirname(os.path.dirname(__file__))))
    return digest_of(repr((__version__, marshal.version, files)).encode("utf-8", "surrogatepass"))


def files_below(folder: str) -> Iterator[tuple[str, int, int]]:
    """The files in a folder and below, each with its size and when it was written."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from files_below(entry.path)
        else:
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns


def digest_of(data: bytes) -> bytes:
    """A digest that nobody has to be kept from forging."""
    return blake2b(data, digest_size=DIGEST).digest()
