"""What an index makes of single words, and of the texts of uses. It is remembered, since texts share most of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from functools import partial

from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import inflections, other_figure
from ..lang.lexicon import edits
from ..lang.remembered import Remembered
from .choosing import chosen
from .index import STEM, Index
from .shortened import may_be_near

_MOST_TEXTS = 1 << 12
_SHORTEST_SLIP = 4  # letters of a word that may be misspelt
_LAST = "\U0010ffff"  # the letter that none stands behind
_SHORTEST_PART = 3  # letters of a part of a closed compound


class Seen:
    """The words of texts as one index sees them, once it is ready for these texts.

    `variants` are other words of the glossary that a word may stand for, and whether by inflection; `openings` are the
    words and marks that may follow it as the first of a form, "" where a form ends with it, and `marked` tells whether
    a mark may; `rests` are the words that make a closed compound with this one before; `notable` is a word that has
    any of these. `meant` are those of which this one, if it is no word, may be a slip. `chosen` says which of some
    forms a text is a use of.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.notable = Remembered(self._notable)
        self.variants = Remembered(self._variants)
        self.openings = Remembered(self._opening)
        self.marked = Remembered(self._marked)
        self.rests = Remembered(self._rests)
        self.meant = Remembered(self._meant)
        self.chosen = Remembered(partial(chosen, index), _MOST_TEXTS)

    def _notable(self, word: str) -> bool:
        return bool(self.variants[word] or self.openings[word] or self.rests[word])

    def _variants(self, word: str) -> tuple[tuple[str, bool], ...]:
        known, figure = self._index.words, other_figure(word)
        found: tuple[tuple[str, bool], ...] = ((figure, False),) if figure and figure in known else ()
        if word[:STEM] in self._index.stems and not known.isdisjoint(inflections(word)):  # few words
            found += tuple((other, True) for other in inflections(word) if other in known)
        return found

    def _opening(self, word: str) -> Collection[str]:
        if word[:STEM] not in self._index.openings:
            return ()
        root, variants = self._index.root, self.variants[word]
        words = (word, *[other for other, _ in variants]) if variants else (word,)
        nodes = [root[one] for one in words if one in root]
        return frozenset().union(*nodes) if len(nodes) > 1 else nodes[0] if nodes else ()

    def _marked(self, word: str) -> bool:
        return any(key and not key[:1].isalnum() for key in self.openings[word])

    def _rests(self, word: str) -> frozenset[str]:
        compounds = self._index.closed.get(word[:STEM], ())
        first = bisect_left(compounds, word)
        if first == len(compounds) or not compounds[first].startswith(word) or not _is_part(word):  # as mostly
            return frozenset()
        begun = compounds[first : bisect_left(compounds, word + _LAST)]
        return frozenset(filter(_is_part, (one[len(word) :] for one in begun)))

    def _meant(self, word: str) -> tuple[str, ...]:
        index, endless = self._index, word[:-1] if word.endswith("s") else ""
        if len(word) < _SHORTEST_SLIP - 1 or word in index.words:
            return ()
        if not (may_be_near(word, index.shortened) or (endless and may_be_near(endless, index.shortened))):
            return ()
        if not index.words.isdisjoint(inflections(word)):
            return ()
        able, ables = {*edits(word)}, {*edits(endless)} if endless else set[str]()
        index.ready(able | ables)
        found = able & index.words | {f"{edit}s" for edit in ables & index.words}
        return tuple(sorted(one for one in found if len(one) >= _SHORTEST_SLIP))


def _is_part(word: str) -> bool:
    """Whether a word may be part of a closed compound."""
    return len(word) >= _SHORTEST_PART and word not in FUNCTION_WORDS
