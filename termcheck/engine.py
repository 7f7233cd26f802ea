"""From documents to issues: run the rules, stamp, drop doubles, sort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .document import Document
from .glossary import Glossary
from .model import Issue
from .rule import Context, Rule


def check(doc: Document, glossary: Glossary, rules: Sequence[Rule]) -> list[Issue]:
    """The issues of one document, in the order of the text."""
    ctx = Context(glossary)
    issues = [
        Issue(rule.id, finding.severity or rule.severity, doc.path, finding)
        for rule in rules
        for finding in rule.check(doc, ctx)
    ]
    return sorted(unique(issues), key=lambda issue: (issue.finding.span, issue.rule))


def unique(issues: Iterable[Issue]) -> list[Issue]:
    """Of issues where one lies within the other's place, the one found first: rules come in order of precedence."""
    kept: list[Issue] = []
    for issue in issues:
        span = issue.finding.span
        if not any(k.finding.span.covers(span) or span.covers(k.finding.span) for k in kept):
            kept.append(issue)
    return kept
