"""Which source terms have no rendering in the sentence that answers theirs, and how firmly the text renders them.

A rendering is any form of any entry that has the source term, in the letters of
the glossary or another inflection, or its words apart or in another order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...counterparts.facing import facing
from ...counterparts.scopes import standing
from ...document import Bitext, kept
from ...glossary import Term, Use
from ...lang.script import reaches_han
from ...model import Pair
from ...rule import Context
from ._carried import Carrier, Carriers
from ._glossed import Passages, Uses, forms, is_name, is_word

_STEADY = 0.9  # of the other sentences with a term so many have a rendering
_OTHERS = 4  # and so many they are at least
_RENDERED = frozenset({"words", "passage", "initials", "slip", "defined"})  # these are as good as the form itself


class Missing(NamedTuple):
    """A source term without a form of it in the sentence that answers.

    `share` is how much of one is in the sentence, 0 to 1; `carried` says what
    stands for it there or in the passage around. Of `others`, the other
    sentences that have the source term, `rendered` have it rendered.
    """

    pair: Pair
    use: Use
    terms: tuple[Term, ...]
    share: float
    carried: Carrier
    others: int = 0
    rendered: int = 0

    @property
    def is_name(self) -> bool:
        """Whether it is a name in either language."""
        return is_name(self.use.form) or any(is_name(term.term) for term in self.terms)

    @property
    def is_word(self) -> bool:
        """Whether it is one everyday word: such a word has many senses, and a rendering for each."""
        written = [form for form in (self.use.form, *forms(self.terms)) if not reaches_han(form)]
        return bool(written) and all(is_word(form) for form in written)

    @property
    def is_loose(self) -> bool:
        """Whether several other sentences have none, and more than have one: the text renders it as it likes."""
        return self.others - self.rendered > max(1, self.rendered)

    @property
    def is_steady(self) -> bool:
        """Whether nearly all other sentences have a rendering."""
        return self.rendered >= _STEADY * self.others

    @property
    def is_firm(self) -> bool:
        """Whether that is so, and they are several."""
        return self.others >= _OTHERS and self.is_steady


@kept
def missing(bitext: Bitext, ctx: Context) -> tuple[Missing, ...]:
    """The source terms without a form, in the order of the target; each once in a sentence, at its first place."""
    found, asked, told = list[Missing](), Counter[tuple[Term, ...]](), Counter[tuple[Term, ...]]()
    search = _Search(bitext, ctx)
    for pair, use, terms in search.wanted():
        asked[terms] += 1
        one = search.missing(pair, use, terms)
        told[terms] += one is None or one.carried in _RENDERED
        found += [one] if one else []
    return tuple(
        one._replace(others=asked[one.terms] - 1, rendered=told[one.terms] - (one.carried in _RENDERED))
        for one in found
    )


class _Search:
    def __init__(self, bitext: Bitext, ctx: Context) -> None:
        self._sentences, self._passages = ctx.sentences(bitext), Passages(bitext)
        ctx = facing(bitext, ctx)
        self._answers, uses = cache(ctx.glossary.of_source), ctx.uses(bitext.target)
        self._uses, self._source_uses = Uses(uses), Uses(ctx.source_uses(bitext.source))
        self._carriers = Carriers(bitext.target, ctx.glossary, self._uses, self._passages)

    def wanted(self) -> Iterator[tuple[Pair, Use, tuple[Term, ...]]]:
        """The source terms of each pair of sentences that has two sides, with the entries that answer them."""
        for number in dict.fromkeys(standing([pair.source for pair in self._sentences], self._source_uses.starts)):
            pair, seen = self._sentences[number], set[tuple[Term, ...]]()
            for use in self._source_uses.within(pair.source) if pair.target.start < pair.target.end else ():
                terms = self._answers(use.form)
                if terms not in seen:
                    seen.add(terms)
                    yield pair, use, terms

    def missing(self, pair: Pair, use: Use, terms: tuple[Term, ...]) -> Missing | None:
        if self._uses.have(pair.target, terms):
            return None
        share = self._passages[pair.target].best(forms(terms))
        return Missing(pair, use, terms, share, "words" if share == 1 else self._carriers.of(pair, terms))
