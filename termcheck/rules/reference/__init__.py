"""A speaker who refers back says what was said."""

from __future__ import annotations

from ...rule import Rule
from . import figure, variant

RULES: tuple[Rule, ...] = (variant.RULE, figure.RULE)
