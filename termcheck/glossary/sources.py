"""Which files a glossary is made of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from os import PathLike

from ..errors import TermcheckError, path_like


def glossary_files(paths: Iterable[str | PathLike[str]]) -> list[str]:
    """Each file once, in order; a folder stands for its ``*.yaml`` and ``*.yml`` files, also in folders below it.

    Raises TermcheckError for a path that is not there, and for a folder with no such file.
    """
    return list(dict.fromkeys(file for path in paths for file in _files(os.path.normpath(path))))


def _files(path: str) -> list[str]:
    if not os.path.exists(path):
        raise TermcheckError("No such file or directory", path, hint=path_like(path))
    if not os.path.isdir(path):
        return [path]
    below = (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
    found = [file for file in below if file.endswith((".yaml", ".yml")) and os.path.isfile(file)]
    if not found:
        raise TermcheckError("no *.yaml file in this folder", path)
    return sorted(found, key=lambda file: file.split(os.sep))


def text_of(path: str) -> str:
    """The text of a file, its line ends and byte order mark as they are. Raises TermcheckError."""
    try:
        with open(path, "rb") as stream:
            return stream.read().decode("utf-8")
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be read", path) from None
    except UnicodeDecodeError as error:
        raise TermcheckError("not UTF-8", path, error.object.count(b"\n", 0, error.start) + 1) from None
