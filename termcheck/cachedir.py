"""The user's cache folder: what one run made and the next can use. Losing it costs time and nothing else."""

from __future__ import annotations

import marshal
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from . import __version__

_OTHERS_MAY_WRITE = 0o022
_DAY = 86_400  # seconds
_KEPT = 30 * _DAY  # since a file was last of use
_TIDIED = "tidied"  # the file that says when the folder was last looked through
_OURS = re.compile(  # what is kept here; a folder of this name may hold other things, which are not to be deleted
    r"grammar|glossary-[0-9a-f]{64}|results/[0-9a-f]{2}/[0-9a-f]{30}|(results/../)?\.termcheck-\d+-[0-9a-f]{8}\.part"
)


def cache_file(name: str) -> str:
    """The path of a file in the cache folder, which is made if need be; "" where nobody but the user may write is none.

    What stands there is trusted like the program itself, so a folder that others can write to is not used.
    """
    folder = os.path.join(_home(), "termcheck")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        state = os.stat(folder)
    except OSError:
        return ""
    if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & _OTHERS_MAY_WRITE):
        return ""
    return os.path.join(folder, name)


@cache
def program() -> bytes:
    """What tells this program from any other that may have written a file: its version, and the state of its files.

    They change while it is worked on.
    """
    files = sorted(_files(os.path.dirname(__file__))) if os.path.isdir(os.path.dirname(__file__)) else []
    return repr((__version__, marshal.version, files)).encode("utf-8", "surrogatepass")


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """The files in a folder and below, each with its size and when it was written."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns


def used(handle: int) -> None:
    """Note that an open file of the cache folder was of use, at most once a day."""
    with suppress(OSError):
        if time.time() - os.fstat(handle).st_mtime > _DAY:
            os.utime(handle)


def tidy() -> None:
    """Once a day, delete what has been of no use for a month."""
    mark, now = cache_file(_TIDIED), time.time()
    with suppress(OSError):
        if not mark or (os.path.exists(mark) and abs(now - os.stat(mark).st_mtime) < _DAY):
            return
        with open(mark, "wb"):
            os.utime(mark)
        folder = os.path.dirname(mark)
        for path, _, written in _files(folder):
            if now - written / 1e9 > _KEPT and _OURS.fullmatch(os.path.relpath(path, folder).replace(os.sep, "/")):
                with suppress(OSError):
                    os.unlink(path)


def _home() -> str:
    """Where the platform keeps caches."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    given = os.environ.get("XDG_CACHE_HOME", "")
    return given if os.path.isabs(given) else os.path.expanduser("~/.cache")  # the standard: a relative one is none
