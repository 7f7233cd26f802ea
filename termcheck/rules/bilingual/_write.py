"""A value written out, as English or Chinese writes figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ...document import Document
from ...lang.quantity import Number, exact

if TYPE_CHECKING:
    from ...counterparts.figures import Figure

_ENGLISH = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_CHINESE = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_MOST_DECIMALS = 6
_LONGEST = 7  # digits and point: a longer figure is better written in full


def written(value: Number, lang: str = "en") -> str:
    """The value in digits, with the magnitude that the language uses: 476.5 billion, 4765亿."""
    size = abs(Fraction(value))
    scales = _CHINESE if lang == "zh" else _ENGLISH
    scale, word = next(((scale, word) for scale, word in scales if size >= scale), (1, ""))
    return plain(Fraction(value) / scale, "" if lang == "zh" else ",") + word


def plain(value: Number, comma: str = ",") -> str:
    """The value in digits alone, exact to six decimals."""
    value = exact(Fraction(value))
    if isinstance(value, int):
        return f"{value:{comma}}"
    return f"{float(value):{comma}.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")


def instead(doc: Document, one: Figure, value: Number) -> str:
    """A value to stand in the place of the number of a figure, in the way that it is written; "" where we cannot tell.

    English and Chinese are written; ranges, dates and hyphened numbers are left to the editor.
    """
    said = one.quantity
    if said is None or said.high is not None or doc.lang not in ("en", "zh") or one.value < 0:
        return ""
    number = doc[said.number]
    if said.written == "words":
        known = doc.lang == "en" and isinstance(value, int) and number.lower() in _WORDS and 1 < value < len(_WORDS)
        word = _WORDS[int(value)] if known else ""
        return word.capitalize() if number[:1].isupper() else word
    if said.written == "mixed":
        new = written(value, doc.lang)
        return new if number[0].isdigit() and "-" not in number and len(new.split(" ")[0]) <= _LONGEST else ""
    if not number.replace(",", "").replace(".", "").isdigit():
        return ""
    return plain(value, "," if doc.lang == "en" and said.kind not in ("year", "label", "code") else "")
