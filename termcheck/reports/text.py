"""One line an issue: ``path:line:column: severity rule: message``."""

from __future__ import annotations

from typing import TextIO

from ..engine import Run


def render(run: Run, stream: TextIO) -> None:
    for one in run.shown:
        issue, place = one.issue, one.place
        stream.write(
            f"{issue.path}:{place.line}:{place.column}: {issue.severity} {issue.rule}: {issue.finding.message}\n"
        )
