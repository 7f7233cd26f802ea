"""The terms of a source that its translation has in no form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..counterparts.facing import entry, facing
from ..document import Bitext
from ..glossary import Term, Use
from ..model import Span
from ..rule import Context
from .spots import Spot, shortened, spot

_REACH = 30  # code points of the source shown on each side: Chinese says more in them
_ANSWER = 160  # code points of the sentence that answers
_LEAST = 2  # characters of a source term: one alone is a part of many a word


class Lacking(NamedTuple):
    """A source term of which the translation has no form anywhere.

    `spot` is where the source has it first, by the lines and blocks of the
    source; `answer` the sentence of the translation there, None where none answers.
    """

    form: str
    terms: tuple[str, ...]
    times: int
    spot: Spot
    answer: Spot | None
    issues: tuple[int, ...] = ()


def lacking(bitext: Bitext, ctx: Context, resting: Mapping[str, Sequence[int]]) -> Iterator[Lacking]:
    """The source terms none of whose forms stand in the translation, the most frequent first."""
    facts = facing(bitext, ctx)
    here = {use.term.term for use in facts.uses(bitext.target)}
    said: dict[tuple[Term, ...], list[Use]] = defaultdict(list)
    for use in facts.source_uses(bitext.source):
        answers = facts.glossary.of_source(use.form)
        if len(use.form) >= _LEAST and here.isdisjoint(term.term for term in answers):
            said[answers].append(use)
    for answers, uses in sorted(said.items(), key=lambda one: -len(one[1])):
        names = tuple(dict.fromkeys(entry(bitext, ctx, term) for term in answers))
        told = tuple(n for name in names for n in resting.get(name, ()))
        first = spot(bitext.source, uses[0].span, _REACH)
        yield Lacking(uses[0].form, names, len(uses), first, _answer(bitext, ctx, uses[0].span), told)


def _answer(bitext: Bitext, ctx: Context, span: Span) -> Spot | None:
    """The sentence that answers a place of the source."""
    for source, target, _ in ctx.sentences(bitext):
        if source.covers(span) and target.start < target.end:
            whole = spot(bitext.target, target, 0)
            return whole._replace(before="", text=shortened(whole.text, _ANSWER), after="")
    return None
