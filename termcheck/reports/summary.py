"""What a run came to, in a line; where its time went, in a table."""

from __future__ import annotations

from collections import Counter

from ..model import Severity
from ..run import Run


def summary(run: Run) -> str:
    """One line: "3 errors, 2 warnings in 1 file; 4 doubtful hidden (--doubtful shows them)"."""
    counts = [counted(count, str(level)) for level in sorted(Severity, reverse=True) if (count := run.count(level))]
    parts = [f"{', '.join(counts) or 'no issues'} in {counted(run.files, 'file')}"]
    if run.fixable:
        parts.append(f"{run.fixable} can be fixed safely (termcheck fix)")
    if run.doubtful_hidden:
        parts.append(f"{run.doubtful_hidden} doubtful hidden (--doubtful shows them)")
    if run.accepted and not run.show_accepted:
        parts.append(f"{run.accepted} accepted (--show-accepted shows them)")
    if run.gone:
        parts.append(f"{run.gone} gone since the baseline (termcheck accept --baseline --prune takes them out)")
    if run.excluded:
        parts.append(f"{counted(run.excluded, 'file')} excluded by the configuration")
    if run.errors:
        parts.append(f"{counted(len(run.errors), 'file')} not read")
    return "; ".join(parts)


def statistics(run: Run) -> str:
    """A table: issues (hidden ones too) and milliseconds of each rule, the slowest first."""
    issues = Counter(one.issue.rule for one in run.issues)
    rows = [
        f"{rule:34} {issues[rule]:7} {1000 * seconds:11.1f}"
        for rule, seconds in sorted(run.seconds.items(), key=lambda item: -item[1])
    ]
    total = f"{'all':34} {sum(issues.values()):7} {1000 * sum(run.seconds.values()):11.1f}"
    return "\n".join([f"{'rule':34} {'issues':>7} {'ms':>11}", *rows, total])


def counted(count: int, noun: str) -> str:
    """ "1 file", "2 files"."""
    return f"{count} {noun}{'s' * (count != 1)}"
