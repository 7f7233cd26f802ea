"""English quantities: numerals with their sign, unit, direction of approximation, range and the noun they count.

Exactness goes before coverage. Names that hold a figure (COVID-19, Line 4,
Three Gorges, 5G) are labels, figures to be read one by one (13+2) are codes:
neither is an amount.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction

from . import english_numerals as numerals
from .english_numerals import Numeral, linked
from .english_phrases import approximation, counted
from .quantity import AMOUNTS, Kind, Number, Quantity, exact
from .units import FORMS, SIGNS, Unit
from .words import Tokens

# Nouns whose number is a name: "Line 4", "page 12", "phase two".
_NUMBERED = frozenset(
    "line article chapter section no nos number page phase stage type class level tier title room route highway "
    "flight appendix annex figure fig table box item part paragraph para clause rule form channel gate platform "
    "terminal grade version vol volume step question block building exhibit note footnote schedule unit".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Words after which four digits are a year, and compounds with a year ("mid-2025").
_BEFORE_YEAR = frozenset(
    "in by since of until till from for to and through during before after the its our this early mid late year fiscal "
    "spring summer autumn fall winter quarter half end around circa between".split()
) | _MONTHS  # fmt: skip
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_RANGE = frozenset({"to", "or", "-"})
_LIST = frozenset({",", "and", ",and", "&"})
JOINABLE = AMOUNTS | {"year"}


def quantities(text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint.

    `text` is the text itself, of which ``tokens.folded`` is the folded form;
    `skip` are ranges that belong to others (dates), in order.
    """
    return tuple(_join(tokens, list(_single(text, tokens, skip))))


def _single(text: str, tokens: Tokens, skip: Sequence[tuple[int, int]]) -> Iterator[tuple[Quantity, Numeral]]:
    words = tokens.words
    triggers = {word for word in set(words) if word[0] in "0123456789" or word in numerals.WORDS}
    skipped = [start for start, _ in skip]
    following = 0
    for at, word in enumerate(words):
        if word not in triggers or at < following:
            continue
        within = bisect_right(skipped, tokens.starts[at]) - 1
        if within >= 0 and tokens.starts[at] < skip[within][1]:
            continue
        found = numerals.numeral(tokens, at)
        if found is None:
            continue
        quantity, following = _quantity(text, tokens, at, found)
        if quantity is not None:
            yield quantity, found


def _quantity(text: str, tokens: Tokens, at: int, found: Numeral) -> tuple[Quantity | None, int]:
    """The quantity of a numeral at word `at`, and the index of the first word behind it."""
    if found.kind in ("code", "time", "indefinite", "decade"):
        return _bare(found, found.kind), found.after
    if found.kind == "ordinal":
        return _bare(found, "ordinal"), found.after
    if _is_quoted(tokens, found):
        return _bare(found, "code"), found.after
    if _is_name(text, tokens, at, found):
        return _bare(found, "label"), found.after
    found = _one_in(tokens, found)
    start, sign = _sign(tokens, found)
    unit, end, after = _unit(tokens, found)
    if sign and (unit is None or unit.dimension != "money" or found.suffix):
        unit, end, after = _signed(tokens, found, sign, end)
    elif found.suffix and unit is None:
        return _bare(found, "label"), found.after
    if unit is None and _is_year(text, tokens, at, found):
        return _bare(found, "year"), found.after
    if unit is None and _is_idle_one(tokens, at, found):
        return None, found.after
    value = -found.value if found.value is not None and _minus(tokens, at, start) else found.value
    if value != found.value:
        start = tokens.starts[at - 1] if tokens.words[at - 1] in ("minus", "negative") else start - 1
    unit_name = unit.name if unit else ""
    head, modifiers = counted(tokens, after, hyphened=_hyphened(tokens, found), unit=unit is not None)
    return Quantity(
        (start, end), (found.start, found.end), value, _kind(found, unit), unit_name,
        approximation(tokens, tokens.at(start), end, after), None, found.precision, head, modifiers, found.written,
    ), after  # fmt: skip


def _bare(found: Numeral, kind: Kind) -> Quantity:
    span = (found.start, found.end)
    return Quantity(span, span, found.value if kind in ("ordinal", "year", "decade") else None, kind,
                    written=found.written)  # fmt: skip


def _kind(found: Numeral, unit: Unit | None) -> Kind:
    if unit is None:
        return found.kind
    if unit.dimension in ("ratio", "points"):
        return "percent"
    return "money" if unit.dimension == "money" else "measure"


