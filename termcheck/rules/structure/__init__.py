"""The transcript is whole: nothing left over, nothing missing."""

from __future__ import annotations

from ...rule import Rule

RULES: tuple[Rule, ...] = ()
