"""A figure that differs from the one the speaker referred to gave.

Whoever says "as Ms. Li mentioned earlier, we built 12 bridges" gives her
figure again. Where her speeches count the same thing with another figure, and
nowhere with this one, one of the two is a slip. A rounded figure agrees with
the exact one. The finding is doubtful where the sentences have little else in
common, and for counts in words ("two aspects"), which start anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.referred import Again, said_again
from ...lang.function_words import FUNCTION_WORDS
from ...lang.quantity import Quantity, agree
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for one in said_again(doc):
        if one.before and not one.given and not any(agree(one.amount, other) for other in one.before):
            yield _finding(doc, one)


def _finding(doc: Document, one: Again) -> Finding:
    amount, before = one.amount, one.before
    here = Span(*amount.span)
    best = max(before, key=lambda other: len(_shared(doc, amount, other)))
    there = Span(*best.span)
    alone = len({other.value for other in before}) == 1 and best.head and set(best.modifiers) == set(amount.modifiers)
    sure = alone and amount.written != "words" and len(_shared(doc, amount, best)) > 1
    message = f'{one.speaker} said "{doc[there]}", not "{doc[here]}" {amount.head}'.rstrip()
    return Finding(here, message, (Note(there, "what is referred to"),), doubtful=not sure, choice=True)


def _shared(doc: Document, one: Quantity, other: Quantity) -> set[str]:
    """The words of note that two sentences share besides what is counted."""
    both = _sentence(doc, one) & _sentence(doc, other)
    return both - FUNCTION_WORDS - {one.head, other.head, *one.modifiers}


def _sentence(doc: Document, amount: Quantity) -> set[str]:
    sentence, tokens = doc.sentence_at(amount.span[0]), doc.tokens
    words = tokens.words[tokens.at(sentence.start) : tokens.at(sentence.end)]
    return {word for word in words if word.isalpha()}


RULE = Rule(
    "reference/figure",
    "a figure that differs from what the speaker said",
    Severity.WARNING,
    check,
    (
        Example(
            "Li Na:\n\nLast year the plant in Bern made 2.3 million vehicles.\n\nGuo Wen:\n\n"
            "As Ms. Li mentioned earlier, the plant in Bern made over [[2.5 million]] vehicles last year.\n"
        ),
        Example(
            "Li Na:\n\nVehicle production exceeded 2.3 million.\n\nGuo Wen:\n\n"
            "As Ms. Li mentioned earlier, we made over [[2.5 million]] vehicles.\n",
            doubtful=True,
        ),
        Example(
            "Li Na:\n\nWe built 12 bridges.\n\nGuo Wen:\n\nAs Ms. Li said earlier, [[14]] bridges stand.\n",
            doubtful=True,
        ),
        Example(
            "Li Na:\n\nLast year the plant made 2,314,000 vehicles, of which 500,000 are electric.\n\nGuo Wen:\n\n"
            "As Ms. Li mentioned earlier, the plant made over 2.3 million vehicles last year, 500,000 of them here.\n"
        ),
        Example(
            "Li Na:\n\nLast year the plant in Bern made 2.3 million vehicles.\n\nGuo Wen:\n\n"
            "This year the plant in Bern will make 2.5 million vehicles. As Ms. Li said, it grows.\n"
        ),
    ),
)
