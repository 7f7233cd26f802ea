"""Reasons why two like statements may rightly give two figures: another time, another thing, another measure."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from typing import NamedTuple

from ..document import Document
from ..lang.quantity import AMOUNTS, Number, Quantity, agree
from ..model import Span
from .directions import beside
from .frames import BESIDE, near, opposed, parallel
from .statements import Statement, root

_APART = frozenset("another additional further extra other others remaining previous earlier new newly next".split())
_STEP = frozenset({"by", "from"})  # "rose by 5" tells a step, "rose to 5" a level


@cache
def _name() -> re.Pattern[str]:
    """A capitalised word that opens no sentence."""
    return re.compile(r"(?<=[a-z0-9,;:)] )[(\"“'‘]?([A-Z][^\W_]+(?:[-'’.][^\W_]+)*)|(?<=-)([A-Z][^\W_]+)")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(r"[^\w\n]*[0-9a-zA-Z]{1,2}[.)、]|[-*\u2022] ")


@cache
def _outlook() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|would|aim\w*|target\w*|plan(?:s|ned|ning)?|expect\w*|forecast\w*|projected|striv\w+|goal)\b"
    )


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:than|compared|from|instead|whereas|while|but|not|no longer|rather|earlier|before|previously|originally"
        r"|actually|sorry|correct\w*|increas\w*|ris\w+|rose|grew|grow\w*|fell|fall\w*|up|down|another|other)\b"
    )


class Setting(NamedTuple):
    """When a sentence is of: the years, other parts of dates; whose names it has, and whether it looks ahead."""

    years: frozenset[str]
    parts: frozenset[str]  # months, quarters, weekdays
    names: frozenset[str]
    outlook: bool


class Differences:
    """The reasons two statements of a document may differ, each sentence read once."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._settings: dict[Span, Setting] = {}
        self._together: dict[tuple[Number | None, Number | None, str], set[int]] = {}

    @cached_property
    def _places(self) -> dict[tuple[Number | None, str], list[int]]:
        """Where each amount stands."""
        found: dict[tuple[Number | None, str], list[int]] = defaultdict(list)
        for quantity in self._doc.quantities:
            if quantity.kind in AMOUNTS:
                for value in (quantity.value, quantity.high):
                    if value is not None:
                        found[value, quantity.unit].append(quantity.span[0])
        return found

    def _blocks(self, value: Number | None, unit: str) -> set[int]:
        """The paragraphs that hold an amount, by where they begin."""
        return {self._doc.block_at(place).span.start for place in self._places.get((value, unit), ())}

    def explain(self, one: Statement, two: Statement, slip: bool) -> bool:
        """Whether the two figures need not be equal; `slip` says that they are one slip of a digit apart."""
        return agree(one.quantity, two.quantity) or self._told_together(one, two) or self.apart(one, two, slip)

    def apart(self, one: Statement, two: Statement, slip: bool) -> bool:
        """Whether the two are of two things, or of two times, whatever their figures."""
        return (
            _other_measure(self._doc, one, two)
            or _part_and_whole(self._doc, one, two)
            or _part_and_whole(self._doc, two, one)
            or opposed(one, two)
            or _one_of_many(self._doc, one)
            or _one_of_many(self._doc, two)
            or (not slip and parallel(self._doc, one, two))
            or (_is_item(self._doc, one.sentence) and _is_item(self._doc, two.sentence))
            or self._other_setting(one.sentence, two.sentence, slip)
        )

    def elsewhen(self, sentence: Span, when: str) -> bool:
        """Whether a sentence speaks of another time than `when` ("2024-06"; "" is no time), or of what is to come."""
        told = self._setting(sentence)
        return told.outlook or bool(told.years and when[:4] not in told.years)

    def _told_together(self, one: Statement, two: Statement) -> bool:
        """Whether a paragraph besides one that holds both statements has both values: then they are two things."""
        first, second = one.quantity, two.quantity
        key = (first.value, second.value, first.unit)
        shared = self._together.get(key)
        if shared is None:
            shared = self._blocks(first.value, first.unit) & self._blocks(second.value, second.unit)
            self._together[key] = shared
        return not shared <= {self._doc.block_at(one.sentence.start).span.start}

    def _other_setting(self, one: Span, two: Span, slip: bool) -> bool:
        first, second = self._setting(one), self._setting(two)
        other_years = bool(first.years - second.years and second.years - first.years)
        other_parts = bool(first.parts and second.parts and not first.parts & second.parts)
        other_names = bool(first.names - second.names and second.names - first.names)
        if slip and first.names & second.names:
            other_names = False  # figures one slip apart are seldom those of two things with half a name in common
        return other_years or other_parts or other_names or first.outlook != second.outlook

    def compared(self, one: Statement, two: Statement) -> bool:
        """Whether one of two sentences of a paragraph compares or corrects."""
        return any(_compared().search(self._doc.folded, *near(statement)) for statement in (one, two))

    def _setting(self, sentence: Span) -> Setting:
        found = self._settings.get(sentence)
        if found is None:
            found = self._settings[sentence] = setting(self._doc, sentence)
        return found


