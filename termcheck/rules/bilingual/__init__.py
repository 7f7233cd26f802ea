"""The translation says what the source says."""

from __future__ import annotations

from ...rule import Rule
from . import name, number, term

RULES: tuple[Rule, ...] = (number.RULE, name.RULE, term.RULE)
