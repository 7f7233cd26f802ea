"""What a check gives as plain tuples and back, so that it can be kept in Python's marshal form.

Marshal knows tuples, texts and numbers, and runs nothing when it is read, as a pickle may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..engine import Checked
from ..model import Edit, Finding, Fix, Issue, Note, Severity, Span
from ..place import Excerpt, Located, Place, Related
from ..suppress import Decision

# The number of a type is its place here. What was kept under another version of the program is never read.
_TYPES: tuple[type[Any], ...] = (
    tuple, frozenset, Severity, Span, Edit, Fix, Note, Finding, Issue, Place, Excerpt, Related, Located, Decision,
    Checked,
)  # fmt: skip
_NUMBERS: Mapping[type[Any], int] = {kind: number for number, kind in enumerate(_TYPES)}


def _maker(kind: type[Any]) -> Callable[[Iterable[Any]], Any]:
    if kind is Severity:
        return lambda fields: Severity(*fields)
    make: Callable[[Iterable[Any]], Any] = getattr(kind, "_make", kind)
    return make


_MAKERS = tuple(map(_maker, _TYPES))


def plain(value: Any) -> Any:
    """A value of the types above as nested tuples, each led by the number of its type."""
    number = _NUMBERS.get(type(value))
    if number is None:
        return value
    return (number, int(value)) if isinstance(value, Severity) else (number, *map(plain, value))


def restored(fields: Any) -> Any:
    """The value that `plain` made tuples of."""
    return _MAKERS[fields[0]](map(restored, fields[1:])) if type(fields) is tuple else fields
