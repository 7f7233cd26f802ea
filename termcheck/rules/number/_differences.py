"""Reasons why two like statements may rightly give two figures: another time, another thing, another measure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from ...document import Document
from ...lang.quantity import AMOUNTS, Number, Quantity, agree
from ...model import Span
from ._statements import Statement, root

_NAME = re.compile(r"(?<=[a-z0-9,;:)] )[(\"“'‘]?([A-Z][^\W_]+(?:[-'’.][^\W_]+)*)|(?<=-)([A-Z][^\W_]+)")
_OUTLOOK = re.compile(
    r"\b(?:will|would|aim\w*|target\w*|plan\w*|expect\w*|forecast\w*|project(?:s|ed)|striv\w+|goal)\b"
)
_APART = frozenset("another additional further extra other others remaining previous earlier new newly next".split())
_ITEM = re.compile(r"[^\w\n]*[0-9a-zA-Z]{1,2}[.)、]|[-*\u2022] ")
_BESIDE = 300  # code points in which the other part of a whole is looked for
_STEP = frozenset({"by", "from"})  # "rose by 5" tells a step, "rose to 5" a level


class _Setting(NamedTuple):
    """What a sentence says besides its figures."""

    years: frozenset[str]
    parts: frozenset[str]  # months, quarters, weekdays
    names: frozenset[str]
    outlook: bool


class Differences:
    """The reasons two statements of a document may differ, each sentence read once."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._settings: dict[Span, _Setting] = {}
        self._together: dict[tuple[Number | None, Number | None, str], bool] = {}
        self._blocks: dict[tuple[Number | None, str], set[int]] = defaultdict(set)
        for quantity in doc.quantities:
            if quantity.kind in AMOUNTS:
                block = doc.block_at(quantity.span[0]).span.start
                for value in (quantity.value, quantity.high):
                    if value is not None:
                        self._blocks[value, quantity.unit].add(block)

    def explain(self, one: Statement, two: Statement, slip: bool) -> bool:
        """Whether the two figures need not be equal; `slip` says that they are one slip of a digit apart."""
        return (
            agree(one.quantity, two.quantity)
            or self._told_together(one.quantity, two.quantity)
            or _other_measure(self._doc, one, two)
            or _part_and_whole(self._doc, one, two)
            or _part_and_whole(self._doc, two, one)
            or (not slip and _parallel(one, two))
            or (_is_item(self._doc, one.sentence) and _is_item(self._doc, two.sentence))
            or self._other_setting(one.sentence, two.sentence, slip)
        )

    def elsewhen(self, sentence: Span, when: str) -> bool:
        """Whether a sentence speaks of another time than `when` ("2024-06"; "" is no time), or of what is to come."""
        setting = self._setting(sentence)
        return setting.outlook or bool(setting.years and when[:4] not in setting.years)

    def _told_together(self, one: Quantity, two: Quantity) -> bool:
        """Whether a paragraph holds both values: then they are two things."""
        key = (one.value, two.value, one.unit)
        found = self._together.get(key)
        if found is None:
            blocks = self._blocks[one.value, one.unit], self._blocks[two.value, two.unit]
            found = self._together[key] = not blocks[0].isdisjoint(blocks[1])
        return found

    def _other_setting(self, one: Span, two: Span, slip: bool) -> bool:
        first, second = self._setting(one), self._setting(two)
        other_years = bool(first.years - second.years and second.years - first.years)
        other_parts = bool(first.parts and second.parts and not first.parts & second.parts)
        other_names = bool(first.names - second.names and second.names - first.names)
        if slip and first.names & second.names:
            other_names = False  # figures one slip apart are seldom those of two things with half a name in common
        return other_years or other_parts or other_names or first.outlook != second.outlook

    def same_names(self, one: Statement, two: Statement) -> bool:
        """Whether the two sentences hold the same names."""
        return self._setting(one.sentence).names == self._setting(two.sentence).names

    def _setting(self, sentence: Span) -> _Setting:
        found = self._settings.get(sentence)
        if found is None:
            found = self._settings[sentence] = _setting(self._doc, sentence)
        return found


def _setting(doc: Document, sentence: Span) -> _Setting:
    years = {str(quantity.value) for quantity in doc.quantities_in(sentence) if quantity.kind == "year"}
    parts: set[str] = set()
    event = doc.date
    for date in doc.dates_in(sentence):
        if date.year is not None:
            years.add(str(date.year))
        elif date.relative.endswith("year") or date.year_relative:
            step = {"last": -1, "this": 0, "next": 1}.get(date.relative.partition(" ")[0])
            years.add(str(event.year + step) if event and step is not None else date.relative)
        if date.month or date.number or date.weekday is not None:
            parts.add(f"{date.kind} {date.month or date.number or date.weekday}")
    names = frozenset(
        root((match[1] or match[2]).lower()) for match in _NAME.finditer(doc.text, sentence.start, sentence.end)
    )
    outlook = _OUTLOOK.search(doc.folded, *sentence) is not None
    return _Setting(frozenset(years), frozenset(parts), names, outlook)


def _other_measure(doc: Document, one: Statement, two: Statement) -> bool:
    """Whether the figures count two things, a step and a level, a rest and a whole, or a share and its complement."""
    first, second = one.quantity, two.quantity
    heads = root(first.head) != root(second.head) if first.head and second.head else False
    complement = first.kind == "percent" and (first.value or 0) + (second.value or 0) == 100
    return heads or complement or _cue(doc, first) != _cue(doc, second)


def _parallel(one: Statement, two: Statement) -> bool:
    """Whether the rows of items on one side of the figures differ in one word behind two equal ones.

    "The coastal line serves" and "the inland line serves" tell of two lines.
    """
    for first, second in ((one.before()[::-1], two.before()[::-1]), (one.after(), two.after())):
        equal = next((n for n, (here, there) in enumerate(zip(first, second, strict=False)) if here != there), 0)
        if equal >= 2 and first[equal + 1 : equal + 2] == second[equal + 1 : equal + 2]:
            return True
    return False


def _part_and_whole(doc: Document, part: Statement, whole: Statement) -> bool:
    """Whether a figure beside the first makes the second of it: "13 in the north and 3 in the south", "16"."""
    one, two = part.quantity.value, whole.quantity.value
    near = doc.quantities_in((part.quantity.span[0] - _BESIDE, part.quantity.span[1] + _BESIDE))
    return one is not None and two is not None and any(other.value == two - one for other in near)


def _is_item(doc: Document, sentence: Span) -> bool:
    """Whether a sentence stands in a numbered item: items of a list tell like things of different things."""
    return _ITEM.match(doc.text, doc.block_at(sentence.start).span.start) is not None


def _cue(doc: Document, quantity: Quantity) -> tuple[bool, bool]:
    """Whether the figure is told as a step, and as a rest or an addition."""
    at = doc.tokens.at(quantity.span[0])
    near = {*doc.tokens.words[max(0, at - 3) : at], *quantity.modifiers}
    return bool(_STEP & near), bool(_APART & near)
