"""People are called by one name and one title."""

from __future__ import annotations

from ...rule import Rule

RULES: tuple[Rule, ...] = ()
