"""Quantities in languages without a reader of their own: digits by the signs of the language, words by its list.

What is read here is compared with a translation and never judged by itself, so
that a name with a figure in it may well pass for an amount.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..quantity import Kind, Quantity, exact
from ..words import Tokens
from .digits import Numeral, in_digits
from .kinds import by_suffix, century, in_name, is_decade, is_year, parts_of
from .language import Language, language
from .ranges import join
from .scan import Words, scan
from .spelled import in_one_word, spelled
from .units import kind_of, money_before, unit_after


def quantities(lang: str, text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint; `skip` are ranges that belong to others."""
    if lang in ("ja", "ko"):
        from .east import quantities as eastern

        return tuple(eastern(lang, tokens, skip))
    known, words = language(lang), scan(text, tokens, skip)
    return tuple(join(known, words.folded, _each(known, words)))


def _each(lang: Language, words: Words) -> Iterator[tuple[Quantity, Numeral]]:
    triggers = {word for word in set(words.words) if _is_trigger(lang, word)}
    behind = end = 0
    for at, word in enumerate(words.words):
        if at < behind or word not in triggers:
            continue
        if number := _numeral(lang, words, at):
            number = parts_of(lang, words, _scaled(lang, words, number))
            quantity = _quantity(lang, words, at, number, end)
            behind = number.after
            if quantity is not None:
                end = quantity.span[1]
                behind = max(behind, words.after(end))
                yield quantity, number


def _is_trigger(lang: Language, word: str) -> bool:
    """Whether a numeral may begin at this folded word."""
    if word[0] in "0123456789" or word in lang.numbers or word in lang.ordinals or word in lang.phrases:
        return True
    return word in lang.among("roman") or bool(lang.among("glued") and in_one_word(lang.code, word) is not None)


def _numeral(lang: Language, words: Words, at: int) -> Numeral | None:
    if not words.words[at][0].isdigit():
        return century(lang, words, at) or spelled(lang, words, at)
    number = in_digits(lang, words, at)
    return number._replace(kind="label") if number and in_name(words.folded, number.start) else number


def _quantity(lang: Language, words: Words, at: int, number: Numeral, floor: int) -> Quantity | None:
    """The quantity of a numeral at word `at`; the one before it ends at offset `floor`."""
    if is_decade(lang, words, at, number):
        return _bare(number, "decade")
    if number.kind not in ("cardinal", "fraction"):
        return _bare(number, number.kind)
    start, money = money_before(words.folded, number.start, floor)
    unit, end = unit_after(lang, words.folded, number.end)
    suffixed = by_suffix(lang, words, number) if unit is None and number.written == "digits" else None
    if suffixed:
        return _bare(number, suffixed)
    if is_year(number) and money is None and (unit is None or unit.name == "year"):
        return _bare(number, "year")  # 2016, 2016 года
    if money is not None and (unit is None or unit.dimension != "money"):
        unit, end = money, number.end
    if unit is None and number.written == "words" and number.value in (0, 1):
        return None  # an article in most languages
    kind, name = (kind_of(unit), unit.name) if unit else (number.kind, "")
    return Quantity((start, end), (number.start, number.end), number.value, kind, name, precision=number.precision,
                    written=number.written)  # fmt: skip


def _scaled(lang: Language, words: Words, number: Numeral) -> Numeral:
    """A numeral with the magnitudes that follow: 2,3 Millionen, 50 mil, 12 тыс."""
    while number.kind == "cardinal" and number.value is not None and words.linked(number.after - 1):
        scale = lang.numbers.get(words.words[number.after], 0)
        if scale < 1000:
            break
        number = number._replace(
            end=words.ends[number.after], after=number.after + 1, value=exact(Fraction(number.value * scale)),
            precision=exact(Fraction(number.precision * scale)), scaled=number.scaled * scale,
            written="words" if number.written == "words" else "mixed",
        )  # fmt: skip
    return number


def _bare(number: Numeral, kind: Kind) -> Quantity:
    span = (number.start, number.end)
    value = number.value if kind in ("ordinal", "year", "decade", "indefinite") else None
    return Quantity(span, span, value, kind, written=number.written)
