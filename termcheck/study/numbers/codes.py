"""Code names with the figures they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...figures.codes import counts_behind, taken_apart
from ...lang.quantity import Quantity
from ...model import Span
from ...rule import Context
from ..spots import Spot, spot
from .marks import Marks

_COUNT = 40  # code points shown behind a figure that tells a part


class Code(NamedTuple):
    """A code name with its uses; `parts` are the figures it stands for, of the glossary or as the text tells them.

    `told` are the places where the text takes it apart, each with what the name says.
    """

    name: str
    parts: tuple[int, ...]
    settled: bool
    uses: tuple[Spot, ...]
    told: tuple[tuple[Spot, int], ...]
    right: bool
    issues: tuple[int, ...]


def codes(doc: Document, ctx: Context, marks: Marks) -> tuple[Code, ...]:
    """The code names of a text whose parts are known, in the order of their first use."""
    found: dict[str, list[Span]] = defaultdict(list)
    parts: dict[str, tuple[int, ...]] = {}
    for span, known in _names(doc, ctx):
        name = doc.folded[slice(*span)]
        found[name].append(span)
        parts[name] = known
    every = (_code(doc, spans, parts[name], marks) for name, spans in found.items())
    return tuple(code for code in every if code.parts)


def _names(doc: Document, ctx: Context) -> list[tuple[Span, tuple[int, ...]]]:
    """Each use of a code name with the parts that the glossary has."""
    codes = {Span(*one.number): () for one in doc.quantities if one.kind == "code"}
    named: dict[Span, tuple[int, ...]] = dict(codes)
    for use in ctx.uses(doc):
        if use.term.parts and use.kind != "forbidden":
            within = (Span(*one.number) for one in doc.quantities_in(use.span) if one.kind == "code")
            named[next(within, use.span)] = use.term.parts
    return sorted(named.items())


def _code(doc: Document, spans: list[Span], known: tuple[int, ...], marks: Marks) -> Code:
    pairs = max((pair for span in spans for pair in _told(doc, span, known)), key=_right, default=[])
    parts = known or tuple(part for _, part in pairs)
    return Code(
        " ".join(doc[spans[0]].split()),
        parts,
        bool(known),
        tuple(spot(doc, span) for span in spans),
        tuple((spot(doc, (count.span[0], count.span[1]), _COUNT), part) for count, part in pairs),
        all(count.value == part for count, part in pairs),
        tuple(sorted({n for span in (*spans, *(Span(*count.span) for count, _ in pairs)) for n in marks(span)})),
    )


def _told(doc: Document, name: Span, known: tuple[int, ...]) -> Iterator[list[tuple[Quantity, int]]]:
    """The figures behind a name that take it apart, all but one of them right."""
    for counts in counts_behind(doc, name):
        pairs = taken_apart(doc[name], known, counts)
        if pairs and _right(pairs) >= len(pairs) - 1:
            yield pairs


def _right(pairs: list[tuple[Quantity, int]]) -> int:
    return sum(count.value == part for count, part in pairs)
