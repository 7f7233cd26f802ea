"""What `termcheck glossary check` says of a glossary that is in order."""

from __future__ import annotations

from collections.abc import Mapping

from ..glossary import Glossary, Term
from ..glossary.stats import Statistics, statistics


def render(glossary: Glossary) -> str:
    """The figures, then what an owner of the glossary may want to mend."""
    found = statistics(glossary)
    lines = [
        f"{found.terms} terms: {found.with_source} with a source term, {found.with_authority} with an authority",
        f"{found.allowed} allowed forms, {found.abbreviations} abbreviations, "
        f"{found.forbidden} forbidden forms ({found.forbidden_with_reason} with a reason)",
        f"{found.people} people, {found.facts} facts, {found.examples} examples, all read as they are marked",
        "kinds: " + _counts({kind or "none": count for kind, count in found.terms_by_kind.items()}),
        "files: " + _counts(found.entries_by_file),
        *_remarks(found),
    ]
    return "\n".join(lines) + "\n"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "none"


def _place(term: Term) -> str:
    return f"{term.origin.path}:{term.origin.line}"


def _remarks(found: Statistics) -> list[str]:
    lacking = [f'{_place(term)}: "{term.term}" has no source term' for term in found.without_source]
    hidden = [
        f'{_place(one.term)}: "{one.form}" is found as a form of "{one.leads_to.term}" ({_place(one.leads_to)})'
        for one in found.hidden
    ]
    return lacking + hidden
