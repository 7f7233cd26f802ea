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

MOST = 1000  # figures shown of a text: a table of more is no reading for a person


class Numbers(NamedTuple):
    """The figures of a text.

    `speeches` hold the amounts in the order of the text, `total` of them in
    the text, those of each kind counted in `kinds`; `labels` are figures that
    count nothing: ordinals, names, codes; `event` is the day of the event.
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


def numbers(doc: Document, ctx: Context, issues: Sequence[Located]) -> Numbers:
    """The figures of a text, with the numbers of the issues that concern them."""
    marks = Marks(doc, issues)
    told, kinds = speeches(doc, marks, MOST)
    return Numbers(
        facts(doc, ctx, issues, marks)[:MOST],
        conversions(doc, marks)[:MOST],
        units(doc, marks),
        announced(doc, marks)[:MOST],
        codes(doc, ctx, marks),
        days(doc, marks)[:MOST],
        told,
        kinds,
        sum(count for _, count in kinds),
        labels(doc)[:MOST],
        told_day(doc.date) if doc.date and not doc.units else "",
    )
