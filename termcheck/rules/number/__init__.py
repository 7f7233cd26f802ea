"""Figures agree with each other, with the glossary, and with what is listed."""

from __future__ import annotations

from ...rule import Rule
from . import dateline, impossible_date, range, relative_date, sentence_start, weekday

RULES: tuple[Rule, ...] = (
    impossible_date.RULE,
    weekday.RULE,
    dateline.RULE,
    range.RULE,
    relative_date.RULE,
    sentence_start.RULE,
)
