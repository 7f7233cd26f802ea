"""Which figures of a passage answer which of its translation, and which are left over.

Figures are matched one to one by value, the surest way first: the same value,
unit and direction, the same value, the value put otherwise (a half for 50
percent), the value converted or rounded. A figure may be said again, or once
for twice, so a figure with a match anywhere in the other passage is not left
over. In a plain text the passages beside it are looked at too, since a
sentence may have moved there. What is left over on both sides and looks alike
is one figure changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

from ..document import Bitext, Document, kept
from ..model import Pair, Span
from .answers import nearly, not_implied, readings, unanswered
from .changes import MOST_PAIRS, Change, Left, changed, cut
from .figures import Figure, every, figures
from .scopes import Sides

_FEW = 4  # figures that may be left over of a short passage


class Match(NamedTuple):
    """A figure of the source and the one of the target that answers it; `exact` where no rounding is between."""

    source: Figure
    target: Figure
    exact: bool


class Compared(NamedTuple):
    """What a pair of passages says in figures. `missing` and `invented` hold only figures that are asked for.

    `apart` says that so much is left over that the passages hardly answer each other.
    """

    pair: Pair
    matches: tuple[Match, ...] = ()
    changed: tuple[Change, ...] = ()
    missing: tuple[Figure, ...] = ()
    invented: tuple[Figure, ...] = ()
    apart: bool = False


@kept
def compared(bitext: Bitext) -> tuple[Compared, ...]:
    """The pairs of a bitext that have figures, compared, in their order."""
    return tuple(_compared(bitext))


def _compared(bitext: Bitext) -> Iterator[Compared]:
    source, target = every(bitext.source), every(bitext.target)
    for at in Sides(bitext.pairs).holding(source.starts, target.starts):
        if (pair := bitext.pairs[at]).is_filled:
            yield _compare(bitext, at, figures(bitext.source, pair.source), figures(bitext.target, pair.target))


def _compare(bitext: Bitext, at: int, sources: list[Figure], targets: list[Figure]) -> Compared:
    pair = bitext.pairs[at]
    matches, lone_sources, lone_targets = _matched(sources, targets)
    cuts = list(cut(bitext.target, [match[:2] for match in matches], lone_sources))
    gone = {id(change.source) for change in cuts}
    wanted = [one for one in lone_sources if one.weight and id(one) not in gone]
    extra = [one for one in lone_targets if one.weight]
    if not wanted and not extra:
        return Compared(pair, tuple(matches), tuple(cuts))
    near_source, near_target = _around(bitext, at)
    source = Left(wanted, *_absent(bitext.target, near_target, wanted, from_source=True), sources)
    target = Left(extra, *_absent(bitext.source, near_source, extra, from_source=False), targets)
    if len(source.missed) + len(target.missed) > max(_FEW, 2 * len(matches)):
        return Compared(pair, tuple(matches), (), tuple(source.missed), tuple(target.missed), apart=True)
    changes = list(changed(source, target))
    told = {id(one) for change in changes for one in (change.source, change.target)}
    return Compared(
        pair,
        tuple(matches),
        (*cuts, *changes),
        tuple(one for one in source.missed if id(one) not in told),
        tuple(one for one in target.missed if id(one) not in told),
    )


def _around(bitext: Bitext, at: int) -> tuple[Span, Span]:
    """The passages of a pair; those of a plain text with the passages beside them."""
    pair = bitext.pairs[at]
    if bitext.target.units:
        return pair.source, pair.target
    beside = [one for one in bitext.pairs[max(0, at - 1) : at + 2] if one.source[0] < one.source[1]]
    sources = Span(min(one.source[0] for one in beside), max(one.source[1] for one in beside))
    targets = Span(min(one.target[0] for one in beside), max(one.target[1] for one in beside))
    return sources, targets


def _absent(doc: Document, span: Span, asked: list[Figure], from_source: bool) -> tuple[list[Figure], list[Figure]]:
    """The figures that nothing in a span of the other text answers, and those of them that it does not imply."""
    absent = unanswered(doc, span, asked, figures(doc, span), from_source) if asked else asked
    return absent, not_implied(doc, span, absent)


def _matched(sources: list[Figure], targets: list[Figure]) -> tuple[list[Match], list[Figure], list[Figure]]:
    """The matches, and what has none of either side."""
    matches: list[Match] = []
    for keys in (_alike, _same, _kindred, _sort, _value, readings):
        if sources and targets:
            sources, targets = _match_by(keys, sources, targets, matches)
    if len(sources) * len(targets) > MOST_PAIRS:
        return matches, sources, targets
    left, targets = list[Figure](), list(targets)
    for source in sources:
        near = next((target for target in targets if nearly(source, target)), None) if source.weight else None
        if near is None:
            left.append(source)
        else:
            targets.remove(near)
            matches.append(Match(source, near, exact=False))
    return matches, left, targets


def _match_by(
    keys: Callable[[Figure], Iterable[Hashable]], sources: list[Figure], targets: list[Figure], matches: list[Match]
) -> tuple[list[Figure], list[Figure]]:
    """Match in order what shares a key; the figures left over on both sides."""
    waiting: dict[Hashable, list[Figure]] = {}
    for target in targets:
        for key in keys(target):
            waiting.setdefault(key, []).append(target)
    left, used = list[Figure](), set[int]()
    for source in sources:
        found = next((one for key in keys(source) for one in waiting.get(key, ()) if id(one) not in used), None)
        if found is None:
            left.append(source)
        else:
            used.add(id(found))
            matches.append(Match(source, found, exact=True))
    return left, [one for one in targets if id(one) not in used]


def _alike(one: Figure) -> Iterable[Hashable]:
    return ((one.size, one.sort, one.approx, _end(one)),)


def _same(one: Figure) -> Iterable[Hashable]:
    return ((one.size, one.sort, _end(one)),)


def _kindred(one: Figure) -> Iterable[Hashable]:
    """The two ends of a range stay together, though only one language names the currency."""
    return ((one.size, "money" if one.dimension == "cardinal" else one.dimension, _end(one)),)


def _sort(one: Figure) -> Iterable[Hashable]:
    return ((one.size, one.sort),)


def _end(one: Figure) -> tuple[bool, bool]:
    """Whether the figure is an end of a range, and which."""
    return one.quantity is not None and one.quantity.high is not None, one.high


def _value(one: Figure) -> Iterable[Hashable]:
    return (one.size,)
