"""Points that are told one after the other: "First, ... Second, ...", "the first key word is ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ..document import Document
from ..lang.quantity import Quantity
from ..model import Span

_BEFORE = re.compile(r"(?:[.;:!?\n\"] *|(?:^|[ ,])(?:and|then) )(?:the |my |our )?$|^(?:the |my |our )?$")
_AFTER = re.compile(
    r"(?: of all)?[,:]| (?:is|was) |[ -](?P<noun>[a-z]+(?:[ -][a-z]+){0,3}?) (?:is|was|are|concerns|relates|involves) "
)
_MOST = 12
# Nouns for what one goes on to tell, point by point.
_POINTS = frozenset(
    "areas aspects points reasons questions things measures ways parts priorities steps issues items fronts factors "
    "principles tasks goals objectives pillars topics messages announcements observations features characteristics "
    "dimensions directions words terms respects requirements conclusions suggestions proposals comments "
    "sections".split()
)
_SENTENCE = 1000  # code points before the first point in which its count is looked for
_KNOWN = re.compile(r"(?:^|[^a-z])(?:the|these|those|your) $")  # "the two questions" were announced by somebody else
_CUE = re.compile(r":\s*(?:the )?$|\bfollowing\b|\bas follows\b|\bbelow\b")

Point = tuple[Quantity, str]  # the ordinal, and the noun it goes with: "" in "First, ..."


def breaks_of(doc: Document) -> list[int]:
    """Where labels and headings begin: no run of points goes on across one."""
    return [block.span.start for block in doc.blocks if block.kind in ("label", "heading", "title")]


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


def announced(doc: Document, chain: list[Point]) -> Quantity | None:
    """The count that announces the points: the last one before them, in their sentence or the one before."""
    begin, noun = chain[0][0].span[0], chain[0][1]
    sentence = doc.sentence_at(begin)
    if begin - sentence.start < 9 and doc.folded[sentence.start : begin].strip(" \"'") in ("", "the", "and"):
        sentence = doc.sentence_at(max(0, sentence.start - 1))
    end = min(begin, sentence.end)
    region = Span(max(sentence.start, end - _SENTENCE), end)
    counts = [quantity for quantity in doc.quantities_in(region) if quantity.kind == "cardinal"]
    last = counts[-1] if counts else None
    if last is None or last.approx or last.high is not None or not isinstance(last.value, int) or not last.head:
        return None
    told = last.head.removesuffix("s") == noun.rpartition(" ")[2] if noun else last.head in _POINTS
    cued = _CUE.search(doc.folded, *region) is not None
    if _KNOWN.search(doc.folded, max(region.start, last.span[0] - len("those ")), last.span[0]) and not cued:
        return None
    return last if 1 < last.value <= _MOST and (told or cued) else None
