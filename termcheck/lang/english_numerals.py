"""English numerals in digits and words: what value stands at a word, and how exactly it is printed.

Only the numeral: signs, units, ranges and what is counted are the business of
`english_numbers`. Written by hand, because a numeral is decided within a few
words and a grammar per word would cost more than all the rules together.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from .quantity import Kind, Number, Written, exact
from .words import Tokens

ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MULTIPLES = {**SCALES, "hundred": 100, "dozen": 12}
_SHORT_SCALES = {
    **dict.fromkeys(("k",), 10**3),
    **dict.fromkeys(("m", "mn", "mln"), 10**6),
    **dict.fromkeys(("b", "bn", "bln"), 10**9),
    **dict.fromkeys(("tn", "trn"), 10**12),
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()} | {"hundredth": 100, "thousandth": 1000}
_PARTS = {
    word: value for word, value in ORDINALS.items() if 2 < value <= 20
} | {"half": 2, "quarter": 4, "hundredth": 100}  # fmt: skip
PARTS = _PARTS | {f"{word}s": value for word, value in _PARTS.items()} | {"halves": 2}
PARTS.pop("halfs")

WORDS = frozenset({*ONES, *TENS, *_MULTIPLES, "dozens", "half", "quarter", "quarters", *ORDINALS, *PARTS})
LINKS = frozenset({" ", "-", "\n", "\r\n", "  "})

_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.([0-9]+))?([½¼¾⅓⅔])?")
_JOINED = re.compile(r"(?:[/:.,+]?[0-9])*")
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_SLASHED = frozenset({2, 3, 4, 5, 8, 10, 100})  # the denominators people write with a slash
_MOST_DIGITS = 18


class Numeral(NamedTuple):
    """A numeral from offset `start` to `end`; `after` is the index of the first word behind it."""

    start: int
    end: int
    after: int
    value: Number | None
    precision: Number = 1
    kind: Kind = "cardinal"
    written: Written = "digits"
    scaled: bool = False  # whether it has a magnitude of its own ("million")
    suffix: str = ""  # letters glued to the digits ("km"), perhaps a unit


def numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral that begins at word `at`; None where the word is none after all."""
    return _in_digits(tokens, at) if tokens.words[at][0] in "0123456789" else _in_words(tokens, at)


def linked(tokens: Tokens, at: int) -> bool:
    """Whether the word after `at` is its neighbour: only a blank, a hyphen or a line end between."""
    return at + 1 < len(tokens.words) and tokens.gap(at) in LINKS


def _in_digits(tokens: Tokens, at: int) -> Numeral | None:
    folded, start = tokens.folded, tokens.starts[at]
    match = _DIGITS.match(folded, start)
    if match is None:
        return None
    end = match.end()
    after = at + 1
    while after < len(tokens.words) and tokens.starts[after] < end:
        after += 1
    token_end = tokens.ends[after - 1]
    whole, decimals, vulgar = match.group(1).replace(",", ""), match.group(2) or "", match.group(3)
    if len(whole) + len(decimals) > _MOST_DIGITS:
        return Numeral(start, token_end, after, None, kind="code")
    precision: Number = exact(Fraction(1, 10 ** len(decimals)))
    value: Number = exact(int(whole + decimals) * Fraction(precision)) if decimals else int(whole)
    if vulgar:
        value, precision = value + _VULGAR[vulgar], 1
    found = Numeral(start, end, after, value, precision)
    suffix = folded[end:token_end]
    if suffix:
        return _suffixed(found, suffix, token_end, plain=whole == match.group())
    following = folded[end : end + 2]
    if following[:1] in ("/", ":", ".", ",", "+") and following[1:].isdigit():
        return _joined(tokens, found, following[0])
    return _scaled(tokens, _and_a_half(tokens, found))


def _suffixed(found: Numeral, suffix: str, end: int, plain: bool) -> Numeral:
    """Digits with letters glued on: 26th, 1980s, 5bn, 75ml, 5G."""
    if plain and suffix in ("st", "nd", "rd", "th"):
        return found._replace(end=end, kind="ordinal")
    if plain and suffix == "s" and found.value is not None and found.value % 10 == 0:
        return found._replace(end=end, kind="decade")
    if suffix in ("am", "pm"):
        return found._replace(end=end, kind="time")
    if suffix in _SHORT_SCALES:
        # a single letter is a magnitude only behind a currency sign ("$5m"): the sign takes the suffix away
        return _times(found, _SHORT_SCALES[suffix])._replace(end=end, suffix=suffix if len(suffix) == 1 else "")
    return found._replace(suffix=suffix)


