"""English quantities: numerals with sign, unit, direction of approximation, range and the noun they count.

Exactness goes before coverage. A figure in a name (COVID-19, Line 4, Three
Gorges, 5G) is a label, figures to be read one by one (13+2) are a code:
neither is an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..function_words import PREPOSITIONS
from ..quantity import Kind, Quantity
from ..units import SIGNS, Unit
from ..words import Tokens
from .digits import in_digits, short_scale
from .names import goes_on, in_name, is_clock, is_quoted, is_year
from .numerals import WORDS, Numeral, linked, next_word
from .phrases import approximation, counted
from .ranges import join
from .spelled import in_words
from .units import sign, unit_after

_WITHIN = PREPOSITIONS | {"just"}  # "in one day", "just one day"
_CODES = frozenset(code for code in SIGNS if code.isalpha() and len(code) == 3)  # may be glued: "RMB500 million"
_MINUS = ("-", "minus ", "negative ")

# Two hundred signs and figures with no letter between are a table: nothing there is said of anything.
_SIGNS = r"[0-9\s.,;:%$+/|#*()~-]"
_TABLE = re.compile(rf"[0-9](?<![0-9]{{2}}){_SIGNS}{{200,}}")
# It shows in every 25th sign already, and these are looked through in no time.
_STEP = 25
_TABLE_IN_STEPS = re.compile(rf"{_SIGNS}{{8}}")


def quantities(text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint.

    `text` is the text itself, of which ``tokens.folded`` is the folded form;
    `skip` are ranges that belong to others (dates), in order. Long tables of
    bare figures hold no quantities.
    """
    triggers = [*filter(_is_trigger, tokens.mixed)]
    if not WORDS.isdisjoint(tokens.places):
        triggers += WORDS & tokens.places.keys()
    return tuple(join(tokens, [*_each(text, tokens, triggers, skip)])) if triggers else ()


def _each(
    text: str, tokens: Tokens, triggers: Sequence[str], skip: Sequence[tuple[int, int]]
) -> Iterator[tuple[Quantity, Numeral]]:
    if tables := _tables(tokens.folded):
        skip = sorted((*skip, *tables))
    skipped = iter((*skip, (len(tokens.folded), len(tokens.folded))))
    begin, end = next(skipped)
    behind = 0
    label: Quantity | None = None
    for at in tokens.among(triggers):
        if at < behind:
            continue
        start = tokens.starts[at]
        while start >= end:
            begin, end = next(skipped)
        if start >= begin:
            continue
        found = _numeral(tokens, at)
        if found is None:
            continue
        quantity, behind = _quantity(text, tokens, at, found)
        if quantity is None:
            continue
        if label is not None and goes_on(tokens, label, quantity):
            quantity = _bare(found, label.kind)  # "pages 12 to 15", "Articles 3, 4 and 7", "010-8628-8114"
        label = quantity if quantity.kind in ("label", "code") and quantity.written == "digits" else None
        yield quantity, found


def _tables(folded: str) -> list[tuple[int, int]]:
    """Where long tables stand."""
    return [match.span() for match in _TABLE.finditer(folded)] if _TABLE_IN_STEPS.search(folded[::_STEP]) else []


def _is_trigger(word: str) -> bool:
    """Whether a numeral may begin at this folded word."""
    return word[0] in "0123456789" or word in WORDS or (word[:3] in _CODES and word[3:4].isdigit())


