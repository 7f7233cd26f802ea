"""Figures one slip of the hand apart: a digit, two neighbours, a power of ten."""

from __future__ import annotations

import re
from functools import lru_cache

from ..document import Document
from ..lang.quantity import Quantity

_NUMERAL = re.compile(r"[0-9.]+")
# Likeness asked for sure and for doubtful sameness, by the digits told (4 and more as 4).
_NEEDED = {1: (8.0, 8.0), 2: (4.5, 3.5), 3: (3.5, 2.5), 4: (3.0, 2.0)}


def marks(doc: Document, quantity: Quantity) -> tuple[str, ...]:
    """The digits of a figure, and the same without each of them: any two figures one slip apart share one of these."""
    return _marks(_written(doc, quantity)[0])


@lru_cache(maxsize=1 << 14)
def _marks(written: str) -> tuple[str, ...]:
    digits = written.replace(".", "")
    shorter = (digits[:at] + digits[at + 1 :] for at in range(len(digits)) if len(digits) > 1)
    return tuple(dict.fromkeys((digits, *shorter)))


def one_slip(doc: Document, one: Quantity, two: Quantity) -> bool:
    """Whether a digit is changed, dropped or added, two are swapped, or the size alone is another."""
    (first, size), (second, other) = _written(doc, one), _written(doc, two)
    if first.replace(".", "") == second.replace(".", ""):
        return first != second or size != other
    if size != other or abs(len(first) - len(second)) > 1:
        return False
    begin = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(min(first, second)))
    rest, rest_of_other = first[begin:], second[begin:]
    if len(rest) != len(rest_of_other):
        longer, shorter = sorted((rest, rest_of_other), key=len, reverse=True)
        return longer[1:] == shorter and longer[0] != "."
    swapped = rest[:2] == rest_of_other[1::-1] and "." not in rest[:2]
    changed = "." not in (rest[0], rest_of_other[0]) and rest[1:] == rest_of_other[1:]
    return changed or (swapped and rest[2:] == rest_of_other[2:])


def likeness_needed(doc: Document, one: Quantity, two: Quantity, spare: int = 0) -> tuple[float, float]:
    """How alike two statements must be to be surely, or perhaps, of one fact: the fewer digits, the more chance.

    `spare` counts as digits more.
    """
    told = min(_told_digits(doc, one), _told_digits(doc, two)) + spare
    return _NEEDED[min(max(told, 1), 4)]


def _told_digits(doc: Document, quantity: Quantity) -> int:
    """How many digits of a figure are not filling zeros."""
    return len(_written(doc, quantity)[0].replace(".", "").strip("0"))


def _written(doc: Document, quantity: Quantity) -> tuple[str, str]:
    """The digits and decimal point of a figure, and what stands between and behind them: its magnitude."""
    begin, end = quantity.number
    return _taken_apart(doc.folded[begin:end])


@lru_cache(maxsize=1 << 14)
def _taken_apart(figure: str) -> tuple[str, str]:
    written = figure.replace(",", "").strip(" ")
    if written.isascii() and written.isdigit():
        return written, ""
    return "".join(_NUMERAL.findall(written)), _NUMERAL.sub("", written).strip(" ")
