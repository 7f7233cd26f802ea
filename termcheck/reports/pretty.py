"""Issues by file, each with the line it stands in, a caret below, notes and the fix. Colours are always written:
whoever shows the report takes them off where they are not wanted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO
from unicodedata import category, east_asian_width

from ..model import Severity
from ..place import Excerpt, Located
from ..run import Run
from .text import label, plain

_BOLD, _DIM, _OFF, _GREEN = "\x1b[1m", "\x1b[2m", "\x1b[0m", "\x1b[32m"
_COLORS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.SUGGESTION: "\x1b[36m"}


def render(run: Run, stream: TextIO) -> None:
    """Write the issues that a person is shown."""
    for path, issues in groupby(run.shown, key=lambda one: one.issue.path):
        stream.write(f"{_BOLD}{plain(path)}{_OFF}\n")
        for one in issues:
            stream.writelines(f"{line}\n" for line in lines(one))
        stream.write("\n")


def lines(one: Located) -> Iterator[str]:
    """An issue with its line and a caret below what was found."""
    issue, place, finding = one.issue, one.place, one.issue.finding
    color = _COLORS[issue.severity]
    yield f"  {color}{place.line}:{place.column} {label(one)}{_OFF}: {plain(finding.message)}"
    yield f"    {plain(one.excerpt.text)}"
    yield f"    {color}{caret(one.excerpt)}{_OFF}"
    for note in one.notes:
        file = f"{note.path}:" * (note.path != issue.path)
        yield f"    {_DIM}{plain(file)}{note.place.line}:{note.place.column} {plain(note.message)}{_OFF}"
    if finding.fix:
        yield f"    {_GREEN}fix: {plain(finding.fix.title)}{_OFF}"


def caret(excerpt: Excerpt) -> str:
    """The signs that stand below what was found: as wide as it, counting wide characters twice."""
    before, found = excerpt.text[: excerpt.start], excerpt.text[excerpt.start : excerpt.end]
    return " " * width(before) + "^" * max(1, width(found))


def width(text: str) -> int:
    """Columns that a text takes on a terminal, as `plain` shows it; a tab is taken for a space."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in "WF" else len(plain(char))
