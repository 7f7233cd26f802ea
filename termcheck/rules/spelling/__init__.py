"""Words that are no words."""

from __future__ import annotations

from ...rule import Rule
from . import typo

RULES: tuple[Rule, ...] = (typo.RULE,)
