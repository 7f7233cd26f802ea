"""Names by their capitals: the runs of capitalised words in a stretch of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..document import Document
from ..lang.function_words import FUNCTION_WORDS
from ..model import Span

INNER = frozenset({"of", "and", "for", "on", "the", "in"})
_LONGEST = 12  # words; what is longer is a line in capitals


class Run(NamedTuple):
    """Capitalised words with small ones between them: "Ministry of Foreign Affairs". `words` are the folded ones."""

    span: Span
    words: tuple[str, ...]

    @property
    def content(self) -> frozenset[str]:
        """The words that say something."""
        return frozenset(self.words) - INNER


def runs(doc: Document, span: tuple[int, int]) -> Iterator[Run]:
    """The runs of two content words and more in a span, in order."""
    tokens = doc.tokens
    at, stop = tokens.at(span[0]), tokens.at(span[1])
    while (at := doc.capitals.find(1, at, stop)) >= 0:
        last = _last(doc, at, stop)
        first = at + (tokens.words[at] in FUNCTION_WORDS)  # "The Port Council"
        if 0 < last - first < _LONGEST:
            words = [*tokens.words[first : last + 1]]
            end = tokens.ends[last] - 2 * words[-1].endswith("'s")
            yield Run(Span(tokens.starts[first], end), (*words[:-1], words[-1].removesuffix("'s")))
        at = last + 1


def _last(doc: Document, first: int, stop: int) -> int:
    """Index of the last capitalised word of the run that begins with word `first`."""
    tokens, last = doc.tokens, first
    while last + 1 < stop and tokens.linked(last):
        after = last + 1
        while after < stop and tokens.words[after] in INNER and not doc.capitals[after] and tokens.linked(after):
            after += 1
        if after >= stop or not doc.capitals[after] or "\n" in tokens.gap(after - 1):
            break
        last = after
    return last
