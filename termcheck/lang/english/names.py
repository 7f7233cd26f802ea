"""Figures that are no amounts: parts of names, codes and years."""

from __future__ import annotations

import re

from ..quantity import Quantity
from ..words import Tokens
from .dates import MONTHS
from .numerals import Numeral, linked
from .phrases import approximation, counted
from .units import unit_after

# Nouns whose number is a name: "Line 4", "page 12", "phase two".
_NUMBERED = frozenset(
    "line article chapter section no nos number page phase stage type class level tier title room route highway "
    "flight appendix annex figure fig table box item part paragraph para clause rule channel gate platform terminal "
    "grade version vol volume step exhibit footnote note schedule chart year day week".split()
)
_SHORTENED = frozenset({"no", "nos", "art", "sec", "fig", "vol", "p", "pp"})  # "No. 1", "Art. 5"
_BEFORE_NUMBER = _NUMBERED | _SHORTENED | {f"{word}s" for word in _NUMBERED}
_MORE_LABELS = frozenset({"-", "to", "and", "or", ",", ", and", "&"})
_BEFORE_HYPHEN = frozenset({"mid", "pre", "post", "early", "late", "non", "sub"})
_MARK = re.compile(
    r"[a-z)%]{2}[.,;)\"']+$|[a-z]$|[a-z][0-9]\.$"
)  # what the mark of a footnote is glued to: "last year.23"
_LIST_MARK = re.compile(r"(?:[.)] |、)(?=[a-z])")
_CLOCK = re.compile(r" ?(?:[ap]\.?m(?![a-z])\.?|o'clock)")
_HOUR = (" a", " p", " o'", "a", "p", "o'")  # what a clock time begins with
_TO_YEAR = re.compile(r"-[0-9]{2}(?![0-9])")
_OPENING = frozenset(".!?:;\"'“‘(*#>\n\r•-–—|")


def in_name(text: str, tokens: Tokens, at: int, found: Numeral) -> bool:
    """Whether the numeral at word `at` is part of a name: Three Gorges, Line 4, COVID-19, Boeing 737."""
    start = found.start
    previous = _previous(tokens, at)
    if tokens.folded[start - 1 : start] == "-" and start > 1 and tokens.folded[start - 2].isalpha():
        return previous not in _BEFORE_HYPHEN
    if found.written == "words":
        return _named_in_words(text, tokens, found, previous)
    if found.scaled or found.suffix:
        return False
    if not previous or found.value is None or previous in MONTHS:
        return _is_mark(tokens, found)
    if previous.removesuffix("s") == "year" and _four_digits(found):
        return False  # "the year 2025"
    capital, numbered = text[tokens.starts[at - 1]].isupper(), previous in _BEFORE_NUMBER
    if numbered == capital:
        return capital  # "Line 4"; "sell 4"
    whole = isinstance(found.value, int) and not _four_digits(found)
    named = capital and whole and not opens(text, tokens.starts[at - 1])
    if not named and not numbered:
        return False
    return not counted(tokens, found.after)[0] and unit_after(tokens, found)[0] is None


def _is_mark(tokens: Tokens, found: Numeral) -> bool:
    """Whether a small figure is the mark of a footnote, glued to what stands before it, or of a list: "1. The ..."."""
    if found.end - found.start > len("23") or not isinstance(found.value, int):
        return False
    if found.start == 0 or tokens.folded[found.start - 1] == "\n":
        return _LIST_MARK.match(tokens.folded, found.end) is not None
    return _MARK.search(tokens.folded[max(0, found.start - 4) : found.start]) is not None


def _previous(tokens: Tokens, at: int) -> str:
    """The word that stands right before word `at`, or before it with a full stop: "No. 1"."""
    if not at:
        return ""
    word = tokens.words[at - 1]
    return word if tokens.links[at - 1] or (word in _SHORTENED and tokens.gap(at - 1) == ". ") else ""


def goes_on(tokens: Tokens, label: Quantity, quantity: Quantity) -> bool:
    """Whether a bare figure goes on with the label or code before it: "pages 12 to 15", "010-8628"."""
    between = tokens.folded[label.span[1] : quantity.span[0]].strip()
    joined = between in _MORE_LABELS if label.kind == "label" else between == "-"
    return joined and quantity.kind == "cardinal" and not quantity.head and not quantity.unit


def _named_in_words(text: str, tokens: Tokens, found: Numeral, previous: str) -> bool:
    if previous in _NUMBERED and not found.scaled and not counted(tokens, found.after)[0]:
        return True
    if not text[found.start].isupper():
        return False
    following = linked(tokens, found.after - 1) and text[tokens.starts[found.after]].isupper()
    return following or not opens(text, found.start)


def opens(text: str, offset: int) -> bool:
    """Whether a sentence, a quotation or a line begins at an offset."""
    before = text[max(0, offset - 3) : offset].rstrip(" \t\u00a0")
    return not before or before[-1] in _OPENING


def is_quoted(tokens: Tokens, found: Numeral) -> bool:
    """Whether plain digits stand alone between quotation marks: a code name such as "211"."""
    folded = tokens.folded
    around = folded[found.end : found.end + 1] == '"' == folded[found.start - 1 : found.start]
    return around and found.written == "digits" and "," not in folded[found.start : found.end]


def is_clock(tokens: Tokens, found: Numeral) -> bool:
    """Whether the numeral is an hour: 10 a.m., 3 o'clock."""
    if found.scaled or found.suffix or not tokens.folded.startswith(_HOUR, found.end):
        return False
    return _CLOCK.match(tokens.folded, found.end) is not None


def _four_digits(found: Numeral) -> bool:
    plain = found.end - found.start == 4 and found.written == "digits" and isinstance(found.value, int)
    return plain and found.value is not None and 1600 <= found.value <= 2100


def is_year(tokens: Tokens, at: int, found: Numeral) -> bool:
    """Whether four digits are a year: "in 2016", "the 2023 results", but not "2000 people" or "over 2,016"."""
    if not _four_digits(found):
        return False
    if _TO_YEAR.match(tokens.folded, found.end):
        return True  # "under the 2022-23 budget"
    if approximation(tokens, at, found.end, found.after) in ("above", "below"):
        return False
    return (found.value or 0) % 100 != 0 or not counted(tokens, found.after)[0]
