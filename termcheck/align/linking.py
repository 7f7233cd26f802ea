"""Turns, paragraphs within them, sentences within those, linked one after the other.

Each is done twice: what the first way through links tells how much longer the
translation is and which words go together, and the second goes by that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..document import Bitext, Document
from ..glossary import Glossary
from ..model import Block, Pair, Span
from .answering import likely
from .beads import Bead, beads
from .lexicon import learned, placed
from .sides import LEARNED, Side, Signs, lengths_of, side
from .signs import shared
from .turns import turns
from .weighing import Model, measured, model


class _Known(NamedTuple):
    """Two texts, their signs, and the ratio of lengths, 0 where it is not known yet."""

    source: Document
    target: Document
    signs: tuple[Signs, Signs]
    ratio: float = 0.0


def linked_passages(source: Document, target: Document, glossary: Glossary) -> tuple[Pair, ...]:
    """What `align.passages` gives."""
    both = turns(source, target)
    known = _Known(source, target, shared(source, target, glossary))
    pairs = tuple(_passages(_learned(known, _passages(known, *both)), *both))
    return likely(Bitext(source, target, pairs))


def linked_sentences(bitext: Bitext, glossary: Glossary) -> tuple[Pair, ...]:
    """What `align.sentences` gives."""
    source, target = bitext.source, bitext.target
    starts = list(source.sentences.starts), list(target.sentences.starts)
    parts = [(_within(starts[0], pair.source), _within(starts[1], pair.target)) for pair in bitext.pairs]
    if all(min(map(len, ranges)) < 2 for ranges in parts):
        return bitext.pairs
    known = _Known(source, target, shared(source, target, glossary))
    return tuple(_sentences(_learned(known, _sentences(known, bitext.pairs, parts)), bitext.pairs, parts))


def _passages(known: _Known, one: Sequence[Sequence[Block]], two: Sequence[Sequence[Block]]) -> Iterator[Pair]:
    by_turn = model(_side(known.source, known.signs[0], one), _side(known.target, known.signs[1], two), known.ratio)
    blocks = [[[block] for turn in turns for block in turn] for turns in (one, two)]
    by_block = by_turn
    if blocks != [one, two]:
        flat = _side(known.source, known.signs[0], blocks[0]), _side(known.target, known.signs[1], blocks[1])
        by_block = model(*flat, by_turn.ratio)
    places = [[*accumulate(map(len, turns), initial=0)] for turns in (one, two)]
    for turn in beads(by_turn, range(len(one)), range(len(two))):
        rows = range(places[0][turn.rows.start], places[0][turn.rows.stop])
        cols = range(places[1][turn.cols.start], places[1][turn.cols.stop])
        within = [Bead(rows, cols)] if min(len(rows), len(cols)) == 1 else beads(by_block, rows, cols)
        yield from _pairs(within, by_block)


def _sentences(known: _Known, pairs: Sequence[Pair], parts: Sequence[tuple[range, range]]) -> Iterator[Pair]:
    spans = known.source.sentences, known.target.sentences
    sides = [
        side(doc, signs, [[span] for span in whole])
        for doc, signs, whole in zip((known.source, known.target), known.signs, spans, strict=True)
    ]
    found = model(sides[0], sides[1], known.ratio)
    for pair, (rows, cols) in zip(pairs, parts, strict=True):
        if min(len(rows), len(cols)) < 2:
            yield pair
        else:
            yield from (one._replace(unit=pair.unit) for one in _pairs(beads(found, rows, cols), found))


def _within(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _side(doc: Document, signs: Signs, passages: Sequence[Sequence[Block]]) -> Side:
    marks = [(blocks[0].kind, blocks[0].role or "") for blocks in passages]
    return side(doc, signs, [[block.span for block in blocks] for blocks in passages], marks)


def _learned(known: _Known, pairs: Iterable[Pair]) -> _Known:
    """What the linked passages tell besides."""
    source, target = known.source, known.target
    linked = [pair for pair in pairs if pair.is_filled]
    words = learned(source, target, linked)
    signs = (
        known.signs[0].plus(placed(source, {one: f"{LEARNED}{one} {two}" for one, two in words.items()})),
        known.signs[1].plus(placed(target, {two: f"{LEARNED}{one} {two}" for one, two in words.items()})),
    )
    one, two = lengths_of(source), lengths_of(target)
    ratio = measured((one(pair.source), two(pair.target)) for pair in linked)
    return known._replace(signs=signs, ratio=ratio)


def _pairs(found: Iterable[Bead], model: Model) -> Iterator[Pair]:
    """Beads as pairs of spans; a side with nothing is where the passage before it ends, or the first one begins."""
    for bead in found:
        yield Pair(_span(model.one.spans, bead.rows), _span(model.two.spans, bead.cols))


def _span(spans: Sequence[Span], part: range) -> Span:
    if part:
        return Span(spans[part.start].start, spans[part[-1]].end)
    at = spans[part.start - 1].end if part.start else spans[0].start if spans else 0
    return Span(at, at)
