"""What an editor has decided about issues, applied to them; a decision that decides nothing is itself an issue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..document import Document
from ..errors import did_you_mean
from ..lang.words import words_of
from ..model import Finding, Issue, Severity, Span
from ..place import AROUND, around
from ..text import fold
from .accepted import RULE_IDS, Accepted, Decision, normal
from .markers import Marker, Markers


class Notice(NamedTuple):
    """An issue about a decision. It is no rule, since it reads what was decided and not the text."""

    id: str
    summary: str
    text: str
    severity: Severity = Severity.WARNING


NOTICES: Mapping[str, Notice] = {
    notice.id: notice
    for notice in (
        Notice(
            "accepted/stale",
            "a decision that no longer decides anything",
            "The text was mended, or changed so much that the decision must be made anew: take the decision out.\n"
            "An entry of termcheck-accepted.yaml is judged when the file it names is checked and its rule runs; one\n"
            "that names no file, or one that is not there, when all texts of its configuration are checked.",
        ),
        Notice(
            "accepted/no-reason",
            "a comment that accepts an issue and does not say why",
            'Write the reason after "--", for whoever comes next.',
        ),
        Notice(
            "accepted/unknown-rule",
            "a comment that accepts a rule that does not exist",
            'The command "termcheck rules" lists the rules.',
        ),
        Notice(
            "accepted/unreadable",
            "a comment for termcheck that cannot be read",
            'Write <!-- termcheck: accept term/spelling["the text"] -- the reason -->, or accept-file.',
        ),
    )
}


Used = set[Decision | Marker]


def decide(
    doc: Document, issues: Iterable[Issue], marks: Markers, accepted: Accepted, original: Document | None = None
) -> tuple[list[Issue], Used]:
    """The issues with what was decided about them, and the decisions that were needed for it.

    A comment for termcheck is no part of the text: issues in it are dropped. `original` is the source text.
    """
    if not (marks.all or accepted.decisions):
        return [*issues], Used()
    file = accepted.name(doc.path)
    used, found = Used(), []
    for issue in issues:
        if marks.inside(issue.finding.span):
            continue
        if mark := _marker(doc, issue, marks):
            used.add(mark)
            found.append(issue._replace(status="marked", reason=mark.reason))
        elif decision := _decision_on(doc, issue, accepted, file, original):
            used.add(decision)
            found.append(issue._replace(status="accepted", reason=decision.reason))
        else:
            found.append(issue)
    return found, used


def faults(doc: Document, marks: Markers, used: Used, ran: Collection[str]) -> Iterator[Issue]:
    """An issue for each comment that is faulty or decides nothing; `ran` are the rules that can be judged."""
    for mark in marks.all:
        if not mark.rule:
            yield _notice(
                "accepted/unreadable", doc.path, mark.span, 'write accept RULE["text"] -- reason, or accept-file'
            )
        elif mark.rule not in RULE_IDS:
            near = did_you_mean(mark.rule, RULE_IDS)
            yield _notice("accepted/unknown-rule", doc.path, mark.span, f'no rule "{mark.rule}"', near)
        elif not mark.reason:
            yield _notice("accepted/no-reason", doc.path, mark.span, 'write the reason after "--"')
        elif mark.rule in ran and mark not in used:
            yield _notice("accepted/stale", doc.path, mark.span, f"no issue of {mark.rule} here: take the comment out")


def stale(path: str, accepted: Accepted, used: Used, ran: Collection[str]) -> Iterator[Issue]:
    """An issue, in the file of the decisions, for each one that names the file at `path` and decides nothing."""
    for one in accepted.by_file.get(accepted.name(path), ()):
        if one.rule in ran and one not in used:
            yield _stale(accepted, one, f'{one.file} has no issue of {one.rule} at "{one.text}" any more')


def unneeded(accepted: Accepted, used: Used, ran: Collection[str]) -> Iterator[Issue]:
    """An issue for each decision that decides nothing in any text: it names a file that is not there, or none.

    `used` are the decisions that some text needed, `ran` the rules that can be judged: all texts were checked by them.
    """
    for one in accepted.decisions:
        if accepted.missing(one):
            yield _stale(accepted, one, f"{one.file} is not there any more")
        elif not one.file and one.rule in ran and one not in used:
            yield _stale(accepted, one, f'no text has an issue of {one.rule} at "{one.text}" any more')


def _stale(accepted: Accepted, one: Decision, message: str) -> Issue:
    start = accepted.source.line_starts[one.line - 1]
    span = Span(start, start + len(accepted.source.line_text(one.line)))
    return _notice("accepted/stale", accepted.path, span, f"{message}: take the entry out")


def _notice(name: str, path: str, span: Span, message: str, hint: str = "") -> Issue:
    message += f" ({hint})" * bool(hint)
    return Issue(name, NOTICES[name].severity, path, Finding(span, message))


def _marker(doc: Document, issue: Issue, marks: Markers) -> Marker | None:
    span = issue.finding.span
    for mark in marks.accepting(issue.rule, span):
        if mark.reason and (mark.text is None or normal(mark.text) == normal(doc[span])):
            return mark
    return None


def _decision_on(
    doc: Document, issue: Issue, accepted: Accepted, file: str, original: Document | None
) -> Decision | None:
    span = issue.finding.span
    known = accepted.at(issue.rule, normal(doc[span]), file) if accepted.decisions else ()
    if not known:
        return None
    source, words = _in_source(issue, original), around(doc, span)
    fitting = (one for one in known if normal(one.source) in {"", source} and _stands_between(one, *words))
    return max(fitting, key=_says, default=None)


def _in_source(issue: Issue, original: Document | None) -> str:
    """What stands in the source text, in normal form; nothing where the issue was not found by it."""
    spans = (note.span for note in issue.finding.notes if note.in_source)
    return normal(original[span]) if original and (span := next(spans, None)) else ""


def _says(one: Decision) -> tuple[bool, int]:
    """How much a decision says. Of "is open" and "is open too" the one that says more decides: else it were stale."""
    return bool(one.source), len(words_of(fold(f"{one.before} {one.after}")))


@cache
def _words(text: str) -> list[str]:
    """The words that a decision names, which are compared with those of each issue at the same text."""
    return words_of(fold(text))


def _stands_between(one: Decision, before: str, after: str) -> bool:
    """Whether the words around are those of a decision, as far as it has any."""
    left, right = _words(one.before)[-AROUND:], _words(one.after)[:AROUND]
    return (not left or before.split()[-len(left) :] == left) and after.split()[: len(right)] == right
