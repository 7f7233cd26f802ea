"""The fixes that a text offers, as its file writes them; and why some cannot be made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Edit, Fix
from ..place import Located
from ..readers.writing import written
from ..text import Source
from .rounds import Examined, Offer, Text


def offers(source: Source, unsafe: bool, text: str, seen: Examined) -> list[Offer]:
    """The fixes that can be made in a text, which began as that of `source`: safe ones only, or all."""
    found = ((one, _in_file(one, source, text, seen.accepted)) for one in _fixable(seen.issues, unsafe))
    return [Offer(one, fix) for one, fix in found if isinstance(fix, Fix)]


def unmade(source: Source, unsafe: bool, done: Text) -> list[str]:
    """Where and why a fix was not made, a line each, in the order of the text."""
    found = [
        (one.place.start, reason)
        for one in _fixable(done.seen.issues, unsafe)
        if isinstance(reason := _in_file(one, source, done.text, done.seen.accepted), str)
    ]
    found += [(known.start, verdict.reason) for known, verdict in done.verdicts.items() if verdict.reason]
    final = Source(source.path, done.text)
    places = ((*final.line_col(start), reason) for start, reason in sorted(found))
    return [f"{source.path}:{line}:{column}: not fixed: {reason}" for line, column, reason in places]


def _fixable(issues: Sequence[Located], unsafe: bool) -> Iterator[Located]:
    return (one for one in issues if (fix := one.issue.finding.fix) and (unsafe or fix.safe))


def _in_file(one: Located, source: Source, text: str, accepted: Sequence[Located]) -> Fix | str:
    """The fix of an issue with its edits as the file writes them, or why it cannot be made."""
    fix, edits = one.issue.finding.fix, list[Edit]()
    assert fix, one
    for edit, place in zip(fix.edits, one.edits, strict=True):
        span = place.span
        if span.end - span.start != edit.span.end - edit.span.start:
            return "a tag, an escape or the end of a unit stands within it"
        new = written(source.path, text, span, edit.text)
        if new is None:
            return f'"{edit.text}" cannot stand there'
        if missing := _missing(source.encoding, new):
            return f'{source.encoding} has no "{missing}"'
        if any(kept.place.span.meets(span) for kept in accepted):
            return "it would change what was accepted"
        edits.append(Edit(span, new))
    return Fix(fix.title, tuple(edits), fix.safe)


def _missing(encoding: str, text: str) -> str:
    """The first sign of a text that an encoding does not have, "" for none."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        return text[error.start]
    return ""
