"""How a figure is told: more or less than that, a rise or a fall, by that much or to that level."""

from __future__ import annotations

import re
from functools import cache

from ..document import Document
from ..lang.quantity import Quantity

_CUE_WORDS = 3  # words before a figure that tell how it is meant, with no comma between
_FAR = 12  # words before "by" or "to" in which the verb may stand: "cut the time it takes to get there to 50 minutes"
_BEHIND = 4  # words behind a figure in which its noun may stand: "a 6.1 percent year-on-year increase"
_STEPS = frozenset({"by", "to", "from", "of"})
_APPROX = frozenset(
    "a an the more than less fewer over above under below nearly almost about around some roughly approximately at "
    "least most no not another just only little well".split()
)
_UP = frozenset(
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth "
    "gain gained climb climbed climbing jump jumped jumping surge surged surging expand expanded expanding raise "
    "raised raising soar soared soaring higher".split()
)
_DOWN = frozenset(
    "down fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining "
    "drop drops dropped dropping reduce reduces reduced reducing reduction cut cutting lower lowered lowering shrink "
    "shrank shrunk shrinking shorten shortened shortening slash slashed plunge plunged".split()
)
_LISTED = frozenset({" and ", ", ", ", and ", " or "})


def beside(doc: Document, quantity: Quantity) -> list[str]:
    """The words right before a figure that tell how it is meant: "by another 5"."""
    at = doc.tokens.at(quantity.span[0])
    return _row(doc, at, _CUE_WORDS)


def movement(doc: Document, quantity: Quantity) -> str:
    """The rise or fall that a figure tells: "up by", "down to", "up"; "" where none is told."""
    if doc.lang == "zh":
        return _chinese(doc, quantity)
    return _english(doc, quantity) if doc.lang == "en" else ""


def listed(doc: Document, last: Quantity | None, quantity: Quantity) -> bool:
    """Whether a figure goes on a list that the last one begins, and shares its direction: "by 217% and 190%"."""
    return last is not None and last.unit == quantity.unit and doc.folded[last.span[1] : quantity.span[0]] in _LISTED


def _english(doc: Document, quantity: Quantity) -> str:
    row = _row(doc, doc.tokens.at(quantity.span[0]), _FAR)
    while row and row[-1] in _APPROX:
        row.pop()
    if row[-2:] == ["up", "to"] and quantity.approx == "below":
        return ""  # "up to 5" is a limit
    step = row.pop() if row and row[-1] in _STEPS else ""
    if quantity.head and not step:
        return ""  # "they expanded 18 farms"
    near = row if step in ("by", "to") and not quantity.head else row[-1:]
    told = next((found for word in reversed(near) if (found := way(word))), "")
    if not told and not step:
        behind = _following(doc, quantity)
        told = next((found for word in behind if (found := way(word))), "")
    return " ".join(filter(None, (told, "by" if step == "of" else step))) if told else ""


def way(word: str) -> str:
    """Which way a folded word tells a figure to go: "up", "down", or "" for neither."""
    return "up" if word in _UP else "down" if word in _DOWN else ""


def _row(doc: Document, at: int, most: int) -> list[str]:
    """The words before word `at` with nothing but spaces between, at the most `most`."""
    first = at
    while at - first < most and first and doc.tokens.linked(first - 1):
        first -= 1
    return doc.tokens.words[first:at]


def _following(doc: Document, quantity: Quantity) -> list[str]:
    """The words behind a share in which its noun may stand."""
    if quantity.kind != "percent":
        return []
    tokens, at = doc.tokens, doc.tokens.at(quantity.span[1])
    end = at
    while end < len(tokens) and end - at < _BEHIND and (end == at or tokens.linked(end - 1)):
        end += 1
    return tokens.words[at:end]


@cache
def _chinese_moves() -> re.Pattern[str]:
    return re.compile(
        "(?:(?P<up>增长|上升|增加|提高|提升|上涨|扩大|增)|(?P<down>下降|减少|降低|回落|下跌|缩短|减|降))"
        "(?P<to>[至到为])?[了约近超逾过]{0,2} ?$"
    )


def _chinese(doc: Document, quantity: Quantity) -> str:
    begin = quantity.span[0]
    match = _chinese_moves().search(doc.folded, max(0, begin - 6), begin)
    if match is None:
        return ""
    return ("up" if match["up"] else "down") + (" to" if match["to"] else " by")
