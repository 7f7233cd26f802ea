"""The first few of many values by their rank, as they pass by: no more than these is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass
class Best(Generic[T]):
    """At most so many values, those of the highest rank, and how many there were in all."""

    most: int
    count: int = 0
    _heap: list[tuple[Any, int, T]] = field(default_factory=list)

    def add(self, rank: Any, value: T) -> None:
        """Count a value, and keep it while it is one of the best; of one rank the first is better."""
        self.count += 1
        ranked = (rank, -self.count, value)
        if len(self._heap) < self.most:
            heappush(self._heap, ranked)
        else:
            heappushpop(self._heap, ranked)

    @property
    def values(self) -> list[T]:
        """The values that are kept, the best first."""
        return [value for _, _, value in sorted(self._heap, reverse=True)]
