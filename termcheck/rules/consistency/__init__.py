"""With no glossary at hand, one thing has one name in one text."""

from __future__ import annotations

from ...rule import Rule
from . import compound

RULES: tuple[Rule, ...] = (compound.RULE,)
