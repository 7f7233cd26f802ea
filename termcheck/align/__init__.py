"""Which passages of a translation answer to which of its source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..document import PROSE, Bitext, Document
from ..glossary import Glossary
from ..model import Block, Pair, Span
from .beads import Bead, beads
from .model import Model, measured, model
from .sides import Mark, Side, Signs, side
from .signs import shared

__all__ = ["coverage", "passages", "sentences"]


def passages(source: Document, target: Document, glossary: Glossary) -> tuple[Pair, ...]:
    """The paragraphs of two texts that answer each other, in the order of the target.

    Each block of prose of either text, titles and rosters with it, stands in
    one pair; labels stand in none.
    """
    signs = shared(source, target, glossary)
    turns = _turns(source), _turns(target)
    if not all(any(block.speaker for turn in side for block in turn) for side in turns):
        turns = tuple([[block] for turn in side for block in turn] for side in turns)  # type: ignore[assignment]
    sections = _best(*(_side(doc, sign, side) for doc, sign, side in zip((source, target), signs, turns)))
    blocks = [[[block] for turn in side for block in turn] for side in turns]
    within = model(
        *(_side(doc, sign, side) for doc, sign, side in zip((source, target), signs, blocks)), sections.ratio
    )
    first, second = _offsets(turns[0]), _offsets(turns[1])
    found: list[Bead] = []
    for bead in beads(sections, range(len(turns[0])), range(len(turns[1]))):
        rows = range(first[bead.rows.start], first[bead.rows.stop])
        cols = range(second[bead.cols.start], second[bead.cols.stop])
        if bead.rows and bead.cols and min(len(rows), len(cols)) == 1:
            found.append(Bead(rows, cols, bead.score))
        else:
            found.extend(beads(within, rows, cols))
    return tuple(_pairs(found, within))


def sentences(bitext: Bitext, glossary: Glossary) -> tuple[Pair, ...]:
    """The sentences that answer each other within the pairs of a bitext, in the order of the target."""
    one, two = bitext.source.sentences, bitext.target.sentences
    starts = [span.start for span in one], [span.start for span in two]
    ranges = []
    for pair in bitext.pairs:
        rows = range(bisect_left(starts[0], pair.source.start), bisect_left(starts[0], pair.source.end))
        cols = range(bisect_left(starts[1], pair.target.start), bisect_left(starts[1], pair.target.end))
        ranges.append((rows, cols))
    if all(min(len(rows), len(cols)) <= 1 for rows, cols in ranges):
        return bitext.pairs
    signs = shared(bitext.source, bitext.target, glossary)
    found = model(side(bitext.source, signs[0], [[s] for s in one]), side(bitext.target, signs[1], [[s] for s in two]))
    pairs: list[Pair] = []
    for pair, (rows, cols) in zip(bitext.pairs, ranges, strict=True):
        if min(len(rows), len(cols)) == 0 or len(rows) == len(cols) == 1:
            pairs.append(pair)
        else:
            pairs.extend(one._replace(unit=pair.unit) for one in _pairs(beads(found, rows, cols), found))
    return tuple(pairs)


def coverage(bitext: Bitext) -> float:
    """The share of the two texts that stands in pairs with something on both sides, from 0 to 1."""
    whole = linked = 0
    for pair in bitext.pairs:
        size = (pair.source.end - pair.source.start, pair.target.end - pair.target.start)
        whole += sum(size)
        linked += sum(size) if all(size) else 0
    return linked / whole if whole else 1.0


def _best(one: Side, two: Side) -> Model:
    """The model of two sides, its ratio of lengths measured by a first alignment."""
    found = model(one, two)
    links = [
        (bead.rows.start, bead.cols.start)
        for bead in beads(found, range(len(one)), range(len(two)))
        if len(bead.rows) == len(bead.cols) == 1
    ]
    return found._replace(ratio=measured(found, links))


def _turns(doc: Document) -> list[list[Block]]:
    """The blocks of prose, those of one speaker between two labels together."""
    found: list[list[Block]] = []
    open_to = ""
    for block in doc.blocks:
        if block.kind == "paragraph" and block.speaker and block.speaker == open_to:
            found[-1].append(block)
        elif block.kind in PROSE:
            found.append([block])
            open_to = block.speaker if block.kind == "paragraph" else ""
        elif block.kind == "label":
            open_to = ""
    return found


def _side(doc: Document, signs: Signs, turns: Sequence[Sequence[Block]]) -> Side:
    marks: list[Mark] = [(turn[0].kind, turn[0].role or "") for turn in turns]
    return side(doc, signs, [[block.span for block in turn] for turn in turns], marks)


def _offsets(turns: Sequence[Sequence[Block]]) -> list[int]:
    found = [0]
    for turn in turns:
        found.append(found[-1] + len(turn))
    return found


def _pairs(found: Sequence[Bead], model: Model) -> Iterator[Pair]:
    """Beads as pairs of spans; a side with nothing is where the passage before it ends, or the first one begins."""
    one, two = model.one.spans, model.two.spans
    for bead in found:
        yield Pair(_span(one, bead.rows), _span(two, bead.cols))


def _span(spans: Sequence[Span], part: range) -> Span:
    if part:
        return Span(spans[part.start].start, spans[part[-1]].end)
    at = spans[part.start - 1].end if part.start else spans[0].start if spans else 0
    return Span(at, at)
