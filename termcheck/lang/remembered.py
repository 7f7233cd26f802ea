"""What depends on a word alone is remembered from text to text, since texts share most of their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Fact = TypeVar("_Fact")
_MOST = 1 << 15  # words that are remembered at once: more than a large text has


class Remembered(dict[str, _Fact]):
    """What a function finds for each word. A text of new words makes it begin anew, so that it does not grow.

    Unlike `lru_cache` it does not note which word was asked for last, and that takes most of the time of an answer.
    """

    def __init__(self, find: Callable[[str], _Fact]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _Fact:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found
