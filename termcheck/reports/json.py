"""The report for programs: version 1, as docs/design.md lays it down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from .. import __version__
from ..engine import Checked
from ..fingerprint import fingerprints
from ..model import Severity
from ..place import Located, Place
from ..run import Run
from .streamed import write

VERSION = 1  # raised when a field changes its meaning or goes; new fields do not raise it


def render(run: Run, stream: TextIO) -> None:
    report = {
        "version": VERSION,
        "tool": {"name": "termcheck", "version": __version__},
        "summary": {
            "files": run.files,
            **{f"{level}s": run.count(level) for level in sorted(Severity, reverse=True)},
            "accepted": run.accepted,
            "doubtful_hidden": run.doubtful_hidden,
        },
        "issues": [],
    }
    write(stream, report, map(as_values, run.issues, fingerprints(run.issues)), 2)


def lines(checked: Checked, doubtful: bool = False) -> Iterator[str]:
    """Each issue of a file as a line of JSON, with what an issue has in the report; doubtful ones where asked for."""
    import json  # this module's own name is no obstacle: imports are absolute

    shown = [one for one in checked.issues if doubtful or not one.issue.finding.doubtful]
    for one, fingerprint in zip(shown, fingerprints(shown), strict=True):
        yield json.dumps(as_values(one, fingerprint), ensure_ascii=False)


def as_values(one: Located, fingerprint: str) -> dict[str, Any]:
    """An issue as JSON has it."""
    issue, finding = one.issue, one.issue.finding
    return {
        "rule": issue.rule,
        "severity": str(issue.severity),
        "message": finding.message,
        "path": issue.path,
        **one.place._asdict(),
        "text": one.text,
        "status": issue.status,
        "reason": issue.reason or None,
        "doubtful": finding.doubtful,
        "term": finding.term or None,
        "fingerprint": fingerprint,
        "fixes": _fixes(one),
        "related": [{"path": note.path, **_lines(note.place), "message": note.message} for note in one.notes],
        "unit": issue.unit,
    }


def _lines(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "end_line": place.end_line, "end_column": place.end_column}


def _fixes(one: Located) -> list[dict[str, Any]]:
    fix = one.issue.finding.fix
    if fix is None:
        return []
    placed = zip(one.edits, fix.edits, strict=True)
    edits = [{"start": place.start, "end": place.end, "text": edit.text} for place, edit in placed]
    return [{"title": fix.title, "safe": fix.safe, "edits": edits}]
