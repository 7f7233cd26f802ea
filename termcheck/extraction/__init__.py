"""Terms that aligned texts suggest: which phrase is rendered by which, how often, and where.

No model and no dictionary: a phrase of the source and one of the target that
are repeated in the same sentences, and seldom apart, render each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from ..lang.lexicon import USUAL, rank
from ..lang.words import words_of
from ..text import fold
from .choosing import Choice, choice, holding
from .corpus import Corpus, Sentence, corpus, distinct, surfaces
from .edges import barred, edges
from .linking import Link, Linker, one_to_one, outermost
from .phrases import Phrase, repeated

__all__ = ["Candidate", "Choice", "Corpus", "Known", "Rendering", "candidates", "choices", "corpus", "differing"]

_LONGEST = {"zh": 16}  # words of a phrase: each Han character is one
_USUAL_LONGEST = 8
_EXAMPLES = 2


class Rendering(NamedTuple):
    """A phrase of the target that renders one of the source: as written, and in how many sentences beside it."""

    text: str
    times: int


class Candidate(NamedTuple):
    """A source phrase that may be a term, with its renderings, the surest first.

    `sentences` is the number of sentences that have the source phrase,
    `score` the log-likelihood ratio of it with its first rendering, `examples`
    the numbers in the corpus of sentences that have both.
    """

    source: str
    renderings: tuple[Rendering, ...]
    sentences: int
    score: float
    examples: tuple[int, ...]


class Known(NamedTuple):
    """A source term whose rendering is settled: the sentences that have the term, and those of them that render it."""

    source: str
    sentences: frozenset[int]
    rendered: frozenset[int]


def candidates(texts: Corpus, least: int = 2) -> list[Candidate]:
    """The candidate terms of a corpus, the surest first; each phrase stands in `least` sentences or more."""
    linker = _linker(texts, least)
    sources = _phrases(texts.source, least)
    links = outermost(one_to_one(link for phrase in sources for link in linker.renderings(phrase)))
    taken = {link.target.words for link in links}
    found = []
    for link in links:
        others = (one for one in linker.others(link) if one.target.words not in taken)
        found.append(_candidate(_usual(link.source, texts.source), (link, *others), texts))
    return [one for one in found if _is_term(one.renderings[0].text)]


def differing(texts: Corpus, known: Iterable[Known], least: int = 2) -> Iterator[Candidate]:
    """The settled source terms that `least` sentences or more render in another way, with what they have instead."""
    linker = _linker(texts, least)
    for one in known:
        if len(one.sentences - one.rendered) >= least:
            phrase = Phrase((one.source,), (), one.sentences)
            if links := linker.renderings(phrase, one.sentences - one.rendered, least):
                yield _candidate(one.source, links[:1], texts)


def choices(texts: Corpus, least: int) -> Iterator[Choice]:
    """The phrases of `least` words and more that are rendered in two ways, the surest first.

    Pairs of the same two sentences are one: they say nothing of how else a phrase is rendered.
    """
    texts = distinct(texts)
    if texts.target:
        may_be_term = edges(texts.target[0].document.lang, texts.target)
        linker, having = _linker(texts, 3), cache(partial(holding, texts.target))
        sources = _phrases(texts.source, 3, least)
        for link in outermost(one_to_one(link for phrase in sources for link in linker.renderings(phrase))):
            if found := choice(link, linker, texts, may_be_term, having):
                yield found


def _linker(texts: Corpus, least: int) -> Linker:
    letters = [sum(map(len, chain.from_iterable([one.words for one in side]))) for side in texts]
    return Linker(_phrases(texts.target, least), len(texts.source), max(letters[1], 1) / max(letters[0], 1))


def _is_term(rendering: str) -> bool:
    """Whether a rendering is more than a word any text has: several words, an abbreviation, a rare word or name."""
    words = words_of(fold(rendering))
    return len(words) > 1 or rank(words[0]) > USUAL or sum(map(str.isupper, rendering)) > 1


def _phrases(sentences: Sequence[Sentence], least: int, shortest: int = 1) -> list[Phrase]:
    """The phrases of `shortest` words and more that stand in `least` sentences and more."""
    if not sentences:
        return []
    lang = sentences[0].document.lang
    longest, wanted = _LONGEST.get(lang, _USUAL_LONGEST), edges(lang, sentences)
    return list(
        repeated([one.words for one in sentences], least, longest, wanted, shortest=shortest, barred=barred(lang))
    )


def _candidate(source: str, links: Sequence[Link], texts: Corpus) -> Candidate:
    first = links[0]
    return Candidate(
        source,
        tuple(Rendering(_usual(one.target, texts.target), one.both) for one in links),
        len(first.source.segments),
        first.score,
        tuple(sorted(first.source.segments & first.target.segments)[:_EXAMPLES]),
    )


def _usual(phrase: Phrase, sentences: Sequence[Sentence]) -> str:
    """The way a phrase is written most; of two equally frequent, the one with fewer capitals."""
    forms = surfaces(phrase, sentences)
    return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), form))
