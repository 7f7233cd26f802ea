"""Which pieces of two texts say the same: terms, people, places, figures, each only where that is sure."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..counterparts.facing import facing
from ..counterparts.match import Match, compared
from ..counterparts.people import Person, named, places, within
from ..counterparts.registers import Register, registers
from ..document import Bitext, Document
from ..glossary import Use
from ..lang import pinyin
from ..lang.gazetteer import Named
from ..model import Pair, Span
from ..rule import Context

Numbered = tuple[Span, int]


class Link(NamedTuple):
    """A piece of the source, and one of the target that answers it."""

    source: Span
    target: Span


class Linked(NamedTuple):
    """The linked pieces of a pair on either side, in order and disjoint; those with one number answer each other."""

    source: tuple[Numbered, ...] = ()
    target: tuple[Numbered, ...] = ()


Find = Callable[[Pair], Iterator[Link]]


def linked(bitext: Bitext, ctx: Context, pairs: Iterable[Pair]) -> Iterator[Linked]:
    """What is linked in each of some pairs. Of pieces that overlap, a term goes first, then a name, then a figure."""
    finds = [_terms(bitext, ctx), *_names(bitext, ctx), _figures(bitext)]
    for pair in pairs:
        if pair.source.start < pair.source.end and pair.target.start < pair.target.end:
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
            yield from _paired([use.span for use in here if use.form == form], answers)

    return find


def _inside(uses: Sequence[Use], span: Span) -> Sequence[Use]:
    first, last = (bisect_left(uses, offset, key=lambda use: use.span.start) for offset in span)
    return uses[first:last]


def _names(bitext: Bitext, ctx: Context) -> list[Find]:
    """People, countries and Chinese places of a Chinese and an English text, whichever is the source."""
    languages = bitext.source.lang, bitext.target.lang
    if languages == ("zh", "en"):
        return _chinese_names(bitext, ctx)
    if languages == ("en", "zh"):
        turned = _chinese_names(Bitext(bitext.target, bitext.source), ctx)
        return [_turned(find) for find in turned]
    return []


def _turned(find: Find) -> Find:
    return lambda pair: (Link(*reversed(link)) for link in find(Pair(pair.target, pair.source)))


def _chinese_names(bitext: Bitext, ctx: Context) -> list[Find]:
    every = registers(bitext, ctx)
    people = named(bitext.target, [name.start for register in every for name in register.target])

    def find_people(pair: Pair) -> Iterator[Link]:
        here = within(people, pair.target)
        written = _grouped((one.family + one.given, Span(one.start, one.end)) for one in here)
        for letters, one in {one.family + one.given: one for one in here}.items():
            yield from _paired(_said(bitext.source, pair.source, one), written[letters])

    return [find_people, *map(_of_register, every)]


def _said(source: Document, span: Span, one: Person) -> list[Span]:
    """Where a passage has a name as pinyin writes it, or, where only one thing may be meant, in other readings."""
    found = [Span(span.start + first, span.start + last) for first, last in places(one, source.folded[slice(*span)])]
    usual = [
        place
        for place in found
        if pinyin.letters(pinyin.written(source.folded[slice(*place)])) == one.family + one.given
    ]
    return usual or (found if len({source[place] for place in found}) == 1 else [])


def _of_register(register: Register) -> Find:
    sources = sorted((*register.source, *register.short))

    def find(pair: Pair) -> Iterator[Link]:
        here, there = _by_key(sources, pair.source), _by_key(register.target, pair.target)
        for key in here.keys() & there.keys():
            yield from _paired(here[key], there[key])

    return find


def _by_key(names: Sequence[Named], span: Span) -> dict[str, list[Span]]:
    """The names in a span that may stand for one thing only."""
    first, last = (bisect_left(names, (offset,)) for offset in span)
    sure = (name for name in names[first:last] if len(name.keys) == 1)
    return _grouped((next(iter(name.keys)), Span(name.start, name.end)) for name in sure)


def _figures(bitext: Bitext) -> Find:
    """Figures of one value, dates among them, as they were matched."""
    matches = {one.pair: one.matches for one in compared(bitext) if not one.apart}
    return lambda pair: (
        Link(Span(*one.source.span), Span(*one.target.span)) for one in matches.get(pair, ()) if _is_sure(one)
    )


def _is_sure(match: Match) -> bool:
    """Whether a figure is more than the "one" and "first" that every language has in its idioms."""
    return match.source.weight > 0 or match.target.weight > 0


def _grouped(named: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    groups: dict[str, list[Span]] = {}
    for key, span in named:
        groups.setdefault(key, []).append(span)
    return groups


def _paired(sources: Sequence[Span], targets: Sequence[Span]) -> Iterator[Link]:
    """As many mentions on either side answer each other in order; else any may answer any."""
    if len(sources) == len(targets):
        yield from map(Link, sources, targets)
    elif sources and targets:
        yield from (Link(source, targets[0]) for source in sources)
        yield from (Link(sources[0], target) for target in targets[1:])


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
