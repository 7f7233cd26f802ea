"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from .errors import TermcheckError

if TYPE_CHECKING:
    from typing import BinaryIO


def require_writable(path: str) -> None:
    """Raise TermcheckError for a file that surely cannot be written, before any work is done for it."""
    folder = os.path.dirname(os.path.realpath(path))
    if os.path.isdir(path):
        raise TermcheckError("is a folder", path)
    if not os.path.isdir(folder):
        raise TermcheckError("there is no such folder", os.path.dirname(path))
    if not os.access(path if os.path.exists(path) else folder, os.W_OK):
        raise TermcheckError("cannot be written", path)


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Read a file and write it anew while no other run of termcheck does the same in its folder.

    Where the system or the file system has no such locks there is none.
    """
    folder = -1
    with suppress(ImportError, OSError):
        import fcntl  # Windows has none

        folder = os.open(os.path.dirname(os.path.realpath(path)), os.O_RDONLY)
        fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if folder >= 0:
            os.close(folder)


def write_file(path: str, data: bytes, lasting: bool = True) -> None:
    """Put `data` into a file at once: nobody ever sees half of it, not even after Ctrl-C. Raises TermcheckError.

    What is not `lasting` may be gone after a crash of the machine, and is written more quickly.
    """
    with written_at_once(path, lasting) as stream:
        stream.write(data)


@contextmanager
def written_at_once(path: str, lasting: bool = True) -> Iterator[BinaryIO]:
    """A file to be written piece by piece, that nobody sees before all of it is there. Raises TermcheckError."""
    real = os.path.realpath(path)
    try:
        if os.path.exists(real) and not os.path.isfile(real):  # a device or a pipe cannot be replaced
            with open(real, "wb") as stream:
                yield stream
        else:
            with _new(real, lasting=lasting) as stream:
                yield stream
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be written", path) from None


def rewrite_file(path: str, before: bytes, after: bytes) -> None:
    """Put `after` into a file that holds `before`, at once; it keeps its mode, owner and attributes.

    Raises TermcheckError, and leaves the file as it is, where that cannot be
    done, where the file is read-only, and where somebody has changed it meanwhile.
    """
    real = os.path.realpath(path)
    try:
        mode = os.stat(real).st_mode
        if not stat.S_ISREG(mode):
            raise TermcheckError("is no file that can be replaced", path)
        if not mode & 0o222 or not os.access(real, os.W_OK):  # the mode binds root too, who may write all
            raise TermcheckError("is read-only", path)
        with alone(real), _new(real, lambda: _require_same(real, before, path)) as stream:
            stream.write(after)
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be written", path) from None


def _require_same(real: str, before: bytes, path: str) -> None:
    with open(real, "rb") as stream:
        if stream.read() != before:
            raise TermcheckError("was changed by somebody else meanwhile: left as it is", path)


@contextmanager
def _new(path: str, last_look: Callable[[], None] = lambda: None, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """A file to be written, which takes the place of the old one when all of it is there."""
    old = os.stat(path) if os.path.exists(path) else None
    part = os.path.join(os.path.dirname(path), f".termcheck-{os.getpid()}-{os.urandom(4).hex()}.part")
    mode = 0o600 if old else 0o666  # nobody reads in it what nobody may read in the old file
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with open(handle, "wb") as stream:
            yield stream
            stream.flush()
            if old:
                _keep(path, old, part)
            if lasting:
                os.fsync(stream.fileno())  # else a crash of the machine may leave an empty file under the name
        last_look()
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)


def _keep(path: str, old: os.stat_result, part: str) -> None:
    """Give a new file the owner, the mode and the attributes of the old one. Raises OSError for the first two."""
    new = os.stat(part)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(part, old.st_uid, old.st_gid)
        except PermissionError as error:
            raise OSError(error.errno, "its owner or group could not be kept") from None
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # a file system may have none
            for name in os.listxattr(path):
                _copy_attribute(name, path, part)
    os.chmod(part, stat.S_IMODE(old.st_mode))  # last: a new owner takes bits of it away


def _copy_attribute(name: str, path: str, part: str) -> None:
    with suppress(OSError):  # such as the system alone sets
        os.setxattr(part, name, os.getxattr(path, name))
