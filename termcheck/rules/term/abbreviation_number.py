"""A plural abbreviation with a singular expansion, or the reverse: "SMEs (small and medium-sized enterprise)".

Both say the same thing and stand in the same number. An expansion counts as
plural if any of its words does ("Members of Parliament (MPs)"). A singular
abbreviation of a plural is a fault only where the text has its plural too:
many are used so ("rules of origin (ROO)").
"""

from __future__ import annotations

from collections.abc import Iterator

from ...definitions import Definition, definitions
from ...document import Document
from ...lang.inflection import plural
from ...lang.phrases import is_content
from ...lang.words import words_of
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ...text import fold

# Nouns that are plural with no "s", or the same in both numbers.
_PLURAL = frozenset(
    "people men women children data media criteria staff personnel police aircraft series species".split()
)


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for found in definitions(doc):
        words = words_of(fold(doc[found.long_span]))
        if found.plural and not any(map(_is_plural, words)):
            yield _singular_expansion(doc, found, words[-1])
        elif not found.plural and _is_plural(words[-1]) and _has_plural(doc, found):
            short = f"{doc[found.short_span]}s"
            fix = Fix(f'write "{short}"', (Edit(found.short_span, short),))
            message = f'write "{short}", as elsewhere: "{doc[found.long_span]}" is plural'
            yield Finding(found.short_span, message, fix=fix)


def _has_plural(doc: Document, found: Definition) -> bool:
    """Whether the text has the abbreviation in the plural, and it is no modifier here ("(SEZ) rules")."""
    index = doc.tokens.at(found.short_span.end)
    modifies = index < len(doc.tokens) and doc.tokens.gap(index - 1) == ") " and is_content(doc.tokens.words[index])
    return f"{found.short.lower()}s" in doc.tokens.places and not modifies


def _is_plural(word: str) -> bool:
    return word in _PLURAL or (word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")))


def _singular_expansion(doc: Document, found: Definition, last: str) -> Finding:
    span = Span(found.long_span.end - len(last), found.long_span.end)
    want = plural(last) if doc[span].islower() else doc[span] + plural(last).removeprefix(last)
    fix = Fix(f'write "{want}"', (Edit(span, want),))
    return Finding(span, f'write "{want}": "{doc[found.short_span]}" is plural', fix=fix)


RULE = Rule(
    "term/abbreviation-number",
    "abbreviation and expansion in different numbers",
    Severity.WARNING,
    check,
    (
        Example(
            "Banks lend to SMEs (small and medium-sized [[enterprise]]).",
            fixed="Banks lend to SMEs (small and medium-sized enterprises).",
        ),
        Example("A special economic [[zone]] (SEZs).", fixed="A special economic zones (SEZs)."),
        Example(
            "Special economic zones ([[SEZ]]), most SEZs that is.",
            fixed="Special economic zones (SEZs), most SEZs that is.",
        ),
        Example("Special economic zones (SEZ) rules hold in most SEZs."),
        Example("Members of Parliament (MPs) and small and medium-sized enterprises (SMEs) met."),
        Example("The rules of origin (ROO), the World Trade Organization (WTO) and its public affairs (PA) staff."),
    ),
)
