"""The translation says what the source says."""

from __future__ import annotations

from ...rule import Rule
from . import code, direction, name, number, term, unit

RULES: tuple[Rule, ...] = (direction.RULE, code.RULE, number.RULE, name.RULE, term.RULE, unit.RULE)
