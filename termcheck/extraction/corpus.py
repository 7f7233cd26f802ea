"""The sentences of many pairs of texts, as words, with the places they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..document import Bitext, Document
from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import singulars
from ..lang.lexicon import rank
from ..lang.words import Tokens
from ..model import Pair, Span
from .phrases import Phrase

Sentences = Callable[[Bitext], Sequence[Pair]]


class Sentence(NamedTuple):
    """A stretch of a document: its words, "" for a break between two, and the span of each word (of a break, empty).

    Numbers of an English noun are one word, its possessive too: "facilities" is "facility".
    """

    document: Document
    span: Span
    words: tuple[str, ...]
    spans: tuple[Span, ...]


class Corpus(NamedTuple):
    """Sentences that answer each other: `source[n]` and `target[n]`."""

    source: Sequence[Sentence]
    target: Sequence[Sentence]


def corpus(bitexts: Iterable[Bitext], sentences: Sentences) -> Corpus:
    """The sentences of all texts that have an answer in the other language."""
    source, target = [], []
    for bitext in bitexts:
        for pair in sentences(bitext):
            if pair.is_filled:
                source.append(_sentence(bitext.source, pair.source))
                target.append(_sentence(bitext.target, pair.target))
    return Corpus(source, target)


def distinct(texts: Corpus) -> Corpus:
    """The pairs of sentences, of those with the same words the first only."""
    kept: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Sentence, Sentence]] = {}
    for one, two in zip(*texts, strict=True):
        kept.setdefault((one.words, two.words), (one, two))
    return Corpus([one for one, _ in kept.values()], [two for _, two in kept.values()])


def _sentence(document: Document, span: Span) -> Sentence:
    tokens = document.tokens
    same = _singular if document.lang == "en" else str
    words, spans = list[str](), list[Span]()
    for at in range(tokens.at(span.start), tokens.at(span.end)):
        if at and words and words[-1] and _is_one(tokens, at - 1):
            words[-1] += f"-{same(tokens.words[at])}"
            spans[-1] = Span(spans[-1].start, tokens.ends[at])
        else:
            words.append(same(tokens.words[at]))
            spans.append(Span(tokens.starts[at], tokens.ends[at]))
        if not tokens.linked(at):
            words.append("")
            spans.append(Span(tokens.ends[at], tokens.ends[at]))
    return Sentence(document, span, tuple(words), tuple(spans))


def _is_one(tokens: Tokens, at: int) -> bool:
    """Whether two words that a hyphen joins are one: "on-site", "Covid-19" (of others, either may be left out)."""
    return (tokens.words[at] in FUNCTION_WORDS or tokens.words[at + 1].isdigit()) and tokens.gap(at) == "-"


@lru_cache(1 << 16)
def _singular(word: str) -> str:
    """The word a regular plural or possessive is of; which of two spellings is of no matter as long as both meet."""
    base = word.removesuffix("'s").removesuffix("'")
    return min(singulars(base), key=lambda one: (rank(one), len(one)), default=base) if len(base) > 3 else base


def surfaces(phrase: Phrase, sentences: Sequence[Sentence]) -> Counter[str]:
    """How a phrase is written where it is used, with counts; line ends within it are blanks."""
    return Counter(" ".join(_written(phrase, sentences[number], at).split()) for number, at in phrase.places)


def _written(phrase: Phrase, sentence: Sentence, at: int) -> str:
    last = at + len(phrase.words) - 1
    return sentence.document[sentence.spans[at].start, sentence.spans[last].end]
