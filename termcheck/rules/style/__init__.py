"""The small marks of a careful edit, where every editor agrees."""

from __future__ import annotations

from ...rule import Rule
from . import (
    article,
    doubled_punctuation,
    doubled_space,
    full_width_punctuation,
    measure_modifier,
    missing_space,
    mixed_quotes,
    needless_hyphen,
    one_of,
    open_compound,
    open_modifier,
    possessive_order,
    repeated_word,
    serial_comma,
    set_phrase,
    space_before_punctuation,
    trailing_no_break_space,
    unbalanced_brackets,
    unbalanced_quotes,
)

RULES: tuple[Rule, ...] = (
    space_before_punctuation.RULE,
    repeated_word.RULE,
    one_of.RULE,
    possessive_order.RULE,
    measure_modifier.RULE,
    set_phrase.RULE,
    article.RULE,
    open_modifier.RULE,
    open_compound.RULE,
    needless_hyphen.RULE,
    missing_space.RULE,
    doubled_punctuation.RULE,
    full_width_punctuation.RULE,
    doubled_space.RULE,
    trailing_no_break_space.RULE,
    unbalanced_brackets.RULE,
    unbalanced_quotes.RULE,
    mixed_quotes.RULE,
    serial_comma.RULE,
)
