"""The sentences of many pairs of texts, as words, with the places they came from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ..document import Bitext, Document, kept
from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import singulars
from ..lang.lexicon import rank
from ..lang.words import Tokens
from ..model import Pair, Span
from .phrases import Phrase

Sentences = Callable[[Bitext], Sequence[Pair]]


class Sentence(NamedTuple):
    """A stretch of a document: its words, "" for a break between two, and the number of the first in the document.

    Numbers of an English noun are one word, its possessive too: "facilities" is "facility".
    """

    document: Document
    span: Span
    words: tuple[str, ...]
    first: int

    def place(self, at: int, width: int = 1) -> Span:
        """Where words of it stand in the document."""
        numbers, tokens = _running(self.document).numbers, self.document.tokens
        begin, last = self.first + at, self.first + at + width - 1
        return Span(tokens.starts[bisect_left(numbers, begin)], tokens.ends[bisect_right(numbers, last) - 1])


class Corpus(NamedTuple):
    """Sentences that answer each other: `source[n]` and `target[n]`."""

    source: Sequence[Sentence]
    target: Sequence[Sentence]


def corpus(bitexts: Iterable[Bitext], sentences: Sentences) -> Corpus:
    """The sentences of all texts that have an answer in the other language."""
    source, target = list[Sentence](), list[Sentence]()
    for bitext in bitexts:
        filled = [pair for pair in sentences(bitext) if pair.is_filled]
        source += _sentences(bitext.source, [pair.source for pair in filled])
        target += _sentences(bitext.target, [pair.target for pair in filled])
    return Corpus(source, target)


def distinct(texts: Corpus) -> Corpus:
    """The pairs of sentences, of those with the same words the first only."""
    kept: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Sentence, Sentence]] = {}
    for one, two in zip(*texts, strict=True):
        kept.setdefault((one.words, two.words), (one, two))
    return Corpus([one for one, _ in kept.values()], [two for _, two in kept.values()])


def _sentences(document: Document, spans: Iterable[Span]) -> Iterator[Sentence]:
    (words, numbers), at = _running(document), document.tokens.at
    for span in spans:
        first, stop = numbers[at(span.start)], numbers[at(span.end)]
        yield Sentence(document, span, tuple(words[first:stop]), first)


class _Running(NamedTuple):
    """All words of a document, with the breaks between them; and for each of its tokens the number of its word here."""

    words: list[str]
    numbers: list[int]


@kept
def _running(doc: Document) -> _Running:
    tokens = doc.tokens
    same = {word: _singular(word) if doc.lang == "en" else word for word in doc.counts}
    words = list[str | None](map(same.__getitem__, tokens.words))
    links = [*tokens.links, 0]
    steps, at = [2 - link for link in links], 0
    for second in _second_parts(tokens):
        at = second - 1 if words[second - 1] is not None else at
        words[at] = f"{words[at]}-{words[second]}"
        words[second] = None
        steps[second - 1] -= 1
    found, begin = list[str | None](), 0
    for last in [n for n, link in enumerate(links[: len(words)]) if not link]:
        found += words[begin : last + 1]
        found.append("")
        begin = last + 1
    return _Running([word for word in found if word is not None], [*accumulate(steps[: len(words)], initial=0)])


def _second_parts(tokens: Tokens) -> Iterator[int]:
    """The words, by index, that are one with the word before them."""
    at = tokens.folded.find("-")
    while at >= 0:
        second = tokens.at(at + 1)
        if 0 < second < len(tokens) and tokens.ends[second - 1] == at and _is_one(tokens, second - 1):
            yield second
        at = tokens.folded.find("-", at + 1)


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
    return sentence.document[sentence.place(at, len(phrase.words))]
