"""Facts that a text tells more than once, and facts of the glossary that it tells.

Those that disagree are the ones that the rules report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from ...document import Document
from ...figures.agreement import agreeing
from ...figures.lists import counted
from ...figures.settled import Slot, told_facts
from ...lang.quantity import Quantity, agree
from ...model import Span
from ...place import Located
from ...rule import Context
from ..spots import Spot, spot
from .marks import Marks, Weight

Verdict = Weight | Literal["rounded", "equal", "once"]
_RULES = ("number/inconsistent", "reference/figure")
_NEAR = 90  # code points between figures that are told in one breath: "514 ports in 123 countries"
_ORDER: tuple[Verdict, ...] = ("differ", "doubtful", "accepted", "rounded", "equal", "once")

_Place = tuple[int, int]  # the span of a figure


class Fact(NamedTuple):
    """One fact with the places that tell it; `settled` is what the glossary says, `as_of` when it was so."""

    places: tuple[Spot, ...]
    verdict: Verdict
    settled: str
    as_of: str
    issues: tuple[int, ...]

    @property
    def repeated(self) -> bool:
        """Whether the text tells it more than once; else the glossary does."""
        return len(self.places) > 1

    @property
    def name(self) -> str:
        """The figures with what they count, as the place has them that says most."""
        return max((one.text for one in self.places), key=len)


def facts(doc: Document, ctx: Context, issues: Sequence[Located], marks: Marks) -> tuple[Fact, ...]:
    """The facts told more than once, or settled; those that disagree first."""
    slots = {one.quantity.span: slot for one, slot in told_facts(doc, ctx.glossary.facts, ctx.uses(doc))}
    reported = list(_reported(doc, issues))
    groups = _joined((*reported, *agreeing(doc), *((span, span) for span in slots)))
    wrong = {span for pair in reported for span in pair}
    wrong.update(span for span, slot in slots.items() if not agree(slot.statement.quantity, _quantity(doc, span)))
    found = (_fact(doc, together, wrong, slots, marks) for together in _together(doc, groups))
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.verdict)))


def _fact(
    doc: Document,
    groups: list[list[_Place]],
    wrong: set[_Place],
    slots: dict[_Place, Slot],
    marks: Marks,
) -> Fact:
    """One fact from the figures told together in each of its places."""
    every = [span for group in groups for span in group]
    places = [(row[0][0], counted(doc, _quantity(doc, row[-1])).end) for row in zip(*groups, strict=True)]
    verdict: Verdict = "equal" if all(_are_equal(doc, group) for group in groups) else "rounded"
    if not wrong.isdisjoint(every):
        verdict = marks.weight({n for span in every for n in marks(span, "number/fact", *_RULES)})
    elif len(places) == 1:
        verdict = "once"
    slot = next((slots[span] for span in every if span in slots), None)
    return Fact(
        tuple(spot(doc, place) for place in places),
        verdict,
        slot.told if slot else "",
        slot.fact.as_of if slot else "",
        tuple(sorted({n for span in every for n in marks(span)})),
    )


def _together(doc: Document, groups: list[list[_Place]]) -> Iterator[list[list[_Place]]]:
    """Groups whose figures stand side by side in the same sentences, as one fact."""
    found: dict[tuple[Span, ...], list[list[_Place]]] = defaultdict(list)
    for group in groups:
        key = tuple(doc.sentence_at(span[0]) for span in group)
        before = found[key]
        if before and not all(two[0] - one[1] < _NEAR for one, two in zip(before[-1], group, strict=True)):
            yield before
            before = found[key] = []
        before.append(group)
    yield from found.values()


def _joined(pairs: Iterable[tuple[_Place, _Place]]) -> list[list[_Place]]:
    """Groups of figures that pairs hold together, by their first place."""
    groups: dict[_Place, list[_Place]] = {}
    for one, two in pairs:
        first, second = groups.setdefault(one, [one]), groups.setdefault(two, [two])
        if first is not second:
            first += second
            groups.update((span, first) for span in second)
    return sorted(sorted(group) for group in {id(group): group for group in groups.values()}.values())


def _reported(doc: Document, issues: Sequence[Located]) -> Iterator[tuple[_Place, _Place]]:
    """The pairs of figures that the rules report as one fact told in two ways."""
    for one in issues:
        if one.issue.rule in _RULES and one.issue.path == doc.path:
            for note in one.issue.finding.notes:
                pair = _figure(doc, one.issue.finding.span), _figure(doc, note.span)
                if pair[0] and pair[1]:
                    yield pair[0], pair[1]


def _are_equal(doc: Document, group: list[_Place]) -> bool:
    return len({(one.value, one.high) for one in (_quantity(doc, span) for span in group)}) == 1


def _quantity(doc: Document, span: _Place) -> Quantity:
    return doc.quantities_in((span[0], span[0] + 1))[0]


def _figure(doc: Document, span: Span) -> _Place | None:
    return next((one.span for one in doc.quantities_in(span)), None)
