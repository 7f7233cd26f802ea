"""The glossary as two texts need it: turned round for a translation into its source language."""

from __future__ import annotations

from functools import lru_cache

from ..document import Bitext
from ..glossary import Term
from ..rule import Context


def facing(bitext: Bitext, ctx: Context) -> Context:
    """What to ask for the glossary, which is turned round for a translation into its source language."""
    glossary = ctx.glossary
    turned = bitext.target.lang == glossary.source_language != glossary.language == bitext.source.lang
    return _turned(ctx) if turned else ctx


@lru_cache(maxsize=1)
def _turned(ctx: Context) -> Context:
    return Context(ctx.glossary.turned)


def entry(bitext: Bitext, ctx: Context, term: Term) -> str:
    """The preferred form of the entry that a term is, or was made of when the glossary was turned round."""
    return term.term if facing(bitext, ctx) is ctx else term.source[0]
