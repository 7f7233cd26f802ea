"""Numerals in digits: 1,800; 2.3 million; 26th; 1980s; 3/4; $5m; 75ml."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache

from ..quantity import Number, exact
from ..words import Tokens
from .numerals import ABBREVIATED, Numeral, grown, times

_ONE_LETTER = {"k": 10**3, "m": 10**6, "b": 10**9}  # magnitudes behind a currency sign only: "$5m"
# A group that begins with zero is no figure by itself: only then do blanks set thousands apart ("40 000").
_SPACED = r"[1-9][0-9]{0,2}(?: [0-9]{3})*? 0[0-9]{2}(?: [0-9]{3})*(?![0-9]| [0-9])"
_DIGITS = re.compile(rf"({_SPACED}|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.([0-9]+))?")
_GLUED = re.compile(r"(?:[/:.,+]?[0-9])*")
_BOTTOMS = frozenset({2, 3, 4, 5, 8, 10, 100})  # the denominators people write with a slash
_CLOSING = frozenset("%.,;:)")  # nothing that follows these belongs to the figure
_MOST_DIGITS = 18


def in_digits(tokens: Tokens, at: int, start: int) -> Numeral | None:
    """The numeral whose digits begin at offset `start`, within word `at`."""
    folded, end = tokens.folded, tokens.ends[at]
    value = _plain(tokens.words[at])
    if value is not None and not folded[end + 1 : end + 2].isdigit() and folded[start - 1 : start] != ".":
        return _followed(tokens, Numeral(start, end, at + 1, value))
    match = _DIGITS.match(folded, start)
    return _in_groups(tokens, at, match) if match else None


def _in_groups(tokens: Tokens, at: int, match: re.Match[str]) -> Numeral:
    """Digits with signs, blanks, zeros or letters: 1,800; 2.3; 007; 5bn; 3/4."""
    folded, start, end = tokens.folded, match.start(), match.end()
    whole, decimals = match.group(1).replace(",", "").replace(" ", ""), match.group(2) or ""
    after = _index_behind(tokens, at, end)
    if folded[start - 1 : start] == "." and not decimals and not folded[max(0, start - 2) : start - 1].strip(" ("):
        whole, decimals, start = "0", whole, start - 1  # ".5 percent"
    if len(whole) + len(decimals) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return Numeral(start, tokens.ends[after - 1], after, None, kind="code")
    value = exact(Fraction(int(whole + decimals), 10 ** len(decimals))) if decimals else int(whole)
    found = Numeral(start, end, after, value, _last_place(len(decimals)))
    if suffix := folded[end : tokens.ends[after - 1]]:
        return _suffixed(found, suffix, plain=whole == match.group())
    following = folded[end : end + 2]
    if following[1:].isdigit() and following[0] in "/:.,+":
        return _glued(tokens, at, found, following[0])
    return _followed(tokens, found)


@lru_cache(maxsize=1 << 12)
def _plain(word: str) -> int | None:
    """The value of a word that is a numeral by itself, as most are: 514, but not 007, 26th, 5g."""
    plain = word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS and (word[0] != "0" or word == "0")
    return int(word) if plain else None


@cache
def _last_place(decimals: int) -> Number:
    """What one unit of the last digit is worth."""
    return Fraction(1, 10**decimals) if decimals else 1


def _followed(tokens: Tokens, found: Numeral) -> Numeral:
    return found if tokens.folded[found.end : found.end + 1] in _CLOSING else grown(tokens, found)


def _index_behind(tokens: Tokens, at: int, end: int) -> int:
    while at < len(tokens.words) and tokens.starts[at] < end:
        at += 1
    return at


def _suffixed(found: Numeral, suffix: str, plain: bool) -> Numeral:
    """Digits with letters glued on: 26th, 1980s, 5bn, 75ml, 5G."""
    end = found.end + len(suffix)
    if plain and suffix in ("st", "nd", "rd", "th"):
        return found._replace(end=end, kind="ordinal")
    if plain and suffix == "s" and found.value is not None and found.value % 10 == 0:
        return found._replace(end=end, kind="decade")
    if suffix in ("am", "pm"):
        return found._replace(end=end, kind="time")
    if suffix in ABBREVIATED:
        return times(found, ABBREVIATED[suffix])._replace(end=end)
    return found._replace(suffix=suffix)


def short_scale(found: Numeral) -> Numeral:
    """The numeral behind a currency sign, where a glued letter is a magnitude: $5m."""
    if found.suffix not in _ONE_LETTER:
        return found
    return times(found, _ONE_LETTER[found.suffix])._replace(end=found.end + 1, suffix="")


def _glued(tokens: Tokens, at: int, found: Numeral, sign: str) -> Numeral:
    """Digits, a sign, digits: 3/4, 10:30, 192.168.1.2, 13+2."""
    folded = tokens.folded
    match = _GLUED.match(folded, found.end)
    end = match.end() if match else found.end
    after = _index_behind(tokens, at, end)
    second = folded[found.end + 1 : end]
    if (
        sign == "/"
        and second.isdigit()
        and int(second[:4]) in _BOTTOMS
        and folded[found.start - 1 : found.start] != "/"
    ):
        bottom = int(second[:4])
        if found.value is not None and 0 < found.value < bottom:
            part = Fraction(1, bottom)
            return Numeral(found.start, end, after, exact(found.value * part), part, "fraction")
    clock = sign == ":" and second[:2].isdigit() and found.end - found.start <= 2
    return Numeral(found.start, end, after, None, kind="time" if clock else "code")
