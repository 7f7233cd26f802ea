"""A form the glossary forbids.

The entry says what to write in its place and why. A form that stands inside a
longer preferred or allowed one is no fault: the longer form wins.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...glossary import Forbidden, Term
from ...model import Edit, Finding, Fix, Severity
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for use in ctx.uses(doc):
        if use.kind == "forbidden":
            bad = next(one for one in use.term.forbidden if one.form == use.form)
            why = f": {bad.reason}" if bad.reason else ""
            yield Finding(
                use.span,
                f'write "{use.term.term}", not "{doc[use.span]}"{why}',
                fix=Fix(f'replace with "{use.term.term}"', (Edit(use.span, use.term.term),)),
                severity=bad.severity,
            )


_GRID = Term("State Grid Corporation of China", forbidden=(Forbidden("National Grid"),))

RULE = Rule(
    "term/forbidden",
    "a form the glossary forbids",
    Severity.ERROR,
    check,
    (
        Example(
            "The [[National Grid]] built it.",
            fixed="The State Grid Corporation of China built it.",
            terms=(_GRID,),
        ),
        Example("The State Grid Corporation of China built it.", terms=(_GRID,)),
    ),
)
