"""Counts that are announced, and what is then listed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ...document import Document
from ...figures.lists import announces, listed, size
from ...figures.points import announced as announcing
from ...figures.points import breaks_of, chains
from ...lang.quantity import Quantity
from ..spots import Spot, shortened, spot
from .marks import Marks, Weight

Verdict = Weight | Literal["agree", "unsure", ""]
_RULES = ("number/count", "number/list-length")
_ARTICLE = 5  # code points before an ordinal that opens its sentence: "The first"
_POINT = 90  # code points shown of a point
_LIST = 240  # code points shown of a list


class Announced(NamedTuple):
    """A count with what is listed; `spot` is the count, or the first point where no count is told.

    `points` are those told one after the other, `listed` a list of one
    sentence. `verdict` is "" where nothing is compared.
    """

    spot: Spot
    said: int | None
    found: str
    points: tuple[Spot, ...]
    listed: str
    verdict: Verdict
    issues: tuple[int, ...]


def announced(doc: Document, marks: Marks) -> tuple[Announced, ...]:
    """The announced counts and the enumerations, in the order of the text."""
    found = sorted((*_enumerated(doc, marks), *_lists(doc, marks)), key=lambda one: one[0])
    return tuple(one for _, one in found)


def _enumerated(doc: Document, marks: Marks) -> Iterator[tuple[int, Announced]]:
    for chain in chains(doc, breaks_of(doc)):
        count = announcing(doc, chain)
        said = count.value if count and isinstance(count.value, int) else None
        if said is None and len(chain) == 1:
            continue
        span = count.span if count and said else chain[0][0].span
        points = tuple(_point(doc, point) for point, _ in chain)
        verdict: Verdict = "" if said is None else "agree" if said == len(chain) else _doubted(span, marks)
        yield span[0], Announced(spot(doc, span), said, str(len(chain)), points, "", verdict, marks(span))


def _doubted(span: tuple[int, int], marks: Marks) -> Verdict:
    """What is said of a count that does not come out: the rules know where it need not."""
    reported = marks(span, *_RULES)
    return marks.weight(reported) if reported else "unsure"


def _point(doc: Document, point: Quantity) -> Spot:
    """A point with its first words."""
    sentence = doc.sentence_at(point.span[0]).start
    start = sentence if point.span[0] - sentence < _ARTICLE else point.span[0]
    end = min(doc.sentence_at(start).end, start + 2 * _POINT)  # a sentence may be as long as the text
    one = spot(doc, (start, end), 0)
    return one._replace(before="", text=shortened(one.text, _POINT), after="")


def _lists(doc: Document, marks: Marks) -> Iterator[tuple[int, Announced]]:
    for quantity in doc.quantities:
        if (said := announces(quantity)) is None:
            continue
        region, whole = listed(doc, quantity)
        fewest, most = size(doc[region])
        if region.start == region.end or not (fewest or whole):
            continue
        verdict: Verdict = "agree" if fewest and fewest <= said <= most else _doubted(quantity.span, marks)
        found = "" if not fewest else str(fewest) if fewest == most else f"{fewest} to {most}"
        text = shortened(" ".join(doc[region].split()), _LIST)
        yield (
            quantity.span[0],
            Announced(spot(doc, quantity.span), said, found, (), text, verdict, marks(quantity.span)),
        )
