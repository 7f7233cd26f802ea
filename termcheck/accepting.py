"""Accepting issues: those of a run, of a JSON report, or the decisions that the style report hands over."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .atomic import alone
from .errors import TermcheckError, did_you_mean
from .fingerprint import fingerprints
from .place import Located
from .plan import Plan, Request, first_config
from .pool import check_all
from .readers import STDIN
from .readers import load as load_bytes
from .readers.text import decode
from .suppress import RULE_IDS, Accepted, Decision, load
from .suppress.accepted import IGNORED, normal, parsed
from .suppress.writing import entry, write

HERE = Accepted()  # names files as they are seen from the current folder


class Wanted(NamedTuple):
    """Which open issues are meant: those of a rule, at a text where one is given, or those of a report.

    `prints` are the fingerprints of the report's open issues, by path. `doubtful` says whether those are meant too
    that are not sure.
    """

    rule: str = ""
    text: str = ""
    prints: Mapping[str, Collection[str]] | None = None
    doubtful: bool = True


class Report(NamedTuple):
    """What a JSON report has open: the rules, and the fingerprints by path."""

    rules: Sequence[str]
    prints: Mapping[str, Collection[str]]


class Handed(NamedTuple):
    """The decisions of a file that was handed over; `path` is what it is called."""

    path: str
    decisions: Sequence[Decision]


class Written(NamedTuple):
    """How many issues were decided anew, and for how many the file had the decision already."""

    new: int
    known: int


def accept(plan: Plan, wanted: Wanted, reason: str, date: str, jobs: int = 1) -> dict[str, Written]:
    """Write down that the wanted issues of a plan's files are accepted. What became of them, by file of decisions.

    Raises TermcheckError where a file cannot be read, and where there is no such issue.
    """
    issues = list(chosen(plan, wanted._replace(text=""), jobs))
    found = [
        (accepted.path, decision(one, accepted, reason, date)) for accepted, one in issues if _is_at(wanted.text, one)
    ]
    if not found:
        at = f' at "{wanted.text}"' if wanted.text else ""
        raise TermcheckError(
            f"no open issue of {wanted.rule}{at}" if wanted.rule else "no open issue of the report is left",
            hint=_nearest(wanted.text, [one.text for _, one in issues]) if wanted.text else "",
        )
    return keep(found)


def _is_at(text: str, one: Located) -> bool:
    return normal(text) in {"", normal(one.text)}


def _nearest(text: str, there: Sequence[str]) -> str:
    """A hint that names a text with an issue, such as one that holds the words that were given."""
    holding = next((one for one in there if normal(text) in normal(one)), "")
    return f'did you mean "{_plain(holding)}"?' if holding else did_you_mean(text, there)


def chosen(plan: Plan, wanted: Wanted, jobs: int = 1) -> Iterator[tuple[Accepted, Located]]:
    """The wanted issues of a plan's files, each with the decisions it belongs to. Raises TermcheckError."""
    for error in plan.errors:
        raise TermcheckError(error, placed=True)
    for task, checked in zip(plan.tasks, check_all(plan, jobs), strict=True):
        if checked.error:
            raise TermcheckError(checked.error, placed=True)
        for one in _chosen(checked.issues, wanted):
            yield plan.setups[task.config].accepted, one


def keep(decisions: Iterable[tuple[str, Decision]]) -> dict[str, Written]:
    """Write decisions into their files, of which each is given with its path. Raises TermcheckError."""
    by_file: dict[str, list[Decision]] = {}
    for path, one in decisions:
        by_file.setdefault(path, []).append(one)
    for path in by_file:  # a mistake in one is told before any is written
        load(path)
    return {path: _written(path, new) for path, new in by_file.items()}


def _written(path: str, decisions: Sequence[Decision]) -> Written:
    with alone(path):
        new = write(load(path), decisions)
    return Written(new, len(decisions) - new)


def decision(one: Located, accepted: Accepted, reason: str = "", date: str = "") -> Decision:
    """The decision that accepts an issue."""
    source = next((note.text for note in one.notes if note.in_source), "")
    file = accepted.name(one.issue.path)
    return Decision(one.issue.rule, _plain(one.text), _plain(reason), file, one.before, one.after, date, _plain(source))


def handed(one: Located) -> str:
    """The decision that accepts an issue, as lines of YAML to which its reason and date are added.

    It names its file as the report does, from the current folder: `merge` finds the decisions it belongs to.
    """
    return entry(decision(one, HERE))


def merge(decisions: Handed, request: Request, date: str) -> dict[str, Written]:
    """Write handed decisions into the files they belong to; `date` is that of those that have none.

    Raises TermcheckError with the line of a decision that names a file that is not there.
    """
    homes: dict[str, Accepted] = {}
    found = []
    for one in decisions.decisions:
        if HERE.missing(one):
            hint = "run the command in the folder where the report was made"
            raise TermcheckError(f'there is no file "{one.file}" here', decisions.path, one.line, hint)
        folder = os.path.dirname(one.file)
        if folder not in homes:
            homes[folder] = Accepted(first_config(request._replace(paths=[one.file or os.curdir])).accepted)
        file = homes[folder].name(one.file) if one.file else ""
        found.append(
            (homes[folder].path, one._replace(file=file, reason=_plain(one.reason), date=one.date or date, line=0))
        )
    return keep(found)


def read(path: str) -> Report | Handed:
    """What a file or standard input ("-") holds: a JSON report, or decisions. Raises TermcheckError with the line."""
    data, path = load_bytes(path), "<stdin>" if path == STDIN else path
    text = decode(data, path).text
    if text.lstrip().startswith("{"):
        return _report(text, path)
    decisions = parsed(text, path)
    if not decisions:
        raise TermcheckError("holds neither decisions nor a report", path, hint=_WRITE_ONE)
    return Handed(path, decisions)


_WRITE_ONE = "the style report exports decisions, check --format json writes a report"


def _report(text: str, path: str) -> Report:
    import json

    try:
        issues = json.loads(text)["issues"]
        open_ones = [one for one in issues if one["status"] == "open" and one["rule"] in RULE_IDS]
        prints: dict[str, set[str]] = {}
        for one in open_ones:
            prints.setdefault(str(one["path"]), set()).add(one["fingerprint"])
        rules = sorted({str(one["rule"]) for one in open_ones})
    except (ValueError, LookupError, TypeError, RecursionError):
        raise TermcheckError("is no report of termcheck", path, hint=_WRITE_ONE) from None
    if not rules:
        raise TermcheckError("has no open issue", path)
    return Report(rules, prints)


def _chosen(issues: Sequence[Located], wanted: Wanted) -> list[Located]:
    return [
        one
        for one, name in zip(issues, fingerprints(issues), strict=True)
        if one.issue.status == "open"
        and one.issue.rule in RULE_IDS
        and (wanted.doubtful or not one.issue.finding.doubtful)
        and (wanted.prints is None or name in wanted.prints.get(one.issue.path, ()))
        and wanted.rule in {"", one.issue.rule}
        and _is_at(wanted.text, one)
    ]


def _plain(text: str) -> str:
    return IGNORED.sub(" ", text).strip()
