"""A figure that differs from the one the speaker referred to gave.

Whoever says "as Ms. Li mentioned earlier, we built 12 bridges" gives her
figure again. Where her speeches count the same thing with another figure, and
nowhere with this one, one of the two is a slip. A rounded figure agrees with
the exact one. The finding is doubtful where the sentences have little else in
common, and for counts in words ("two aspects"), which start anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.inflection import singulars
from ...lang.quantity import AMOUNTS, Quantity, agree
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._passages import ENOUGH
from ._references import Reference, references

_BEFORE = 5  # words before an amount that may be what it counts


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    repeated = [(one, amount) for one in references(doc) if one.speaker for amount in _amounts(doc, one)]
    if repeated:
        values, things = _given(doc)
        for one, amount in repeated:
            same = values.get((one.speaker, amount.kind, amount.unit, amount.value))
            counted = things.get(_thing(one.speaker, amount), ())
            before = [other for other in counted if other.span < amount.span and _near(amount, other)]
            said_so = (same is not None and same < amount.span[0]) or any(agree(amount, other) for other in before)
            if before and not said_so:
                yield _finding(doc, one, amount, before)


def _amounts(doc: Document, one: Reference) -> Iterator[Quantity]:
    """The figures in what is referred to that count something."""
    region = (doc.tokens.starts[one.first], doc.tokens.ends[one.last - 1])
    return (amount for amount in doc.quantities_in(region) if _exact(amount) and (amount.head or amount.unit))


def _exact(amount: Quantity) -> bool:
    return amount.kind in AMOUNTS and amount.value is not None and amount.high is None


def _thing(speaker: str, amount: Quantity) -> tuple[str, ...]:
    """What an amount counts: 12 new bridges and 12 bridges are one thing, 12 and 12 kilometers are not."""
    return speaker, amount.kind, amount.unit, next(singulars(amount.head), amount.head)


def _given(doc: Document) -> tuple[dict[tuple[object, ...], int], dict[tuple[str, ...], list[Quantity]]]:
    """Where each speaker first gives each value, and the first amounts of each thing."""
    values: dict[tuple[object, ...], int] = {}
    things: dict[tuple[str, ...], list[Quantity]] = {}
    for turn in doc.turns:
        for amount in (one for block in turn.body for one in doc.quantities_in(block.span) if _exact(one)):
            values.setdefault((turn.speaker, amount.kind, amount.unit, amount.value), amount.span[0])
            for head in (amount.head,) if amount.head else _subjects(doc, amount):
                counted = things.setdefault(_thing(turn.speaker, amount._replace(head=head)), [])
                if len(counted) < ENOUGH:
                    counted.append(amount)
    return values, things


def _subjects(doc: Document, amount: Quantity) -> Iterator[str]:
    """What an amount with no noun behind it may count: "vehicle production has exceeded 2.3 million"."""
    tokens, sentence = doc.tokens, doc.sentence_at(amount.span[0])
    at = tokens.at(amount.span[0])
    words = tokens.words[max(tokens.at(sentence.start), at - _BEFORE) : at]
    return (word for word in words if word.isalpha() and word not in FUNCTION_WORDS)


def _near(one: Quantity, other: Quantity) -> bool:
    """Whether one figure may be a slip for the other: the smaller is at least half of the greater."""
    low, high = sorted(abs(Fraction(amount.value or 0)) for amount in (one, other))
    return 2 * low >= high


def _finding(doc: Document, one: Reference, amount: Quantity, before: list[Quantity]) -> Finding:
    here = Span(*amount.span)
    best = max(before, key=lambda other: len(_shared(doc, amount, other)))
    there = Span(*best.span)
    alone = len({other.value for other in before}) == 1 and best.head and set(best.modifiers) == set(amount.modifiers)
    sure = alone and amount.written != "words" and len(_shared(doc, amount, best)) > 1
    message = f'{one.speaker} said "{doc[there]}", not "{doc[here]}" {amount.head}'.rstrip()
    return Finding(here, message, (Note(there, "what is referred to"),), doubtful=not sure)


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
