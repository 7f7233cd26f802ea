"""A figure that contradicts a fact of the glossary.

A glossary fact says of a term what figures belong to it: "{ports} ports in
{places} countries". Where a paragraph names the term and tells the fact in the
same words with another figure, one of the two is wrong, or the fact has moved
on and the glossary is due. A statement of nothing but a figure and its unit
tells too little to be compared. Figures of other years, of plans, and rounded
ones are left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...figures.differences import Differences
from ...figures.statements import Statement, statements
from ...glossary import Fact, Term
from ...lang.quantity import agree
from ...model import Block, Finding, Severity, Span
from ...rule import Context, Example, Rule
from ...text import Source

_ENOUGH = 2  # content items next to the figure that must be those of the fact, where it has as many


class _Slot(NamedTuple):
    """One figure of a fact, as a statement of its own; `told` is the fact with its figures filled in."""

    fact: Fact
    told: str
    statement: Statement


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    slots: dict[str, list[_Slot]] = defaultdict(list)
    for fact in ctx.glossary.facts:
        slots[fact.about].extend(_slots(fact))
    told = statements(doc) if slots else ()
    starts = [statement.quantity.span[0] for statement in told]
    differences = Differences(doc)
    seen: set[Span] = set()
    for use in ctx.uses(doc):
        if use.term.term not in slots or use.kind == "forbidden":
            continue
        block = doc.block_at(use.span.start).span
        for statement in told[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            span = Span(*statement.quantity.span)
            slot = next((slot for slot in slots[use.term.term] if _contradicts(slot, statement, use.span)), None)
            if slot and span not in seen and not differences.elsewhen(statement.sentence, slot.fact.as_of):
                seen.add(span)
                yield Finding(span, _message(slot), term=slot.fact.about)


def _slots(fact: Fact) -> Iterator[_Slot]:
    """The figures of a fact, read from its statement with the values filled in."""
    told = fact.statement.format_map({name: str(value) for name, value in fact.values.items()})
    for statement in statements(Document(Source("", told), (Block("paragraph", Span(0, len(told))),))):
        yield _Slot(fact, told, statement)


def _contradicts(slot: _Slot, statement: Statement, term: Span) -> bool:
    """Whether a statement tells the slot in the same words with a figure that does not agree."""
    known = slot.statement
    if known.quantity.unit != statement.quantity.unit:
        return False
    needed = min(_ENOUGH, len(known.items) - 1)
    near = needed == _ENOUGH or statement.sentence.covers(term)  # one word is enough only beside the term
    told = needed > 0 and near and _shared(known, statement) >= needed
    return told and not agree(known.quantity, statement.quantity)


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


def _message(slot: _Slot) -> str:
    when = f", as of {slot.fact.as_of}" if slot.fact.as_of else ""
    figure = slot.told[slice(*slot.statement.quantity.span)]
    return f'the glossary has "{figure}" here: "{slot.told}"{when}'


_LINE = Term("Oban Ferry Line", allowed=("the line",))
_AREA = Fact("Oban Ferry Line", "{area} square miles", {"area": "82"})
_PIERS = Fact("Oban Ferry Line", "{piers} piers in {states} island states", {"piers": "214", "states": "36"}, "2024-06")

RULE = Rule(
    "number/fact",
    "a figure that contradicts a fact of the glossary",
    Severity.ERROR,
    check,
    (
        Example("The Oban Ferry Line serves [[241]] piers in 36 states.", terms=(_LINE,), facts=(_PIERS,)),
        Example("It thrives. The line now links 214 piers in [[63]] island states.", terms=(_LINE,), facts=(_PIERS,)),
        Example("The Oban Ferry Line serves 214 piers in 36 states.", terms=(_LINE,), facts=(_PIERS,)),
        Example(
            "The Oban Ferry Line serves over 200 piers, and the bus 90 new piers.", terms=(_LINE,), facts=(_PIERS,)
        ),
        Example("The bus serves 241 piers in 36 island states.", terms=(_LINE,), facts=(_PIERS,)),
        Example("In 2019 the line served 141 piers in 16 island states.", terms=(_LINE,), facts=(_PIERS,)),
        Example("The line laid out a park of 14 square miles.", terms=(_LINE,), facts=(_AREA,)),
        Example("The line will serve 314 piers in 46 island states.", terms=(_LINE,), facts=(_PIERS,)),
    ),
)
