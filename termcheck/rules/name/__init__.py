"""People are called by one name and one title."""

from __future__ import annotations

from ...rule import Rule
from . import honorific, misspelled, title, unknown_speaker

RULES: tuple[Rule, ...] = (misspelled.RULE, title.RULE, unknown_speaker.RULE, honorific.RULE)
