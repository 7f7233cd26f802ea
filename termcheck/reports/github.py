"""Workflow commands: GitHub Actions shows each issue as an annotation of the changed file."""

from __future__ import annotations

from typing import TextIO

from ..model import Severity
from ..run import Run
from .text import decided, plain

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def render(run: Run, stream: TextIO) -> None:
    """Write one command an issue that a person is shown."""
    for one in run.shown:
        issue, place = one.issue, one.place
        fields = {"file": issue.path, "line": place.line, "col": place.column, "endLine": place.end_line}
        if place.end_line == place.line:  # the service shows no annotation whose columns span lines
            fields["endColumn"] = max(place.column, place.end_column - 1)
        fields["title"] = f"termcheck: {issue.rule}"
        given = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
        message = issue.finding.message + decided(one)
        stream.write(f"::{_COMMANDS[issue.severity]} {given}::{_data(plain(message))}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
