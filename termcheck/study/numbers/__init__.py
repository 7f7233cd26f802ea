"""What a text says of its figures: each of them, and how they hold together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...document import Document
from ...place import Located
from ...rule import Context
from .codes import Code, codes
from .converted import Conversion, Unit, conversions, units
from .counted import Announced, announced
from .days import Day, days, told_day
from .marks import Marks
from .repeated import Fact, facts
from .rows import KINDS, Label, Speech, labels, speeches

__all__ = ["KINDS", "Announced", "Code", "Conversion", "Day", "Fact", "Label", "Numbers", "Speech", "Unit", "numbers"]

_MOST, _MOST_OF_TABLE = 1000, 200  # figures shown: more is no reading for a person, and a table is read row by row


class Numbers(NamedTuple):
    """The figures of a text.

    `speeches` hold the amounts in the order of the text, `total` of them in
    the text, those of each kind counted in `kinds`; `labels` are figures that
    count nothing: ordinals, names, codes; `event` is the day of the
    event. No part has more than `most` entries.
    """

    facts: tuple[Fact, ...]
    conversions: tuple[Conversion, ...]
    units: tuple[Unit, ...]
    announced: tuple[Announced, ...]
    codes: tuple[Code, ...]
    days: tuple[Day, ...]
    speeches: tuple[Speech, ...]
    kinds: tuple[tuple[str, int], ...]
    total: int
    labels: tuple[Label, ...]
    event: str
    most: int


def numbers(doc: Document, ctx: Context, issues: Sequence[Located]) -> Numbers:
    """The figures of a text, with the numbers of the issues that concern them."""
    marks = Marks(doc, issues)
    most = _MOST_OF_TABLE if doc.units else _MOST
    told, kinds = speeches(doc, marks, most)
    return Numbers(
        facts(doc, ctx, issues, marks)[:most],
        conversions(doc, marks)[:most],
        units(doc, marks, most),
        announced(doc, marks)[:most],
        codes(doc, ctx, marks),
        days(doc, marks)[:most],
        told,
        kinds,
        sum(count for _, count in kinds),
        labels(doc)[:most],
        told_day(doc.date) if doc.date and not doc.units else "",
        most,
    )
