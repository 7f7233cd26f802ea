"""A code name against the figures it stands for.

A plan called "3+5+8" or "3358" is taken apart in the text: "three ...
clusters, three ... clusters, five ... clusters". Where the figures that count
one noun behind the name are as many as its parts and all but one are right,
that one is a slip. The parts come from the glossary; without an entry, at
least three figures must spell the name but for one digit.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.codes import counts_behind, taken_apart
from ...glossary import Term
from ...lang.quantity import Quantity
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    named = {use.span: use.term for use in ctx.uses(doc) if use.term.parts and use.kind != "forbidden"}
    codes = {Span(*quantity.number) for quantity in doc.quantities if quantity.kind == "code"}
    told: set[Span] = set()
    for name in (*sorted(named), *sorted(codes)):
        for counts in counts_behind(doc, name):
            term = named.get(name)
            wrong = _wrong(doc[name], term.parts if term else (), counts)
            if wrong is not None and (span := Span(*wrong[0].number)) not in told:
                told.add(span)
                message = f'"{doc[name]}" says {wrong[1]} here'
                yield Finding(span, message, (Note(name, "the name"),), term=term.term if term else "")


def _wrong(name: str, parts: tuple[int, ...], counts: list[Quantity]) -> tuple[Quantity, int] | None:
    """The one figure that is wrong, and what it should be."""
    off = [(count, part) for count, part in taken_apart(name, parts, counts) if count.value != part]
    return off[0] if len(off) == 1 else None


_PLAN = Term("3+5+12", kind="figure", parts=(3, 5, 12))

RULE = Rule(
    "number/code-name",
    "figures that do not add up to the code name they explain",
    Severity.ERROR,
    check,
    (
        Example(
            'The "3512" plan has three harbor clusters, [[six]] rail clusters and 12 new clusters for parcels.',
        ),
        Example(
            "Under 3+5+12 there are three old clusters, five big clusters and [[13]] new clusters.", terms=(_PLAN,)
        ),
        Example('The "3512" plan has three harbor clusters, five rail clusters and 12 new clusters for parcels.'),
        Example('The "211" plan has two goals. Some 40 schools, 12 schools and three schools joined in May.'),
        Example("Under 3+5+12 there are three clusters and five clusters in the north.", terms=(_PLAN,)),
    ),
)
