"""Figures that a speaker gives again: "as Ms. Li mentioned earlier, we built 12 bridges"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from fractions import Fraction
from typing import NamedTuple

from ..document import Document, kept
from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import singulars
from ..lang.quantity import AMOUNTS, Quantity
from ..references import Reference, references

_ENOUGH = 20  # figures of one thing that are kept, so that the cost does not grow with how often it is counted
_BEFORE = 5  # words before an amount that may be what it counts


class Again(NamedTuple):
    """An amount that `speaker` is said to have given; `before` are the speaker's figures for the same thing.

    `given` says whether the speaker gave this very value before, be it of another thing.
    """

    speaker: str
    amount: Quantity
    before: list[Quantity]
    given: bool


@kept
def said_again(doc: Document) -> tuple[Again, ...]:
    """The amounts in what is said to have been said before, in order."""
    return tuple(_said_again(doc))


def _said_again(doc: Document) -> Iterator[Again]:
    repeated = [(one, amount) for one in references(doc) if one.speaker for amount in _amounts(doc, one)]
    if repeated:
        values, things = _given(doc, {_sort(one.speaker, amount) for one, amount in repeated})
        for one, amount in repeated:
            same = values.get((*_sort(one.speaker, amount), amount.value))
            counted = things.get(_thing(one.speaker, amount), ())
            before = [other for other in counted if other.span < amount.span and _near(amount, other)]
            yield Again(one.speaker, amount, before, same is not None and same < amount.span[0])


def _amounts(doc: Document, one: Reference) -> Iterator[Quantity]:
    """The figures in what is referred to that count something."""
    region = (doc.tokens.starts[one.first], doc.tokens.ends[one.last - 1])
    return (amount for amount in doc.quantities_in(region) if _exact(amount) and (amount.head or amount.unit))


def _exact(amount: Quantity) -> bool:
    return amount.kind in AMOUNTS and amount.value is not None and amount.high is None


def _thing(speaker: str, amount: Quantity) -> tuple[str, ...]:
    """What an amount counts: 12 new bridges and 12 bridges are one thing, 12 and 12 kilometers are not."""
    return *_sort(speaker, amount), next(singulars(amount.head), amount.head)


def _sort(speaker: str, amount: Quantity) -> tuple[str, str, str]:
    """Whose amount it is, and its kind and unit: amounts that differ in these are not compared."""
    return speaker, amount.kind, amount.unit


def _given(
    doc: Document, wanted: Set[tuple[str, str, str]]
) -> tuple[dict[tuple[object, ...], int], dict[tuple[str, ...], list[Quantity]]]:
    """Where each speaker first gives each value of the wanted sorts, and the first amounts of each thing."""
    values: dict[tuple[object, ...], int] = {}
    things: dict[tuple[str, ...], list[Quantity]] = {}
    speakers = {speaker for speaker, _, _ in wanted}
    for turn in (turn for turn in doc.turns if turn.speaker in speakers):
        said = (one for block in turn.body for one in doc.quantities_in(block.span))
        for amount in (one for one in said if _sort(turn.speaker, one) in wanted and _exact(one)):
            values.setdefault((*_sort(turn.speaker, amount), amount.value), amount.span[0])
            for head in (amount.head,) if amount.head else _subjects(doc, amount):
                counted = things.setdefault(_thing(turn.speaker, amount._replace(head=head)), [])
                if len(counted) < _ENOUGH:
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
