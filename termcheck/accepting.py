"""Writing decisions down: new entries take their place in the file, old ones and comments stay as they are."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from .accepted import IGNORED, KEYS, RULE_IDS, Accepted, Decision, normal, parsed
from .atomic import write_file
from .errors import TermcheckError
from .fingerprint import fingerprints
from .place import Located
from .plan import Plan
from .pool import check_all
from .quoting import scalar

HEADER = """\
# Issues that an editor has accepted. An entry holds for its text between these words, wherever they stand in the file.
# "termcheck accept" writes entries; take one out when termcheck says that it is stale.

"""


class Wanted(NamedTuple):
    """Which issues are accepted: those of a rule, at a text where one is given, or those of a report.

    `prints` are the fingerprints of the report's open issues, by path.
    """

    rule: str = ""
    text: str = ""
    prints: Mapping[str, Collection[str]] | None = None


def accept(plan: Plan, wanted: Wanted, reason: str, date: str) -> dict[str, int]:
    """Write down that the wanted issues of a plan's files are accepted. How many new ones, by file of decisions.

    Raises TermcheckError where a file cannot be read, and where there is no such issue.
    """
    decisions: dict[str, list[Decision]] = {}
    for task, checked in zip(plan.tasks, check_all(plan), strict=True):
        if checked.error:
            raise TermcheckError(checked.error)
        accepted = plan.setups[task.setup].accepted
        found = [_decision(one, accepted, reason, date) for one in _chosen(checked.issues, wanted)]
        decisions.setdefault(accepted.path, []).extend(found)
    if not any(decisions.values()):
        at = f' at "{wanted.text}"' if wanted.text else ""
        raise TermcheckError(
            f"no open issue of {wanted.rule}{at}" if wanted.rule else "no open issue of the report is left"
        )
    files = {setup.accepted.path: setup.accepted for setup in plan.setups}
    return {path: write(files[path], new) for path, new in decisions.items() if new}


def read_report(path: str) -> tuple[list[str], dict[str, set[str]]]:
    """The rules of a JSON report, and the fingerprints of its open issues by path. Raises TermcheckError."""
    try:
        with open(path, "rb") as stream:
            issues = json.load(stream)["issues"]
        chosen = [one for one in issues if one["status"] == "open" and one["rule"] in RULE_IDS]
        prints: dict[str, set[str]] = {}
        for one in chosen:
            prints.setdefault(str(one["path"]), set()).add(one["fingerprint"])
        return sorted({str(one["rule"]) for one in chosen}), prints
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be read", path) from None
    except (ValueError, LookupError, TypeError):
        raise TermcheckError("is no report of termcheck", path, hint="write one with check --format json") from None


def _chosen(issues: Sequence[Located], wanted: Wanted) -> list[Located]:
    return [
        one
        for one, name in zip(issues, fingerprints(issues), strict=True)
        if one.issue.status == "open"
        and one.issue.rule in RULE_IDS
        and (wanted.prints is None or name in wanted.prints.get(one.issue.path, ()))
        and wanted.rule in {"", one.issue.rule}
        and normal(wanted.text) in {"", normal(one.text)}
    ]


def _decision(one: Located, accepted: Accepted, reason: str, date: str) -> Decision:
    text = IGNORED.sub(" ", one.text).strip()
    return Decision(one.issue.rule, text, reason, accepted.name(one.issue.path), one.before, one.after, date)


def write(accepted: Accepted, new: Sequence[Decision]) -> int:
    """Add decisions to their file, except those that are there already. How many were added."""
    known = {_order(one) for one in accepted.decisions}
    added = {_order(one): one for one in new if _order(one) not in known}
    if added:
        text = accepted.source.text if os.path.exists(accepted.path) else HEADER
        write_file(accepted.path, merged(text, accepted, list(added.values())).encode("utf-8"))
    return len(added)


def merged(text: str, accepted: Accepted, new: Sequence[Decision]) -> str:
    """The text of a file of decisions with new ones, all in order of file, rule, text and the words around.

    Raises TermcheckError where the entries of the file do not each have lines of their own.
    """
    lines = [line + "\n" for line in text.splitlines()]
    bounds = _bounds(lines, accepted)
    old = zip(accepted.decisions, bounds, bounds[1:], strict=False)
    blocks = [(one, "".join(lines[begin:end])) for one, begin, end in old] + [(one, _entry(one)) for one in new]
    blocks.sort(key=lambda block: _order(block[0]))
    result = "".join(lines[: bounds[0]]) + "".join(block for _, block in blocks) + "".join(lines[bounds[-1] :])
    try:
        found = parsed(result, accepted.path)
    except TermcheckError:
        found = []
    if _contents(found) != _contents([*accepted.decisions, *new]):
        raise TermcheckError(
            "cannot be added to", accepted.path, hint='begin each entry with "- " on a line of its own'
        )
    return result


def _bounds(lines: list[str], accepted: Accepted) -> list[int]:
    """Where each entry begins, the comments above it included, and where the last one ends (indices of lines)."""
    starts = [one.line - 1 for one in accepted.decisions]
    bounds = [_above(lines, start) for start in starts]
    if bounds:  # what stands above the first entry, set off by a blank line, is about the file
        asides = lines[bounds[0] : starts[0]]
        blanks = [number for number, line in enumerate(asides, 1) if not line.strip()]
        bounds[0] += blanks[-1] if blanks else 0
    return [*bounds, _above(lines, len(lines)) if bounds else len(lines)]


def _above(lines: list[str], at: int) -> int:
    """The first of the comments and blank lines that stand directly above a line."""
    while at > 0 and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
        at -= 1
    return at


def _entry(one: Decision) -> str:
    values = {key: getattr(one, key) for key in KEYS}
    lines = [f"{key}: {scalar(value)}" for key, value in values.items() if value or key == "text"]
    return "- " + "\n  ".join(lines) + "\n"


def _order(one: Decision) -> tuple[str, ...]:
    return (one.file, one.rule, *(normal(text) for text in (one.text, one.before, one.after)))


def _contents(decisions: Sequence[Decision]) -> list[tuple[str, ...]]:
    return sorted(one[:-1] for one in decisions)  # all but the line
