"""A figure that contradicts a fact of the glossary.

A glossary fact says of a term what figures belong to it: "{ports} ports in
{places} countries". Where a paragraph names the term and tells the fact in the
same words with another figure, one of the two is wrong, or the fact has moved
on and the glossary is due. A statement of nothing but a figure and its unit
tells too little to be compared. Figures of other years, of plans, and rounded
ones are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.settled import Slot, told_facts
from ...glossary import Fact, Term
from ...lang.quantity import agree
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    seen: set[Span] = set()
    for statement, slot in told_facts(doc, ctx.glossary.facts, ctx.uses(doc)):
        span = Span(*statement.quantity.span)
        if span not in seen and not agree(slot.statement.quantity, statement.quantity):
            seen.add(span)
            yield Finding(span, _message(slot), term=slot.fact.about)


def _message(slot: Slot) -> str:
    when = f", as of {slot.fact.as_of}" if slot.fact.as_of else ""
    return f'the glossary has "{slot.figure}" here: "{slot.told}"{when}'


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
