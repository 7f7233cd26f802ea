"""Applying fixes to a text, each with all its edits or none, and where a place of the text stands afterwards."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import accumulate

from .model import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the fixes made; of two that overlap the earlier one is made, the other left for a next round."""
    return replaced(text, edits_of(disjoint(fixes)))


def disjoint(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be made at once, in the order of the text; of two that overlap the earlier one."""
    taken, chosen = list[Edit](), list[Fix]()
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span if fix.edits else (0, 0)):
        if all(_free(edit, taken) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                insort(taken, edit)
    return chosen


def edits_of(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits of fixes that are disjoint, in the order of the text."""
    return sorted(edit for fix in fixes for edit in fix.edits)


def replaced(text: str, edits: Iterable[Edit]) -> str:
    """`text` with edits made that are disjoint and in its order."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


class Shift:
    """Where what stood in a text stands after edits, which are disjoint and in its order."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._ends = [edit.span.end for edit in edits]
        self._starts = [edit.span.start for edit in edits]
        growths = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        self._grown = list(accumulate(growths, initial=0))

    def start(self, offset: int) -> int:
        """A place within an edit is at its start."""
        past = bisect_right(self._ends, offset)
        inside = past < len(self._starts) and self._starts[past] < offset
        return (self._starts[past] if inside else offset) + self._grown[past]

    def end(self, offset: int) -> int:
        """A place within an edit is at its end."""
        past = bisect_left(self._starts, offset)
        return max(offset, self._ends[past - 1] if past else 0) + self._grown[past]


def _free(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit meets none of those taken, which are in order and disjoint."""
    at = bisect_left(taken, edit.span, key=lambda other: other.span)
    return not any(_meet(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _meet(one: Edit, other: Edit) -> bool:
    return one.span == other.span or one.span.meets(other.span)
