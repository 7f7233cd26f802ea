"""The translation says what the source says."""

from __future__ import annotations

from ...rule import Rule
from . import term

RULES: tuple[Rule, ...] = (term.RULE,)
