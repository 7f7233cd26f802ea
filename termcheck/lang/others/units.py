"""Units beside a figure, as symbols and in the words of a language."""

from __future__ import annotations

import re
from functools import cache

from ..quantity import Kind
from ..units import SIGNS, UNITS, Unit
from .language import Language, language
from .scan import LETTER

_LONGEST = max(map(len, SIGNS)) + 1  # letters of a sign, and a blank


def unit_after(lang: Language, folded: str, end: int) -> tuple[Unit | None, int]:
    """The unit behind offset `end` and where it ends: 5 %, 20 km, 3,5 Millionen Euro, 4-летний."""
    match = _pattern(lang.code).match(folded, end)
    return (UNITS[lang.units[match.group(1)]], match.end()) if match else (None, end)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    forms = sorted(language(code).units, key=len, reverse=True)
    ends = [re.escape(form) + (rf"(?!{LETTER})" if form[-1].isalnum() else "(?![0-9])") for form in forms]
    return re.compile(rf"(?:\.? |-|\.| d'| d[ei] )?({'|'.join(ends)})")


def money_before(folded: str, start: int, floor: int = 0) -> tuple[int, Unit | None]:
    """Where a currency sign or code before offset `start` begins, and its unit: $22, US$ 22, EUR 22.

    What stands before offset `floor` belongs to the figure before.
    """
    before = folded[max(floor, start - _LONGEST) : start].removesuffix(" ")
    at = start - (folded[start - 1 : start] == " ")
    for length in range(len(before), 0, -1):
        sign = before[-length:]
        whole = not sign[0].isalpha() or not before[:-length][-1:].isalpha()
        if sign in SIGNS and whole and not (length == 1 and sign.isalpha()):
            return at - length, UNITS[SIGNS[sign]]
    return start, None


def kind_of(unit: Unit) -> Kind:
    """The kind of a quantity that has a unit."""
    if unit.dimension in ("ratio", "points"):
        return "percent"
    return "money" if unit.dimension == "money" else "measure"
