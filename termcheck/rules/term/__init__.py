"""Official terms are named as the glossary names them."""

from __future__ import annotations

from ...rule import Rule
from . import (
    abbreviation_letters,
    abbreviation_number,
    forbidden,
    near_miss,
    redefined_abbreviation,
    spelling,
    undefined_abbreviation,
)

RULES: tuple[Rule, ...] = (
    forbidden.RULE,
    spelling.RULE,
    near_miss.RULE,
    abbreviation_letters.RULE,
    redefined_abbreviation.RULE,
    abbreviation_number.RULE,
    undefined_abbreviation.RULE,
)
