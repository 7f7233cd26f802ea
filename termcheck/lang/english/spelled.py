"""Numerals in words: one hundred and twenty-three, two and a half million, three-quarters, twenty-first."""

from __future__ import annotations

from fractions import Fraction

from ..quantity import Kind, Number, exact
from ..words import Tokens
from .numerals import (
    MULTIPLES,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    TENS,
    WORDS,
    Numeral,
    and_a_part,
    linked,
    next_word,
    scaled,
    times,
)

_HUNDRED = 100
_MOST_DECIMALS = 18
_GOES_ON = WORDS | {"and", "point"}  # what may belong to the numeral that begins with the word before


def _said(tokens: Tokens, first: int, after: int, value: Number | None, kind: Kind = "cardinal") -> Numeral:
    """A numeral in words, from word `first` to the word before `after`."""
    return Numeral(tokens.starts[first], tokens.ends[after - 1], after, value, 1, kind, "words")


def in_words(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral that begins with the number word `at`; None where the word is none after all."""
    word = tokens.words[at]
    if word in ONES and next_word(tokens, at + 1) not in _GOES_ON:
        return _said(tokens, at, at + 1, ONES[word])
    if word in ORDINALS:
        part = _part_with_article(tokens, at) if word in PARTS else None
        return part or _said(tokens, at, at + 1, ORDINALS[word], "ordinal")
    if word in PARTS:
        return _part_of_scale(tokens, at) or _part_with_article(tokens, at)
    if word in SCALES or word in ("hundred", "dozen"):
        return _bare_scale(tokens, at)
    if word in ONES or word in TENS:
        return _cardinal(tokens, at)
    return _said(tokens, at, at + 1, None, "indefinite") if word == "dozens" else None


def _article(tokens: Tokens, at: int) -> bool:
    return at > 0 and tokens.words[at - 1] in ("a", "an") and linked(tokens, at - 1)


def _part_with_article(tokens: Tokens, at: int) -> Numeral | None:
    """A third of, a quarter of, half of, half the; "a third party" is no fraction."""
    word, following = tokens.words[at], next_word(tokens, at + 1)
    bottom = PARTS.get(word, 0)
    half = word == "half" and (following in ("of", "the", "a") or at == 0 or tokens.words[at - 1] in ("a", "than"))
    if not half and not (bottom and following == "of" and _article(tokens, at)):
        return None
    first = at - 1 if _article(tokens, at) else at
    return _said(tokens, first, at + 1, Fraction(1, bottom), "fraction")._replace(precision=Fraction(1, bottom))


def _part_of_scale(tokens: Tokens, at: int) -> Numeral | None:
    """Half a million, a half million, a quarter of a million, half a dozen."""
    part, after = Fraction(1, PARTS[tokens.words[at]]), at + 1
    while after - at <= 2 and next_word(tokens, after) in ("a", "of"):
        after += 1
    scale = MULTIPLES.get(next_word(tokens, after), 0)
    if not scale or tokens.words[at].endswith("s"):
        return None
    found = _said(tokens, at - 1 if _article(tokens, at) else at, after + 1, exact(part * scale))
    return found._replace(precision=exact(part * scale), scaled=True)


def _bare_scale(tokens: Tokens, at: int) -> Numeral | None:
    """A magnitude with no numeral before it: a million, trillion-yuan; "several million" has no value."""
    scale, after = MULTIPLES[tokens.words[at]], at + 1
    while next_word(tokens, after) in SCALES:
        scale *= SCALES[tokens.words[after]]
        after += 1
    hyphened = linked(tokens, after - 1) and tokens.gap(after - 1) == "-"
    vague = at > 0 and tokens.words[at - 1] in ("few", "several", "many", "couple")
    if not _article(tokens, at) and (vague or not hyphened):
        return _said(tokens, at, after, None, "indefinite")
    first = at - 1 if _article(tokens, at) else at
    if scale == _HUNDRED and next_word(tokens, after) == "and" and linked(tokens, after):
        tail, end = _below_hundred(tokens, after + 1)
        if tail > 0:
            return scaled(tokens, _said(tokens, first, end, scale + tail))  # "a hundred and two"
    found = _said(tokens, first, after, scale)._replace(precision=scale, scaled=True)
    return and_a_part(tokens, found, scale)


def _below_hundred(tokens: Tokens, at: int) -> tuple[int, int]:
    """Value and the index behind it; value -1 where no such numeral begins at `at`."""
    word = tokens.words[at]
    if word in ONES:
        return ONES[word], at + 1
    value = TENS.get(word, -1)
    unit = ONES.get(next_word(tokens, at + 1), 0) if value > 0 else 0
    return (value + unit, at + 2) if 0 < unit < 10 else (value, at + 1)


def _below_thousand(tokens: Tokens, at: int) -> tuple[int, int]:
    value, after = _below_hundred(tokens, at)
    if value < 0 or next_word(tokens, after) != "hundred":
        return value, after
    value, after = value * 100, after + 1
    rest = after + (next_word(tokens, after) == "and")
    if next_word(tokens, rest):
        tail, end = _below_hundred(tokens, rest)
        if tail > 0:
            return value + tail, end
    return value, after


def _cardinal(tokens: Tokens, at: int) -> Numeral | None:
    """Groups of descending magnitude: two million three hundred thousand and five."""
    total, after, least, here = 0, at, 10**18, at
    while here < len(tokens.words):
        value, end = _below_thousand(tokens, here)
        scale = 1
        while next_word(tokens, end) in SCALES:
            scale *= SCALES[tokens.words[end]]
            end += 1
        # "two million and five" goes on with something else: "five billion and three quarters"
        if (
            value < 0
            or scale >= least
            or (tokens.words[here - 1 : here] == ["and"] and least > 1000 > scale and after > at)
        ):
            break
        total, after, least = total + value * scale, end, scale
        following = next_word(tokens, end)
        if scale == 1 or not following:
            break
        here = end + 1 if following == "and" and linked(tokens, end) else end
    if after == at:
        return None
    found = _said(tokens, at, after, total)
    return _with_tail(tokens, found._replace(precision=least, scaled=True) if least > 1 else found)


def _with_tail(tokens: Tokens, found: Numeral) -> Numeral:
    """What may follow a cardinal in words: decimals, "and a half", a fraction, an ordinal ending."""
    following = next_word(tokens, found.after)
    if following == "point":
        return _decimals(tokens, found)
    if following in PARTS or following in ORDINALS or following == "hundredth":
        return _fraction_or_ordinal(tokens, found, following)
    if following in ONES or following in TENS:
        return _spelled(tokens, found)
    if following == "and":
        scale = int(found.precision) if found.scaled else 1
        return scaled(tokens, and_a_part(tokens, found, scale))
    if following == "dozen":
        return times(found, 12)._replace(after=found.after + 1, end=tokens.ends[found.after])
    return found


def _spelled(tokens: Tokens, found: Numeral) -> Numeral:
    """Figures read one by one have no value of their own: twenty twenty-four, nine one one."""
    after = found.after
    while next_word(tokens, after) in ONES or next_word(tokens, after) in TENS:
        after += 1
    return found._replace(value=None, kind="code", after=after, end=tokens.ends[after - 1])


def _decimals(tokens: Tokens, found: Numeral) -> Numeral:
    """Sixty-nine point five; one point two million."""
    after, digits = found.after + 1, ""
    while ONES.get(word := next_word(tokens, after), 10) < 10:
        digits += str(ONES[word])
        after += 1
    if not digits or found.value is None or len(digits) > _MOST_DECIMALS:
        return found
    precision = Fraction(1, 10 ** len(digits))
    value, end = exact(found.value + int(digits) * precision), tokens.ends[after - 1]
    return scaled(tokens, found._replace(value=value, precision=precision, after=after, end=end))


def _fraction_or_ordinal(tokens: Tokens, found: Numeral, word: str) -> Numeral:
    """One-third, two thirds, three-quarters; twenty-first, one hundred eleventh."""
    value, behind = found.value, found._replace(end=tokens.ends[found.after], after=found.after + 1)
    if not isinstance(value, int):
        return found
    if word == "hundredth":
        return behind._replace(value=value * 100, kind="ordinal")
    bottom = PARTS.get(word, 0)
    if 0 < value < bottom and (value == 1) == (not word.endswith("s")) and not found.scaled:
        return behind._replace(value=exact(Fraction(value, bottom)), precision=Fraction(1, bottom), kind="fraction")
    last = ORDINALS.get(word, 0)
    ends_ten, ends_hundred = 0 < last < 10 and value % 10 == 0, 0 < last < 100 and value % 100 == 0
    if value >= 20 and (ends_ten or ends_hundred):
        return behind._replace(value=value + last, precision=1, kind="ordinal")
    return found
