"""Numerals in words, by the words of a language: treinta y uno, einundzwanzig, deux cent mille, dwudziesty pierwszy."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from ..quantity import Number, exact
from .digits import Numeral
from .language import Language, language
from .scan import Words

_HUNDRED, _THOUSAND = 100, 1000
_LONGEST = 60  # letters of a numeral in one word


class _Sum:
    """What the words read so far come to: whole thousands, and the part below that the next word may raise."""

    def __init__(self) -> None:
        self.total: Number = 0
        self.section: Number = 0
        self.least: Number = 10**18  # the last magnitude
        self.empty = True

    def add(self, value: Number) -> bool:
        """Take a word in; false where it begins another numeral."""
        if value >= _THOUSAND:
            if value >= self.least or (not self.section and not self.empty):
                return False
            self.total += (self.section or 1) * value
            self.section, self.least = 0, value
        elif value == _HUNDRED and self.section:
            if self.section >= 20 or Fraction(self.section).denominator != 1:
                return False
            self.section *= _HUNDRED
        elif self.section and not self._room(value):
            return False
        elif not self.section and not self.empty and (self.least < _THOUSAND or not value):
            return False
        else:
            self.section += value
        self.empty = False
        return True

    def _room(self, value: Number) -> bool:
        if Fraction(self.section).denominator != 1 or value < 1:
            return False
        return any(self.section % round_ == 0 and value < round_ for round_ in (10, _HUNDRED))

    def add_half(self) -> None:
        """Take in "and a half": of the last magnitude, where one was said."""
        if self.section or self.least == 10**18:
            self.section += Fraction(1, 2)
        else:
            self.total += Fraction(self.least) / 2

    @property
    def value(self) -> Number:
        return exact(Fraction(self.total + self.section))

    @property
    def scaled(self) -> Number:
        return 1 if self.section or self.least == 10**18 else self.least


def spelled(code: str, words: Words, at: int) -> Numeral | None:
    """The numeral in words that begins with word `at`; None where the word is none."""
    lang = language(code)
    if _read(code, lang, words, at) is None:
        return None
    total, here, after, ordinal, joined = _Sum(), at, at, False, False
    while here < len(words.words) and (here == at or words.linked(here - 1)):
        read = _read(code, lang, words, here)
        if read is None:
            if joined and words.words[here] in lang.among("half"):
                total.add_half()
                after = here + 1
            elif joined or words.words[here] not in lang.among("and"):
                break
            joined, here = not joined, here + 1
            continue
        value, here, ordinal = read
        joined = False
        if not total.add(value):
            ordinal = False
            break
        after = here
        if ordinal:
            break
    vague = after == at + 1 and (words.words[at] in lang.among("vague") or total.value >= 10**6)
    part = 0 < total.value < 1
    return Numeral(
        words.starts[at], words.ends[after - 1], after, None if vague else total.value,
        precision=total.value if part else total.scaled,
        kind="indefinite" if vague else "ordinal" if ordinal else "fraction" if part else "cardinal",
        written="words", scaled=total.scaled,
    )  # fmt: skip


def _read(code: str, lang: Language, words: Words, at: int) -> tuple[Number, int, bool] | None:
    """The value of the word or expression at `at`, the index behind it, and whether it is an ordinal."""
    word = words.words[at]
    for form in lang.phrases.get(word, ()):
        parts = form.split(" ")
        after = at + len(parts)
        if words.words[at:after] == parts and all(words.linked(n) for n in range(at, after - 1)):
            known = form in lang.numbers
            return (lang.numbers if known else lang.ordinals)[form], after, not known
    if word in lang.numbers:
        return lang.numbers[word], at + 1, False
    if word in lang.ordinals:
        return lang.ordinals[word], at + 1, True
    if lang.among("glued") and (value := in_one_word(code, word)) is not None:
        return value, at + 1, False
    return None


@cache
def in_one_word(code: str, word: str) -> Number | None:
    """The value of a numeral written in one word: einundzwanzig, trecentomila, drei-jährig without the hyphen."""
    lang = language(code)
    if len(word) > _LONGEST:
        return None
    parts = _split(word, lang.numbers, tuple(lang.among("glued")), tuple(lang.among("tails")))
    if not parts:
        return None
    total = _Sum()
    for one in _tens_first(parts):
        if Fraction(one).denominator != 1 or not total.add(one):
            return None
    return total.value


def _split(word: str, numbers: dict[str, Number], joints: tuple[str, ...], tails: tuple[str, ...]) -> list[Number]:
    """The numbers a word is made of, the longest first; none where something else remains."""
    for end in range(len(word), 1, -1):
        value = numbers.get(word[:end])
        if value is None or " " in word[:end]:
            continue
        rest = word[end:]
        if not rest or rest.startswith(tails or ("\0",)):
            return [value]
        for joint in ("", *joints):
            if rest.startswith(joint) and (more := _split(rest[len(joint) :], numbers, joints, tails)):
                return [value, *more]
    return []


def _tens_first(parts: list[Number]) -> list[Number]:
    """Units and tens in the order of their size: einundzwanzig is twenty and one."""
    found = list(parts)
    for at in range(len(found) - 1):
        if 0 < found[at] < 10 <= found[at + 1] < _HUNDRED and found[at + 1] % 10 == 0:
            found[at], found[at + 1] = found[at + 1], found[at]
    return found
