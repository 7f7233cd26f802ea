"""What a glossary holds, in figures, and the forms that no text can bring up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from .index import PRECEDENCE, Form
from .model import Glossary, Term


class Hidden(NamedTuple):
    """A form of a term that always leads to another term, which has it too."""

    form: str
    term: Term
    leads_to: Term


class Statistics(NamedTuple):
    """Counts of a glossary's entries; in `terms_by_kind` "" stands for no kind. Files are in the order read."""

    terms: int
    with_source: int
    with_authority: int
    allowed: int
    abbreviations: int
    forbidden: int
    forbidden_with_reason: int
    examples: int
    people: int
    facts: int
    terms_by_kind: Mapping[str, int]
    entries_by_file: Mapping[str, int]
    without_source: tuple[Term, ...]
    hidden: tuple[Hidden, ...]


def statistics(glossary: Glossary) -> Statistics:
    """The figures of a glossary."""
    terms = glossary.terms
    forbidden = [bad for term in terms for bad in term.forbidden]
    origins = [entry.origin for group in (terms, glossary.people, glossary.facts) for entry in group]
    return Statistics(
        terms=len(terms),
        with_source=sum(bool(term.source) for term in terms),
        with_authority=sum(bool(term.authority) for term in terms),
        allowed=sum(len(term.allowed) for term in terms),
        abbreviations=sum(bool(term.abbreviation) for term in terms),
        forbidden=len(forbidden),
        forbidden_with_reason=sum(bool(bad.reason) for bad in forbidden),
        examples=sum(len(term.examples) for term in terms),
        people=len(glossary.people),
        facts=len(glossary.facts),
        terms_by_kind=dict(Counter(term.kind for term in terms).most_common()),
        entries_by_file=dict(Counter(origin.path for origin in origins)),
        without_source=tuple(term for term in terms if not term.source),
        hidden=tuple(_hidden(glossary)),
    )


def _hidden(glossary: Glossary) -> list[Hidden]:
    forms = glossary.index.forms
    best: dict[str, Form] = {}
    for form in forms:
        best[form.form] = min(best.get(form.form, form), form, key=lambda one: PRECEDENCE[one.kind])
    return [
        Hidden(form.form, glossary.terms[form.term], glossary.terms[best[form.form].term])
        for form in forms
        if best[form.form].term != form.term
    ]
