"""The terms of a glossary in two texts, passage by passage, whichever of the two languages is the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from ...document import Bitext, Document
from ...glossary import Term, Use
from ...lang.function_words import FUNCTION_WORDS
from ...lang.words import words_of
from ...model import Pair, Span
from ...text import fold
from ._words import Passage

_QUOTES = {"\u201c": "\u201d", "\u300a": "\u300b", "\u300c": "\u300d", "\u300e": "\u300f", "(": ")"}
_FEW, _TOPIC = 8, 0.1  # a text is about what more than so many of its passages have


@lru_cache(maxsize=1 << 12)
def forms(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """All forms of some terms, right or wrong."""
    every = ((one.term, *one.allowed, one.abbreviation, *(bad.form for bad in one.forbidden)) for one in terms)
    return tuple(form for some in every for form in some if form)


def is_name(form: str) -> bool:
    """Whether a form is two words or more that all have capitals, grammatical ones apart: a name has no paraphrase."""
    words = form.replace("-", " ").split()
    return len(words) > 1 and all(
        word[0].isupper() or not word[0].isalpha() or fold(word) in FUNCTION_WORDS for word in words
    )


def is_word(form: str) -> bool:
    """Whether a form is a single word that is no abbreviation."""
    return len(words_of(fold(form))) < 2 and sum(map(str.isupper, form)) < 2


def is_topic(passages: int, total: int) -> bool:
    """Whether so many of the passages have a term that the text is about it: then it is often left to be understood."""
    return passages > max(_FEW, _TOPIC * total)


def as_written(doc: Document, span: Span) -> str:
    """The text at a span, with the closing mark of a quotation or title that it opens."""
    text = doc[span]
    closing = next((shut for opening, shut in _QUOTES.items() if text.count(opening) > text.count(shut)), "")
    return text + closing


class Uses:
    """The uses of a text, by the passages they stand in; `every` is all of them in order, at `starts`."""

    def __init__(self, uses: Sequence[Use]) -> None:
        self.every = uses
        self.starts = [use.span.start for use in uses]

    def within(self, span: Span) -> Sequence[Use]:
        """The uses that begin in a span, in order."""
        return self.every[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def have(self, span: Span, terms: Sequence[Term]) -> bool:
        """Whether a form of one of the terms begins in a span."""
        here = {use.term.term for use in self.within(span)}
        return not here.isdisjoint(term.term for term in terms)


def passage(doc: Document, span: Span) -> Passage:
    """The words of a span."""
    return Passage(doc.tokens.words[doc.tokens.at(span.start) : doc.tokens.at(span.end)], doc.lang)


class Passages:
    """The pairs of a bitext by the sentences in them, and the words of any stretch of the target, each found once."""

    def __init__(self, bitext: Bitext) -> None:
        self._target, self._pairs = bitext.target, bitext.pairs
        self._starts = [pair.target.start for pair in bitext.pairs]
        self._known: dict[Span, Passage] = {}

    def __getitem__(self, span: Span) -> Passage:
        if span not in self._known:
            self._known[span] = passage(self._target, span)
        return self._known[span]

    def around(self, sentence: Pair) -> Pair:
        """The passages that a pair of sentences stands in."""
        return self._pairs[self._at(sentence)]

    def beside(self, sentence: Pair) -> list[Span]:
        """The targets before and after that: of a plain text, whose paragraphs may be linked one off; never of rows."""
        at = self._at(sentence)
        around = () if self._target.units else (at - 1, at + 1)
        return [self._pairs[other].target for other in around if 0 <= other < len(self._pairs)]

    def _at(self, sentence: Pair) -> int:
        return max(0, bisect_right(self._starts, sentence.target.start) - 1)
