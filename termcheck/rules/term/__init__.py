"""Official terms are named as the glossary names them."""

from __future__ import annotations

from ...rule import Rule
from . import forbidden, spelling

RULES: tuple[Rule, ...] = (forbidden.RULE, spelling.RULE)
