"""One line an issue: ``path:line:column: severity rule: message``."""

from __future__ import annotations

import re
from typing import TextIO

from ..place import Located
from ..run import Run

_LINE_END = re.compile(r"\r\n|[\r\n]")
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")


def render(run: Run, stream: TextIO) -> None:
    """Write the issues that a person is shown."""
    for one in run.shown:
        issue, place = one.issue, one.place
        stream.write(f"{plain(issue.path)}:{place.line}:{place.column}: {label(one)}: {plain(issue.finding.message)}\n")


def label(one: Located) -> str:
    """Severity and rule, and what is to be known of the issue besides."""
    issue = one.issue
    return f"{issue.severity} {issue.rule}" + (" (doubtful)" if issue.finding.doubtful else "") + decided(one)


def decided(one: Located) -> str:
    """What was decided about an issue, in brackets; nothing for an open one."""
    return "" if one.issue.status == "open" else f" (accepted: {plain(one.issue.reason)})"


def plain(text: str) -> str:
    """A text that stays on its line and does nothing to a terminal: line ends become spaces, other signs escapes."""
    if text.isprintable():
        return text
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", _LINE_END.sub(" ", text))
