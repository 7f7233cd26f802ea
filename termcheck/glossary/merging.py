"""What an entry of a glossary lacks of a term that is to be added, and the entry as it is then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from ..errors import TermcheckError
from .model import Forbidden, Origin, Term

Value = str | Sequence[str | Mapping[str, str]]  # of a key of an entry, as it is written

_SINGLE = ("abbreviation", "kind", "case", "parts", "note", "authority")
_LISTS = ("source", "allowed", "examples")


def values(term: Term) -> dict[str, Value]:
    """What is written of a term, by key, in the order of the keys."""
    written: dict[str, Value] = {
        "term": term.term,
        "source": [*term.source],
        "abbreviation": term.abbreviation,
        "kind": term.kind,
        "case": term.case,
        "inflect": "" if term.inflect else "no",
        "allowed": [*term.allowed],
        "forbidden": [_forbidden(bad) for bad in term.forbidden],
        "parts": [str(part) for part in term.parts],
        "note": term.note,
        "authority": term.authority,
        "examples": [*term.examples],
    }
    return {key: value for key, value in written.items() if value}


def _forbidden(bad: Forbidden) -> str | dict[str, str]:
    more = {"reason": bad.reason, "severity": str(bad.severity) if bad.severity else ""}
    filled = {key: value for key, value in more.items() if value}
    return {"form": bad.form, **filled} if filled else bad.form


def lacking(old: Term, new: Term) -> Term:
    """What `old` does not say yet of `new`, a form that gets a reason included.

    Raises TermcheckError where the two contradict each other.
    """
    if old.term != new.term:
        _refuse(f'the term is written "{old.term}" here', old.origin)
    single: dict[str, Any] = {key: _one(old, new, key) for key in _SINGLE}
    lists: dict[str, Any] = {
        key: tuple(one for one in getattr(new, key) if one not in getattr(old, key)) for key in _LISTS
    }
    known = {bad.form: bad for bad in old.forbidden}
    forbidden = tuple(one for bad in new.forbidden if (one := _lacking(known.get(bad.form), bad)))
    return Term(old.term, inflect=new.inflect or not old.inflect, forbidden=forbidden, **single, **lists)


def _one(old: Term, new: Term, key: str) -> Any:
    """A single value, if the entry has none."""
    here, wanted = getattr(old, key), getattr(new, key)
    if here and wanted and here != wanted:
        shown = " ".join(map(str, here)) if isinstance(here, tuple) else here
        _refuse(f'"{key}" of "{old.term}" is "{shown}" here', old.origin)
    return type(wanted)() if here else wanted


def _lacking(old: Forbidden | None, new: Forbidden) -> Forbidden | None:
    if old is None:
        return new
    if (new.reason and old.reason not in {"", new.reason}) or (
        new.severity and old.severity not in {None, new.severity}
    ):
        _refuse(f'"{old.form}" is forbidden here with another reason or severity', old.origin)
    reason = "" if old.reason else new.reason
    severity = None if old.severity else new.severity
    return Forbidden(old.form, reason, severity) if reason or severity else None


def merged(old: Term, lacks: Term) -> Term:
    """An entry with what it lacked; what is new has the entry's place."""
    changed = {bad.form: bad for bad in lacks.forbidden}
    forbidden = [_widened(bad, changed.pop(bad.form, bad)) for bad in old.forbidden]
    forbidden += [bad._replace(origin=old.origin) for bad in changed.values()]
    single = {key: getattr(old, key) or getattr(lacks, key) for key in _SINGLE}
    lists = {key: getattr(old, key) + getattr(lacks, key) for key in _LISTS}
    inflect = old.inflect and lacks.inflect
    return old._replace(forbidden=tuple(forbidden), inflect=inflect, **single, **lists)


def _widened(old: Forbidden, new: Forbidden) -> Forbidden:
    return old._replace(reason=old.reason or new.reason, severity=old.severity or new.severity)


def _refuse(message: str, at: Origin) -> NoReturn:
    raise TermcheckError(message, at.path, at.line, "change it there if it is wrong")
