"""One fact told with two figures that agree: equal, or one of them rounded.

Two statements are of one fact where the rules would compare them: the words
around the figures are alike, and nothing says that they are of two things or
of two times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from ..document import Document
from ..lang.quantity import Kind, Number, Quantity, agree
from ..lang.units import UNITS
from .differences import Differences
from .frames import parallel
from .referred import said_again
from .slips import likeness_needed
from .statements import Statement, likeness, statements

_MOST = 20  # statements with a like figure that each is compared with
_DIGITS = 4  # to so many a figure may be rounded elsewhere

_DURATIONS = frozenset({"time", "months"})  # "in 30 years" is said of anything

_Buckets = dict[tuple[Kind, str, Number], list[Statement]]


def agreeing(doc: Document) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans of figures that agree in statements of one fact, in pairs."""
    differences = Differences(doc)
    for again in said_again(doc):
        yield from ((other.span, again.amount.span) for other in again.before if agree(again.amount, other))
    for one, two in _alike(doc):
        if (
            one.sentence != two.sentence
            and likeness(doc, one, two) >= _needed(doc, one.quantity, two.quantity)
            and agree(one.quantity, two.quantity)
            and not differences.apart(one, two, slip=True)
            and not parallel(doc, one, two)
        ):
            yield one.quantity.span, two.quantity.span


def _needed(doc: Document, one: Quantity, two: Quantity) -> float:
    """How alike two statements must be: like one slip apart, but that equal figures of two facts are rarer still.

    The rows of a table are of many things: nothing is taken off there.
    """
    equal = one.value == two.value and one.high == two.high
    duration = one.unit in UNITS and UNITS[one.unit].dimension in _DURATIONS
    return likeness_needed(doc, one, two, spare=int(equal and not duration and not doc.units))[0]


def _alike(doc: Document) -> Iterator[tuple[Statement, Statement]]:
    """Statements with one figure, or one that may be the other rounded."""
    exact: _Buckets = defaultdict(list)
    rounded: _Buckets = defaultdict(list)
    for two in statements(doc):
        kind, unit = two.quantity.kind, two.quantity.unit
        value: Number = abs(Fraction(two.quantity.value or 0))
        roundings = [(kind, unit, one) for one in _roundings(value)]
        for key in ((kind, unit, value), *roundings):
            yield from ((one, two) for one in exact[key][-_MOST:])
        yield from ((one, two) for one in rounded[kind, unit, value][-_MOST:])
        for key in roundings:
            rounded[key].append(two)
        exact[kind, unit, value].append(two)


def _roundings(value: Number) -> set[Number]:
    """A value rounded down and up to few digits, itself left out."""
    whole = int(value)
    steps = (10 ** (len(str(whole)) - digits) for digits in range(1, _DIGITS + 1))
    return {near for step in steps if step >= 1 for near in (whole // step * step, -(-whole // step) * step)} - {value}
