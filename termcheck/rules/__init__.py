"""All rules, listed by hand. Of two findings in one place the rule that stands first here is reported."""

from __future__ import annotations

from ..rule import Rule
from .style import space_before_punctuation
from .term import forbidden

RULES: tuple[Rule, ...] = (
    forbidden.RULE,
    space_before_punctuation.RULE,
)
