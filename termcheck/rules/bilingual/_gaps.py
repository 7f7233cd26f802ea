"""What one text has and the other lacks, as a reader is told it: whole rows, turns, sentences and parts of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...document import Bitext, Document
from ...model import Pair, Span
from ._lexicon import Lexicon
from ._missing import Missing, Search
from ._sizes import size

_SURE, _DOUBTFUL, _PART = 5.5, 1.0, 4.0  # evidence; that of a part, which no alignment bears out, is doubtful at best
_CLEAR = 0.3  # what the length of the whole passage must say at least for a sure one
_PASSAGE, _DOUBTFUL_PASSAGE = 0.5, -1.0  # paragraphs nearly always answer one another: one that stands alone says much
_SAID = 24  # letters: "thank you" and "next question, please" are left out by right
_UNFINISHED = 0.2  # of the rows: a table with more empty ones is being worked on
_SHOWN = 50  # code points of a stretch that a message repeats
_ENCLOSED = ("()", "（）", "[]", "【】")


class Gap(NamedTuple):
    """A stretch that the other text lacks, and where it is lacking: the sentence before, or the empty cell."""

    here: Span
    there: Span
    kind: str
    doubtful: bool = False


def gaps(bitext: Bitext, beads: Sequence[Pair], learnt: Callable[[], Lexicon]) -> Iterator[Gap]:
    """What the second text of a bitext lacks of the first; `beads` are its sentences that answer each other.

    `learnt` gives which of their words do; it is dear, and asked only where something may be missing.
    """
    source, target = bitext.source, bitext.target
    search = Search(bitext, beads, learnt)
    yield from _rows(bitext) if source.units else _turns(source, target, search.passages())
    for found in search.sentences():
        least, kind = (_PART, "part") if found.part else (_DOUBTFUL, "sentence")
        if found.evidence >= least and _counts(source, found.here):
            sure = found.alone and found.evidence >= _SURE and found.whole >= _CLEAR
            yield Gap(found.here, _before(target, found.there), kind, not sure)


def opening(text: str) -> str:
    """The first words of a stretch, as a message shows them."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"


def _rows(bitext: Bitext) -> Iterator[Gap]:
    """The rows of a table with nothing on the other side."""
    empty = [pair for pair in bitext.pairs if not bitext.target[pair.target].strip()]
    if len(empty) <= max(1, _UNFINISHED * len(bitext.pairs)):
        yield from (Gap(pair.source, pair.target, "row") for pair in empty if _has_words(bitext.source, pair.source))


def _turns(source: Document, target: Document, found: Iterator[Missing]) -> Iterator[Gap]:
    """The paragraphs with nothing on the other side, those of one turn together."""
    labels = [turn.label.start for turn in source.turns if turn.label]
    blocks = [block.span for block in source.prose()]
    for run in found:
        if run.evidence >= _DOUBTFUL_PASSAGE:
            cuts = labels[bisect_right(labels, run.here.start) : bisect_right(labels, run.here.end)]
            for start, end in pairwise([run.here.start, *cuts, run.here.end]):
                first, last = bisect_left(blocks, (start,)), bisect_right(blocks, (end,))
                here = Span(blocks[first].start, blocks[last - 1].end) if first < last else Span(start, start)
                if _counts(source, here):
                    sure = run.alone and run.evidence >= _PASSAGE
                    yield Gap(here, _before(target, run.there), "passage", not sure)


def _before(doc: Document, place: Span) -> Span:
    """The sentence that ends at a place or holds it."""
    return doc.sentence_at(max(0, place.end - 1)) if doc.sentences else place


def _has_words(doc: Document, span: Span) -> bool:
    return any(map(str.isalpha, doc[span]))


def _counts(doc: Document, span: Span) -> bool:
    """Whether a stretch is more than a courtesy or a stage direction."""
    text = doc[span].strip()
    aside = any(text[:1] == pair[0] and text.rstrip(".。")[-1:] == pair[1] for pair in _ENCLOSED)
    return size(text) >= _SAID and not aside and _has_words(doc, span)
