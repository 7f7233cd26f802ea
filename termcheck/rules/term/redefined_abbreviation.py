"""One abbreviation for two things, or for one thing with two names.

A text, and the glossary with it, gives an abbreviation one expansion. Compared
are the places where a text defines it, "World Food Programme (WFP)", with the
first such place and with the glossary; number, case, hyphens, grammatical
words and words before the first letter do not count. An expansion that shares
less than half of its words with the glossary's is another thing with the same
letters, and no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...definitions import Definition, definitions
from ...document import Document
from ...glossary import Term
from ...lang.function_words import FUNCTION_WORDS
from ...lang.position import singular
from ...lang.words import words_of
from ...model import Finding, Note, Severity
from ...rule import Context, Example, Rule
from ...text import fold

_Words = tuple[str, ...]


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    first: dict[str, Definition] = {}
    for found in definitions(doc):
        earlier = first.setdefault(found.short, found)
        here, there = _words(doc[found.long_span]), _words(doc[earlier.long_span])
        term = ctx.glossary.abbreviated(found.short)
        if term and _is_like(here, term):
            message = f'"{found.short}" is "{term.term}", not "{doc[found.long_span]}"'
            yield Finding(found.long_span, message, term=term.term)
        elif not _ends_alike(here, there):
            message = f'"{found.short}" is "{doc[earlier.long_span]}" above and "{doc[found.long_span]}" here'
            yield Finding(found.long_span, message, (Note(earlier.long_span, "the first expansion"),))


def _words(text: str) -> _Words:
    """The words of note, number apart."""
    return tuple(singular(word) for word in words_of(fold(text)) if word not in FUNCTION_WORDS)


def _ends_alike(one: _Words, other: _Words) -> bool:
    size = min(len(one), len(other))
    return one[-size:] == other[-size:]


def _is_like(words: _Words, term: Term) -> bool:
    """Whether the words are the term with some wrong: half of them or more are right, and no form has them all."""
    forms = [_words(form) for form in (term.term, *term.allowed) if " " in form]
    right = len(set(words) & set(_words(term.term)))
    return 2 * right >= len(words) and bool(forms) and not any(_ends_alike(words, form) for form in forms)


_WFP = Term("World Food Programme", abbreviation="WFP")

RULE = Rule(
    "term/redefined-abbreviation",
    "an abbreviation with two expansions",
    Severity.WARNING,
    check,
    (
        Example(
            "The Rural Growth Fund (RGF) lends. The [[Regional Growth Facility]] (RGF) lends too.",
        ),
        Example(
            "The Rural Growth Fund (RGF) lends; rural growth funds (RGFs) lend; the RGF (Rural Growth Fund) lends."
        ),
        Example("The [[World Feeding Programme]] (WFP) spoke.", terms=(_WFP,)),
        Example("The UN World Food Programme (WFP) spoke.", terms=(_WFP,)),
        Example("A water-filled pool (WFP) is no agency.", terms=(_WFP,)),
    ),
)
