"""Which figures of a passage answer which of its translation, and which are left over.

Figures are matched one to one by value, the surest way first: the same value
and unit, the same value, the value put otherwise (a half for 50 percent), the
value converted or rounded. A figure may be said again, or once for twice, so a
figure with a match anywhere in the other passage is not left over. What is left
over on both sides and looks alike is one figure changed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from ...document import Bitext, Document
from ...lang.quantity import Number, Quantity, significance
from ...lang.units import convert
from ...model import Pair, Span
from . import _loose
from ._figures import Figure, figures


class Match(NamedTuple):
    """A figure of the source and the one of the target that answers it; `exact` where no rounding is between."""

    source: Figure
    target: Figure
    exact: bool


class Change(NamedTuple):
    """A figure of the source and the one that stands in its place; `sure` where one of them must be answered."""

    source: Figure
    target: Figure
    sure: bool


class Compared(NamedTuple):
    """What a pair of passages says in figures. The three last hold only figures that are asked for."""

    pair: Pair
    matches: tuple[Match, ...]
    changed: tuple[Change, ...]
    missing: tuple[Figure, ...]
    invented: tuple[Figure, ...]


@lru_cache(maxsize=1)
def compared(bitext: Bitext) -> tuple[Compared, ...]:
    """The pairs of a bitext that have figures, compared, in their order."""
    return tuple(_compared(bitext))


def _compared(bitext: Bitext) -> Iterator[Compared]:
    for at, pair in enumerate(bitext.pairs):
        if pair.source[0] == pair.source[1] or pair.target[0] == pair.target[1]:
            continue
        sources, targets = figures(bitext.source, pair.source), figures(bitext.target, pair.target)
        if sources or targets:
            yield _compare(bitext, at, sources, targets)


def _compare(bitext: Bitext, at: int, sources: list[Figure], targets: list[Figure]) -> Compared:
    pair = bitext.pairs[at]
    matches, lone_sources, lone_targets = _matched(sources, targets)
    wanted = [one for one in lone_sources if one.weight]
    extra = [one for one in lone_targets if one.weight]
    if not wanted and not extra:
        return Compared(pair, tuple(matches), (), (), ())
    missing = _unanswered(bitext.target, pair.target, wanted, targets) if wanted else []
    invented = _unanswered(bitext.source, pair.source, extra, sources) if extra else []
    changed = list(_changed(wanted, extra, missing, invented, sources, targets))
    sources_changed, targets_changed = ([two[n] for two in changed] for n in (0, 1))
    return Compared(
        pair,
        tuple(matches),
        tuple(changed),
        tuple(one for one in missing if one not in sources_changed),
        tuple(one for one in invented if one not in targets_changed),
    )


def _matched(sources: list[Figure], targets: list[Figure]) -> tuple[list[Match], list[Figure], list[Figure]]:
    matches: list[Match] = []
    for keys in (_same, _value, _otherwise):
        if sources and targets:
            sources, targets = _match_by(keys, sources, targets, matches)
    left: list[Figure] = []
    for source in sources:
        near = next((target for target in targets if _nearly(source, target)), None) if source.weight else None
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


def _same(one: Figure) -> Iterable[Hashable]:
    return ((one.size, one.sort),)


def _value(one: Figure) -> Iterable[Hashable]:
    return (one.size,)


def _otherwise(one: Figure) -> Iterable[Hashable]:
    return readings(one)


def readings(one: Figure) -> tuple[Number, ...]:
    """The values that say the same in other words: 50 percent is a half, 230 percent 2.3 times, 25 basis points 0.25."""
    size = Fraction(one.size)
    if one.sort in ("percent", "basis-point"):
        return (size, size / 100)
    if one.sort in ("percentage-point", "fraction", "times"):
        return (size, size * 100)
    if one.sort == "decade":
        return (size, size % 100)
    if one.sort == "cardinal" and one.quantity and _year_and_mark(one.quantity):
        return (size, size // 10)
    return (size,)


def _year_and_mark(said: Quantity) -> bool:
    """Whether the digits may be a year with the mark of a footnote: 20246."""
    return said.number[1] - said.number[0] == 5 and 19000 <= (said.value or 0) < 21000


def _nearly(one: Figure, two: Figure) -> bool:
    """Whether one figure is the other one converted or rounded."""
    if one.sort == two.sort or one.dimension == two.dimension == "money":
        return _rounded(one, two)
    there = convert(one.size, one.sort, two.sort)
    if there is None or not two.size:
        return one.weight == two.weight == 2 and "cardinal" in (one.sort, two.sort) and _rounded(one, two)
    step = Fraction(significance(two.size, two.precision))
    apart = abs(Fraction(there) - Fraction(two.size))
    return apart <= max(Fraction(two.size) / 100, step * Fraction(3, 5)) and (step < two.size or apart == 0)


def _rounded(one: Figure, two: Figure) -> bool:
    """Whether one is the other rounded to two digits or more, or to one where it is said to be no exact figure."""
    if one.sort in ("calendar-year", "month-name", "day-of-month", "ordinal", "weekday"):
        return False
    steps = [Fraction(significance(figure.size, figure.precision)) for figure in (one, two)]
    (fine, coarse), step = ((one, two), steps[1]) if steps[0] <= steps[1] else ((two, one), steps[0])
    if steps[0] == steps[1]:
        return False
    apart = Fraction(coarse.size) - Fraction(fine.size)
    if 2 * abs(apart) <= step and (coarse.size >= 10 * step or coarse.approx):
        return True
    cut = (coarse.approx == "above" and apart < 0) or (coarse.approx == "below" and apart > 0)
    return abs(apart) < step and (cut or coarse.approx == "about")


def _unanswered(doc: Document, span: Span, asked: list[Figure], said: list[Figure]) -> list[Figure]:
    """The figures that nothing in a passage of the other language answers."""
    known = {reading for one in said for reading in readings(one)}
    left = [one for one in asked if known.isdisjoint(readings(one)) and not any(_nearly(one, two) for two in said)]
    if not left:
        return left
    more = _loose.values(doc, span, [one.span for one in said])
    left = [one for one in left if more.isdisjoint(_loosely(one))]
    implied = _loose.implied(doc, span) if any(one.sort in _DATED for one in left) else ()
    return [one for one in left if one.sort not in implied]


def _loosely(one: Figure) -> tuple[Number, ...]:
    """The values that may stand for a figure in a label or code: 09 in 2008/09, 2024 in "20246" with a footnote's mark."""
    if one.sort == "calendar-year":
        return (*readings(one), one.value % 100)
    return readings(one)


