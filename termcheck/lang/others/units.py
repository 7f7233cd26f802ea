"""Units beside a figure, as symbols and in the words of a language."""

from __future__ import annotations

import re
from functools import cache

from ..quantity import Kind
from ..units import SIGN_CHARS, SIGNS, UNITS, Unit
from .language import Language, language
from .scan import LETTER


def unit_after(lang: Language, folded: str, end: int) -> tuple[Unit | None, int]:
    """The unit behind offset `end` and where it ends: 5 %, 20 km, 3,5 Millionen Euro, 4-летний."""
    match = _pattern(lang.code).match(folded, end)
    return (UNITS[lang.units[match.group(1)]], match.end()) if match else (None, end)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    forms = sorted(language(code).units, key=len, reverse=True)
    ends = [re.escape(form) + (rf"(?!{LETTER})" if form[-1].isalnum() else "") for form in forms]
    return re.compile(rf"(?:\.? |-|\.| d'| d[ei] )?({'|'.join(ends)})")


def money_before(folded: str, start: int) -> tuple[int, Unit | None]:
    """Where a currency sign or code before offset `start` begins, and its unit: $22, US$ 22, EUR 22."""
    here = start - (folded[start - 1 : start] == " ")
    if here and folded[here - 1] in SIGN_CHARS:
        begin = here - 1
        while begin and here - begin <= 3 and folded[begin - 1].isalpha():
            begin -= 1
        written = folded[begin:here]
        name = SIGNS.get(written) or SIGNS.get(written[-1])
        return (begin if written in SIGNS else here - 1), UNITS[name] if name else None
    letters = folded[max(0, here - 3) : here]
    if letters in SIGNS and not folded[max(0, here - 4) : max(0, here - 3)].isalnum():
        return here - 3, UNITS[SIGNS[letters]]
    return start, None


def kind_of(unit: Unit) -> Kind:
    """The kind of a quantity that has a unit."""
    if unit.dimension in ("ratio", "points"):
        return "percent"
    return "money" if unit.dimension == "money" else "measure"
