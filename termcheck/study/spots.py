"""A place in a text with its neighbourhood: a line of a concordance."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from ..document import Document
from ..lang.script import reaches_han
from ..place import place

REACH = 48  # code points shown on each side: what a line of a concordance holds


class Spot(NamedTuple):
    """Where something is said: the number of its block (from 0), its line in the file (from 1), and who speaks.

    `before` and `after` are what stands on each side in the same block, white space as one space, cut at a word
    where blanks tell words apart.
    """

    block: int
    line: int
    speaker: str
    before: str
    text: str
    after: str


def spot(doc: Document, span: tuple[int, int], reach: int = REACH) -> Spot:
    """A span of a document as a line of a concordance, `reach` code points on each side at the most."""
    number = block_number(doc, span[0])
    block = doc.blocks[number]
    before = doc.text[max(block.span.start, span[0] - reach) : span[0]]
    after = doc.text[span[1] : min(block.span.end, span[1] + reach)]
    return Spot(
        number,
        place(doc, block.span._replace(start=span[0], end=span[1])).line,
        block.speaker,
        _spaced(before if span[0] - reach <= block.span.start else "…" + _cut(before)),
        _spaced(doc[span]),
        _spaced(after if span[1] + reach >= block.span.end else _cut(after[::-1])[::-1] + "…"),
    )


def block_number(doc: Document, offset: int) -> int:
    """The number of the block that holds an offset (of the one before it, where it stands between two)."""
    return max(0, bisect_right(doc.blocks, offset, key=lambda block: block.span.start) - 1)


def shortened(text: str, most: int) -> str:
    """A text of more than `most` code points cut behind a word, where blanks tell words apart."""
    if len(text) <= most:
        return text
    words, blank, piece = text[:most].rpartition(" ")
    return (words if blank and not reaches_han(piece) else text[:most]) + "…"


def _cut(text: str) -> str:
    """The text without the piece of a word it may begin with; Chinese has no blanks between its words."""
    piece, blank, rest = text.partition(" ")
    return rest if blank and not reaches_han(piece) else text


def _spaced(text: str) -> str:
    """White space of any kind as one space, also at the ends: they stand beside a word."""
    edges = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return edges[0] + " ".join(text.split()) + edges[1] if text.strip() else " " * bool(text)
