"""Figures in digits, by the signs of a language: 1.234,5; 1 234,5; 1'234.5; 12,34,567."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from ..quantity import Kind, Number, Written, exact
from .language import Language
from .scan import Words

FIGURE = re.compile(r"[0-9]{1,3}(?:([ '])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9](?::[0-5][0-9])?| ?h ?[0-5][0-9])(?![0-9])")
_GLUED = re.compile(r"[/+][0-9]+(?:[/+][0-9]+)*")
_MOST_DIGITS = 18


class Numeral(NamedTuple):
    """A numeral from offset `start` to `end`; `after` is the index of the first word behind it.

    `scaled` is the magnitude it ends in, 1 where it has none.
    """

    start: int
    end: int
    after: int
    value: Number | None
    precision: Number = 1
    kind: Kind = "cardinal"
    written: Written = "digits"
    scaled: Number = 1


def in_digits(lang: Language, words: Words, at: int) -> Numeral | None:
    """The numeral whose digits begin with word `at`; a time and a code have no value."""
    folded, start = words.folded, words.starts[at]
    if clock := _CLOCK.match(folded, start):
        return Numeral(start, clock.end(), words.after(clock.end()), None, kind="time")
    match = (_PLAIN if lang.groups == "," else FIGURE).match(folded, start)
    if match is None:
        return None
    end = match.end()
    if glued := _GLUED.match(folded, end):
        return Numeral(start, glued.end(), words.after(glued.end()), None, kind="code")
    found = Numeral(start, end, words.after(end), None, kind="code")
    read = value_of(match.group(), lang.decimal, lang.groups)
    return found if read is None else found._replace(value=read[0], precision=read[1], kind="cardinal")


def value_of(written: str, decimal: str, groups: str) -> tuple[Number, Number] | None:
    """Value and precision of digits with signs; None for a code, and where the language leaves the sign open.

    `decimal` and `groups` are the signs of the language; of a language where
    both signs are used for both, all of them; "" where nothing is known.
    """
    whole, *rest = re.split("[.,]", written.replace(" ", "").replace("'", ""))
    signs = [char for char in written if char in ".,"]
    decimals = ""
    if rest and _ends_in_decimals(whole, rest, signs, decimal, groups):
        decimals = rest.pop()
    elif len(rest) == 1 and not groups:
        return None
    if rest and not _grouped(whole, rest):
        return None
    digits = whole + "".join(rest)
    if len(digits + decimals) > _MOST_DIGITS or (len(digits) > 1 and digits[0] == "0"):
        return None
    scale = 10 ** len(decimals)
    return exact(Fraction(int(digits + decimals), scale)), exact(Fraction(1, scale))


def _ends_in_decimals(whole: str, rest: list[str], signs: list[str], decimal: str, groups: str) -> bool:
    """Whether the last sign of a figure is a decimal one."""
    if len(signs) > 1:
        return signs[-1] != signs[-2] and signs.count(signs[-1]) == 1
    if len(rest[0]) != 3 or len(whole) > 3 or whole.startswith("0"):
        return True
    if signs[0] in groups or rest[0] == "000":  # nobody prints three decimals that say nothing
        return False
    return bool(decimal)


def _grouped(whole: str, rest: list[str]) -> bool:
    """Whether the parts of a figure are thousands, or the hundreds above a thousand of India (12,34,567)."""
    return 0 < len(whole) <= 3 and len(rest[-1]) == 3 and all(len(part) in (2, 3) for part in rest)
