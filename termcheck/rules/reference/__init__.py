"""A speaker who refers back says what was said."""

from __future__ import annotations

from ...rule import Rule

RULES: tuple[Rule, ...] = ()
