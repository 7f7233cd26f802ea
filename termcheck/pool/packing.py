"""A part of a table as a few strings and arrays: another process is sent it in a fraction of the time."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ..document import Bitext, Document
from ..engine import Text
from ..model import Block, Pair, Piece, Span
from ..text import Source

_BETWEEN = "\0"  # stands in no text that a table holds


class Side(NamedTuple):
    """One text of a part. `blocks` are where its units stand in it, `pieces` where they do in the file."""

    path: str
    text: str
    lang: str
    blocks: array[int]
    pieces: Sequence[Piece]


class Packed(NamedTuple):
    """Both texts of a part, and the ids of the units, which are its pairs."""

    source: Side
    target: Side
    ids: str


def packed(text: Text) -> Packed | Text:
    """A part of a table, made small; any other text as it is."""
    doc, part = text
    if part is None or not doc.units:
        return text
    return Packed(_packed(part.source), _packed(part.target), _BETWEEN.join([pair.unit for pair in part.pairs]))


def unpacked(sent: Packed | Text) -> Text:
    """The text that was sent."""
    if not isinstance(sent, Packed):
        return sent
    source, target = _unpacked(sent.source), _unpacked(sent.target)
    sides = ([block.span for block in doc.blocks] for doc in (source, target))
    return target, Bitext(source, target, tuple(map(Pair, *sides, sent.ids.split(_BETWEEN))))


def _packed(doc: Document) -> Side:
    blocks = array("q", chain.from_iterable([block.span for block in doc.blocks]))
    return Side(doc.path, doc.text, doc.lang, blocks, doc.units)


def _unpacked(side: Side) -> Document:
    blocks = tuple([Block("paragraph", span) for span in _spans(side.blocks)])
    return Document(Source(side.path, side.text), blocks, (), side.lang, side.pieces)


def _spans(offsets: array[int]) -> Iterator[Span]:
    return map(Span, offsets[::2], offsets[1::2])
