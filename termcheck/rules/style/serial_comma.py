"""Lists with and without a comma before the last "and" in one text.

Both are right ("roads, bridges and ports", "roads, bridges, and ports"); a
text holds to one. Off by default: one finding tells how often each occurs. Only
lists of three short items are counted, for longer ones may be clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_ITEM = r"[^\W\d_][\w'’-]*(?: [\w'’-]+)?"
_LIST = rf"(?<![\w'’-]){_ITEM}, {_ITEM}(,?) (?:and|or) [^\W\d_][\w'’-]*"


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    lists = re.compile(_LIST)
    found: dict[bool, list[Span]] = {True: [], False: []}
    for block in doc.prose():
        for match in lists.finditer(doc.text, *block.span):
            found[bool(match.group(1))].append(Span(*match.span()))
    rare = min(found.values(), key=len)
    if rare:
        counts = f"{len(found[True])} lists have it, {len(found[False])} do not"
        yield Finding(rare[0], f"comma before the last item of a list: {counts}")


RULE = Rule(
    "style/serial-comma",
    "lists with and without a comma before the last item",
    Severity.SUGGESTION,
    check,
    (
        Example("Roads, dams and ports; mills, mines and quays; [[tea, rice, and salt]]."),
        Example("Roads, dams and ports; mills, mines and quays."),
    ),
    default=False,
)
