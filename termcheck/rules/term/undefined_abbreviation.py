"""An abbreviation of the glossary whose expansion stands nowhere in the text.

The first use in running text is reported, as a suggestion, if the term never
stands in full. Abbreviations that newspapers do not expand ("ASEAN", "GDP")
need none, and titles, labels and lists of speakers may be short.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...definitions import definitions
from ...document import Document
from ...glossary import Term
from ...lang.abbreviations import FAMILIAR
from ...lang.lexicon import is_name
from ...model import Finding, Severity
from ...rule import Context, Example, Rule
from ...text import fold


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    uses = ctx.uses(doc)
    short = [use for use in uses if use.kind == "abbreviation" and not _needs_none(use.term.abbreviation)]
    if not short:
        return
    told = {use.form for use in uses if use.kind in {"preferred", "allowed"}}
    defined = {found.short for found in definitions(doc)}
    for use in short:
        term = use.term
        if term.abbreviation in defined or not told.isdisjoint((term.term, *term.allowed)):
            continue
        if doc.block_at(use.span.start).kind == "paragraph":
            defined.add(term.abbreviation)
            message = f'the text never says what "{term.abbreviation}" is: "{term.term}"'
            yield Finding(use.span, message, term=term.term)


def _needs_none(abbreviation: str) -> bool:
    return fold(abbreviation) in FAMILIAR or is_name(fold(abbreviation))


_TEN = Term("Trans-European Transport Network", abbreviation="TEN-T")

RULE = Rule(
    "term/undefined-abbreviation",
    "an abbreviation that is never expanded",
    Severity.SUGGESTION,
    check,
    (
        Example("The [[TEN-T]] grows. The TEN-T is long.", terms=(_TEN,)),
        Example("The TEN-T grows. The Trans-European Transport Network (TEN-T) is long.", terms=(_TEN,)),
        Example("The Trans-European Transport Network (TEN-T) Fund and the TEN-T.", terms=(_TEN, Term("TEN-T Fund"))),
        Example("The GDP of NATO members.", terms=(Term("gross domestic product", abbreviation="GDP"),)),
    ),
)
