"""Who asks: the outlets of a text, as the labels have them or as journalists say it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..document import Document
from ..model import Turn
from ..structure.speakers import PRESS_WORDS, plain
from .spots import Spot, spot

_REACH = 300  # code points of a question in which its journalist says who asks
_NAME = r"[A-Z](?:[\w'’&-]|\.(?=\w))*"
_OUTLET = rf"(?:{_NAME}|\d+\w*)(?: (?:(?:of|and|the|for|&) )?{_NAME}){{0,5}}"
_WHO = r"(?:an? |the )?(?:reporter|journalist|correspondent)s?"
_PERSON = rf"(?P<name>{_NAME}(?: {_NAME}){{0,3}}),?(?: {_WHO})?"
_SAID = re.compile(
    rf"\b(?:(?:I[’']m|I am|[Ww]e are|[Ww]e[’']re)(?: from| {_WHO} (?:from|with|of))"
    rf"|(?:I[’']m|I am|[Tt]his is|[Mm]y name is) {_PERSON} (?:from|with|of)) (?:the )?(?P<outlet>{_OUTLET})"
)
_SAID_HAN = re.compile(r"我是(?P<outlet>[\w《》“”·]{2,20}?)的?(?:记者(?P<name>[\u4e00-\u9fff]{2,4})?)(?=[，。,.])")


class Outlet(NamedTuple):
    """An outlet, "" where the text does not say it: its questions and words; `says` is how its journalists name it.

    `people` are the journalists who give their names.
    """

    name: str
    turns: int
    words: int
    first: Spot
    says: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def press(doc: Document) -> tuple[Outlet, ...]:
    """The outlets that ask, by the number of their questions."""
    found: dict[str, Outlet] = {}
    for turn in doc.turns:
        if turn.role == "press" and turn.body:
            one = _outlet(doc, turn)
            found[one.name] = _joined(found[one.name], one) if one.name in found else one
    return tuple(sorted(found.values(), key=lambda one: -one.turns))


def _joined(one: Outlet, more: Outlet) -> Outlet:
    return one._replace(
        turns=one.turns + more.turns,
        words=one.words + more.words,
        says=tuple(dict.fromkeys((*one.says, *more.says))),
        people=tuple(dict.fromkeys((*one.people, *more.people))),
    )


def _outlet(doc: Document, turn: Turn) -> Outlet:
    named, people = _said(doc, turn)
    label = "" if _is_plain(turn.speaker) else turn.speaker
    says = (named,) if label and named and named != label else ()
    first = turn.label or turn.body[0].span
    return Outlet(label or named, 1, spoken(doc, turn), spot(doc, first), says, people)


def _is_plain(label: str) -> bool:
    """Whether a label says that the press asks, and not which: "Q", "JOURNALIST"."""
    return {
        word for word in plain(label).lower().split() if not word.startswith("#") and not word.isdigit()
    } <= PRESS_WORDS


def _said(doc: Document, turn: Turn) -> tuple[str, tuple[str, ...]]:
    begin, end = turn.body[0].span
    pattern = _SAID_HAN if doc.lang == "zh" else _SAID
    match = pattern.search(doc.text, begin, min(end, begin + _REACH))
    if not match:
        return "", ()
    return " ".join(match["outlet"].split()), (match["name"],) if match["name"] else ()


def spoken(doc: Document, turn: Turn) -> int:
    """The words of a turn."""
    return sum(doc.tokens.at(block.span.end) - doc.tokens.at(block.span.start) for block in turn.body)
