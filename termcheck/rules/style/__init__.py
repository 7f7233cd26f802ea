"""The small marks of a careful edit, where every editor agrees."""

from __future__ import annotations

from ...rule import Rule
from . import space_before_punctuation

RULES: tuple[Rule, ...] = (space_before_punctuation.RULE,)
