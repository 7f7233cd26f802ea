"""Figures that belong together: 12 bis 14 Millionen, 3-4 heures, 2015-2019."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ..quantity import AMOUNTS, Number, Quantity, exact
from .digits import Numeral
from .language import Language

_SIGNS = frozenset({"-", "~", "～"})
_JOINABLE = AMOUNTS | {"year"}
_Found = tuple[Quantity, Numeral]


def join(lang: Language, folded: str, found: Iterable[_Found]) -> Iterator[Quantity]:
    """The quantities in order; two that make a range are one, and share the magnitude and unit of the second."""
    waiting: _Found | None = None
    for one in found:
        joined = waiting and _joined(lang, folded, waiting, one)
        if joined:
            yield joined
            waiting = None
        else:
            if waiting:
                yield waiting[0]
            waiting = one
    if waiting:
        yield waiting[0]


def _joined(lang: Language, folded: str, first: _Found, second: _Found) -> Quantity | None:
    one, two = first[0], second[0]
    between = folded[one.span[1] : two.span[0]].strip()
    if (between not in _SIGNS and between not in lang.among("range")) or one.unit not in ("", two.unit):
        return None
    if not {one.kind, two.kind} <= _JOINABLE or (one.kind == "year") != (two.kind == "year"):
        return None
    if one.value is None or two.value is None:
        return None
    scale = _shared(one.value, two.value, first[1], second[1])
    low, precision = exact(Fraction(one.value * scale)), exact(Fraction(one.precision * scale))
    if low >= two.value:
        return None  # a score: 3-0
    return two._replace(span=(one.span[0], two.span[1]), number=(one.number[0], two.number[1]), value=low,
                        high=two.value, precision=precision)  # fmt: skip


def _shared(low: Number, high: Number, first: Numeral, second: Numeral) -> Number:
    """The magnitude that "12 bis 14 Millionen" also gives to the first figure."""
    scale = second.scaled if first.scaled == 1 else 1
    return scale if low < 1000 and low * scale < high else 1
