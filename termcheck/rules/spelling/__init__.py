"""Words that are no words."""

from __future__ import annotations

from ...rule import Rule
from . import joined_words, split_word, typo

RULES: tuple[Rule, ...] = (split_word.RULE, joined_words.RULE, typo.RULE)
