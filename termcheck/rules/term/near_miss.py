"""A term with a letter or a word off.

Sure are a word that no list knows, one letter from the term's, the others
right; and, where the right words can only mean this term and two of them are
no everyday words, a generic word that translators take for another ("zone"
for "area") and a word left out inside a capitalised name. Of a name that has
three words right, words in the wrong order are sure too, one said twice, in
another number, or a missing "and"; of one that has five right, so is a word
inside it taken for any other. Two words may be off after "the" where the
text has the full name too.

A name of the same pattern is another name ("Asian Development Bank", "Asian
Investment Bank"); a name without its first words is a short form; what comes
after "a", or in one sentence with the full name, describes. They are left
alone. Weaker likenesses are doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...glossary import Term
from ...model import Finding, Severity
from ...rule import Context, Example, Rule
from ._letter_off import letter_off
from ._word_off import word_off


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    if not ctx.glossary.terms:
        return
    letters = sorted(letter_off(doc, ctx), key=lambda finding: finding.span)
    yield from letters
    taken = {at for finding in letters for at in range(*finding.span)}
    yield from (finding for finding in word_off(doc, ctx) if finding.span.start not in taken)


_DELTA = Term("Okavango-Zambezi conservation area")
_COURT = Term("Nairobi-Mombasa Maritime Arbitration Court")
_ROUTE = Term("New Transcaspian Rail-Ferry Freight Corridor")
_BANK = Term("Asian Development Bank")
_LAB = Term("Jinsha Laboratory")

RULE = Rule(
    "term/near-miss",
    "a term with a letter or a word off",
    Severity.ERROR,
    check,
    (
        Example("The [[Asian Developmnet Bank]].", fixed="The Asian Development Bank.", terms=(_BANK,)),
        Example(
            "The [[Okavango-Zambezi conservation zone]] is large.",
            fixed="The Okavango-Zambezi conservation area is large.",
            terms=(_DELTA,),
        ),
        Example(
            "We set up the [[Nairobi-Mombasa Arbitration Court]].",
            fixed="We set up the Nairobi-Mombasa Maritime Arbitration Court.",
            terms=(_COURT,),
        ),
        Example("The Arbitration Court met; the Asian Investment Bank did not.", terms=(_COURT, _BANK)),
        Example("The Okavango-Zambezi region and Okavango-Zambezi conservation efforts.", terms=(_DELTA,)),
        Example(
            "The [[New Transcaspian Rail-Ferry Transit Corridor]] opens.",
            fixed="The New Transcaspian Rail-Ferry Freight Corridor opens.",
            terms=(_ROUTE,),
        ),
        Example("The New Transcaspian Rail-Ferry Baku Corridor opens.", terms=(_ROUTE,)),
        Example(
            "The New Transcaspian Rail-Ferry Freight Corridor is open. We use the [[new eastern rail-ferry corridor]].",
            terms=(_ROUTE,),
        ),
        Example(
            "The New Transcaspian Rail-Ferry Freight Corridor is the new rail-ferry freight corridor to Asia. "
            "They want a new rail-ferry freight corridor.",
            terms=(_ROUTE,),
        ),
        Example("A talk in [[Jinsa Laboratory]].", terms=(_LAB,), doubtful=True),
        Example("A talk in Jinsha Laboratory and the laboratories of Jinsa.", terms=(_LAB,)),
        Example("The [[Arbitration Maritime Court]] sat.", terms=(Term("Maritime Arbitration Court"),)),
        Example("They sat in the [[Nairobi-Mombasa Court Arbitration Court]].", terms=(_COURT,)),
        Example("The [[Public Asset Supervision Office]] met.", terms=(Term("Public Assets Supervision Office"),)),
        Example("They want [[trust mutual building]].", terms=(Term("mutual trust building"),), doubtful=True),
    ),
)
