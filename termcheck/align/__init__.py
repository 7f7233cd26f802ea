"""Which passages of a translation answer to which of its source."""

from __future__ import annotations

from ..document import Bitext, Document
from ..glossary import Glossary
from ..model import Pair, Span

__all__ = ["passages", "sentences"]


def passages(source: Document, target: Document, glossary: Glossary) -> tuple[Pair, ...]:
    """The paragraphs of two texts that answer each other, in the order of the target."""
    one, two = ([block.span for block in doc.prose() if block.kind != "roster"] for doc in (source, target))
    if len(one) == len(two):
        return tuple(Pair(*spans) for spans in zip(one, two, strict=True))
    return (Pair(Span(0, len(source.text)), Span(0, len(target.text))),)


def sentences(bitext: Bitext, glossary: Glossary) -> tuple[Pair, ...]:
    """The sentences that answer each other within the pairs of a bitext, in the order of the target."""
    return bitext.pairs
