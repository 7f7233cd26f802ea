"""Which pieces of two texts say the same: terms, people, places, figures, each only where that is sure."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...counterparts.facing import facing
from ...counterparts.match import Match, compared
from ...document import Bitext
from ...glossary import Use
from ...model import Pair, Span
from ...rule import Context
from .link import Find, Link, paired
from .names import names

Numbered = tuple[Span, int]


class Linked(NamedTuple):
    """The linked pieces of a pair on either side, in order and disjoint; those with one number answer each other."""

    source: tuple[Numbered, ...] = ()
    target: tuple[Numbered, ...] = ()


def linked(bitext: Bitext, ctx: Context, pairs: Iterable[Pair]) -> Iterator[Linked]:
    """What is linked in each of some pairs. Of pieces that overlap, a term goes first, then a name, then a figure."""
    finds = [_terms(bitext, ctx), *names(bitext, ctx), _figures(bitext)]
    for pair in pairs:
        if pair.is_filled:
            yield _numbered(_apart(link for find in finds for link in find(pair)))
        else:
            yield Linked()


def _terms(bitext: Bitext, ctx: Context) -> Find:
    """Uses of one entry of the glossary, by any of its forms."""
    ctx = facing(bitext, ctx)
    sources, targets = ctx.source_uses(bitext.source), ctx.uses(bitext.target)

    def find(pair: Pair) -> Iterator[Link]:
        here, there = _inside(sources, pair.source), _inside(targets, pair.target)
        for form in dict.fromkeys(use.form for use in here):
            terms = {term.term for term in ctx.glossary.of_source(form)}
            answers = [use.span for use in there if use.term.term in terms]
            yield from paired([use.span for use in here if use.form == form], answers)

    return find


def _inside(uses: Sequence[Use], span: Span) -> Sequence[Use]:
    first, last = (bisect_left(uses, offset, key=lambda use: use.span.start) for offset in span)
    return uses[first:last]


def _figures(bitext: Bitext) -> Find:
    """Figures of one value, dates among them, as they were matched."""
    matches = {one.pair: one.matches for one in compared(bitext) if not one.apart}
    return lambda pair: (
        Link(Span(*one.source.span), Span(*one.target.span)) for one in matches.get(pair, ()) if _is_sure(one)
    )


def _is_sure(match: Match) -> bool:
    """Whether a figure is more than the "one" and "first" that every language has in its idioms."""
    return match.source.weight > 0 or match.target.weight > 0


def _apart(links: Iterable[Link]) -> Iterator[Link]:
    """The links whose pieces overlap with none of another link before them."""
    taken: tuple[list[Span], list[Span]] = [], []
    for link in links:
        if all(map(_fits, taken, link)):
            for side, span in zip(taken, link, strict=True):
                insort(side, span)
            yield link


def _fits(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, span)
    if at < len(taken) and taken[at] == span:
        return True
    return (at == 0 or taken[at - 1].end <= span.start) and (at == len(taken) or span.end <= taken[at].start)


def _numbered(links: Iterable[Link]) -> Linked:
    """Pieces that are linked over others have one number; numbers count from 1."""
    towards: dict[tuple[int, Span], tuple[int, Span]] = {}

    def root(piece: tuple[int, Span]) -> tuple[int, Span]:
        while towards[piece] != piece:
            towards[piece] = piece = towards[towards[piece]]
        return piece

    for link in links:
        ends = (0, link.source), (1, link.target)
        for end in ends:
            towards.setdefault(end, end)
        towards[root(ends[0])] = root(ends[1])
    numbers: dict[tuple[int, Span], int] = {}
    sides: tuple[list[Numbered], list[Numbered]] = [], []
    for piece in sorted(towards):
        sides[piece[0]].append((piece[1], numbers.setdefault(root(piece), len(numbers) + 1)))
    return Linked(*map(tuple, sides))
