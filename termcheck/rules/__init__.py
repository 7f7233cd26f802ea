"""All rules, family by family, listed by hand.

Of two findings in one place the rule that stands first here is reported.
"""

from __future__ import annotations

from ..rule import Rule
from . import bilingual, consistency, name, number, reference, spelling, structure, style, term

RULES: tuple[Rule, ...] = (
    *bilingual.RULES,
    *term.RULES,
    *name.RULES,
    *number.RULES,
    *reference.RULES,
    *structure.RULES,
    *consistency.RULES,
    *spelling.RULES,
    *style.RULES,
)
