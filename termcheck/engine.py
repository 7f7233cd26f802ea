"""From a document to issues: run the rules, stamp, apply decisions, drop doubles, sort.

A rule that fails takes no other with it; a file that cannot be read takes no other with it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from time import perf_counter
from typing import Any, NamedTuple

from .document import Bitext, Document
from .errors import TermcheckError
from .glossary import Glossary
from .model import Issue, Severity, Span
from .place import Located, locate
from .readers import document, load
from .rule import Context, Rule
from .suppress import Accepted, Markers, decide, faults, stale

# The families whose rules hold in any language; the others are of English words and figures.
ANY_LANGUAGE = frozenset({"term", "structure"})


class Setup(NamedTuple):
    """How texts are checked: one configuration, resolved. `options` and `severity` go by rule id.

    `notices` are the kinds of issues about decisions that are wanted, with their severity. `tables` is where the
    grammar keeps its tables, "" for nowhere.
    """

    rules: Sequence[Rule]
    glossary: Glossary = Glossary()
    options: Mapping[str, Mapping[str, Any]] = {}
    severity: Mapping[str, Severity] = {}
    accepted: Accepted = Accepted()
    notices: Mapping[str, Severity] = {}
    tables: str = ""


class Crash(NamedTuple):
    """A rule that failed on a file, with the error in one line; an empty rule for the reading of the file."""

    rule: str
    path: str
    error: str

    def __str__(self) -> str:
        what = f"rule {self.rule} crashed" if self.rule else "crashed"
        return f"{what} on {self.path}: {self.error}"


class Checked(NamedTuple):
    """What the check of one file gave: issues in the order of the text, or the error that kept it from being read."""

    path: str
    issues: tuple[Located, ...] = ()
    crashes: tuple[Crash, ...] = ()
    error: str = ""
    seconds: Mapping[str, float] = {}


def check(doc: Document, glossary: Glossary, rules: Sequence[Rule]) -> list[Issue]:
    """The issues of one document, in the order of the text. A rule that fails raises its error."""
    setup, ctx = Setup(rules, glossary), Context(glossary)
    read = ((rule, subject) for rule in rules if (subject := _subject(rule, doc, None)))
    return settle(issue for rule, subject in read for issue in _issues(subject, doc.path, ctx, rule, setup))


def check_file(path: str, setup: Setup, encoding: str = "", name: str = "", source: str = "") -> Checked:
    """What the check of a file gives, under another name if one is given; nothing is raised.

    `source` is the file that the text translates, "" where it stands alone.
    """
    try:
        doc = document(load(path), name or path, encoding, setup.tables)
        original = document(load(source), source, encoding, setup.tables) if source else None
    except TermcheckError as error:
        return Checked(name or path, error=str(error))
    except Exception as error:
        return Checked(name or path, crashes=(_crash("", name or path, error),))
    return examine(doc, setup, original)


def examine(doc: Document, setup: Setup, original: Document | None = None) -> Checked:
    """The issues of a document under a setup, with their places; a rule that fails is told as a crash.

    Rules that read two texts run where the `original` is given.
    """
    ctx = Context(setup.glossary)
    issues: list[Issue] = []
    crashes: list[Crash] = []
    seconds: dict[str, float] = {}
    for rule in setup.rules:
        subject, begin = _subject(rule, doc, original), perf_counter()
        if subject is None:
            continue
        try:
            issues += _issues(subject, doc.path, ctx, rule, setup)
        except Exception as error:
            crashes.append(_crash(rule.id, doc.path, error))
        seconds[rule.id] = perf_counter() - begin
    ran = seconds.keys() - {crash.rule for crash in crashes}
    return Checked(doc.path, tuple(_decided(doc, issues, setup, ran)), tuple(crashes), "", seconds)


def _subject(rule: Rule, doc: Document, original: Document | None) -> Document | Bitext | None:
    """What a rule reads of a text; None where that is not there, or not in its language."""
    if rule.subject == "Bitext":
        return Bitext(original, doc) if original else None
    return doc if doc.lang == "en" or rule.family in ANY_LANGUAGE else None


def _issues(subject: Document | Bitext, path: str, ctx: Context, rule: Rule, setup: Setup) -> list[Issue]:
    level = setup.severity.get(rule.id, rule.severity)
    found = rule.check(subject, ctx, **setup.options.get(rule.id, {}))
    return [Issue(rule.id, finding.severity or level, path, finding) for finding in found]


def _crash(rule: str, path: str, error: Exception) -> Crash:
    return Crash(rule, path, f"{type(error).__name__}: {error}".partition("\n")[0])


def _decided(doc: Document, issues: Sequence[Issue], setup: Setup, ran: Iterable[str]) -> Iterable[Located]:
    """The issues that are left, then those in the file of decisions."""
    marks, known = Markers(doc), frozenset(ran)
    kept, used = decide(doc, issues, marks, setup.accepted)
    wrong = _levelled(faults(doc, marks, used, known), setup.notices)
    yield from (locate(doc, issue) for issue in settle([*kept, *wrong]))
    if old := _levelled(stale(doc, setup.accepted, used, known), setup.notices):
        decisions = Document(setup.accepted.source, ())
        yield from (locate(decisions, issue) for issue in old)


def _levelled(issues: Iterable[Issue], levels: Mapping[str, Severity]) -> list[Issue]:
    return [issue._replace(severity=levels[issue.rule]) for issue in issues if issue.rule in levels]


def settle(issues: Iterable[Issue]) -> list[Issue]:
    """Each fault once, in the order of the text."""
    return sorted(unique(issues), key=lambda issue: (issue.finding.span, issue.rule))


def unique(issues: Iterable[Issue]) -> list[Issue]:
    """Of issues where one lies within the other's place, the one found first: rules come in order of precedence.

    A doubtful issue never stands before a sure one: hidden, it would take the sure one with it.
    """
    kept: list[Issue] = []
    spans: list[Span] = []  # none lies within another, so starts and ends are in the same order
    for issue in sorted(issues, key=lambda issue: issue.finding.doubtful):
        span = issue.finding.span
        at = bisect_left(spans, (span.start + 1,))
        if not any(one.covers(span) or span.covers(one) for one in spans[max(0, at - 1) : at + 1]):
            insort(spans, span)
            kept.append(issue)
    return kept
