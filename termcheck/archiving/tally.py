"""What was counted so far, in a form that is kept beside what is done."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from ..engine import Checked
from ..model import Severity


class Tally(NamedTuple):
    """Of the texts that are done: how many there are, and what was found in them.

    `errors`, `warnings` and `suggestions` are open, sure issues; `size` is the length of the file of issues in bytes.
    """

    files: int = 0
    errors: int = 0
    warnings: int = 0
    suggestions: int = 0
    doubtful: int = 0
    accepted: int = 0
    unread: int = 0
    crashed: int = 0
    size: int = 0

    def with_text(self, checked: Checked, complaints: int) -> Tally:
        """With one text more; `complaints` are those that are no crash."""
        status = [
            (one.issue.status == "open", one.issue.finding.doubtful, one.issue.severity) for one in checked.issues
        ]
        return self._replace(
            files=self.files + 1,
            errors=self.errors + status.count((True, False, Severity.ERROR)),
            warnings=self.warnings + status.count((True, False, Severity.WARNING)),
            suggestions=self.suggestions + status.count((True, False, Severity.SUGGESTION)),
            doubtful=self.doubtful + sum(is_open and doubtful for is_open, doubtful, _ in status),
            accepted=self.accepted + sum(not is_open for is_open, _, _ in status),
            unread=self.unread + bool(complaints),
            crashed=self.crashed + bool(checked.crashes),
        )

    def fails(self, level: str, others: Collection[Severity] = ()) -> bool:
        """Whether an issue, or one of other severities, is of this severity or graver; never for "never"."""
        counts = {Severity.ERROR: self.errors, Severity.WARNING: self.warnings, Severity.SUGGESTION: self.suggestions}
        found = {*others, *(severity for severity, count in counts.items() if count)}
        return level != "never" and any(one >= Severity[level.upper()] for one in found)

    def written(self) -> str:
        """As text."""
        return json.dumps(self)


def read_tally(text: str) -> Tally:
    """The tally that was `written`; an empty one of nothing."""
    return Tally(*json.loads(text)) if text else Tally()
