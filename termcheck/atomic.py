"""Files that are written whole or not at all."""

from __future__ import annotations

import os

from .errors import TermcheckError


def require_writable(path: str) -> None:
    """Raise TermcheckError for a file that surely cannot be written, before any work is done for it."""
    folder = os.path.dirname(os.path.realpath(path))
    if os.path.isdir(path):
        raise TermcheckError("is a folder", path)
    if not os.path.isdir(folder):
        raise TermcheckError("there is no such folder", os.path.dirname(path))
    if not os.access(path if os.path.exists(path) else folder, os.W_OK):
        raise TermcheckError("cannot be written", path)


def write_file(path: str, data: bytes) -> None:
    """Put `data` into a file at once: nobody ever sees half of it, not even after Ctrl-C. Raises TermcheckError."""
    real = os.path.realpath(path)
    try:
        if os.path.exists(real) and not os.path.isfile(real):  # a device or a pipe cannot be replaced
            with open(real, "wb") as stream:
                stream.write(data)
        else:
            _replace(real, data)
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be written", path) from None


def _replace(path: str, data: bytes) -> None:
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "xb") as stream:
            stream.write(data)
        if os.path.exists(path):
            os.chmod(part, os.stat(path).st_mode)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)
