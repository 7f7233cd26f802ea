"""A value written out, as English or Chinese writes figures."""

from __future__ import annotations

from fractions import Fraction

from ...lang.quantity import Number, exact

_ENGLISH = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_CHINESE = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_MOST_DECIMALS = 6


def written(value: Number, lang: str = "en") -> str:
    """The value in digits, with the magnitude that the language uses: 476.5 billion, 4765亿; "" where none is short."""
    size = abs(Fraction(value))
    scales = _CHINESE if lang == "zh" else _ENGLISH
    scale, word = next(((scale, word) for scale, word in scales if size >= scale), (1, ""))
    return plain(Fraction(value) / scale, "" if lang == "zh" else ",") + word


def plain(value: Number, comma: str = ",") -> str:
    """The value in digits alone, exact to six decimals."""
    value = exact(Fraction(value))
    if isinstance(value, int):
        return f"{value:{comma}}"
    text = f"{float(value):{comma}.{_MOST_DECIMALS}f}".rstrip("0")
    return text.rstrip(".")
