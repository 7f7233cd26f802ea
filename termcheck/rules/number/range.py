"""A range whose first figure is the larger one.

"Between 9 and 5 percent" and "2024-2020" are the right way round only the
other way. "From 50 to 30" may be a fall and is left alone, and so are scores,
hours of the day, and spans told backwards in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.quantity import Quantity
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_HOURS = 24  # "between 9 and 5" is a working day


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for quantity in doc.quantities:
        value, high = quantity.value, quantity.high
        if value is not None and high is not None and high < value and _is_range(doc, quantity):
            message = "the first figure of this range is the larger one: swap them, or mend the figure"
            yield Finding(Span(*quantity.span), message)


def _is_range(doc: Document, quantity: Quantity) -> bool:
    begin, end = quantity.span
    value = quantity.value or 0
    if quantity.kind == "year":
        return doc.folded[begin:end].count("-") == 1 and end - begin == 9
    if not quantity.unit and not quantity.head and value <= _HOURS:
        return False
    told_backwards = doc.folded[end : end + 4] == " ago"
    return doc.folded[max(0, begin - 8) : begin].endswith("between ") and not told_backwards


RULE = Rule(
    "number/range",
    "a range whose first figure is the larger one",
    Severity.WARNING,
    check,
    (
        Example("Growth will be between [[9 and 5 percent]] this year."),
        Example("The plan for [[2025-2021]] was met."),
        Example("Growth will be between 5 and 9 percent; the plan for 2021-2025 was met."),
        Example("The rate fell from 50 to 30 percent. Between 10 and 5 years ago it was low. They won 3-2."),
        Example("We are open between 9 and 5."),
        Example("The rate fell from 2024 to 2020 levels."),
    ),
)