def _joined(tokens: Tokens, found: Numeral, sign: str) -> Numeral:
    """Digits, a sign, digits: 3/4, 10:30, 192.168.1.2, 13+2."""
    folded, start = tokens.folded, found.start
    end = found.end
    while end < len(folded) and (
        folded[end].isdigit() or (folded[end] in "/:.,+" and folded[end + 1 : end + 2].isdigit())
    ):
        end += 1
    after = found.after
    while after < len(tokens.words) and tokens.starts[after] < end:
        after += 1
    second = folded[found.end + 1 : end]
    if sign == "/" and second.isdigit() and len(second) <= 3 and isinstance(found.value, int):
        bottom = int(second)
        if bottom in _SLASHED and 0 < found.value < bottom and folded[start - 1 : start] != "/":
            value = exact(Fraction(found.value, bottom))
            return Numeral(start, end, after, value, Fraction(1, bottom), "fraction")
    if sign == ":" and len(second) >= 2 and second[:2].isdigit() and len(folded[start : found.end]) <= 2:
        return Numeral(start, end, after, None, kind="time")
    return Numeral(start, end, after, None, kind="code")


def _times(found: Numeral, scale: Number) -> Numeral:
    if found.value is None:
        return found
    return found._replace(
        value=exact(Fraction(found.value * scale)), precision=exact(Fraction(found.precision * scale)), scaled=True
    )


def _scaled(tokens: Tokens, found: Numeral) -> Numeral:
    """Digits with the magnitudes that follow: 1.3 million, 5 hundred million."""
    after, scale = found.after, 1
    while linked(tokens, after - 1) and tokens.words[after] in _MULTIPLES:
        scale *= _MULTIPLES[tokens.words[after]]
        after += 1
    if scale == 1:
        return found
    return _times(found, scale)._replace(after=after, end=tokens.ends[after - 1], written="mixed")


def _and_a_half(tokens: Tokens, found: Numeral) -> Numeral:
    """Two and a half, 3 and a quarter, 2 1/2."""
    after, words = found.after, tokens.words
    if words[after : after + 2] in (["and", "a"], ["and", "one"]) and after + 2 < len(words):
        part = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(words[after + 2])
        if part and found.value is not None and all(linked(tokens, n) for n in range(after - 1, after + 2)):
            return found._replace(
                value=found.value + part, precision=part, after=after + 3, end=tokens.ends[after + 2], written="mixed"
            )
    return found


def _in_words(tokens: Tokens, at: int) -> Numeral | None:
    word = tokens.words[at]
    if word in ("half", "quarter", "quarters", "halves"):
        return _part_of_scale(tokens, at)
    if word in _MULTIPLES or word in ("dozens", "hundredth", "thousandth"):
        return _bare_scale(tokens, at)
    if word in ORDINALS:
        return _said(tokens, at, at + 1, ORDINALS[word], "ordinal")
    if word in PARTS:
        return None
    return _cardinal_words(tokens, at)


def _said(tokens: Tokens, first: int, after: int, value: Number | None, kind: Kind) -> Numeral:
    return Numeral(tokens.starts[first], tokens.ends[after - 1], after, value, 1, kind, "words")


def _bare_scale(tokens: Tokens, at: int) -> Numeral | None:
    """A magnitude with no numeral before it: a million, trillion-yuan; "several million" has no value."""
    scale = _MULTIPLES.get(tokens.words[at], 0)
    after = at + 1
    while linked(tokens, after - 1) and tokens.words[after] in SCALES:
        scale *= SCALES[tokens.words[after]]
        after += 1
    before = tokens.words[at - 1] if at and linked(tokens, at - 1) else ""
    if scale and before in ("a", "an"):
        first = at - 1
        found = _said(tokens, first, after, scale, "cardinal")._replace(precision=scale, scaled=True)
        return _and_a_half_scale(tokens, found, scale)
    hyphened = linked(tokens, after - 1) and tokens.gap(after - 1) == "-"
    if scale and hyphened and before not in ("few", "several", "many"):
        return _said(tokens, at, after, scale, "cardinal")._replace(precision=scale, scaled=True)
    return _said(tokens, at, after, None, "indefinite")


def _and_a_half_scale(tokens: Tokens, found: Numeral, scale: Number) -> Numeral:
    half = _and_a_half(tokens, found._replace(value=0))
    if half.after == found.after:
        return found
    return half._replace(value=exact(scale + Fraction(half.value or 0) * scale), written="words", precision=scale)


def _part_of_scale(tokens: Tokens, at: int) -> Numeral | None:
    """Half a million, a quarter of a million, half of, a half."""
    words, part = tokens.words, Fraction(1, PARTS[tokens.words[at]])
    after = at + 1
    while after < len(words) and after - at <= 2 and linked(tokens, after - 1) and words[after] in ("a", "of"):
        after += 1
    first = at - 1 if at and words[at - 1] in ("a", "one") and linked(tokens, at - 1) else at
    if after < len(words) and linked(tokens, after - 1) and words[after] in _MULTIPLES:
        scale = _MULTIPLES[words[after]]
        found = _said(tokens, first, after + 1, exact(part * scale), "cardinal")
        return found._replace(precision=exact(part * scale), scaled=True)
    if words[at] == "half" or first < at:
        return _said(tokens, first, at + 1, part, "fraction")._replace(precision=part)
    return None


