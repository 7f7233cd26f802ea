"""Issues as bytes and back: flat tuples in Python's marshal form.

That is a third of the memory, quick to make, and runs nothing when it is read, as a pickle may.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from itertools import starmap
from typing import Any

from ..model import Edit, Finding, Fix, Issue, Note, Severity, Span
from ..place import Excerpt, Located, Place, Related

VERSION = 4  # of the marshal form: all versions of Python that this runs on read it

_LEVELS = {int(level): level for level in Severity}


def packed(issues: Iterable[Located]) -> bytes:
    """The issues as bytes; texts that several share are written once."""
    return marshal.dumps([_flat(one) for one in issues], VERSION)


def unpacked(data: bytes) -> list[Located]:
    """The issues that `packed` wrote."""
    return [*map(_located, marshal.loads(data))]


def _flat(one: Located) -> tuple[Any, ...]:
    issue, place, text, excerpt, before, after, related, places = one
    rule, severity, path, finding, status, reason, unit = issue
    span, message, notes, fix, doubtful, own, term, choice = finding
    return (
        (rule, int(severity), path, status, reason, unit),
        (*span, message, doubtful, own and int(own), term, choice),
        tuple(place),
        (text, *excerpt, before, after),
        [(*note.span, note.message, note.in_source) for note in notes],
        [(note.path, *note.place, note.message, note.text, *note.excerpt, note.in_source) for note in related],
        fix and (fix.title, fix.safe, [(*edit.span, edit.text) for edit in fix.edits]),
        [*map(tuple, places)],
    )


def _located(flat: tuple[Any, ...]) -> Located:
    issue, finding, place, (text, shown, start, stop, before, after), notes, related, fix, places = flat
    rule, severity, path, status, reason, unit = issue
    return Located(
        Issue(rule, _LEVELS[severity], path, _finding(finding, notes, fix), status, reason, unit),
        Place(*place),
        text,
        Excerpt(shown, start, stop),
        before,
        after,
        tuple(map(_related, related)),
        tuple(starmap(Place, places)),
    )


def _finding(flat: tuple[Any, ...], notes: Iterable[Any], fix: tuple[Any, ...] | None) -> Finding:
    begin, end, message, doubtful, own, term, choice = flat
    noted = tuple([Note(Span(first, last), said, in_source) for first, last, said, in_source in notes])
    mended = None if fix is None else _fix(*fix)
    return Finding(Span(begin, end), message, noted, mended, doubtful, own and _LEVELS[own], term, choice)


def _fix(title: str, safe: bool, edits: Iterable[Any]) -> Fix:
    return Fix(title, tuple([Edit(Span(first, last), new) for first, last, new in edits]), safe)


def _related(flat: tuple[Any, ...]) -> Related:
    return Related(flat[0], Place(*flat[1:7]), flat[7], flat[8], Excerpt(*flat[9:12]), flat[12])
