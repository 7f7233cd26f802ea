"""Applying fixes to a text."""

from __future__ import annotations

from collections.abc import Iterable

from .model import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the fixes made; of two that overlap the earlier one is made, the other left for a next round."""
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span if fix.edits else (0, 0)):
        if not any(_meet(edit, other) for edit in fix.edits for other in taken):
            taken.extend(fix.edits)
    for edit in sorted(taken, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _meet(one: Edit, other: Edit) -> bool:
    return one.span == other.span or (one.span.start < other.span.end and other.span.start < one.span.end)
