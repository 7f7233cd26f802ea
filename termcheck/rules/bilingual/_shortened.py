"""A list of countries or places that lost one, or has another in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...counterparts.registers import Register
from ...document import Bitext, Document
from ...lang.gazetteer import Named
from ...model import Finding, Span
from ._passages import Passage, note, shown

_JOINS = frozenset({"、", "和", "与", "及", "以及", "、以及", "、和"})
_LIST = 3  # names that make a list of which one may be lost; two may be told in many ways
_BETWEEN = frozenset({"", "and", "the", "or", "as", "well", "in", "from", "city", "province", "provinces", "cities"})


def shortened(bitext: Bitext, register: Register, passages: Iterable[Passage]) -> Iterator[Finding]:
    """A list of three names or more of which the translation lists all but one, one after the other."""
    for one in passages:
        for names in _lists(one.said, bitext.source.folded) if one.lost else ():
            kept = [name for name in names if name not in one.lost]
            if len(names) - len(kept) == 1:
                missing = next(name for name in names if name in one.lost)
                yield from _compared(bitext, register, missing, kept, one)


def _compared(
    bitext: Bitext, register: Register, missing: Named, kept: Sequence[Named], passage: Passage
) -> Iterator[Finding]:
    what = shown(bitext, [missing], register)
    if place := _listed(kept, passage.told, len(kept) + 1, bitext.target):
        extra = _extra(place, kept)
        span = Span(extra.start, extra.end)
        message = f'the source lists {what}, not "{bitext.target[span]}"'
        yield Finding(span, message, (note(bitext, missing),))
    elif not passage.new and (place := _listed(kept, passage.told, len(kept), bitext.target)):
        span = Span(place[0].start, place[-1].end)
        yield Finding(span, f"the source lists {what} too", (note(bitext, missing),))


def _lists(names: Sequence[Named], folded: str) -> Iterator[list[Named]]:
    """Runs of different names joined as in 法国、德国和荷兰."""
    run = list(names[:1])
    for one, other in pairwise(names):
        if folded[one.end : other.start].strip() not in _JOINS:
            yield from _long(run)
            run = []
        run.append(other)
    yield from _long(run)


def _long(run: list[Named]) -> Iterator[list[Named]]:
    if len(run) == len({name.keys for name in run}) >= _LIST:
        yield run


def _listed(names: Sequence[Named], told: Sequence[Named], size: int, doc: Document) -> Sequence[Named]:
    """The names, `size` of them with nothing else between them, that begin and hold all of these."""
    for at in range(len(told) - size + 1):
        part = told[at : at + size]
        if all(any(name.keys & one.keys for one in part) for name in names) and _joined(part, doc):
            return part
    return ()


def _extra(place: Sequence[Named], kept: Sequence[Named]) -> Named:
    """The one of a list that is none of the kept ones, or is one for the second time."""
    open_ = list(kept)
    for one in place:
        match = next((name for name in open_ if name.keys & one.keys), None)
        if match is None:
            return one
        open_.remove(match)
    return place[-1]


def _joined(names: Sequence[Named], doc: Document) -> bool:
    gaps = (doc.folded[one.end : other.start].removeprefix("'s") for one, other in pairwise(names))
    return all(_BETWEEN.issuperset(gap.replace(",", " ").replace(";", " ").split()) and gap.strip() for gap in gaps)
