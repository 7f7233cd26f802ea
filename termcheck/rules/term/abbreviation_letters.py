"""An abbreviation right after a name it does not fit: "World Health Organization (WTO)".

The first and the last letter fit and the ones between do not. Where the
glossary knows the abbreviation as another term, that is a fault; else it is
doubtful, since many an abbreviation comes from another language.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...definitions import brackets_after_names, fits
from ...document import Document
from ...glossary import Term
from ...lang.function_words import FUNCTION_WORDS
from ...lang.words import words_of
from ...model import Finding, Severity
from ...rule import Context, Example, Rule
from ...text import fold


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for short, short_span, name_span in brackets_after_names(doc):
        if fits(short, doc[name_span]) is None and _ends_fit(short, words_of(fold(doc[name_span]))):
            term = ctx.glossary.abbreviated(short)
            is_term = term and any(use.term is term and use.span.end == name_span.end for use in ctx.uses(doc))
            if not is_term and (term or not _are_in_order(short, doc[name_span])):
                meant = f': it is "{term.term}" in the glossary' if term else ""
                message = f'"{short}" does not fit "{doc[name_span]}"{meant}'
                yield Finding(short_span, message, doubtful=term is None, term=term.term if term else "")


def _ends_fit(short: str, words: list[str]) -> bool:
    """Whether there are as many words of note as letters, and the first and the last begin with their letters."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    content = [word for word in words if word not in FUNCTION_WORDS]
    same = len(content) == len(letters) > 2
    return same and (content[0][0], content[-1][0]) == (letters[0], letters[-1])


def _are_in_order(short: str, name: str) -> bool:
    """Whether the letters stand in the name in their order, if not all at the start of a word ("HIBOR")."""
    letters = iter(fold(name))
    return all(letter in letters for letter in short.lower())


RULE = Rule(
    "term/abbreviation-letters",
    "an abbreviation that does not fit the name before it",
    Severity.WARNING,
    check,
    (
        Example(
            "The World Health Organization ([[WTO]]) met.",
            terms=(Term("World Trade Organization", abbreviation="WTO"),),
        ),
        Example("The Arctic Fisheries Council ([[AZC]]) met.", doubtful=True),
        Example(
            "The World Health Organization (WHO), the Prague Interbank Offered Rate (PIBOR) and Ana Silva (MEP) met."
        ),
    ),
)
