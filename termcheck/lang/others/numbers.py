"""Quantities in languages without a reader of their own: digits by the signs of the language, words by its list.

What is read here is compared with a translation and never judged by itself, so
that a name with a figure in it may well pass for an amount.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..quantity import Kind, Number, Quantity, exact
from ..units import Unit
from ..words import Tokens
from .digits import Numeral, in_digits
from .language import Language, language
from .ranges import join
from .scan import LETTER, Words, scan
from .spelled import spelled
from .units import money_before, unit_after

_YEARS = range(1600, 2101)
_ROMAN = re.compile("[ivxхі]+")  # also in Cyrillic letters
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_SUFFIX = re.compile(rf"-?({LETTER}+)|([.ºª°])(?=[ -]?{LETTER})")


def quantities(lang: str, text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint."""
    if lang in ("ja", "ko"):
        from .east import quantities as eastern

        return eastern(lang, text, tokens, skip)
    known = language(lang)
    words = scan(tokens)
    return tuple(join(known, words.folded, list(_each(lang, known, text, words, skip))))


def _each(
    code: str, lang: Language, text: str, words: Words, skip: Sequence[tuple[int, int]]
) -> Iterator[tuple[Quantity, Numeral]]:
    triggers = {word for word in set(words.words) if _is_trigger(code, lang, word)}
    skipped = [start for start, _ in skip]
    behind = 0
    for at, word in enumerate(words.words):
        if at < behind or word not in triggers:
            continue
        last = bisect_right(skipped, words.starts[at]) - 1
        if last >= 0 and words.starts[at] < skip[last][1]:
            behind = words.after(skip[last][1])
            continue
        if word in lang.among("roman") and (found := _century(text, words, at)):
            yield _bare(found, "ordinal"), found
            continue
        number = in_digits(lang, words, at) if word[0].isdigit() else spelled(code, words, at)
        if number is None:
            continue
        quantity = _quantity(code, lang, text, words, at, number)
        behind = number.after
        if quantity is not None:
            behind = max(behind, words.after(quantity.span[1]))
            yield quantity, number


def _is_trigger(code: str, lang: Language, word: str) -> bool:
    if word[0] in "0123456789" or word in lang.numbers or word in lang.ordinals or word in lang.phrases:
        return True
    if word in lang.among("roman"):
        return True
    from .spelled import in_one_word

    return bool(lang.among("glued")) and in_one_word(code, word) is not None


def _quantity(code: str, lang: Language, text: str, words: Words, at: int, number: Numeral) -> Quantity | None:
    folded = words.folded
    if number.kind == "cardinal" and number.written == "digits":
        if _glued_before(folded, number.start):
            return _bare(number, "label")
        number = _scaled(lang, words, number)
    elif number.kind == "cardinal":
        number = _scaled(lang, words, number)
    if number.kind not in ("cardinal", "fraction"):
        return _bare(number, number.kind)
    number = _part(lang, words, number)
    start, money = money_before(folded, number.start)
    unit, end = unit_after(code, folded, number.end)
    if money is not None and (unit is None or unit.dimension != "money"):
        unit, end = money, number.end
    if number.written == "words" and number.value in (0, 1) and unit is None:
        return None  # an article in most languages
    if unit is None and number.written == "digits":
        if kind := _kind_by_suffix(lang, text, folded, number):
            return _bare(number, kind)
        if _is_year(folded, number):
            return _bare(number, "year")
    return Quantity(
        (start, end), (number.start, number.end), number.value, _kind(number, unit), unit.name if unit else "",
        precision=number.precision, written=number.written,
    )  # fmt: skip


def _glued_before(folded: str, start: int) -> bool:
    """Whether letters end right before the digits, or before their hyphen: A4, F-35, Covid-19."""
    before = folded[max(0, start - 2) : start]
    return before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha())


def _scaled(lang: Language, words: Words, number: Numeral) -> Numeral:
    """A numeral with the magnitudes that follow: 2,3 Millionen, 50 mil, 12 тыс."""
    while words.linked(number.after - 1):
        scale = lang.numbers.get(words.words[number.after], 0)
        if scale < 1000 or Fraction(scale).denominator != 1 or number.value is None:
            break
        number = number._replace(
            end=words.ends[number.after], after=number.after + 1, value=exact(Fraction(number.value * scale)),
            precision=exact(Fraction(number.precision * scale)), scaled=number.scaled * scale,
            written="words" if number.written == "words" else "mixed",
        )  # fmt: skip
    return number


def _part(lang: Language, words: Words, number: Numeral) -> Numeral:
    """Two thirds: zwei Drittel, deux tiers, dwie trzecie."""
    after, value = number.after, number.value
    if not isinstance(value, int) or not 0 < value < 10 or number.written != "words" or not words.linked(after - 1):
        return number
    word = words.words[after]
    part = Fraction(lang.numbers.get(word, 0)) or Fraction(1, lang.ordinals.get(word, 1))
    if not value * part < 1 or part.numerator != 1 or part > Fraction(1, 3):
        return number
    return number._replace(end=words.ends[after], after=after + 1, value=exact(value * part), precision=part,
                           kind="fraction")  # fmt: skip


def _kind_by_suffix(lang: Language, text: str, folded: str, number: Numeral) -> Kind | None:
    """What the letters or the stop behind digits make of them: 1er, 3-й, 20., 1920er, 3.40 Uhr, 3D."""
    clock = re.compile(rf" ?({LETTER}+)").match(folded, number.end)
    if clock and clock.group(1) in lang.among("clock"):
        return "time"
    if not isinstance(number.value, int):
        return None
    match = _SUFFIX.match(folded, number.end)
    if match is None:
        return None
    suffix = match.group(1) or match.group(2)
    if suffix in lang.among("tens") and number.value % 10 == 0 and number.value:
        return "decade"
    if {suffix, match.group()} & lang.among("ordinal"):
        return "ordinal" if number.value < _YEARS[0] else None
    glued = match.group(1) is not None and match.group()[0] != "-"
    return "label" if glued and text[match.start(1)].isupper() else None


def _is_year(folded: str, number: Numeral) -> bool:
    plain = number.end - number.start == 4 and number.value in _YEARS
    return plain and (number.value or 0) % 100 != 0


def _century(text: str, words: Words, at: int) -> Numeral | None:
    """The Roman figure beside a word for century: XIVe siècle, siglo XV, XX век."""
    for beside in (at - 1, at + 1):
        if not 0 <= beside < len(words.words) or not words.linked(min(at, beside)):
            continue
        match = _ROMAN.match(words.words[beside])
        rest = words.words[beside][match.end() :] if match else ""
        if match and rest in ("", "e", "ème", "è") and text[words.starts[beside]].isupper():
            start, end = words.starts[min(at, beside)], words.ends[max(at, beside)]
            return Numeral(start, end, max(at, beside) + 1, _roman(match.group()), kind="ordinal")
    return None


def _roman(written: str) -> int:
    values = [_ROMAN_VALUES[char] for char in written.replace("х", "x").replace("і", "i")]
    return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))


def _bare(number: Numeral, kind: Kind) -> Quantity:
    span = (number.start, number.end)
    value: Number | None = number.value if kind in ("ordinal", "year", "decade") else None
    return Quantity(span, span, value, kind, written=number.written)


def _kind(number: Numeral, unit: Unit | None) -> Kind:
    if unit is None:
        return number.kind
    if unit.dimension in ("ratio", "points"):
        return "percent"
    return "money" if unit.dimension == "money" else "measure"
