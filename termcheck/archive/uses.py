"""How a house uses its terms: each form of the glossary that a text has."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..rule import Context
from .seen import Seen


def uses(doc: Document, ctx: Context) -> Iterator[Seen]:
    """The forms in order, under the preferred term; `about` is what the glossary says of the form."""
    for use in ctx.uses(doc):
        yield Seen(use.span, "use", use.term.term, use.form, (use.kind,))
