"""What English numerals are made of: their words, their value, and the magnitudes and parts that may follow.

Written by hand, because a numeral is decided within a few words, and a grammar
with a token for each word would cost more than all the rules together.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from ..quantity import Kind, Number, Written, exact
from ..words import Tokens

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
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}
ABBREVIATED = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "tln": 10**12, "trn": 10**12}
MULTIPLES = {**SCALES, **ABBREVIATED, "hundred": 100, "dozen": 12}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {word[:-1] + "ieth": value for word, value in TENS.items()}
_PARTS = {word: value for word, value in ORDINALS.items() if 2 < value <= 20} | {"half": 2, "quarter": 4}
ORDINALS |= {f"{word}ly": value for word, value in ORDINALS.items() if value <= 10}  # "Firstly, ..."
PARTS = {**_PARTS, **{f"{word}s": value for word, value in _PARTS.items() if word != "half"}, "halves": 2}

WORDS = frozenset({*ONES, *TENS, *SCALES, *ORDINALS, *PARTS, "hundred", "dozen", "dozens", "hundredth"})
# What the word behind a numeral in digits is, where it goes on.
_GROWING = frozenset({*MULTIPLES, "and", "plus", *"123456789"})

_GLUED = re.compile(r"(thousand|million|billion|trillion)(?:[0-9]{1,2}$|(?!th|aire)[a-z]{3})")
_SLASHED = re.compile(r"[ -]([1-9])/([2-9])(?![0-9/])")


class Numeral(NamedTuple):
    """A numeral from offset `start` to `end`; `after` is the index of the first word behind it.

    `scaled` says whether it has a magnitude of its own ("million"); `suffix`
    are letters glued to the digits that may be a unit ("km"); `exceeded` says
    that a plus stands before the magnitude ("300+ million").
    """

    start: int
    end: int
    after: int
    value: Number | None
    precision: Number = 1
    kind: Kind = "cardinal"
    written: Written = "digits"
    scaled: bool = False
    suffix: str = ""
    exceeded: bool = False


def linked(tokens: Tokens, at: int) -> bool:
    """Whether the word after `at` is its neighbour: only a blank, a hyphen or a line end between."""
    return 0 <= at < len(tokens.links) and tokens.links[at] == 1


def next_word(tokens: Tokens, at: int) -> str:
    """The word linked to the one before word `at`, that is word `at`; "" where none is."""
    return tokens.words[at] if 0 < at <= len(tokens.links) and tokens.links[at - 1] else ""


def times(found: Numeral, scale: Number) -> Numeral:
    if found.value is None:
        return found
    return found._replace(value=exact(found.value * scale), precision=exact(found.precision * scale), scaled=True)


def grown(tokens: Tokens, found: Numeral) -> Numeral:
    """A numeral with all that follows: 1.3 million, 3 and a half, 10 1/2. Most have nothing."""
    following = tokens.words[found.after] if found.after < len(tokens.words) else ""
    if following in _GROWING or "illion" in following or "thousand" in following:
        return scaled(tokens, and_a_part(tokens, found))
    return found


def scaled(tokens: Tokens, found: Numeral) -> Numeral:
    """A numeral with the magnitudes that follow: 1.3 million, 5 hundred million."""
    plus = _plus(tokens, found)
    after, scale, end = found.after + plus, 1, found.end
    while word := _magnitude(_behind_plus(tokens, after) if scale == 1 else next_word(tokens, after)):
        scale, end = scale * MULTIPLES[word], tokens.starts[after] + len(word)
        after += 1
    if scale == 1 or found.value is None:
        return found
    value, precision = exact(found.value * scale), exact(found.precision * scale)
    written: Written = "words" if found.written == "words" else "mixed"
    exceeded = plus > 0 or tokens.folded.startswith("+", found.end)
    large = Numeral(found.start, end, after, value, precision, found.kind, written, True, found.suffix, exceeded)
    return and_a_part(tokens, large, scale)


def _magnitude(word: str) -> str:
    """The magnitude that a word is, or that has something glued to it: "billion6", "billionequivalent"; else ""."""
    if word in MULTIPLES:
        return word
    glued = _GLUED.match(word) if "illion" in word or "thousand" in word else None
    return glued.group(1) if glued else ""


def _plus(tokens: Tokens, found: Numeral) -> int:
    """1 where the word "plus" stands between a figure and its magnitude: "300-plus billion"."""
    return int(tokens.folded.startswith("-plus ", found.end))


def _behind_plus(tokens: Tokens, at: int) -> str:
    """The word linked to the one before word `at`, also behind a plus sign: "$300+ billion"."""
    if at < len(tokens.words) and tokens.gap(at - 1) == "+ ":
        return tokens.words[at]
    return next_word(tokens, at)


def and_a_part(tokens: Tokens, found: Numeral, scale: int = 1) -> Numeral:
    """Two and a half, 3 and a quarter, 10 1/2; behind a magnitude a part of it: 3 million and a half."""
    after, words, value = found.after, tokens.words, found.value
    if value is None:
        return found
    slash = scale == 1 and tokens.folded[found.end + 2 : found.end + 3] == "/"
    if slash and (slashed := _SLASHED.match(tokens.folded, found.end)):
        part = Fraction(int(slashed.group(1)), int(slashed.group(2)))
        return found._replace(value=value + part, precision=part, end=slashed.end(), after=after + 2)
    if words[after : after + 2] not in (["and", "a"], ["and", "one"]):
        return found
    bottom = {"half": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5}.get("".join(words[after + 2 : after + 3]))
    if bottom is None:
        return found
    part = Fraction(scale, bottom)
    other = scale > 1 and next_word(tokens, after + 3) in MULTIPLES  # "one billion and a half million"
    if other or not all(linked(tokens, n) for n in range(after - 1, after + 2)):
        return found
    written: Written = "words" if found.written == "words" else "mixed"
    end = tokens.ends[after + 2]
    return found._replace(value=exact(value + part), precision=part, after=after + 3, end=end, written=written)