def setting(doc: Document, sentence: Span) -> Setting:
    """What a sentence says besides its figures."""
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
            parts.add(f"{date.kind} {date.month or date.number or date.weekday} {date.day}")
    names = {root((match[1] or match[2]).lower()) for match in _name().finditer(doc.text, sentence.start, sentence.end)}
    first = doc.tokens.at(sentence.start)
    if first < len(doc.tokens) and doc.tokens.words[first] in doc.unknown:
        names.add(root(doc.tokens.words[first]))
    outlook = _outlook().search(doc.folded, *sentence) is not None
    return Setting(frozenset(years), frozenset(parts), frozenset(names), outlook)


def _other_measure(doc: Document, one: Statement, two: Statement) -> bool:
    """Whether the figures count two things, a step and a level, a rest and a whole, or a share and its complement."""
    first, second = one.quantity, two.quantity
    heads = root(first.head) != root(second.head) if first.head and second.head else False
    kinds = {root(word) for word in first.modifiers}, {root(word) for word in second.modifiers}
    if kinds[0] and kinds[1] and kinds[0].isdisjoint(two.items) and kinds[1].isdisjoint(one.items):
        return True  # "18 severe cases", "11 imported cases"
    complement = first.kind == "percent" and (first.value or 0) + (second.value or 0) == 100
    return heads or complement or _cue(doc, first) != _cue(doc, second)


def _part_and_whole(doc: Document, part: Statement, whole: Statement) -> bool:
    """Whether a figure beside the first makes the second of it: "13 in the north and 3 in the south", "16"."""
    one, two = part.quantity, whole.quantity
    if one.value is None or two.value is None:
        return False
    others = doc.quantities_in((one.span[0] - BESIDE, one.span[1] + BESIDE))
    return any(other.value == two.value - one.value and other.unit == one.unit for other in others)


def _one_of_many(doc: Document, statement: Statement) -> bool:
    """Whether the sentence tells like things in two figures: "a set of 12 volumes and one of 7 volumes"."""
    one = statement.quantity
    others = doc.quantities_in(near(statement)) if one.head else ()
    return any(other.value != one.value and root(other.head) == root(one.head) for other in others)


def _is_item(doc: Document, sentence: Span) -> bool:
    """Whether a sentence stands in a numbered item: items of a list tell like things of different things."""
    return _item().match(doc.text, doc.block_at(sentence.start).span.start) is not None


def _cue(doc: Document, quantity: Quantity) -> tuple[bool, bool, bool]:
    """Whether the figure is told as a step, as a rest or an addition, and as a part of another figure."""
    around = {*beside(doc, quantity), *quantity.modifiers}
    end = quantity.span[1]
    whole = end + len(" of the ") if doc.folded.startswith(" of the ", end) else end + len(" of ")
    part = doc.folded.startswith(" of ", end) and bool(doc.quantities_in((whole, whole + 1)))
    return bool(_STEP & around), bool(_APART & around), part
