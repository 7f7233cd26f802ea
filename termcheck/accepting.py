"""Accepting the issues of a run: those of a rule, or those of a report."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from .errors import TermcheckError
from .fingerprint import fingerprints
from .place import Located
from .plan import Plan
from .pool import check_all
from .suppress import RULE_IDS, Accepted, Decision
from .suppress.accepted import IGNORED, normal
from .suppress.writing import write


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
        accepted = plan.setups[task.config].accepted
        found = [decision(one, accepted, reason, date) for one in _chosen(checked.issues, wanted)]
        decisions.setdefault(accepted.path, []).extend(found)
    if not any(decisions.values()):
        at = f' at "{wanted.text}"' if wanted.text else ""
        raise TermcheckError(
            f"no open issue of {wanted.rule}{at}" if wanted.rule else "no open issue of the report is left"
        )
    files = {setup.accepted.path: setup.accepted for setup in plan.setups.values()}
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


def decision(one: Located, accepted: Accepted, reason: str = "", date: str = "") -> Decision:
    """The decision that accepts an issue."""
    text = IGNORED.sub(" ", one.text).strip()
    return Decision(one.issue.rule, text, reason, accepted.name(one.issue.path), one.before, one.after, date)
