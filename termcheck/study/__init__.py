"""What the style report shows of a text beside its issues: plain values, so that the text itself need not be kept.

Each module makes one part of it from a document; none decides how it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..document import Bitext, Document
from ..place import Located
from ..rule import Context
from .languages import Languages, languages
from .numbers import Numbers, numbers
from .passages import Passage, passages
from .people import People, people
from .terms import Terms, terms

__all__ = ["Languages", "Numbers", "Passage", "People", "Study", "Terms", "study"]


class Study(NamedTuple):
    """A text as a report lays it out.

    Parts name an issue by its number in `issues`. `passages` are the blocks of
    the text, all of them in order: number n of a `Spot` is the n-th.
    `languages` is None where the text stands alone; `words` counts those of
    the prose; `date` is the day of the event ("2024-06-05"), "" where unknown.
    """

    issues: Sequence[Located]
    passages: Sequence[Passage]
    terms: Terms
    numbers: Numbers
    people: People
    languages: Languages | None
    words: int
    date: str = ""
    title: str = ""


def study(doc: Document, bitext: Bitext | None, ctx: Context, issues: Sequence[Located]) -> Study:
    """What a report shows of a text beside the issues that were found in it."""
    title = next(iter(doc.prose("title")), None)
    return Study(
        issues,
        passages(doc, issues),
        terms(doc, bitext, ctx, issues),
        numbers(doc, ctx, issues),
        people(doc, ctx, issues),
        languages(bitext, ctx, issues) if bitext else None,
        len(doc.tokens.words),
        doc.date.isoformat() if doc.date and not doc.units else "",
        " ".join(doc[title.span].split()) if title else "",
    )
