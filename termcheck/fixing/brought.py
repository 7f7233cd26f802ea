"""Which issues of a text were not there before it was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..fix import Shift
from ..model import Span
from ..place import Located, Place

_Kind = tuple[str, str]  # the rule of an issue, and the file it stands in: that of the decisions is another
_Places = Callable[[Located], Iterable[Place]]


def brought(before: Iterable[Located], after: Iterable[Located], shift: Shift, path: str) -> list[Located]:
    """The issues after edits to the file at `path` that no issue before accounts for.

    An issue accounts for one of the same rule, no graver than itself, that
    stands where it stood or, where there is none, at another of its places:
    what is said of a whole text is said at the first place that has it.
    """
    known = dict[_Kind, list[Located]]()
    for one in before:
        known.setdefault(_kind(one), []).append(one)
    new = list(after)
    for places in (_own, _others):
        new = list(_unaccounted(new, known, shift, path, places))
    return new


def _unaccounted(
    after: Iterable[Located], known: dict[_Kind, list[Located]], shift: Shift, path: str, places: _Places
) -> Iterator[Located]:
    """The issues that no known one accounts for; one that does is known no more."""
    for one in after:
        same = known.get(_kind(one), [])
        for at, old in enumerate(same):
            spans = (moved(place, shift) if one.issue.path == path else place.span for place in places(old))
            if one.issue.severity <= old.issue.severity and any(_meet(one.place.span, span) for span in spans):
                del same[at]
                break
        else:
            yield one


def moved(place: Place, shift: Shift) -> Span:
    """Where a place stands after edits."""
    start = shift.start(place.start)
    return Span(start, max(start, shift.end(place.end)))


def _kind(one: Located) -> _Kind:
    return one.issue.rule, one.issue.path


def _own(one: Located) -> Iterable[Place]:
    return (one.place,)


def _others(one: Located) -> Iterable[Place]:
    return (*one.edits, *(note.place for note in one.notes if not note.in_source))


def _meet(one: Span, other: Span) -> bool:
    return one == other or one.meets(other)
