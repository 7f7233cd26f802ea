"""Facts that the glossary has settled, and the statements of a text that tell them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..document import Document
from ..glossary import Fact, Use
from ..model import Block, Span
from ..text import Source
from .differences import Differences
from .statements import Statement, read, statements

_ENOUGH = 2  # content items next to the figure that must be those of the fact, where it has as many


class Slot(NamedTuple):
    """One figure of a fact, as a statement of its own; `told` is the fact with its figures filled in."""

    fact: Fact
    told: str
    statement: Statement

    @property
    def figure(self) -> str:
        """The figure as the glossary writes it."""
        return self.told[slice(*self.statement.quantity.span)]


def slots(fact: Fact) -> Iterator[Slot]:
    """The figures of a fact, read from its statement with the values filled in."""
    told = fact.statement.format_map({name: str(value) for name, value in fact.values.items()})
    return (Slot(fact, told, statement) for statement in _read(told))


@lru_cache(maxsize=1024)  # a glossary is held against one text after the other
def _read(told: str) -> tuple[Statement, ...]:
    return tuple(read(Document(Source("", told), (Block("paragraph", Span(0, len(told))),))))


def told_facts(doc: Document, facts: Iterable[Fact], uses: Iterable[Use]) -> Iterator[tuple[Statement, Slot]]:
    """Statements beside a use of a term that tell a fact about it in the same words, be the figure right or wrong.

    Those of another time than the fact, and of what is to come, are left out.
    """
    known: dict[str, list[Slot]] = defaultdict(list)
    for fact in facts:
        known[fact.about].extend(slots(fact))
    told = statements(doc) if known else ()
    starts = [statement.quantity.span[0] for statement in told]
    differences = Differences(doc)
    for use in uses:
        if use.term.term not in known or use.kind == "forbidden":
            continue
        block = doc.block_at(use.span.start).span
        for statement in told[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            for slot in known[use.term.term]:
                if _tells(statement, slot, use.span) and not differences.elsewhen(statement.sentence, slot.fact.as_of):
                    yield statement, slot


def _tells(statement: Statement, slot: Slot, term: Span) -> bool:
    known = slot.statement
    if known.quantity.unit != statement.quantity.unit:
        return False
    needed = min(_ENOUGH, len(known.items) - 1)
    near = needed == _ENOUGH or statement.sentence.covers(term)  # one word is enough only beside the term
    return needed > 0 and near and _shared(known, statement) >= needed


def _shared(one: Statement, two: Statement) -> int:
    """Content words and like figures next to the figures, in a row on each side, that are the same."""
    sides = ((one.before()[::-1], two.before()[::-1]), (one.after(), two.after()))
    return sum(_same(first, second) for first, second in sides)


def _same(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Equal items in a row; two unequal figures are passed over."""
    count = 0
    for one, two in zip(first, second, strict=False):
        if one != two and not one[:1] == two[:1] == "#":
            break
        count += one == two
    return count
