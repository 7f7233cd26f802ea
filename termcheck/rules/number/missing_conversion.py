"""A traditional measure that is converted in one place and not in another.

Readers abroad know no mu, li or jin. A text that converts one figure converts
them all; a figure that was converted before need not be converted again, and
a text that explains the unit itself ("one mu is 0.067 hectares") has done
enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.conversions import conversions
from ...lang.quantity import Quantity
from ...lang.units import TRADITIONAL
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    if TRADITIONAL.isdisjoint(doc.tokens.places):
        return
    done: dict[str, list[tuple[Quantity, Quantity]]] = {}
    for one, two in conversions(doc):
        if one.unit in TRADITIONAL:
            done.setdefault(one.unit, []).append((one, two))
    for quantity in doc.quantities:
        pairs = done.get(quantity.unit, [])
        if pairs and quantity.value is not None and not _known(quantity, pairs) and not _in_brackets(doc, quantity):
            first, into = pairs[0]
            message = f'convert this figure too: "{doc[first.span]}" is given in {into.unit}s'
            yield Finding(Span(*quantity.span), message, (Note(Span(*first.span), "converted here"),))


def _known(quantity: Quantity, pairs: list[tuple[Quantity, Quantity]]) -> bool:
    return any(one.value in (quantity.value, 1) for one, _ in pairs)


def _in_brackets(doc: Document, quantity: Quantity) -> bool:
    """Whether the figure is itself the conversion of another."""
    return doc.text[quantity.span[1] : quantity.span[1] + 1] in (")", "]")


RULE = Rule(
    "number/missing-conversion",
    "a traditional measure converted in one place and not in another",
    Severity.WARNING,
    check,
    (
        Example("They sowed 600 mu (40 hectares) of rye and [[90 mu]] of oats."),
        Example("It flew 30 li (15 kilometers) on Monday. It came back [[12 li]] a day later."),
        Example("They sowed 600 mu (40 hectares) of rye; the 600 mu gave a good crop."),
        Example("They sowed 600 mu of rye and 90 mu of oats. One mu (0.067 hectares) is small: 90 mu is not."),
        Example("They drove 12 miles (19 km), then 20 miles. Li Na ate 5 li."),
    ),
)
