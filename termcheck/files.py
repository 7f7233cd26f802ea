"""From what the user names to the files to check: folders searched, globs of the configuration applied."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from . import config
from .config import Config
from .errors import TermcheckError
from .readers import STDIN, wanted


class File(NamedTuple):
    """A file to check, under the configuration that governs it."""

    path: str
    config: Config


class Search:
    """Finds files, each once, in the order of the arguments and sorted within a folder; counts those `excluded`.

    A file named by the user is taken whatever its suffix; in folders the
    suffixes of the readers are taken (tables where they hold two languages), or what `include` names. `exclude` holds
    for both. Hidden files and folders are never searched; folders that cannot
    be read are told in `errors`.
    """

    def __init__(self, fixed: Config | None = None, stdin_name: str = "", encoding: str = "") -> None:
        """`fixed` is the configuration of all files; without it each file has its own nearest one."""
        self._fixed, self._stdin_name, self._encoding, self._seen = fixed, stdin_name, encoding, set[str]()
        self._by_path, self._by_folder = {"": Config()}, dict[str, Config]()
        self.excluded = 0
        self.errors: list[str] = []

    def files(self, paths: Sequence[str]) -> Iterator[File]:
        """The files to check; a path that does not exist is given back as a file, for the reader to complain.

        Where one path is given nothing is remembered of its files, which may be millions.
        """
        for path in paths:
            if not path:
                raise TermcheckError("a path is empty", hint="the current folder is .")
            found = self._below(path) if os.path.isdir(path) else self._named(path)
            yield from found if len(paths) == 1 else filter(self._is_new, found)

    def _is_new(self, file: File) -> bool:
        name, count = os.path.normpath(file.path), len(self._seen)
        self._seen.add(name)
        return len(self._seen) > count

    def config(self, folder: str) -> Config:
        """The configuration of the files in a folder."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._by_folder:
            path = config.find(folder)
            if path not in self._by_path:
                self._by_path[path] = config.load(path)
            self._by_folder[folder] = self._by_path[path]
        return self._by_folder[folder]

    def _named(self, path: str) -> Iterator[File]:
        name = self._stdin_name if path == STDIN else path
        governing = self.config(os.path.dirname(name))
        if name and matches(governing.exclude, governing, name):
            self.excluded += 1
        else:
            yield File(path, governing)

    def _below(self, top: str) -> Iterator[File]:
        for folder, folders, names in os.walk(top, onerror=self._unreadable):
            governing = self.config(folder)
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and not matches(governing.exclude, governing, os.path.join(folder, name))
            )
            for name in sorted(names):
                path = os.path.normpath(os.path.join(folder, name))
                if name.startswith(".") or _endless(path) or not self._wanted(governing, path):
                    continue
                yield from self._named(path)

    def _wanted(self, governing: Config, path: str) -> bool:
        if governing.include:
            return matches(governing.include, governing, path, below=False)
        return wanted(path, self._encoding)

    def _unreadable(self, error: OSError) -> None:
        self.errors.append(str(TermcheckError(error.strerror or "cannot be read", str(error.filename))))


def _endless(path: str) -> bool:
    """Whether a path is a pipe or a device: one that is found, and not named, may never give anything."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:  # whoever reads it says why it cannot be read
        return False


def matches(globs: Sequence[str], governing: Config, path: str, below: bool = True) -> bool:
    """Whether a path (or, with `below`, a folder above it) matches one of the globs of a configuration.

    A glob with no slash matches a name at any depth. ``*`` and ``?`` stay
    within a name, ``**`` spans folders.
    """
    if not globs:
        return False
    relative = os.path.relpath(path, governing.folder or ".").replace(os.sep, "/")
    return any(_pattern(glob, below).fullmatch(relative) for glob in globs)


_GLOB = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@cache
def _pattern(glob: str, below: bool) -> re.Pattern[str]:
    body = glob.strip("/")
    deep = "" if "/" in body or glob.startswith("/") else "(?:.*/)?"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", body)
    regex = "".join(_GLOB.get(part) or re.escape(part) for part in parts)
    return re.compile(deep + regex + "(?:/.*)?" * below, re.DOTALL)
