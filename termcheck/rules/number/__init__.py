"""Figures agree with each other, with the glossary, and with what is listed."""

from __future__ import annotations

from ...rule import Rule
from . import (
    anniversary,
    code_name,
    conversion,
    count,
    dateline,
    fact,
    impossible_date,
    inconsistent,
    list_length,
    missing_conversion,
    range,
    relative_date,
    sentence_start,
    weekday,
)

RULES: tuple[Rule, ...] = (
    fact.RULE,
    inconsistent.RULE,
    count.RULE,
    list_length.RULE,
    code_name.RULE,
    conversion.RULE,
    missing_conversion.RULE,
    impossible_date.RULE,
    weekday.RULE,
    dateline.RULE,
    anniversary.RULE,
    range.RULE,
    relative_date.RULE,
    sentence_start.RULE,
)
