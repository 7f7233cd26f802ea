"""All rules, family by family, listed by hand.

Of two findings in one place the rule that stands first here is reported.
`RULES` read a text, alone or beside its source, and are what a check runs.
Those that read an archive are known by name, and imported where they are asked for.
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
OF_ARCHIVES = ("corpus/rendering", "corpus/name", "corpus/figure")


def every() -> tuple[Rule, ...]:
    """All rules, with those that read an archive."""
    from . import corpus

    return (*RULES, *corpus.RULES)
