"""Mistakes of the user, each told in one line that says where and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterable


class TermcheckError(Exception):
    """Something the user can mend: shown as ``path:line: message (hint)`` with exit code 2.

    `placed` says whether the place is known, in `path` or in a message that was told before.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, hint: str = "", placed: bool = False) -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.hint = message, path, line, hint
        self.placed = placed or bool(path)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}" + (f" ({self.hint})" if self.hint else "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`, or nothing."""
    import difflib  # only on the way to an error message

    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def path_like(path: str) -> str:
    """A hint that names what stands beside a path that is not there and is called nearly so, or nothing."""
    try:
        beside = os.listdir(os.path.dirname(path) or ".")
    except OSError:
        return ""
    return did_you_mean(os.path.basename(path), beside)