def _below_hundred(tokens: Tokens, at: int) -> tuple[int, int]:
    """Value and the index after it; value -1 where no such numeral begins at `at`."""
    words = tokens.words
    value = ONES.get(words[at], -1)
    if value >= 0:
        return value, at + 1
    value = TENS.get(words[at], -1)
    if value > 0 and linked(tokens, at) and 0 < (unit := ONES.get(words[at + 1], 0)) < 10 and tokens.gap(at) in LINKS:
        return value + unit, at + 2
    return value, at + 1


def _below_thousand(tokens: Tokens, at: int) -> tuple[int, int]:
    value, after = _below_hundred(tokens, at)
    if value < 0 or not (linked(tokens, after - 1) and tokens.words[after] == "hundred"):
        return value, after
    value, after = value * 100, after + 1
    rest = after + 1 if linked(tokens, after - 1) and tokens.words[after] == "and" else after
    if rest < len(tokens.words) and linked(tokens, rest - 1):
        tail, end = _below_hundred(tokens, rest)
        if tail > 0:
            return value + tail, end
    return value, after


def _cardinal_words(tokens: Tokens, at: int) -> Numeral | None:
    """Groups of descending magnitude: two million three hundred thousand and five."""
    total, after, least, here = 0, at, 10**15, at
    while here < len(tokens.words):
        value, end = _below_thousand(tokens, here)
        if value < 0:
            break
        scale = 1
        while linked(tokens, end - 1) and tokens.words[end] in SCALES:
            scale *= SCALES[tokens.words[end]]
            end += 1
        if scale >= least:
            break
        total, after, least = total + value * scale, end, scale
        if scale == 1 or not linked(tokens, end - 1):
            break
        here = end + 1 if tokens.words[end] == "and" and linked(tokens, end) else end
    return _finish_words(tokens, at, after, total, least) if after > at else None


def _finish_words(tokens: Tokens, at: int, after: int, total: int, least: int) -> Numeral | None:
    words = tokens.words
    found = _said(tokens, at, after, total, "cardinal")._replace(precision=least, scaled=least > 1)
    if not linked(tokens, after - 1):
        return found
    following = words[after]
    if following == "point":
        return _decimals(tokens, found)
    if following in PARTS or following in ORDINALS:
        return _fraction_or_ordinal(tokens, found)
    if following in ONES or following in TENS:
        # "twenty twenty-four", "one two three": read one by one, of no value
        return found._replace(value=None, kind="code")
    if following == "and" and least == 1:
        half = _and_a_half(tokens, found)
        return _scaled(tokens, half)._replace(written="words")
    if following == "dozen":
        return _times(found, 12)._replace(after=after + 1, end=tokens.ends[after])
    return found


def _decimals(tokens: Tokens, found: Numeral) -> Numeral:
    """Sixty-nine point five; one point two million."""
    after, digits = found.after + 1, ""
    while after < len(tokens.words) and linked(tokens, after - 1) and ONES.get(tokens.words[after], 10) < 10:
        digits += str(ONES[tokens.words[after]])
        after += 1
    if not digits or found.value is None or len(digits) > _MOST_DIGITS:
        return found
    precision = Fraction(1, 10 ** len(digits))
    value = exact(found.value + int(digits) * precision)
    spoken = found._replace(value=value, precision=precision, after=after, end=tokens.ends[after - 1])
    return _scaled(tokens, spoken)._replace(written="words")


def _fraction_or_ordinal(tokens: Tokens, found: Numeral) -> Numeral:
    """One-third, two thirds, three-quarters; twenty-first, one hundredth."""
    word, value = tokens.words[found.after], found.value
    end, after = tokens.ends[found.after], found.after + 1
    if not isinstance(value, int):
        return found
    bottom = PARTS.get(word, 0)
    if bottom and 0 < value < bottom and (value == 1) == (not word.endswith("s")) and not found.scaled:
        return found._replace(end=end, after=after, value=exact(Fraction(value, bottom)), precision=Fraction(1, bottom),
                              kind="fraction")  # fmt: skip
    small = ORDINALS.get(word, 0)
    if small in (100, 1000):
        return found._replace(end=end, after=after, value=value * small, kind="ordinal")
    if 0 < small < 10 and value % 10 == 0 and tokens.gap(found.after - 1) in ("-", " ") and value >= 20:
        return found._replace(end=end, after=after, value=value + small, precision=1, kind="ordinal")
    return found
