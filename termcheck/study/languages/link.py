"""A piece of a text that answers one of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ...model import Pair, Span


class Link(NamedTuple):
    """A piece of the source, and one of the target that answers it."""

    source: Span
    target: Span


Find = Callable[[Pair], Iterator[Link]]


def grouped(named: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    groups: dict[str, list[Span]] = {}
    for key, span in named:
        groups.setdefault(key, []).append(span)
    return groups


def paired(sources: Sequence[Span], targets: Sequence[Span]) -> Iterator[Link]:
    """As many mentions on either side answer each other in order; else any may answer any."""
    if len(sources) == len(targets):
        yield from map(Link, sources, targets)
    elif sources and targets:
        yield from (Link(source, targets[0]) for source in sources)
        yield from (Link(sources[0], target) for target in targets[1:])
