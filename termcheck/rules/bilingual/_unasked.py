"""Renderings of terms whose source term is not in the passage that answers, nor a trace of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ...counterparts.scopes import standing
from ...document import Bitext
from ...glossary import Term, Use
from ...model import Pair
from ...rule import Context
from ...text import fold
from ._carried import has_initials
from ._glossed import Passages, Uses, is_topic, passage

_TRACE = 0.5  # with so much of its source term in the source, a rendering is a free one of that
_FREE, _TIMES = 0.5, 3  # a rendering that stands without it in half of its passages, and so often, tells little


class Unasked:
    """The uses of a text whose source terms are not in the passage that answers."""

    def __init__(self, bitext: Bitext, ctx: Context) -> None:
        self._source, self._answers, self._pairs = bitext.source, cache(ctx.glossary.of_source), bitext.pairs
        self._passages = Passages(bitext)
        self._uses, self._source_uses = Uses(ctx.uses(bitext.target)), Uses(ctx.source_uses(bitext.source))
        self._vague = self._count()

    def _count(self) -> set[str]:
        """The terms whose renderings tell little: what the text is about, and what it often says freely."""
        told, extra = Counter[str](), Counter[str]()
        for number in dict.fromkeys(standing([pair.target for pair in self._pairs], self._uses.starts)):
            pair = self._pairs[number]
            said = self._said(pair)
            for name in {use.term.term for use in self._uses.within(pair.target)}:
                told[name] += 1
                extra[name] += name not in said
        free = {name for name, count in extra.items() if count >= _TIMES and count >= _FREE * told[name]}
        return free | {name for name, count in told.items() if is_topic(count, len(self._pairs))}

    def _said(self, pair: Pair) -> set[str]:
        here = self._source_uses.within(pair.source)
        return {term.term for use in here for term in self._answers(use.form)}

    def within(self, sentence: Pair) -> Iterator[Use]:
        """The uses in the target of a sentence without a trace of their source term in the passage around."""
        uses = [use for use in self._uses.within(sentence.target) if use.term.term not in self._vague]
        around = self._passages.around(sentence)
        said = self._said(around) if uses else set()
        for use in uses:
            if use.term.term in said or use.kind == "forbidden" or not _is_translated(use.term):
                continue
            text = self._source[around.source]
            if fold(use.form) in fold(text) or has_initials(text, use.term.source):
                continue
            if passage(self._source, around.source).best(use.term.source) < _TRACE:
                yield use


def _is_translated(term: Term) -> bool:
    """Whether a term has other letters in the source: "WHO" stands for whatever the source calls it."""
    return bool(term.source) and fold(term.term) not in map(fold, term.source)
