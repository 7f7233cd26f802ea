"""English numerals in digits and words: what value stands at a word, and how exactly it is printed.

Only the numeral: signs, units, ranges and what is counted come later. Written
by hand, because a numeral is decided within a few words, and a grammar with a
token for each word would cost more than all the rules together.
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
_ABBREVIATED = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "tln": 10**12, "trn": 10**12}
_AFTER_DIGITS = {**SCALES, **_ABBREVIATED, "hundred": 100, "dozen": 12}
_ONE_LETTER = {"k": 10**3, "m": 10**6, "b": 10**9}  # magnitudes behind a currency sign only: "$5m"
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
LINKS = frozenset({" ", "-", "\n", "\r\n", "  "})
CODES = ("rmb", "usd", "cny", "hkd", "eur", "gbp", "aud")  # glued to a figure: "RMB500 million"

_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.([0-9]+))?")
_GLUED = re.compile(r"(?:[/:.,+]?[0-9])*")
_SLASHED = re.compile(r"[ -]([1-9])/([2-9])(?![0-9/])")
_BOTTOMS = frozenset({2, 3, 4, 5, 8, 10, 100})  # the denominators people write with a slash
_MOST_DIGITS = 18


class Numeral(NamedTuple):
    """A numeral from offset `start` to `end`; `after` is the index of the first word behind it.

    `scaled` says whether it has a magnitude of its own ("million"); `suffix`
    are letters glued to the digits that may be a unit ("km").
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


def is_trigger(word: str) -> bool:
    """Whether a numeral may begin at this folded word."""
    return word[0] in "0123456789" or word in WORDS or (word[:3] in CODES and word[3:4].isdigit())


def numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral that begins at word `at`; None where the word is none after all."""
    word = tokens.words[at]
    if word[0] in "0123456789":
        return _in_digits(tokens, at, tokens.starts[at])
    return _in_digits(tokens, at, tokens.starts[at] + 3) if word not in WORDS else _in_words(tokens, at)


def linked(tokens: Tokens, at: int) -> bool:
    """Whether the word after `at` is its neighbour: only a blank, a hyphen or a line end between."""
    return at + 1 < len(tokens.words) and tokens.gap(at) in LINKS


def _next(tokens: Tokens, at: int) -> str:
    """The word linked to the one before word `at`, that is word `at`; "" where none is."""
    return tokens.words[at] if linked(tokens, at - 1) else ""


def _in_digits(tokens: Tokens, at: int, start: int) -> Numeral | None:
    folded = tokens.folded
    match = _DIGITS.match(folded, start)
    if match is None:
        return None
    whole, decimals, end = match.group(1).replace(",", ""), match.group(2) or "", match.end()
    after = _index_behind(tokens, at, end)
    if folded[start - 1 : start] == "." and not decimals and not folded[max(0, start - 2) : start - 1].strip(" ("):
        whole, decimals, start = "0", whole, start - 1  # ".5 percent"
    if len(whole) + len(decimals) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return Numeral(start, tokens.ends[after - 1], after, None, kind="code")
    precision = exact(Fraction(1, 10 ** len(decimals)))
    found = Numeral(start, end, after, exact(int(whole + decimals) * Fraction(precision)), precision)
    if suffix := folded[end : tokens.ends[after - 1]]:
        return _suffixed(found, suffix, plain=whole == match.group())
    following = folded[end : end + 2]
    if following[1:].isdigit() and following[0] in "/:.,+":
        return _glued(tokens, at, found, following[0])
    return _scaled(tokens, _and_a_part(tokens, found))


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
    if suffix in _ABBREVIATED:
        return _times(found, _ABBREVIATED[suffix])._replace(end=end)
    return found._replace(suffix=suffix)


def short_scale(found: Numeral) -> Numeral:
    """The numeral behind a currency sign, where a glued letter is a magnitude: $5m."""
    if found.suffix not in _ONE_LETTER:
        return found
    return _times(found, _ONE_LETTER[found.suffix])._replace(end=found.end + 1, suffix="")


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


def _times(found: Numeral, scale: Number) -> Numeral:
    if found.value is None:
        return found
    value, precision = exact(Fraction(found.value * scale)), exact(Fraction(found.precision * scale))
    return found._replace(value=value, precision=precision, scaled=True)


def _scaled(tokens: Tokens, found: Numeral) -> Numeral:
    """A numeral with the magnitudes that follow: 1.3 million, 5 hundred million."""
    after, scale = found.after, 1
    while word := _next(tokens, after):
        if word not in _AFTER_DIGITS:
            break
        scale *= _AFTER_DIGITS[word]
        after += 1
    if scale == 1:
        return found
    written: Written = "words" if found.written == "words" else "mixed"
    grown = _times(found, scale)._replace(after=after, end=tokens.ends[after - 1], written=written)
    return _and_a_part(tokens, grown, scale)


def _and_a_part(tokens: Tokens, found: Numeral, scale: int = 1) -> Numeral:
    """Two and a half, 3 and a quarter, 10 1/2; behind a magnitude a part of it: 3 million and a half."""
    after, words, value = found.after, tokens.words, found.value
    if value is None:
        return found
    if scale == 1 and (slashed := _SLASHED.match(tokens.folded, found.end)):
        part = Fraction(int(slashed.group(1)), int(slashed.group(2)))
        return found._replace(value=value + part, precision=part, end=slashed.end(), after=after + 2)
    part = Fraction(scale, {"half": 2, "quarter": 4, "third": 3}.get("".join(words[after + 2 : after + 3]), 1))
    if words[after : after + 2] not in (["and", "a"], ["and", "one"]) or part == scale:
        return found
    other = scale > 1 and _next(tokens, after + 3) in _AFTER_DIGITS  # "one billion and a half million"
    if other or not all(linked(tokens, n) for n in range(after - 1, after + 2)):
        return found
    written: Written = "words" if found.written == "words" else "mixed"
    end = tokens.ends[after + 2]
    return found._replace(value=exact(value + part), precision=part, after=after + 3, end=end, written=written)


def _said(tokens: Tokens, first: int, after: int, value: Number | None, kind: Kind = "cardinal") -> Numeral:
    """A numeral in words, from word `first` to the word before `after`."""
    return Numeral(tokens.starts[first], tokens.ends[after - 1], after, value, 1, kind, "words")


def _in_words(tokens: Tokens, at: int) -> Numeral | None:
    word = tokens.words[at]
    if word in ORDINALS:
        return _part_with_article(tokens, at) or _said(tokens, at, at + 1, ORDINALS[word], "ordinal")
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
    word, following = tokens.words[at], _next(tokens, at + 1)
    bottom = PARTS.get(word, 0)
    half = word == "half" and (following in ("of", "the", "a") or at == 0 or tokens.words[at - 1] in ("a", "than"))
    if not half and not (bottom and following == "of" and _article(tokens, at)):
        return None
    first = at - 1 if _article(tokens, at) else at
    return _said(tokens, first, at + 1, Fraction(1, bottom), "fraction")._replace(precision=Fraction(1, bottom))


def _part_of_scale(tokens: Tokens, at: int) -> Numeral | None:
    """Half a million, a half million, a quarter of a million, half a dozen."""
    part, after = Fraction(1, PARTS[tokens.words[at]]), at + 1
    while after - at <= 2 and _next(tokens, after) in ("a", "of"):
        after += 1
    scale = _AFTER_DIGITS.get(_next(tokens, after), 0)
    if not scale or tokens.words[at].endswith("s"):
        return None
    found = _said(tokens, at - 1 if _article(tokens, at) else at, after + 1, exact(part * scale))
    return found._replace(precision=exact(part * scale), scaled=True)


def _bare_scale(tokens: Tokens, at: int) -> Numeral | None:
    """A magnitude with no numeral before it: a million, trillion-yuan; "several million" has no value."""
    scale, after = _AFTER_DIGITS[tokens.words[at]], at + 1
    while _next(tokens, after) in SCALES:
        scale *= SCALES[tokens.words[after]]
        after += 1
    hyphened = linked(tokens, after - 1) and tokens.gap(after - 1) == "-"
    vague = at > 0 and tokens.words[at - 1] in ("few", "several", "many", "couple")
    if not _article(tokens, at) and (vague or not hyphened):
        return _said(tokens, at, after, None, "indefinite")
    found = _said(tokens, at - 1 if _article(tokens, at) else at, after, scale)._replace(precision=scale, scaled=True)
    return _and_a_part(tokens, found, scale)


def _below_hundred(tokens: Tokens, at: int) -> tuple[int, int]:
    """Value and the index behind it; value -1 where no such numeral begins at `at`."""
    word = tokens.words[at]
    if word in ONES:
        return ONES[word], at + 1
    value = TENS.get(word, -1)
    unit = ONES.get(_next(tokens, at + 1), 0) if value > 0 else 0
    return (value + unit, at + 2) if 0 < unit < 10 else (value, at + 1)


def _below_thousand(tokens: Tokens, at: int) -> tuple[int, int]:
    value, after = _below_hundred(tokens, at)
    if value < 0 or _next(tokens, after) != "hundred":
        return value, after
    value, after = value * 100, after + 1
    rest = after + (_next(tokens, after) == "and")
    if _next(tokens, rest):
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
        while _next(tokens, end) in SCALES:
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
        following = _next(tokens, end)
        if scale == 1 or not following:
            break
        here = end + 1 if following == "and" and linked(tokens, end) else end
    if after == at:
        return None
    return _with_tail(tokens, _said(tokens, at, after, total)._replace(precision=least, scaled=least > 1))


def _with_tail(tokens: Tokens, found: Numeral) -> Numeral:
    """What may follow a cardinal in words: decimals, "and a half", a fraction, an ordinal ending."""
    following = _next(tokens, found.after)
    if following == "point":
        return _decimals(tokens, found)
    if following in PARTS or following in ORDINALS or following == "hundredth":
        return _fraction_or_ordinal(tokens, found, following)
    if following in ONES or following in TENS:
        return _spelled(tokens, found)
    if following == "and":
        scale = int(found.precision) if found.scaled else 1
        return _scaled(tokens, _and_a_part(tokens, found, scale))
    if following == "dozen":
        return _times(found, 12)._replace(after=found.after + 1, end=tokens.ends[found.after])
    return found


def _spelled(tokens: Tokens, found: Numeral) -> Numeral:
    """Figures read one by one have no value of their own: twenty twenty-four, nine one one."""
    after = found.after
    while _next(tokens, after) in ONES or _next(tokens, after) in TENS:
        after += 1
    return found._replace(value=None, kind="code", after=after, end=tokens.ends[after - 1])


def _decimals(tokens: Tokens, found: Numeral) -> Numeral:
    """Sixty-nine point five; one point two million."""
    after, digits = found.after + 1, ""
    while ONES.get(word := _next(tokens, after), 10) < 10:
        digits += str(ONES[word])
        after += 1
    if not digits or found.value is None or len(digits) > _MOST_DIGITS:
        return found
    precision = Fraction(1, 10 ** len(digits))
    value, end = exact(found.value + int(digits) * precision), tokens.ends[after - 1]
    return _scaled(tokens, found._replace(value=value, precision=precision, after=after, end=end))


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
