"""Why a figure of a translation differs from that of its source: a magnitude misread, a digit, a point."""

from __future__ import annotations

import re
from fractions import Fraction

from ...document import Document
from ._figures import Figure
from ._write import plain, written

_MAGNITUDES = {
    "万亿": "a trillion",
    "亿": "100 million",
    "千万": "10 million",
    "百万": "a million",
    "万": "10,000",
    "兆": "a trillion",
}
_CHINESE = re.compile("万亿|千万|百万|亿|万|兆")
_ENGLISH = re.compile(r"thousand|million|billion|trillion|\b(?:mn|bn|tn)\b")


def cause(source: Document, one: Figure, target: Document, two: Figure) -> str:
    """The likely cause in words that follow a colon; "" where none is likely."""
    if not one.size or not two.size:
        return ""
    ratio = Fraction(two.size) / Fraction(one.size)
    if _is_power_of_ten(ratio):
        return _of_scale(source, one, target, two, ratio)
    first, second = str(_digits(one)), str(_digits(two))
    if len(first) == len(second) and sorted(first) == sorted(second):
        return "two digits are exchanged" if sum(a != b for a, b in zip(first, second, strict=True)) == 2 else ""
    return ""


def _digits(one: Figure) -> int:
    value = Fraction(one.size)
    return value.numerator if value.denominator == 1 else int(value * 10**6)


def _is_power_of_ten(ratio: Fraction) -> bool:
    large = ratio if ratio > 1 else 1 / ratio
    return ratio != 1 and large.denominator == 1 and str(large.numerator).strip("0") == "1"


def _of_scale(source: Document, one: Figure, target: Document, two: Figure, ratio: Fraction) -> str:
    for doc, figure in ((source, one), (target, two)):
        numeral = _numeral(doc, figure)
        magnitude = _CHINESE.findall(numeral) if doc.lang == "zh" else []
        if magnitude:
            told = f"{magnitude[-1]} is {_MAGNITUDES[magnitude[-1]]}"
            return f"{told}: {numeral} is {written(figure.value)}" if doc is source else told
    words = [_ENGLISH.findall(_numeral(doc, figure).lower()) for doc, figure in ((source, one), (target, two))]
    if words[1] and words[0] != words[1]:
        right = words[0][-1] if words[0] else ""
        return f"{right}, not {words[1][-1]}" if right else f'"{words[1][-1]}" is one magnitude too many'
    factor = plain(ratio if ratio > 1 else 1 / ratio)
    return f"it is {factor} times too {'large' if ratio > 1 else 'small'}"


def _numeral(doc: Document, figure: Figure) -> str:
    return doc[figure.quantity.number] if figure.quantity else doc[figure.span]