def _changed(
    wanted: list[Figure],
    extra: list[Figure],
    missing: list[Figure],
    invented: list[Figure],
    sources: list[Figure],
    targets: list[Figure],
) -> Iterator[Change]:
    """The pairs of left-over figures that are one figure changed, the likeliest first; each figure in one."""
    absent = {id(one) for one in (*missing, *invented)}
    ranked = [
        (_likeness(one, two, place / len(sources), spot / len(targets)), place, spot)
        for place, one in enumerate(sources)
        if one in wanted
        for spot, two in enumerate(targets)
        if two in extra and (id(one) in absent or id(two) in absent)
    ]
    used: set[tuple[str, int]] = set()
    for likeness, place, spot in sorted(ranked, key=lambda one: -one[0]):
        if likeness >= _ALIKE and ("source", place) not in used and ("target", spot) not in used:
            used |= {("source", place), ("target", spot)}
            one, two = sources[place], targets[spot]
            firm = any(figure.weight == 2 and id(figure) in absent for figure in (one, two))
            lone = all([other for other in some if other.sort == one.sort] == [one] for one, some in ((one, missing), (two, invented)))
            yield Change(one, two, firm or (lone and one.sort == two.sort))


_ALIKE = 3
_DATED = frozenset({"calendar-year", "day-of-month"})
_MILLIONTHS = 10**6


def _likeness(one: Figure, two: Figure, place: float, spot: float) -> float:
    """How alike two figures are: by unit, by digits, by their places in the passages."""
    same = 3.0 if one.sort == two.sort else 2.0 if one.dimension == two.dimension else 0.0
    bare = {"cardinal"} & {one.sort, two.sort}
    digits = _digits(one), _digits(two)
    alike = 3.0 if digits[0] == digits[1] else 1.5 if sorted(digits[0]) == sorted(digits[1]) else 0.0
    if not alike and len(digits[0]) == len(digits[1]) > 1:
        alike = 1.0 if sum(a != b for a, b in zip(*digits, strict=True)) == 1 else 0.0
    if len(digits[0]) == 1 and not same:
        alike = 0.0
    if not same and not (bare and alike):
        return 0.0
    return same + alike + 0.5 * (one.approx == two.approx) + (1.0 if bare and not same else 0.0) + 0.9 * (1 - abs(place - spot))


def _digits(one: Figure) -> str:
    """The significant digits of a value: 4765 of 476.5 billion."""
    return str(int(Fraction(one.size) * _MILLIONTHS)).strip("0")
