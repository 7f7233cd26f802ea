"""The translation says what the source says.

What reads two texts is imported where it is used: most checks have one text.
"""

from __future__ import annotations

from ...rule import Rule
from . import (
    addition,
    code,
    direction,
    forbidden,
    inconsistent,
    list_length,
    name,
    number,
    omission,
    term,
    unit,
    unrelated,
    untranslated,
)

RULES: tuple[Rule, ...] = (
    unrelated.RULE, untranslated.RULE, omission.RULE, addition.RULE,
    direction.RULE, code.RULE, number.RULE, name.RULE, list_length.RULE, forbidden.RULE, term.RULE, unit.RULE,
    inconsistent.RULE,
)  # fmt: skip
