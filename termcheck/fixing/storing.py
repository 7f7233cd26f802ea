"""Where fixed texts go: into their files, each once, and never out of the folder that the user named."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..atomic import rewrite_file
from ..errors import TermcheckError
from ..plan import Task
from ..readers import STDIN


def once(tasks: Sequence[Task]) -> list[Task]:
    """The tasks without links to files that other tasks have: each file is fixed once, under a name of its own."""
    real = {task.path: os.path.realpath(task.path) for task in tasks if task.path != STDIN}
    files = {path for path, target in real.items() if not os.path.islink(path)}
    owned = {real[path] for path in files}
    kept, seen = list[Task](), set[str]()
    for task in tasks:
        target = real.get(task.path, "")
        if not target or task.path in files or (target not in owned and target not in seen):
            kept.append(task)
            seen.add(target)
    return kept


def store(path: str, before: bytes, after: bytes, named: Sequence[str]) -> None:
    """Write what a file becomes; `named` are the paths of the user, files and folders.

    Raises TermcheckError, and leaves the file, where it cannot be replaced or
    is a link out of the folder in which it was found.
    """
    folder = next((folder for folder in named if _within(folder, os.path.normpath(path))), "")
    if path not in named and folder and not _within(os.path.realpath(folder), os.path.realpath(path)):
        raise TermcheckError(f"is not written: it is a link out of {folder}", path)
    rewrite_file(path, before, after)


def _within(folder: str, path: str) -> bool:
    top = os.path.normpath(folder)
    return top == os.curdir or path.startswith(os.path.join(top, ""))
