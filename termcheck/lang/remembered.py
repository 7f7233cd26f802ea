"""What depends on a word alone is remembered from text to text, since texts share most of their words."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Fact = TypeVar("_Fact")
_MOST = 1 << 14  # words that are remembered at once: more than most texts have


class Remembered(dict[_Key, _Fact]):
    """What a function finds for each key, mostly a word. More than `most` make it begin anew: it does not grow.

    Unlike `lru_cache` it does not note which word was asked for last, and that takes most of the time of an answer.
    """

    def __init__(self, find: Callable[[_Key], _Fact], most: int = _MOST) -> None:
        super().__init__()
        self._find, self._most = find, most

    def __missing__(self, key: _Key) -> _Fact:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._find(key)
        return found
