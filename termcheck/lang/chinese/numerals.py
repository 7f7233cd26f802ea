"""What Chinese numerals are made of, and their value: 三千二百, 15.22万, 2亿1千万, 二〇二四, 三点五, 二三十.

Characters are read by place value: a multiplier takes the digit before it
(千, 百, 十), 万 and 亿 take all that stands before them and is smaller; a last
digit right behind a multiplier is worth a tenth of it (三百五 is 350).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Approx, Kind, Number, Written, exact

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
MULTIPLIERS = SMALL | LARGE
# The forms of cheques and contracts, and the short forms of twenty and thirty.
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
HAN_DIGIT = "〇零一二两三四五六七八九"
FORMAL_DIGIT = "壹贰叁肆伍陆柒捌玖"
HAN = HAN_DIGIT + "十百千万亿兆"
FORMAL = FORMAL_DIGIT + "拾佰仟"
# 千 of 千瓦 and 兆 of 兆瓦 belong to the unit: five kilowatts, not five thousand watts.
SCALE = "(?:[万亿]|百(?!帕)|千(?![瓦克米伏卡赫帕焦])|兆(?![瓦赫帕焦字比欧伏]))"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_MOST_DIGITS = 18
_ASCII = frozenset("0123456789")


class Numeral(NamedTuple):
    """A numeral from offset `start` to `end`; `high` is given where two digits side by side make a range (二三十).

    `scaled` is the magnitude that ends the numeral (10,000 of 15万), 1 where
    there is none; `approx` tells of 多 and 余 within it.
    """

    start: int
    end: int
    value: Number | None
    high: Number | None = None
    precision: Number = 1
    kind: Kind = "cardinal"
    written: Written = "digits"
    scaled: int = 1
    approx: Approx = ""


class _Patterns(NamedTuple):
    arabic: re.Pattern[str]
    spaced: re.Pattern[str]
    han: re.Pattern[str]
    vague: re.Pattern[str]
    parts: re.Pattern[str]
    adjacent: re.Pattern[str]
    point: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    more = rf"[多余]?(?: ?{SCALE})+[多余]?"
    digit, scale = f"[{HAN_DIGIT}{FORMAL_DIGIT}]", f"(?:[十拾佰仟]|{SCALE})"
    return _Patterns(
        arabic=re.compile(rf"(?:{ARABIC})(?:{more}(?: ?(?:{ARABIC}|{digit}){more})*(?:零?[0-9]{{1,4}}(?![0-9.,]| ?年))?| ?[多余](?![边元样]))?"),
        # a table of single figures is no number: something that is counted must follow
        spaced=re.compile(r"[0-9](?: [0-9]){2,}(?: \. [0-9](?: [0-9])*)?(?= ?[年月日亿万%])|"
                          r"[0-9](?: [0-9])* \. [0-9](?: [0-9])*(?= ?[亿万%])"),
        han=re.compile(rf"十来(?=[个名位人家天年])|(?:{digit}|{scale})+(?:点[{HAN_DIGIT}]+{scale}*)?(?:[多余几](?:[十百千]?[万亿]*))?"),
        vague=re.compile(r"(?:好几|数|几|上|成百上|成千上|数以)(?:[十百千万亿]+)(?!分)"),
        parts=re.compile(rf"{ARABIC}|[{HAN_DIGIT}]|[十百千万亿兆]"),
        point=re.compile(rf"(.+)点([{HAN_DIGIT}]+)([十百千万亿兆]*)"),
        adjacent=re.compile(r"((?:.*[十百千万亿])?)([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]*)"),
    )  # fmt: skip


def numeral(folded: str, start: int) -> Numeral | None:
    """The numeral that begins at an offset of a folded text; None where none does."""
    if folded[start] in "0123456789":
        return _spaced(folded, start) or _in_digits(folded, start)
    patterns = _patterns()
    if vague := patterns.vague.match(folded, start):
        return Numeral(start, vague.end(), None, kind="indefinite", written="words")
    match = patterns.han.match(folded, start)
    return _in_characters(match.group(), start) if match else None


def _spaced(folded: str, start: int) -> Numeral | None:
    """Digits that a PDF has set apart: "2 0 1 5 年", "1 5 . 2 亿"."""
    match = _patterns().spaced.match(folded, start) if folded[start + 1 : start + 2] == " " else None
    if match is None or _is_inside(folded, start):
        return None
    found = _in_digits(match.group().replace(" ", ""), 0)
    scale = re.match(rf"(?: ?{SCALE})+", folded[match.end() : match.end() + 4])
    if found is None:
        return None
    end = match.end() + (scale.end() if scale else 0)
    found = found._replace(start=start, end=end)
    return _times(found, value_of(scale.group().replace(" ", ""))) if scale else found


def _is_inside(folded: str, start: int) -> bool:
    """Whether a figure goes on before `start`: a digit stands there, or before a blank, point or comma."""
    before, gap = folded[max(0, start - 2) : start - 1], folded[start - 1 : start]
    return gap.isdigit() or (gap in tuple(" .,") and before.isdigit())


def _times(found: Numeral, scale: Number) -> Numeral:
    if found.value is None:
        return found
    value, precision = exact(Fraction(found.value * scale)), exact(Fraction(found.precision * scale))
    return found._replace(value=value, precision=precision, scaled=int(scale), written="mixed")


def _in_digits(folded: str, start: int) -> Numeral | None:
    match = _patterns().arabic.match(folded, start)
    if match is None:
        return None
    written = match.group()
    said = re.sub("[多余 ]", "", written.translate(_FORMAL))
    if folded[start - 1 : start] == "." and not folded[max(0, start - 2) : start - 1].strip(" (约") and "." not in said:
        said, start = f"0.{said}", start - 1  # ".5%"
    plain = said.replace(",", "")
    if plain.isdigit() and (len(plain) > _MOST_DIGITS or (len(plain) > 1 and plain[0] == "0")):
        return Numeral(start, match.end(), None, kind="code")
    return Numeral(
        start, match.end(), value_of(said), precision=_precision(said), written="digits" if plain[-1] in _ASCII else "mixed",
        scaled=_ending(said), approx="above" if re.search("[多余]", written) else "",
    )  # fmt: skip


def _in_characters(written: str, start: int) -> Numeral | None:
    """A numeral in characters; 几 makes it indefinite, two digits side by side a range."""
    end = start + len(written)
    said = written.translate(_FORMAL)
    if "几" in said:
        return Numeral(start, end, None, kind="indefinite", written="words")
    approx: Approx = "above" if re.search("[多余]", said) else "about" if said[-1] == "来" else ""
    said = re.sub("[多余来]", "", said)
    if said[0] in MULTIPLIERS and said[0] != "十":
        return _bare(said, start, end, approx)
    whole = Numeral(start, end, 0, written="words", approx=approx)
    if len(said) > 1 and all(char in DIGITS for char in said):
        return _digit_by_digit(said, whole)
    if beside := _patterns().adjacent.fullmatch(said):
        return _side_by_side(beside, whole)
    if re.search(f"[{HAN_DIGIT}]{{2,}}", said.replace("零", "").partition("点")[0]):
        return None
    return whole._replace(value=value_of(said), precision=_precision(said), scaled=_ending(said))


def _bare(said: str, start: int, end: int, approx: Approx) -> Numeral:
    """A magnitude with no digit before it (百万, 千亿): hardly ever meant exactly, but its value may be of use."""
    return Numeral(start, end, value_of(said), precision=_precision(said), kind="indefinite", written="words",
                   scaled=_ending(said), approx=approx)  # fmt: skip


def _digit_by_digit(said: str, whole: Numeral) -> Numeral:
    """二〇二四 is a year or a code; 三四 a range, 三五 a few."""
    if len(said) == 2 and (beside := _patterns().adjacent.fullmatch(said)):
        return _side_by_side(beside, whole)
    return whole._replace(value=_digits(said), kind="code")


def _side_by_side(beside: re.Match[str], whole: Numeral) -> Numeral:
    before, one, two, scale = beside.groups()
    apart = DIGITS[two] - DIGITS[one]
    if apart != 1 and (one + two != "三五" or before):
        return whole._replace(value=None, kind="code")
    if apart != 1 and not scale:
        return whole._replace(value=None, kind="indefinite")
    low, high = value_of(before + one + scale), value_of(before + two + scale)
    return whole._replace(value=low, high=high, precision=_precision("一" + scale), scaled=_ending(scale or "一"))


def _ending(said: str) -> int:
    """The magnitude behind the last digit: 10**12 of 1.2万亿."""
    scale, at = 1, len(said)
    while at and said[at - 1] in MULTIPLIERS:
        at -= 1
        scale *= MULTIPLIERS[said[at]]
    return scale


def _precision(said: str) -> Number:
    """What one unit of the last digit is worth: 100 of 15.22万."""
    digits = re.findall(r"[0-9]+(?:\.([0-9]+))?$|点([" + HAN_DIGIT + "]+)$", said.rstrip("".join(MULTIPLIERS)))
    decimals = sum(len(part) for part in digits[0]) if digits else 0
    ending = _ending(said)
    if ending == 1 and said[-1] in DIGITS and said[-2:-1] in MULTIPLIERS and MULTIPLIERS[said[-2]] > 10:
        return MULTIPLIERS[said[-2]] // 10
    return exact(Fraction(ending if said[0] in "0123456789" or decimals or ending % 10**4 == 0 else 1, 10**decimals))


def value_of(said: str) -> Number:
    """The value of a numeral in digits or characters, e.g. 三万亿, 15.22万, 2亿1千万, 三百零五, 三点五."""
    if point := _patterns().point.fullmatch(said):
        whole, decimals, scale = point.groups()
        part = Fraction(_digits(decimals), 10 ** len(decimals))
        return exact((value_of(whole) + part) * (value_of(scale) if scale else 1))
    total: Number = 0  # what 万 and larger have taken
    section: Number = 0  # what 千, 百 and 十 have taken since
    pending: Number | None = None  # the digits with no multiplier yet
    last = 1  # the last multiplier, where the next digit follows it at once
    for part in _patterns().parts.findall(said):
        if part in SMALL:
            section += (pending or 1) * SMALL[part]
            pending, last = None, SMALL[part]
        elif part in LARGE:
            section += pending or 0
            scale = LARGE[part]
            total = (total + section or 1) * scale if total < scale or not section else total + section * scale
            section, pending, last = 0, None, scale
        elif part in ("零", "〇"):
            pending, last = 0 if pending is None else pending * 10, 1
        else:
            if part in DIGITS:
                pending = (pending or 0) * 10 + DIGITS[part]
            else:
                pending, last = exact(Fraction(part.replace(",", ""))), 1
    short = pending is not None and last > 10 and said[-1] in DIGITS
    return exact(Fraction(total + section + (pending or 0) * (last // 10 if short else 1)))


def _digits(part: str) -> int:
    """The value of characters that stand for digits, one by one."""
    return int("".join(str(DIGITS[char]) for char in part))
