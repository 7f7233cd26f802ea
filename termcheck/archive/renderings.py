"""How two texts render the terms of the source: those of the glossary, and institutions by the word they end with.

An attestation stands under the source term. `about` is what the glossary says
of the form; "found" marks a form it does not have: a name that stands in the
place of the term's, or the only one in the passage that can be the institution.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from ..counterparts.facing import facing
from ..document import Bitext, Document
from ..glossary import Term, Use
from ..lang.words import words_of
from ..model import Pair, Span
from ..rule import Context
from ..text import fold
from .runs import Run, runs
from .seen import Seen

# The words that institutions and papers end with, and what these are called in English.
_HEADS = {
    "委员会": "committee commission council board",
    "管理局": "administration authority bureau",
    "总局": "administration bureau",
    "办公室": "office",
    "研究院": "institute academy",
    "研究所": "institute",
    "基金会": "foundation",
    "联合会": "federation association",
    "协会": "association society",
    "计划": "plan program programme scheme",
    "倡议": "initiative",
    "大学": "university",
    "银行": "bank",
    "集团": "group corporation",
    "公司": "company corporation",
    "论坛": "forum",
    "条约": "treaty",
    "公约": "convention",
    "协定": "agreement",
}
_LEFT_OUT = "的了在对与由向是为于从将被把同以等及并而或让给至到说着这那该此各其有和"  # no name goes on over these
_LONGEST = 14  # characters of an institution before its last word


def renderings(bitext: Bitext, ctx: Context) -> Iterator[Seen]:
    """The renderings in the target, passage by passage."""
    ctx = facing(bitext, ctx)
    asked, said = ctx.source_uses(bitext.source), ctx.uses(bitext.target)
    starts = [use.span.start for use in asked], [use.span.start for use in said]
    learnt = (bitext.source.lang, bitext.target.lang) == ("zh", "en")
    for pair in bitext.pairs:
        if pair.is_filled:
            terms, forms = _within(asked, starts[0], pair.source), _within(said, starts[1], pair.target)
            yield from _of_glossary(bitext, ctx, pair, terms, forms)
            if learnt:
                yield from _of_institutions(bitext, pair, terms, forms)


def _within(uses: Sequence[Use], starts: list[int], span: Span) -> Sequence[Use]:
    return uses[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _of_glossary(bitext: Bitext, ctx: Context, pair: Pair, asked: Sequence[Use], said: Sequence[Use]) -> Iterator[Seen]:
    for source in dict.fromkeys(use.form for use in asked):
        terms = ctx.glossary.of_source(source)
        forms = [use for use in said if use.term in terms]
        for use in forms:
            yield Seen(use.span, "rendering", source, use.form, (use.kind,))
        if not forms:
            others = [run for run in _free(bitext.target, pair, said) if any(_stands_for(run, term) for term in terms)]
            if len(others) == 1:
                yield _found(bitext.target, source, others[0])


def _stands_for(run: Run, term: Term) -> bool:
    """Whether a name has half of a term's words and more, the last one among them, and not many others."""
    words = words_of(fold(term.term))
    shared = run.content & {*words}
    return len(words) > 1 and words[-1] in run.words and 2 * len(shared) >= len({*words, *run.content}) > 1


def _of_institutions(bitext: Bitext, pair: Pair, asked: Sequence[Use], said: Sequence[Use]) -> Iterator[Seen]:
    """An institution that is the only one of its sort in the source passage, and the only one in the target."""
    found = list[re.Match[str]](_institution().finditer(bitext.source.folded, *pair.source))
    kinds = [match["head"] for match in found]
    taken = [use.span for use in asked]
    for match in found:
        if kinds.count(match["head"]) == 1 and not any(Span(*match.span()).meets(span) for span in taken):
            heads = {*_HEADS[match["head"]].split()}
            names = [run for run in _free(bitext.target, pair, said) if heads & {run.words[-1], run.words[0]}]
            if len(names) == 1:
                yield _found(bitext.target, match.group(), names[0])


@cache
def _institution() -> re.Pattern[str]:
    heads = "|".join(sorted(_HEADS, key=len, reverse=True))
    name = rf"[^\W0-9a-z_{_LEFT_OUT}]"
    return re.compile(rf"(?<!{name}){name}{{2,{_LONGEST}}}?(?P<head>{heads})(?![会局部院所长])")


def _free(doc: Document, pair: Pair, said: Sequence[Use]) -> list[Run]:
    """The names in a passage of the target that are no forms of the glossary."""
    return [run for run in runs(doc, pair.target) if not any(run.span.meets(use.span) for use in said)]


def _found(doc: Document, source: str, run: Run) -> Seen:
    return Seen(run.span, "rendering", source, " ".join(doc[run.span].split()), ("found",))
