"""What an index makes of single words. It is remembered from text to text, since texts share most of their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import inflections, other_figure
from ..lang.lexicon import edits
from .index import STEM, Index, Node
from .shortened import may_be_near

_Fact = TypeVar("_Fact")
_MOST = 1 << 15  # words that are remembered at once: more than a large text has
_SHORTEST_SLIP = 4  # letters of a word that may be misspelt
_LAST = "\U0010ffff"  # the letter that none stands behind
_SHORTEST_PART = 3  # letters of a part of a closed compound


class _Remembered(dict[str, _Fact]):
    """What a function finds for each word. A text of new words makes it begin anew, so that it does not grow."""

    def __init__(self, find: Callable[[str], _Fact]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> _Fact:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self._find(word)
        return found


class Opening(NamedTuple):
    """The nodes behind a first word, whether a form ends with it, and whether a mark follows it in one."""

    nodes: tuple[Node, ...]
    alone: bool
    marked: bool


class Remembered:
    """The words of texts as one index sees them, once it is ready for these texts.

    `variants` are other words of the glossary that a word may stand for, and whether by inflection; `openings` say
    what follows it as the first of a form; `rests` are the words that make a closed compound with this one before;
    `meant` are those of which this one, if it is no word, may be a slip.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.variants = _Remembered(self._variants)
        self.openings = _Remembered(self._opening)
        self.rests = _Remembered(self._rests)
        self.meant = _Remembered(self._meant)

    def _variants(self, word: str) -> tuple[tuple[str, bool], ...]:
        known, figure = self._index.words, other_figure(word)
        found: tuple[tuple[str, bool], ...] = ((figure, False),) if figure and figure in known else ()
        if word[:STEM] in self._index.stems:
            found += tuple((other, True) for other in inflections(word) if other in known)
        return found

    def _opening(self, word: str) -> Opening | None:
        if word[:STEM] not in self._index.openings:
            return None
        root = self._index.root
        nodes = tuple(root[one] for one in (word, *(other for other, _ in self.variants[word])) if one in root)
        marks = {key for node in nodes for key in node if not key[:1].isalnum()}
        return Opening(nodes, "" in marks, bool(marks - {""})) if nodes else None

    def _rests(self, word: str) -> frozenset[str]:
        if not _is_part(word):
            return frozenset()
        compounds = self._index.closed.get(word[:STEM], ())
        begun = compounds[bisect_left(compounds, word) : bisect_left(compounds, word + _LAST)]
        return frozenset(filter(_is_part, (one[len(word) :] for one in begun)))

    def _meant(self, word: str) -> tuple[str, ...]:
        index, endless = self._index, word[:-1] if word.endswith("s") else ""
        if not (may_be_near(word, index.shortened) or (endless and may_be_near(endless, index.shortened))):
            return ()
        if len(word) < _SHORTEST_SLIP - 1 or not index.words.isdisjoint((word, *inflections(word))):
            return ()
        able, ables = {*edits(word)}, {*edits(endless)} if endless else set[str]()
        index.ready(able | ables)
        found = able & index.words | {f"{edit}s" for edit in ables & index.words}
        return tuple(sorted(one for one in found if len(one) >= _SHORTEST_SLIP))


def _is_part(word: str) -> bool:
    """Whether a word may be part of a closed compound."""
    return len(word) >= _SHORTEST_PART and word not in FUNCTION_WORDS
