"""The transcript is whole: nothing left over, nothing missing."""

from __future__ import annotations

from ...rule import Rule
from . import (
    duplicate_roster,
    empty_turn,
    missing_label,
    page_furniture,
    repeated_paragraph,
    residue,
    unanswered_question,
    untranslated,
)

RULES: tuple[Rule, ...] = (
    residue.RULE,
    page_furniture.RULE,
    duplicate_roster.RULE,
    missing_label.RULE,
    empty_turn.RULE,
    unanswered_question.RULE,
    repeated_paragraph.RULE,
    untranslated.RULE,
)
