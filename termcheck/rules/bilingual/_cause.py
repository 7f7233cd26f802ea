"""Why a figure of a translation differs from that of its source: a magnitude misread, a digit, a point."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from ...document import Document
from ._write import plain, written

if TYPE_CHECKING:
    from ...counterparts.figures import Figure

_MAGNITUDES = {
    "万亿": "a trillion", "亿": "100 million", "千万": "10 million", "百万": "a million", "万": "10,000",
    "兆": "a trillion",
}  # fmt: skip
_CHINESE = re.compile("万亿|千万|百万|亿|万|兆")
_ENGLISH = re.compile(r"thousand|million|billion|trillion|\b(?:mn|bn|tn)\b")


def cause(source: Document, one: Figure, target: Document, two: Figure) -> str:
    """The likely cause in words that follow a colon; "" where none is likely."""
    if (
        one.sort == "clock"
        or not one.size
        or not two.size
        or not ("cardinal" in (one.sort, two.sort) or one.dimension == two.dimension)
    ):
        return ""
    ratio = Fraction(two.size) / Fraction(one.size)
    if _is_power_of_ten(ratio):
        return _of_scale(source, one, target, two, ratio)
    first, second = str(_digits(one)), str(_digits(two))
    if len(first) == len(second) and sorted(first) == sorted(second):
        exchanged = sum(a != b for a, b in zip(first, second, strict=True)) == len("ab")
        return "two digits are exchanged" if exchanged else ""
    return ""


def _digits(one: Figure) -> int:
    """The digits of a value, six decimals where it is not whole."""
    value = Fraction(one.size)
    return value.numerator if value.denominator == 1 else int(value * 10**6)


def _is_power_of_ten(ratio: Fraction) -> bool:
    large = ratio if ratio > 1 else 1 / ratio
    return ratio != 1 and large.denominator == 1 and str(large.numerator).strip("0") == "1"


def _of_scale(source: Document, one: Figure, target: Document, two: Figure, ratio: Fraction) -> str:
    for doc, figure in ((source, one), (target, two)):
        if figure.sort == "percent" and doc.lang == "zh" and "成" in doc.folded[slice(*figure.span)]:
            return f"成 is 10 percent: {doc[figure.span]} is {written(figure.value)} percent"
        magnitudes = [*_CHINESE.finditer(doc.folded, *_number(figure))] if doc.lang == "zh" else []
        if magnitudes:
            last = magnitudes[-1]
            told = f"{doc[last.span()]} is {_MAGNITUDES[last.group()]}"
            one_value = figure.quantity is not None and figure.quantity.high is None
            return f"{told}: {doc[_number(figure)]} is {written(figure.value)}" if one_value else told
    scales = [_ENGLISH.findall(doc.folded, *_number(figure)) for doc, figure in ((source, one), (target, two))]
    if all(scales) and scales[0] != scales[1]:
        return f"{scales[0][-1]}, not {scales[1][-1]}"
    factor = plain(ratio if ratio > 1 else 1 / ratio)
    return f"it is {factor} times too {'large' if ratio > 1 else 'small'}"


def _number(figure: Figure) -> tuple[int, int]:
    return figure.quantity.number if figure.quantity else figure.span
