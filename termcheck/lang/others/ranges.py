"""Figures that belong together: 12 bis 14 Millionen, 3-4 heures, 2015-2019."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..quantity import AMOUNTS, Number, Quantity, exact
from .digits import Numeral
from .language import Language

_SIGNS = frozenset({"-", "~", "～"})
_JOINABLE = AMOUNTS | {"year"}


def join(lang: Language, folded: str, found: list[tuple[Quantity, Numeral]]) -> Iterator[Quantity]:
    """The quantities in order; two that make a range are one, and share the magnitude and unit of the second."""
    waiting: tuple[Quantity, Numeral] | None = None
    for quantity, number in found:
        if waiting is None:
            waiting = quantity, number
            continue
        joined = _joined(lang, folded, *waiting, quantity, number)
        if joined is None:
            yield waiting[0]
            waiting = quantity, number
        else:
            yield joined
            waiting = None
    if waiting is not None:
        yield waiting[0]


def _joined(
    lang: Language, folded: str, one: Quantity, first: Numeral, two: Quantity, second: Numeral
) -> Quantity | None:
    between = folded[one.span[1] : two.span[0]].strip()
    if between not in _SIGNS and between not in lang.among("range"):
        return None
    if not {one.kind, two.kind} <= _JOINABLE or one.value is None or two.value is None:
        return None
    if one.unit not in ("", two.unit) or "year" in (one.kind, two.kind) and one.kind != two.kind:
        return None
    scale = _shared(one.value, two.value, first, second)
    low = exact(Fraction(one.value * scale))
    if low >= two.value:
        return None  # a score: 3-0
    precision = exact(Fraction(one.precision * scale))
    return two._replace(span=(one.span[0], two.span[1]), number=(one.number[0], two.number[1]), value=low,
                        high=two.value, precision=precision)  # fmt: skip


def _shared(low: Number, high: Number, first: Numeral, second: Numeral) -> Number:
    """The magnitude that "12 to 14 million" also gives to the first figure."""
    scale = second.scaled if first.scaled == 1 else 1
    return scale if low < 1000 and low * scale < high else 1
