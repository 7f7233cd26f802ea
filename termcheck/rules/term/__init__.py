"""Official terms are named as the glossary names them."""

from __future__ import annotations

from ...rule import Rule
from . import forbidden, near_miss, spelling

RULES: tuple[Rule, ...] = (forbidden.RULE, spelling.RULE, near_miss.RULE)
