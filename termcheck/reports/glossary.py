"""What `termcheck glossary check` says of a glossary that is in order."""

from __future__ import annotations

from collections.abc import Mapping

from ..glossary import Glossary, Term
from ..glossary.stats import Statistics, statistics


def render(glossary: Glossary) -> str:
    """The figures, then what an owner of the glossary may want to mend."""
    found = statistics(glossary)
    lines = [
        f"terms: {found.terms}, with a source term {found.with_source}, with an authority {found.with_authority}",
        f"forms: {found.allowed} allowed, {found.abbreviations} abbreviated, "
        f"{found.forbidden} forbidden, with a reason {found.forbidden_with_reason}",
        f"people: {found.people}; facts: {found.facts}; examples: {found.examples}, all read as they are marked",
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
