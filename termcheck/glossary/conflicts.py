"""Entries that disagree, in one file or between files: an error that names both places.

One form may be allowed by several terms, as a short form often is ("the
bank"), and may be the preferred form of another. Forms are compared letter by
letter: an entry may forbid its own term in other letters, to give the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NoReturn

from ..errors import TermcheckError, did_you_mean
from ..text import fold
from .model import Glossary, Origin, Term

_SOLID = str.maketrans("", "", "- ")


def refuse_conflicts(glossary: Glossary) -> None:
    """Raise TermcheckError for the first two entries that cannot both hold."""
    _refuse_doubles("term", ((known_as(term.term), term.term, term.origin) for term in glossary.terms))
    _refuse_doubles("person", ((f"{p.name} {p.source}", p.name, p.origin) for p in glossary.people))
    right = {form: term for term in glossary.terms for form in _right(term)}
    wrong: dict[str, tuple[Term, Origin]] = {}
    for term in glossary.terms:
        _refuse_repeats(term)
        for bad in term.forbidden:
            if bad.form in right:
                other = right[bad.form]
                _fail(f'"{bad.form}" is forbidden here, but {_status(bad.form, other)}', bad.origin, other.origin)
            if bad.form in wrong:
                other, place = wrong[bad.form]
                _fail(f'"{bad.form}" is forbidden for "{term.term}", but also for "{other.term}"', bad.origin, place)
            wrong[bad.form] = (term, bad.origin)
    _refuse_unknown_subjects(glossary, right)


def _right(term: Term) -> Iterator[str]:
    yield term.term
    yield from term.allowed
    if term.abbreviation:
        yield term.abbreviation


def known_as(form: str) -> str:
    """What two spellings of one preferred form have in common: case, hyphens and blanks make no other term."""
    return fold(form).translate(_SOLID)


def _status(form: str, term: Term) -> str:
    if form == term.term:
        return "the preferred form there"
    return f'{"allowed" if form in term.allowed else "the abbreviation"} for "{term.term}"'


def _refuse_doubles(what: str, entries: Iterable[tuple[str, str, Origin]]) -> None:
    seen: dict[str, Origin] = {}
    for key, name, origin in entries:
        if key in seen:
            _fail(f'{what} "{name}" twice', origin, seen[key])
        seen[key] = origin


def _refuse_repeats(term: Term) -> None:
    forms = [*_right(term), *(bad.form for bad in term.forbidden)]
    if len(set(forms)) == len(forms):
        return
    form = next(form for form in forms if forms.count(form) > 1)
    statuses = ["preferred"] * (form == term.term) + ["allowed"] * term.allowed.count(form)
    statuses += ["abbreviation"] * (form == term.abbreviation)
    statuses += ["forbidden"] * sum(bad.form == form for bad in term.forbidden)
    raise TermcheckError(f'"{form}" is {" and ".join(statuses)} in one entry', term.origin.path, term.origin.line)


def _refuse_unknown_subjects(glossary: Glossary, right: dict[str, Term]) -> None:
    for fact in glossary.facts:
        if fact.about not in right:
            hint = did_you_mean(fact.about, right) or "a fact is about a term of the glossary"
            raise TermcheckError(f'no term "{fact.about}"', fact.origin.path, fact.origin.line, hint)


def _fail(message: str, here: Origin, there: Origin) -> NoReturn:
    place = f"{there.path}:{there.line}" if there.line else there.path
    raise TermcheckError(message, here.path, here.line, f"see {place}")
