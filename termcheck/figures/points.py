"""Points that are told one after the other: "First, ... Second, ...", "the first key word is ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..document import Document
from ..lang.quantity import Quantity

_BEFORE = re.compile(r"(?:[.;:!?\n\"] *|(?:^|[ ,])(?:and|then) )(?:the |my |our )?$|^(?:the |my |our )?$")
_AFTER = re.compile(
    r"(?: of all)?[,:]| (?:is|was) |[ -](?P<noun>[a-z]+(?:[ -][a-z]+){0,3}?) (?:is|was|are|concerns|relates|involves) "
)

Point = tuple[Quantity, str]  # the ordinal, and the noun it goes with: "" in "First, ..."


def chains(doc: Document, breaks: list[int]) -> Iterator[list[Point]]:
    """Runs of ordinals that open clauses and count up from one, none across a break and none within another."""
    chain: list[Point] = []
    part, tangled = 0, False
    for quantity in doc.quantities:
        noun = _opened(doc, quantity) if quantity.kind == "ordinal" and quantity.written == "words" else None
        if noun is None:
            continue
        here = bisect_right(breaks, quantity.span[0])
        if chain and (quantity.value == 1 or here != part):
            if not tangled:
                yield chain
            chain, tangled = [], False
        if quantity.value == len(chain) + 1:
            chain.append((quantity, noun))
            part = here
        else:
            tangled = True  # one list within another: whose point this is cannot be told
    if chain and not tangled:
        yield chain


def _opened(doc: Document, ordinal: Quantity) -> str | None:
    """The noun of the point that an ordinal opens ("" where it stands alone); None where it opens none."""
    begin, end = ordinal.span
    block = doc.block_at(begin).span
    if not _BEFORE.search(doc.folded[max(block.start, begin - 12) : begin]):
        return None
    match = _AFTER.match(doc.folded, end, min(end + 60, block.end))
    return (match["noun"] or "") if match else None
