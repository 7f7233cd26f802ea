"""With no glossary at hand, one thing has one name in one text."""

from __future__ import annotations

from ...rule import Rule
from . import case, compound, dash, phrase, plural_generic_case, variety

RULES: tuple[Rule, ...] = (dash.RULE, compound.RULE, case.RULE, plural_generic_case.RULE, variety.RULE, phrase.RULE)
