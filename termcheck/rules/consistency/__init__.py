"""With no glossary at hand, one thing has one name in one text."""

from __future__ import annotations

from ...rule import Rule
from . import article, case, compound, dash, name, phrase, plural_generic_case, prefix, twin_nouns, variety, word_form

RULES: tuple[Rule, ...] = (
    dash.RULE,
    compound.RULE,
    twin_nouns.RULE,
    prefix.RULE,
    case.RULE,
    plural_generic_case.RULE,
    variety.RULE,
    word_form.RULE,
    phrase.RULE,
    name.RULE,
    article.RULE,
)
