"""Which passages of a translation answer to which of its source; the work is imported when it is asked for."""

from __future__ import annotations

from ..document import Bitext, Document
from ..glossary import Glossary
from ..model import Pair

STRANGERS = 0.45  # between the 0.6 and more that was measured for translations, and the 0.3 and less for other texts


def passages(source: Document, target: Document, glossary: Glossary) -> tuple[Pair, ...]:
    """The paragraphs of two texts that answer each other, in the order of the target; `glossary` has its terms.

    Each block of prose of either text, titles and rosters with it, stands in
    one pair; labels stand in none. Several paragraphs are one span, from the
    start of the first to the end of the last. Of two texts that are no
    translations of each other only passages with a figure in common are linked.
    """
    from .linking import linked_passages

    return linked_passages(source, target, glossary)


def sentences(bitext: Bitext, glossary: Glossary) -> tuple[Pair, ...]:
    """The sentences that answer each other within the pairs of a bitext, in the order of the target.

    A pair stands as it is where a side has one sentence or none.
    """
    from .linking import linked_sentences

    return linked_sentences(bitext, glossary)


def coverage(bitext: Bitext) -> float:
    """How far two texts answer each other, from 0 to 1: below `STRANGERS` they are no translations of each other.

    It is the share of the figures and dates of the text that has fewer, rare
    ones weighing more, that stand in the passage of the other text linked to
    theirs. Between texts of hardly any figures it is the share of either text
    that is linked to anything, whichever is greater.
    """
    from .answering import answered

    return answered(bitext)
