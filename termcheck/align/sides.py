"""The passages of two texts as the alignment sees them: how long each is, what signs it bears, who speaks it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from ..document import Document, kept
from ..han import marked
from ..model import Span

# What one Han character says takes about four Latin letters: medians of 3.7 to 4.4 in press conferences, news,
# reports and medical texts. A text's own ratio is measured on top of it.
HAN_LETTERS = 4.0

LEARNED = "="  # begins the name of a sign that is a pair of words learned to go together

Mark = tuple[str, ...]


class Side(NamedTuple):
    """The passages of one text in order. A passage is one span, or those of the paragraphs of a turn.

    `lengths` count a Latin letter as one; `signs` are what a passage holds
    that the other text holds too; `marks` say its kind and whose part it is.
    """

    spans: Sequence[Span]
    lengths: Sequence[float]
    signs: Sequence[frozenset[str]]
    marks: Sequence[Mark]

    def __len__(self) -> int:
        return len(self.spans)


class Signs(NamedTuple):
    """The signs of a whole text, by where they start."""

    starts: list[int]
    names: list[str]

    def within(self, span: Span) -> frozenset[str]:
        """The signs that start in a span."""
        return frozenset(self.names[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)])

    def plus(self, placed: Iterable[tuple[int, str]]) -> Signs:
        """These signs with others."""
        return signs_of(chain(zip(self.starts, self.names, strict=True), placed))


def side(doc: Document, signs: Signs, passages: Iterable[Sequence[Span]], marks: Sequence[Mark] = ()) -> Side:
    """One side, from the spans of each passage, in order."""
    parts, lengths = [list(spans) for spans in passages], lengths_of(doc)
    return Side(
        [Span(spans[0].start, spans[-1].end) for spans in parts],
        [sum(map(lengths, spans)) for spans in parts],
        [frozenset().union(*[signs.within(span) for span in spans]) for spans in parts],
        marks or [()] * len(parts),
    )


@kept
def lengths_of(doc: Document) -> Callable[[Span], float]:
    """What measures the stretches of a text in Latin letters; each is 1 at least."""
    han = marked(doc.text)
    return lambda span: max(1.0, span.end - span.start + (HAN_LETTERS - 1) * han.count(1, span.start, span.end))


def signs_of(placed: Iterable[tuple[int, str]]) -> Signs:
    """Signs from where they start and what they are, in any order."""
    ordered = sorted(placed)
    return Signs([start for start, _ in ordered], [name for _, name in ordered])