def _is_name(text: str, tokens: Tokens, at: int, found: Numeral) -> bool:
    """Whether the numeral is part of a name: Three Gorges, Line 4, COVID-19, Boeing 737."""
    before = text[max(0, found.start - 2) : found.start]
    previous = tokens.words[at - 1] if at and linked(tokens, at - 1) else ""
    if before.endswith(("-", "‑", "–")) and before[:1].isalnum() and tokens.folded[found.start - 1] == "-":
        return previous[:1].isalpha() and previous not in ("mid", "pre", "post", "early", "late", "non", "sub")
    if found.written == "words":
        return _is_name_in_words(text, tokens, at, found)
    if found.scaled or found.suffix or not isinstance(found.value, int) or not previous:
        return False
    begin = tokens.starts[at - 1]
    if previous in _NUMBERED and (
        text[begin].isupper() or not counted(tokens, found.after, hyphened=False, unit=False)[0]
    ):
        return True
    if previous in _MONTHS or tokens.folded[found.end : found.end + 1] == "%" or tokens.gap(at - 1) != " ":
        return False
    named = text[begin].isupper() and previous not in ("The", "In") and not _opens(text, begin)
    return named and not _four_digits(found) and not counted(tokens, found.after, hyphened=False, unit=False)[0] \
        and _unit(tokens, found)[0] is None  # fmt: skip


def _is_quoted(tokens: Tokens, found: Numeral) -> bool:
    """Whether plain digits stand alone between quotation marks: a code name such as "211"."""
    around = tokens.folded[found.start - 1 : found.start] + tokens.folded[found.end : found.end + 1]
    return around == '""' and found.written == "digits" and "," not in tokens.folded[found.start : found.end]


def _is_name_in_words(text: str, tokens: Tokens, at: int, found: Numeral) -> bool:
    previous = tokens.words[at - 1] if at and linked(tokens, at - 1) else ""
    if previous in _NUMBERED and not found.scaled:
        return not counted(tokens, found.after, hyphened=False, unit=False)[0]
    if not text[found.start].isupper():
        return False
    after = found.after
    following = linked(tokens, after - 1) and text[tokens.starts[after]].isupper()
    return following or not _opens(text, found.start)


def _opens(text: str, offset: int) -> bool:
    """Whether a sentence, a quotation or a line begins at an offset."""
    before = text[max(0, offset - 3) : offset].rstrip(" \t\u00a0")
    return not before or before[-1] in ".!?:;\"'“‘(*#>\n\r\u2022-–—|"


def _four_digits(found: Numeral) -> bool:
    return found.written == "digits" and isinstance(found.value, int) and 1600 <= found.value <= 2100 \
        and found.end - found.start == 4  # fmt: skip


def _is_year(text: str, tokens: Tokens, at: int, found: Numeral) -> bool:
    if not _four_digits(found):
        return False
    if approximation(tokens, at, found.end, found.after) in ("above", "below"):
        return False
    plural, _ = counted(tokens, found.after, hyphened=False, unit=False)
    if not plural:
        return True
    previous = tokens.words[at - 1] if at and linked(tokens, at - 1) else ""
    return previous in _BEFORE_YEAR and (found.value or 0) % 100 != 0


def _is_idle_one(tokens: Tokens, at: int, found: Numeral) -> bool:
    """Whether "one" counts nothing: one of, no one, one-stop, one day."""
    return found.value in (0, 1) and found.written == "words" and not found.scaled and found.kind == "cardinal"


def _one_in(tokens: Tokens, found: Numeral) -> Numeral:
    """One in three, one out of every three, nine out of ten."""
    words, after = tokens.words, found.after
    if not isinstance(found.value, int) or not 0 < found.value < 10 or not linked(tokens, after - 1):
        return found
    out = words[after : after + 2] == ["out", "of"]
    if not out and words[after] != "in":
        return found
    here = after + 2 if out else after + 1
    every = here < len(words) and words[here] == "every"
    here += every
    if here >= len(words) or not all(linked(tokens, n) for n in range(after - 1, here)):
        return found
    if words[here][0] not in "0123456789" and words[here] not in numerals.WORDS:
        return found
    whole = numerals.numeral(tokens, here)
    if whole is None or whole.kind != "cardinal" or not isinstance(whole.value, int) or whole.value <= found.value:
        return found
    unit = _unit(tokens, whole)[0]
    if not out and not every and (whole.value > 20 or (unit is not None and unit.name in _TIME_UNITS)):
        return found
    part = Fraction(found.value, whole.value)
    return found._replace(end=whole.end, after=whole.after, value=part, precision=part, kind="fraction")


def _sign(tokens: Tokens, found: Numeral) -> tuple[int, str]:
    """Where the quantity begins and the unit its currency sign gives: $, US$, RMB."""
    folded, start = tokens.folded, found.start
    here = start
    while here and folded[here - 1] == " " and start - here < 1:
        here -= 1
    if here and folded[here - 1] in "$€£¥￥":
        here -= 1
        letters = here
        while letters and folded[letters - 1].isalpha() and here - letters < 3:
            letters -= 1
        sign = folded[letters : here + 1]
        return (letters, SIGNS[sign]) if sign in SIGNS else (here, SIGNS[folded[here]])
    if here >= 3 and (code := folded[here - 3 : here]) in SIGNS and not folded[here - 4 : here - 3].isalpha():
        return here - 3, SIGNS[code]
    return start, ""


