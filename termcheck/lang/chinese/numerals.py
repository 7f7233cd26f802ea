"""Chinese numerals in a text: 15.22万, 2亿1千万, 三千二百, 二〇二四, 三点五, 二三十, 3000多万, 数百万, "2 0 1 5"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..quantity import Approx, Kind, Number, Written
from .phrases import MORE
from .values import ARABIC, DIGITS, HAN_DIGIT, MULTIPLIERS, digit_by_digit, ending_of, value_and_precision, value_of

# The forms of cheques and contracts.
_FORMAL_DIGIT = "壹贰叁肆伍陆柒捌玖"
_FORMAL = str.maketrans(_FORMAL_DIGIT + "拾佰仟", "一二三四五六七八九十百千")
# 千 of 千瓦 and 兆 of 兆瓦 belong to the unit: five kilowatts, not five thousand watts.
SCALE = "(?:[万亿]|百(?!帕)|千(?![瓦克米伏卡赫帕焦])|兆(?![瓦赫帕焦字比欧伏]))"
_MOST_DIGITS = 18
_MOST_CHARACTERS = 32  # 一千一百一十一万一千一百一十一亿 ... has 31
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
    scale: re.Pattern[str]
    adjacent: re.Pattern[str]
    doubled: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    over = f"(?:多|{MORE})"
    more = rf"(?: ?[多余])?(?: ?{SCALE})+{over}?"
    digit = f"[{HAN_DIGIT}{_FORMAL_DIGIT}]"
    tail = rf"(?: ?零?(?:{ARABIC}|{digit}){more})*(?:零?[0-9]{{1,4}}(?![0-9.,]| ?年| ?{SCALE}))?"
    spaced = r"[0-9](?: [0-9])"
    return _Patterns(
        arabic=re.compile(rf"(?:{ARABIC})(?:{more}{tail}| ?{over}(?![边元样]))?"),
        # a table of single figures is no number: something that is counted must follow
        spaced=re.compile(
            rf"{spaced}{{2,17}}(?: \. {spaced}{{,6}})?(?= ?[年月日亿万%])|"
            rf"{spaced}{{,12}} \. {spaced}{{,6}}(?= ?[亿万%])"
        ),
        han=re.compile(
            rf"十来(?=[个名位人家天年])|(?:{digit}|[十拾佰仟]|{SCALE}){{1,{_MOST_CHARACTERS}}}"
            rf"(?:点{digit}+(?!十)(?:{SCALE})*)?(?:(?:几|{over})(?:[十百千]?[万亿]*))?"
        ),
        vague=re.compile(r"(?:好几|数|几|上|成百上|成千上|数以)[十百千万亿]{1,4}(?!分)"),
        scale=re.compile(rf"(?: ?{SCALE})+"),
        adjacent=re.compile("((?:.*[十百千万亿])?)([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]*)"),
        doubled=re.compile("[十百千][百千]"),
    )


def numeral(folded: str, start: int) -> Numeral | None:
    """The numeral that begins at an offset of a folded text; None where none does."""
    if folded[start] in _ASCII:
        return _spaced(folded, start) or _in_digits(folded, start)
    patterns = _patterns()
    if vague := patterns.vague.match(folded, start):
        return Numeral(start, vague.end(), None, kind="indefinite", written="words")
    match = patterns.han.match(folded, start)
    return _in_characters(match.group(), start) if match else None


def _spaced(folded: str, start: int) -> Numeral | None:
    """Digits that a PDF has set apart: "2 0 1 5 年", "1 5 . 2 亿"."""
    if folded[start + 1 : start + 2] != " " or _goes_on(folded, start):
        return None
    match = _patterns().spaced.match(folded, start)
    if match is None:
        return None
    scale = _patterns().scale.match(folded, match.end())
    whole = (match.group() + (scale.group() if scale else "")).replace(" ", "")
    found = _in_digits(whole, 0)
    return found and found._replace(start=start, end=scale.end() if scale else match.end())


def _goes_on(folded: str, start: int) -> bool:
    """Whether a figure goes on before `start`: a digit stands there, or before a blank, point or comma."""
    before, gap = folded[max(0, start - 2) : start - 1], folded[start - 1 : start]
    return gap.isdigit() or (gap in (" ", ".", ",") and before.isdigit())


def _in_digits(folded: str, start: int) -> Numeral | None:
    match = _patterns().arabic.match(folded, start)
    if match is None:
        return None
    said, begin = match.group(), start
    approx: Approx = ""
    if not said.isdecimal():
        plain = said.translate(_FORMAL).replace(" ", "")
        said = plain.replace("多", "").replace("余", "")
        approx = "above" if said != plain else ""
    if folded[start - 1 : start] == "." and not folded[max(0, start - 2) : start - 1].strip(" (约") and "." not in said:
        said, begin = f"0.{said}", start - 1  # ".5%"
    if said.isdecimal() and (len(said) > _MOST_DIGITS or (len(said) > 1 and said[0] == "0")):
        return Numeral(start, match.end(), None, kind="code")
    if said.isdecimal():
        return Numeral(begin, match.end(), int(said), approx=approx)
    value, precision = value_and_precision(said)
    written: Written = "digits" if said[-1] in _ASCII else "mixed"
    return Numeral(begin, match.end(), value, None, precision, "cardinal", written, ending_of(said), approx)


def _in_characters(written: str, start: int) -> Numeral | None:
    """A numeral in characters; 几 makes it indefinite, two digits side by side a range."""
    said = written.translate(_FORMAL)
    if doubled := _patterns().doubled.search(said, 1):
        said = said[: doubled.start() + 1]  # 百分之七十百...: what follows is another word
    whole = Numeral(start, start + len(said), None, written="words")
    if "几" in said:
        return whole._replace(kind="indefinite")
    plain = said.replace("多", "").replace("余", "")
    if plain != said:
        whole = whole._replace(approx="above")
    if said[-1] == "来":
        plain, whole = plain[:-1], whole._replace(approx="about")
    if len(plain) > 1 and all(char in DIGITS for char in plain):
        return _digits_alone(plain, whole)
    if beside := _patterns().adjacent.fullmatch(plain):
        return _side_by_side(beside, whole)
    value, precision = value_and_precision(plain)
    # A magnitude with no digit before it (百万, 千亿) is hardly ever meant exactly, but its value may be of use.
    kind: Kind = "indefinite" if plain[0] in MULTIPLIERS and plain[0] != "十" else "cardinal"
    return whole._replace(value=value, precision=precision, kind=kind, scaled=ending_of(plain))


def _digits_alone(said: str, whole: Numeral) -> Numeral:
    """二〇二四 is a year or a code; 三四 a range, 三五 a few."""
    beside = _patterns().adjacent.fullmatch(said) if len(said) == 2 else None
    return _side_by_side(beside, whole) if beside else whole._replace(value=digit_by_digit(said), kind="code")


def _side_by_side(beside: re.Match[str], whole: Numeral) -> Numeral:
    before, one, two, scale = beside.groups()
    apart = DIGITS[two] - DIGITS[one]
    if apart != 1 and (one + two != "三五" or before):
        return whole._replace(kind="code")
    if apart != 1 and not scale:
        return whole._replace(kind="indefinite")
    low, high, ending = value_of(before + one + scale), value_of(before + two + scale), ending_of("一" + scale)
    precision = ending if ending % 10**4 == 0 else 1
    return whole._replace(value=low, high=high, precision=precision, scaled=ending)
