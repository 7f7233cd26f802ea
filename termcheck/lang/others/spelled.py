"""Numerals in words, by the words of a language: treinta y uno, einundzwanzig, deux cent mille, dwudziesty pierwszy."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Kind, Number, exact
from .digits import Numeral
from .language import Language, language
from .scan import Words

_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 10**6
_TEENS = 20  # what a hundred may be taken of: nineteen hundred
_NONE = 10**18  # larger than any magnitude
_LONGEST = 60  # letters of a numeral in one word


class _Sum(NamedTuple):
    """What the words read so far come to: whole thousands, and the part below that the next word may raise."""

    total: Number = 0
    section: Number = 0
    least: Number = _NONE  # the last magnitude
    empty: bool = True

    def plus(self, value: Number) -> _Sum | None:
        """The sum with a word taken in; None where the word begins another numeral."""
        if value >= _THOUSAND:
            fits = value < self.least and (self.section or self.empty)
            return _Sum(self.total + (self.section or 1) * value, 0, value, False) if fits else None
        if not self.section:
            fits = self.empty or (self.least >= _THOUSAND and value)
        elif value == _HUNDRED:
            fits = self.section < _TEENS and _whole(self.section)
            value = self.section * (_HUNDRED - 1)
        else:
            fits = _whole(self.section) and value >= 1 and self._has_room(value)
        return self._replace(section=self.section + value, empty=False) if fits else None

    def _has_room(self, value: Number) -> bool:
        return any(self.section % size == 0 and value < size for size in (10, _HUNDRED))

    def and_a_half(self) -> _Sum:
        """The sum with half of the last magnitude, where one was said."""
        if self.section or self.least == _NONE:
            return self._replace(section=self.section + Fraction(1, 2))
        return self._replace(total=self.total + Fraction(self.least) / 2)

    @property
    def value(self) -> Number:
        return exact(Fraction(self.total + self.section))

    @property
    def scaled(self) -> Number:
        return 1 if self.section or self.least == _NONE else self.least


class _Read(NamedTuple):
    """The value of a word or expression, and the index of the word behind it."""

    value: Number
    after: int
    ordinal: bool = False


def spelled(lang: Language, words: Words, at: int) -> Numeral | None:
    """The numeral in words that begins with word `at`; None where the word is none."""
    read = _read(lang, words, at)
    total = _Sum().plus(read.value) if read else None
    if read is None or total is None:
        return None
    after = read.after
    while not (read.ordinal and read.value % 10) and words.linked(after - 1):
        joined = words.words[after] in lang.among("and") and words.linked(after)
        here = after + joined
        if joined and words.words[here] in lang.among("half"):
            total, after = total.and_a_half(), here + 1
            continue
        following = _read(lang, words, here)
        more = total.plus(following.value) if following else None
        if following is None or more is None:
            break
        read, total, after = following, more, following.after
    vague = after == at + 1 and (total.value >= _MILLION or words.words[at] in lang.among("vague"))
    kind: Kind = "indefinite" if vague else "ordinal" if read.ordinal else "cardinal"
    found = Numeral(words.starts[at], words.ends[after - 1], after, total.value, total.scaled, kind, "words")
    if 0 < total.value < 1:
        return found._replace(precision=total.value, kind="fraction")
    return found._replace(scaled=total.scaled)


def _read(lang: Language, words: Words, at: int) -> _Read | None:
    """What the word or expression at `at` says as a number."""
    word = words.words[at]
    for form in lang.phrases.get(word, ()):
        parts = form.split(" ")
        after = at + len(parts)
        if words.words[at:after] == parts and all(words.linked(n) for n in range(at, after - 1)):
            ordinal = form in lang.ordinals
            return _Read((lang.ordinals if ordinal else lang.numbers)[form], after, ordinal)
    if word in lang.numbers:
        return _Read(lang.numbers[word], at + 1)
    if word in lang.ordinals:
        return _Read(lang.ordinals[word], at + 1, True)
    value = in_one_word(lang.code, word) if lang.among("glued") else None
    return None if value is None else _Read(value, at + 1)


@cache
def in_one_word(code: str, word: str) -> Number | None:
    """The value of a numeral written in one word: einundzwanzig, trecentomila, drei of dreijährig."""
    lang = language(code)
    parts = _split(word, lang.numbers, lang.among("glued"), tuple(lang.among("tails"))) if len(word) <= _LONGEST else []
    total = _Sum() if parts else None
    for one in _tens_first(parts):
        total = total.plus(one) if total and _whole(one) else None
    return total.value if total else None


def _split(word: str, numbers: dict[str, Number], joints: frozenset[str], tails: tuple[str, ...]) -> list[Number]:
    """The numbers a word is made of, the longest first; none where something else remains."""
    for end in range(len(word), 1, -1):
        value, rest = numbers.get(word[:end]), word[end:]
        if value is None:
            continue
        if not rest or rest.startswith(tails):
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


def _whole(value: Number) -> bool:
    return Fraction(value).denominator == 1