def _signed(tokens: Tokens, found: Numeral, sign: str, end: int) -> tuple[Unit, int, int]:
    from .units import UNITS

    return UNITS[sign], max(end, found.end), found.after


def _unit(tokens: Tokens, found: Numeral) -> tuple[Unit | None, int, int]:
    """The unit after a numeral, where it ends, and the index of the word behind it."""
    folded, end, after = tokens.folded, found.end, found.after
    if found.suffix:
        unit = FORMS.get(found.suffix, {}).get(())
        if unit:
            return unit, tokens.ends[after - 1], after
        return None, end, after
    if folded[end : end + 1] == "%" or folded[end : end + 2] == " %":
        from .units import UNITS

        return UNITS["percent"], folded.index("%", end) + 1, after
    if not linked(tokens, after - 1):
        return None, end, after
    return _unit_words(tokens, end, after)


def _unit_words(tokens: Tokens, end: int, after: int) -> tuple[Unit | None, int, int]:
    words = tokens.words
    forms = FORMS.get(words[after])
    if not forms:
        return None, end, after
    best: tuple[Unit | None, int, int] = None, end, after
    for rest, unit in forms.items():
        last = after + len(rest)
        if last >= best[2] and tuple(words[after + 1 : last + 1]) == rest \
                and all(tokens.gap(n) in _WITHIN_UNIT for n in range(after, last)):  # fmt: skip
            best = unit, tokens.ends[last], last + 1
    if words[after : after + 1] == ["second"] and best[0] is not None and tokens.gap(after - 1) == " " \
            and tokens.words[after - 1] not in ("1", "one", "a"):  # fmt: skip
        return None, end, after
    return best


_WITHIN_UNIT = frozenset({" ", "-", ".", ". ", "/", "\n"})


def _hyphened(tokens: Tokens, found: Numeral) -> bool:
    return tokens.folded[found.end : found.end + 1] == "-"


def _minus(tokens: Tokens, at: int, start: int) -> bool:
    folded = tokens.folded
    if at and tokens.words[at - 1] in ("minus", "negative") and linked(tokens, at - 1):
        return True
    return folded[start - 1 : start] == "-" and (start < 2 or folded[start - 2] in " (\n")


def _join(tokens: Tokens, found: list[tuple[Quantity, Numeral]]) -> Iterator[Quantity]:
    """Ranges become one quantity; members of a list share the magnitude and the unit of the last."""
    out: list[Quantity] = []
    scaled = False  # whether the figure that follows has, or shares, a magnitude
    for quantity, number in reversed(found):
        if out and quantity.kind in JOINABLE and out[-1].kind in JOINABLE:
            joined = _joined(tokens, quantity, number, out[-1], scaled)
            if joined is not None:
                if joined.high is not None:
                    out.pop()
                out.append(joined)
                continue
        out.append(quantity)
        scaled = number.scaled
    return reversed(out)


def _joined(tokens: Tokens, one: Quantity, number: Numeral, two: Quantity, scaled: bool) -> Quantity | None:
    """`one` as the lower end of a range up to `two`, or as a member of the list that goes on with `two`."""
    between = tokens.folded[one.span[1] : two.span[0]].replace(" ", "")
    if one.value is None or two.value is None or one.head or one.unit not in ("", two.unit):
        return None
    at = tokens.at(one.span[0])
    if between == "and" and at and tokens.words[at - 1] == "between":
        between = "to"
    if between in _RANGE and (one.high is not None or two.high is not None):
        return None
    if "year" in (one.kind, two.kind):
        years = one.kind == two.kind and between in ("-", "to")
        return one._replace(span=(one.span[0], two.span[1]), high=two.value) if years else None
    scale = 1 if number.scaled or not scaled or one.unit else _shared_scale(one.value, two.value)
    if between in _RANGE and not (between == "-" and one.value * scale >= two.value):
        return _range(one, two, scale)
    bare = not number.scaled and number.kind == "cardinal"
    if between in _LIST and bare and (scale > 1 or (two.unit and not one.unit)):
        return _share(one, two, scale)
    return None


def _shared_scale(first: Number, second: Number) -> int:
    """The magnitude that "12 to 14 million" also gives to the first figure."""
    one, two = abs(Fraction(first)), abs(Fraction(second))
    scale: int = 10 ** (3 * ((len(str(int(two))) - 1) // 3))
    return scale if one < 1000 and one * scale <= 10 * two else 1


def _share(one: Quantity, two: Quantity, scale: Number) -> Quantity:
    value = exact(Fraction((one.value or 0) * scale))
    return one._replace(
        value=value, precision=exact(Fraction(one.precision * scale)), unit=two.unit, kind=two.kind,
        head=two.head, modifiers=two.modifiers,
    )  # fmt: skip


def _range(one: Quantity, two: Quantity, scale: Number) -> Quantity:
    span = (one.span[0], two.span[1])
    return _share(one, two, scale)._replace(
        span=span, number=(one.number[0], two.number[1]), high=two.value, approx=one.approx or two.approx,
        written=one.written if one.written == two.written else "mixed",
    )  # fmt: skip
