"""From documents to issues: run the rules, stamp, drop doubles, sort. A rule that fails takes no other with it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from time import perf_counter
from typing import Any, NamedTuple

from .document import Document
from .glossary import Glossary
from .model import Issue, Severity, Span
from .place import Located, locate
from .rule import Context, Rule


class Setup(NamedTuple):
    """How texts are checked: what one configuration file says, resolved. `options` and `severity` go by rule id."""

    rules: Sequence[Rule]
    glossary: Glossary = Glossary()
    options: Mapping[str, Mapping[str, Any]] = {}
    severity: Mapping[str, Severity] = {}


class Crash(NamedTuple):
    """A rule that failed on a file, with the error in one line."""

    rule: str
    path: str
    error: str


class Checked(NamedTuple):
    """What the check of one file gave: issues in the order of the text, or the error that made it unreadable."""

    path: str
    issues: tuple[Located, ...] = ()
    crashes: tuple[Crash, ...] = ()
    error: str = ""
    seconds: Mapping[str, float] = {}


def check(doc: Document, glossary: Glossary, rules: Sequence[Rule]) -> list[Issue]:
    """The issues of one document, in the order of the text."""
    setup, ctx = Setup(rules, glossary), Context(glossary)
    return settle(issue for rule in rules for issue in _issues(doc, ctx, rule, setup))


def examine(doc: Document, setup: Setup) -> Checked:
    """The issues of one document under a setup, with their places; a rule that fails is told as a crash."""
    ctx = Context(setup.glossary)
    issues: list[Issue] = []
    crashes: list[Crash] = []
    seconds: dict[str, float] = {}
    for rule in setup.rules:
        begin = perf_counter()
        try:
            issues += _issues(doc, ctx, rule, setup)
        except Exception as error:
            crashes.append(Crash(rule.id, doc.path, f"{type(error).__name__}: {error}"))
        seconds[rule.id] = perf_counter() - begin
    return Checked(doc.path, tuple(locate(doc, issue) for issue in settle(issues)), tuple(crashes), "", seconds)


def _issues(doc: Document, ctx: Context, rule: Rule, setup: Setup) -> list[Issue]:
    level = setup.severity.get(rule.id, rule.severity)
    found = rule.check(doc, ctx, **setup.options.get(rule.id, {}))
    return [Issue(rule.id, finding.severity or level, doc.path, finding) for finding in found]


def settle(issues: Iterable[Issue]) -> list[Issue]:
    """Each fault once, in the order of the text."""
    return sorted(unique(issues), key=lambda issue: (issue.finding.span, issue.rule))


def unique(issues: Iterable[Issue]) -> list[Issue]:
    """Of issues where one lies within the other's place, the one found first: rules come in order of precedence.

    A doubtful issue never stands before a sure one: hidden, it would take the sure one with it.
    """
    kept: list[Issue] = []
    spans: list[Span] = []  # none within another, so in order of their starts and of their ends alike
    for issue in sorted(issues, key=lambda issue: issue.finding.doubtful):
        span = issue.finding.span
        at = bisect_left(spans, (span.start + 1,))
        if not any(one.covers(span) or span.covers(one) for one in spans[max(0, at - 1) : at + 1]):
            insort(spans, span)
            kept.append(issue)
    return kept


class Run(NamedTuple):
    """What a report shows: the issues of all files in order, doubtful ones only where asked for, and the failures."""

    issues: tuple[Located, ...]
    rules: Sequence[Rule] = ()
    files: int = 0
    errors: tuple[str, ...] = ()
    crashes: tuple[Crash, ...] = ()
    doubtful_hidden: int = 0
    seconds: Mapping[str, float] = {}
    show_accepted: bool = False

    @property
    def shown(self) -> tuple[Located, ...]:
        """The issues a person is shown: open ones, and accepted ones where asked for."""
        return tuple(one for one in self.issues if one.issue.status == "open" or self.show_accepted)

    def count(self, level: Severity) -> int:
        """How many open issues have this severity."""
        return sum(one.issue.severity == level and one.issue.status == "open" for one in self.issues)

    def summary(self) -> dict[str, int]:
        """The counts of a run, open issues by severity."""
        return {
            "files": self.files,
            "errors": self.count(Severity.ERROR),
            "warnings": self.count(Severity.WARNING),
            "suggestions": self.count(Severity.SUGGESTION),
            "accepted": sum(one.issue.status != "open" for one in self.issues),
            "doubtful_hidden": self.doubtful_hidden,
        }


def gather(files: Iterable[Checked], rules: Sequence[Rule], doubtful: bool = False, accepted: bool = False) -> Run:
    """The checked files as one run."""
    checked = tuple(files)
    issues = tuple(one for file in checked for one in file.issues)
    shown = tuple(one for one in issues if doubtful or not one.issue.finding.doubtful)
    seconds: dict[str, float] = {}
    for file in checked:
        for rule, time in file.seconds.items():
            seconds[rule] = seconds.get(rule, 0.0) + time
    return Run(
        shown,
        rules,
        len(checked),
        tuple(file.error for file in checked if file.error),
        tuple(crash for file in checked for crash in file.crashes),
        len(issues) - len(shown),
        seconds,
        accepted,
    )