def _numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral that begins at word `at`; None where the word is none after all."""
    word = tokens.words[at]
    if word in WORDS:
        return in_words(tokens, at)
    return in_digits(tokens, at, tokens.starts[at] + (0 if word[0].isdigit() else 3))


def _quantity(text: str, tokens: Tokens, at: int, found: Numeral) -> tuple[Quantity | None, int]:
    """The quantity of a numeral at word `at`, and the index of the first word behind it."""
    if found.kind not in ("cardinal", "fraction"):
        return _bare(found, found.kind), found.after
    start, money = sign(tokens, found)
    kind = _set_aside(text, tokens, at, found, money)
    if kind is not None:
        return _bare(found, kind), found.after
    if money is not None:
        found = short_scale(found)
    found = _one_in(tokens, found)
    unit, end, after = unit_after(tokens, found)
    if unit is None and found.suffix:
        return _bare(found, "label"), found.after
    if money is not None and (unit is None or unit.dimension != "money"):
        unit, end, after = money, found.end, found.after
    if unit is None and is_year(tokens, at, found):
        return _bare(found, "year"), found.after
    begin = _minus(tokens, start)
    if begin < start and found.value is not None:
        found = found._replace(value=-found.value)
    elif begin == start and _idle(tokens, at, found, unit):
        return None, found.after
    return _amount(tokens, found, unit, (begin, end), after), after


def _amount(tokens: Tokens, found: Numeral, unit: Unit | None, span: tuple[int, int], after: int) -> Quantity:
    """The amount of a numeral at `span`, with what the words around say; `after` is the index of the word behind it."""
    hyphened = tokens.folded.startswith("-", found.end)
    head, modifiers = counted(tokens, after, hyphened, unit is not None)
    return Quantity(
        span=span,
        number=(found.start, found.end),
        value=found.value,
        kind=_kind(found, unit),
        unit=unit.name if unit else "",
        approx="above" if found.exceeded else approximation(tokens, tokens.at(span[0]), span[1], after),
        precision=found.precision,
        head=head,
        modifiers=modifiers,
        written=found.written,
    )


def _set_aside(text: str, tokens: Tokens, at: int, found: Numeral, money: Unit | None) -> Kind | None:
    """The kind of a numeral that is no amount; None for an amount."""
    if is_quoted(tokens, found):
        return "code"
    if is_clock(tokens, found):
        return "time"
    return "label" if money is None and in_name(text, tokens, at, found) else None


def _bare(found: Numeral, kind: Kind) -> Quantity:
    span = (found.start, found.end)
    value = found.value if kind in ("ordinal", "year", "decade") else None
    return Quantity(span, span, value, kind, written=found.written)


def _kind(found: Numeral, unit: Unit | None) -> Kind:
    if unit is None:
        return found.kind
    if unit.dimension in ("ratio", "points"):
        return "percent"
    return "money" if unit.dimension == "money" else "measure"


def _idle(tokens: Tokens, at: int, found: Numeral, unit: Unit | None) -> bool:
    """Whether "one" or "zero" counts nothing: one of, no one, one-stop, zero-waste, and one day it rained."""
    if found.written != "words" or found.value not in (0, 1) or found.scaled or found.kind != "cardinal":
        return False
    if tokens.words[found.after : found.after + 1] in (["to"], ["or"]) and _begins(tokens, found.after + 1):
        return False  # "one or two", "one to 14 days"
    some_day = unit is not None and unit.name == "day" and not (at and tokens.words[at - 1] in _WITHIN)
    return unit is None or (some_day and tokens.gap(at) == " ")


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a numeral begins at word `at`, right behind the word before it."""
    return tokens.linked(at - 1) and tokens.linked(at - 2) and _is_trigger(tokens.words[at])


def _one_in(tokens: Tokens, found: Numeral) -> Numeral:
    """One in three, one out of every three, nine out of ten."""
    words, after, value = tokens.words, found.after, found.value
    if not isinstance(value, int) or not 0 < value < 10 or found.suffix:
        return found
    following = next_word(tokens, after)
    out = following == "out" and words[after + 1 : after + 2] == ["of"]
    if not out and following != "in":
        return found
    here = after + 1 + out
    every = words[here : here + 1] == ["every"]
    here += every
    if here >= len(words) or not _is_trigger(words[here]) or not all(linked(tokens, n) for n in range(after - 1, here)):
        return found
    whole = _numeral(tokens, here)
    if whole is None or whole.kind != "cardinal" or not isinstance(whole.value, int) or whole.value <= value:
        return found
    if tokens.folded[whole.end : whole.end + 1] == "-" and tokens.folded[whole.end + 1 : whole.end + 2].isdigit():
        return found  # "mend one in 3-4 hours"
    unit = unit_after(tokens, whole)[0]
    if not (out or every) and (unit or (value > 1 and whole.value > 20) or 1900 <= whole.value <= 2100):
        return found  # "three in 24 hours", "3 in 2019"
    part = Fraction(value, whole.value)
    return found._replace(end=whole.end, after=whole.after, value=part, precision=part, kind="fraction")


def _minus(tokens: Tokens, start: int) -> int:
    """Where a minus, in words or as a sign, begins before offset `start`; else `start`."""
    folded = tokens.folded
    if not folded.endswith(_MINUS, 0, start):
        return start
    at = tokens.at(start) - 1
    if at >= 0 and tokens.words[at] in ("minus", "negative") and folded[tokens.ends[at] : start] == " ":
        return tokens.starts[at]
    if folded[start - 1 : start] == "-" and folded[max(0, start - 3) : start - 2].isdigit():
        return start  # "13 -25%": a range
    signed = folded[start - 1 : start] == "-" and (start < 2 or folded[start - 2] in " (\n")
    return start - 1 if signed else start
