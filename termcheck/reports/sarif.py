"""SARIF 2.1.0 (OASIS), for code scanning services and editors.

Columns count code points. A path inside the current folder is a relative URI,
any other an absolute one.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any, TextIO

from .. import __version__
from ..fingerprint import fingerprints
from ..model import Severity
from ..place import Located, Place
from ..run import Run
from ..suppress import NOTICES
from .about import About, of_notice, of_rule
from .streamed import write

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def render(run: Run, stream: TextIO) -> None:
    """Write all issues; accepted ones are marked as suppressed, with the reason."""
    told = [*map(of_rule, run.rules), *map(of_notice, NOTICES.values())]
    numbers = {one.id: number for number, one in enumerate(told)}
    driver = {"name": "termcheck", "version": __version__, "rules": [_rule(one) for one in told]}
    whole = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run)],
        "results": [],
    }
    results = (
        {"ruleId": one.issue.rule, "ruleIndex": numbers[one.issue.rule], **_result(one, name)}
        for one, name in zip(run.issues, fingerprints(run.issues), strict=True)
    )
    write(stream, {"$schema": SCHEMA, "version": "2.1.0", "runs": [whole]}, results, 4)


def _rule(one: About) -> dict[str, Any]:
    return {
        "id": one.id,
        "shortDescription": _text(one.summary),
        "fullDescription": _text(one.text.partition("\n\n")[0]),
        "help": _text(one.text),
        "defaultConfiguration": {"level": _LEVELS[one.severity], "enabled": one.default},
    }


def _result(one: Located, fingerprint: str) -> dict[str, Any]:
    issue, finding = one.issue, one.issue.finding
    result: dict[str, Any] = {
        "level": _LEVELS[issue.severity],
        "message": _text(finding.message),
        "locations": [_location(issue.path, one.place)],
        "partialFingerprints": {"termcheck/v1": fingerprint},
        "properties": {"doubtful": finding.doubtful},
    }
    if one.notes:
        result["relatedLocations"] = [
            {"id": number, "message": _text(note.message), **_location(note.path, note.place)}
            for number, note in enumerate(one.notes)
        ]
    if finding.fix:
        result["fixes"] = [_fix(one)]
    if issue.status != "open":
        kind = "inSource" if issue.status == "marked" else "external"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": issue.reason}]
    return result


def _fix(one: Located) -> dict[str, Any]:
    fix = one.issue.finding.fix
    assert fix is not None
    replacements = [
        {"deletedRegion": _region(place), "insertedContent": {"text": edit.text}}
        for edit, place in zip(fix.edits, one.edits, strict=True)
    ]
    change = {"artifactLocation": {"uri": _uri(one.issue.path)}, "replacements": replacements}
    return {"description": _text(fix.title), "artifactChanges": [change]}


def _invocation(run: Run) -> dict[str, Any]:
    failures = [*run.errors, *map(str, run.crashes)]
    return {
        "executionSuccessful": not failures,
        "toolExecutionNotifications": [{"level": "error", "message": _text(failure)} for failure in failures],
    }


def _location(path: str, place: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": _region(place)}}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


@lru_cache(maxsize=64)  # many issues stand in one file
def _uri(path: str) -> str:
    from urllib.parse import quote

    relative = os.path.relpath(path)
    if relative.startswith(os.pardir):
        return "file://" + quote(os.fsencode(os.path.abspath(path)))
    return quote(os.fsencode(relative.replace(os.sep, "/")))


def _text(text: str) -> dict[str, str]:
    return {"text": text}
