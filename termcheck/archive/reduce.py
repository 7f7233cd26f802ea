"""The reduce: the rules of the family `corpus` on groups of attestations, and their conflicts as issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from ..attested import KINDS, Attestation, Conflict, Group, Kind
from ..model import Finding, Issue, Note, Severity, Span
from ..place import Excerpt, Located, Place, Related
from ..rule import Rule


def grouped(attested: Iterable[Attestation], kind: Kind) -> Iterator[Group]:
    """The groups of a kind among attestations in memory."""
    mine = sorted((one for one in attested if one.kind == kind), key=lambda one: (one.key, one.date, one.path))
    for key, some in groupby(mine, key=lambda one: one.key):
        yield Group(kind, key, tuple(some))


def kind_of(rule: Rule) -> Kind:
    """The kind of attestations that a rule reads: corpus/name reads names."""
    return next(kind for kind in KINDS if rule.id == f"corpus/{kind}")


def conflicts(rule: Rule, groups: Iterable[Group], options: Mapping[str, Any] = {}) -> Iterator[Conflict]:
    """What a rule finds in groups, group by group."""
    for group in groups:
        yield from rule.check(group, **options)


def located(rule: Rule, severity: Severity, conflict: Conflict) -> Located:
    """A conflict as an issue of the file where it is to be mended, with the others as its notes."""
    at = conflict.at
    notes = tuple(Note(_span(one), said) for one, said in conflict.others)
    finding = Finding(_span(at), conflict.message, notes, doubtful=conflict.doubtful, choice=conflict.choice)
    issue = Issue(rule.id, severity, at.path, finding, unit=at.unit or None)
    related = (Related(one.path, _place(one), said, one.written, _excerpt(one)) for one, said in conflict.others)
    return Located(issue, _place(at), at.written, _excerpt(at), "", "", tuple(related))


def _span(one: Attestation) -> Span:
    return Span(one.offset, one.offset + len(one.written))


def _place(one: Attestation) -> Place:
    return Place(one.line, one.column, one.line, one.column + len(one.written), *_span(one))


def _excerpt(one: Attestation) -> Excerpt:
    return Excerpt(one.excerpt, one.shown, min(len(one.excerpt), one.shown + len(one.written)))
