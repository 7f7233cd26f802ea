"""The report for a spreadsheet: one row an issue, all of them, as Excel and its like read them.

A byte order mark says that it is UTF-8; rows end with CR LF (RFC 4180) and each stands on one line. A spreadsheet must
not run what a transcript says, nor make a date of it: such a cell begins with an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from ..fingerprint import fingerprints
from ..place import Located
from ..run import Run
from .text import plain

COLUMNS = (
    "path", "line", "column", "severity", "rule", "message", "text", "suggestion",
    "status", "reason", "doubtful", "unit", "fingerprint", "related",
)  # fmt: skip

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|\t")  # some spreadsheets take the wide signs, too
_FIGURE = re.compile(r"\d[\d.,:/eE-]*")
_SAME = re.compile(r"0|[1-9]\d{0,14}")  # figures that a spreadsheet shows as they are written


def render(run: Run, stream: TextIO) -> None:
    """Write every issue, accepted ones too: the column `status` tells them apart."""
    import csv  # this module's own name is no obstacle: imports are absolute

    stream.write("\ufeff")
    rows = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)  # a text in quotes stays whole where ";" parts columns
    rows.writerow(COLUMNS)
    for one, name in zip(run.issues, fingerprints(run.issues), strict=True):
        rows.writerow(_row(one, name))


def _row(one: Located, fingerprint: str) -> Iterator[str | int]:
    issue, finding = one.issue, one.issue.finding
    yield cell(issue.path)
    yield from (one.place.line, one.place.column)
    fix = finding.fix.title if finding.fix else ""
    yield from map(cell, (str(issue.severity), issue.rule, finding.message, one.text, fix, issue.status, issue.reason))
    yield "yes" if finding.doubtful else "no"
    yield from map(cell, (issue.unit or "", fingerprint))
    yield cell("; ".join(f"{note.path}:{note.place.line}:{note.place.column} {note.message}" for note in one.notes))


def cell(text: str) -> str:
    """A text on one line that a spreadsheet shows as it is."""
    text = plain(text)
    changed = _FORMULA.match(text) or (_FIGURE.fullmatch(text) and not _SAME.fullmatch(text))
    return "'" + text if changed else text
