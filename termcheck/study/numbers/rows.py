"""Every figure of a text as a row to tick off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...document import Document
from ...figures.directions import listed, movement
from ...figures.lists import counted
from ...lang.quantity import Kind, Quantity
from ..spots import Spot, spot
from . import written
from .marks import Marks

REACH = 32  # code points shown on each side of a figure
# The amounts by the names an editor calls them.
KINDS: dict[Kind, str] = {
    "cardinal": "count",
    "indefinite": "count",
    "percent": "percent",
    "fraction": "share",
    "money": "money",
    "measure": "measure",
}
_LABELS: dict[Kind, str] = {"ordinal": "ordinal", "label": "label", "code": "code"}
_MEANT = {"above": "more than", "below": "less than", "about": "about", "": ""}


class Figure(NamedTuple):
    """A figure where it stands: its exact value as people write it, its unit, what it counts, how it is told."""

    spot: Spot
    kind: str
    value: str
    unit: str
    counted: str
    direction: str
    issues: tuple[int, ...]


class Speech(NamedTuple):
    """The figures that one speaker says in a row."""

    speaker: str
    figures: tuple[Figure, ...]


class Label(NamedTuple):
    """A figure that counts nothing: an ordinal, a name, a code."""

    spot: Spot
    kind: str


def speeches(doc: Document, marks: Marks, most: int) -> tuple[tuple[Speech, ...], tuple[tuple[str, int], ...]]:
    """The first `most` amounts by speaker, and how many of each kind the text has."""
    amounts = [quantity for quantity in doc.quantities if quantity.kind in KINDS]
    kinds = Counter(KINDS[quantity.kind] for quantity in amounts)
    figures = _figures(doc, amounts[:most], marks)
    told = (Speech(name, tuple(some)) for name, some in groupby(figures, key=lambda one: one.spot.speaker))
    return tuple(told), tuple((kind, kinds[kind]) for kind in dict.fromkeys(KINDS.values()) if kinds[kind])


def _figures(doc: Document, amounts: list[Quantity], marks: Marks) -> Iterator[Figure]:
    last, moved = None, ""
    for quantity in amounts:
        moved = movement(doc, quantity) or (moved if listed(doc, last, quantity) else "")
        last = quantity
        yield Figure(
            spot(doc, quantity.span, REACH),
            KINDS[quantity.kind],
            written.amount(quantity),
            written.unit(quantity),
            " ".join(doc[counted(doc, quantity)].split()) or quantity.head,
            " ".join(filter(None, (moved, _MEANT[quantity.approx]))),
            marks(quantity.span),
        )


def labels(doc: Document) -> tuple[Label, ...]:
    """The figures that count nothing, in order; years and times stand with the dates."""
    return tuple(
        Label(spot(doc, quantity.span, REACH), _LABELS[quantity.kind])
        for quantity in doc.quantities
        if quantity.kind in _LABELS
    )
