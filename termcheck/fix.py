"""Applying fixes to a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from .model import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the fixes made, each with all its edits or none.

    Of two that overlap the earlier one is made, the other left for a next round.
    """
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span if fix.edits else (0, 0)):
        if all(_free(edit, taken) for edit in fix.edits):
            for edit in fix.edits:
                insort(taken, edit)
    parts, at = [], 0
    for edit in taken:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _free(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit meets none of those taken, which are in order and disjoint."""
    at = bisect_left(taken, edit.span, key=lambda other: other.span)
    return not any(_meet(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _meet(one: Edit, other: Edit) -> bool:
    return one.span == other.span or (one.span.start < other.span.end and other.span.start < one.span.end)
