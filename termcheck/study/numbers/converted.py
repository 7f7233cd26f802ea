"""Amounts given in two units, and those of the same units given in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...figures import conversions as figures
from ...lang.quantity import Quantity
from ...lang.units import TRADITIONAL
from ..spots import Spot, spot
from . import written
from .marks import Marks


class Conversion(NamedTuple):
    """An amount with its conversion in brackets; `exact` is what comes out, `right` whether the text has it, rounded.

    `right` is None where a range is converted; the issues are of what is not right.
    """

    spot: Spot
    given: str
    converted: str
    exact: str
    right: bool | None
    issues: tuple[int, ...]


class Unit(NamedTuple):
    """A unit that is converted somewhere, or that readers abroad do not know, with its figures that are not."""

    name: str
    places: tuple[tuple[Spot, tuple[int, ...]], ...]


def conversions(doc: Document, marks: Marks) -> tuple[Conversion, ...]:
    """The amounts given in two units, in order."""
    return tuple(_conversions(doc, marks))


def _conversions(doc: Document, marks: Marks) -> Iterator[Conversion]:
    for one, two in figures.conversions(doc):
        exact = figures.converted(one.value, one.unit, two.unit)
        span = one.span[0], two.span[1] + 1
        right = None if one.high is not None or two.high is not None else figures.equal(one, two)
        shown = figures.told(exact, two.unit) if exact is not None else ""
        yield Conversion(spot(doc, span), _told(one), _told(two), shown, right, () if right else marks(span))


def _told(quantity: Quantity) -> str:
    return f"{written.amount(quantity)} {written.unit(quantity)}"


def units(doc: Document, marks: Marks, most: int) -> tuple[Unit, ...]:
    """Units with figures that are not converted, at the most `most` of each, in the order of the text."""
    pairs = list(figures.conversions(doc))
    done = {quantity.span for pair in pairs for quantity in pair}
    named = {one.unit for one, _ in pairs} | (TRADITIONAL if doc.lang == "en" else frozenset())
    found: dict[str, list[Quantity]] = {}
    for quantity in doc.quantities:
        if quantity.unit in named and quantity.span not in done:
            found.setdefault(quantity.unit, []).append(quantity)
    return tuple(
        Unit(written.singular(name), tuple((spot(doc, one.span), marks(one.span)) for one in some[:most]))
        for name, some in found.items()
    )
