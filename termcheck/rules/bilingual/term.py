"""An official term of the source that has none of its renderings in the translation.

The source is given by `--source`. The longest source term wins, so that a term
inside a longer one asks for nothing. Any form of the term answers for it, right
or forbidden (that is another rule's), and so does one with a letter or a word
off. Whole texts are compared: the finding stands at the turn in which the
source first has the term where both texts have as many turns, else at the head
of the text. A good translation renders everyday words in many ways, so a term
that is no name is doubtful, and source terms of fewer than `least` characters are
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Bitext
from ...glossary import Term
from ...glossary.slips import slips
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_SHORT = 3  # letters of words that names write small: "of", "and", "the"


def check(bitext: Bitext, ctx: Context, *, least: int = 4) -> Iterator[Finding]:
    glossary, target = ctx.glossary, bitext.target
    wanted: dict[str, Span] = {}  # each source term, and where it first stands
    for use in glossary.source_uses(bitext.source):
        if len(use.form) >= least:
            wanted.setdefault(use.form, use.span)
    if not wanted:
        return
    uses = ctx.uses(target)
    told = {use.term.term for use in uses} | {near.term.term for near in glossary.near.search(target, uses)}
    told |= {slip.use.term.term for slip in slips(target, glossary.index)}
    answers: dict[str, list[str]] = {form: [] for form in wanted}
    for term in glossary.terms:
        for form in answers.keys() & set(term.source):
            answers[form].append(term.term)
    for form, terms in answers.items():
        span = wanted[form]
        if told.isdisjoint(terms):
            line, _ = bitext.source.source.line_col(span.start)
            want = '" or "'.join(terms)
            message = f'the source has {form} (line {line}), this text nowhere "{want}"'
            yield Finding(_place(bitext, span), message, doubtful=not any(map(_is_name, terms)))


def _is_name(term: str) -> bool:
    """Whether every word of note has a capital: an official name, which has no paraphrase."""
    return all(word[0].isupper() for word in term.replace("-", " ").split() if len(word) > _SHORT)


def _place(bitext: Bitext, span: Span) -> Span:
    """The label of the turn that answers to a place of the source, or the first block of the text."""
    mine, its = bitext.target.turns, bitext.source.turns
    if len(mine) == len(its):
        for turn, source in zip(mine, its, strict=True):
            if turn.label and any(block.span.covers(span) for block in source.body):
                return turn.label
    return bitext.target.blocks[0].span if bitext.target.blocks else Span(0, 0)


_CANAL = Term("Pinglu Canal", source=("平陆运河",), allowed=("the Pinglu waterway",))
_FUND = Term("canal fund", source=("平陆运河基金",))
_NEWS = "记者：\n\n有何进展？\n\n李娜：\n\n平陆运河已通航。\n"

RULE = Rule(
    "bilingual/term",
    "a source term with no rendering in the translation",
    Severity.WARNING,
    check,
    (
        Example("Rice Daily:\n\nWhat is new?\n\n[[Li Na:]]\n\nThe waterway is open.\n", source=_NEWS, terms=(_CANAL,)),
        Example("[[The waterway is open.]]\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("The Pinglu Canal is open.\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("The Pinglu Cannal is open.\n", source="平陆运河已通航。\n", terms=(_CANAL,)),
        Example("The canal fund is new.\n", source="平陆运河基金成立。\n", terms=(_CANAL, _FUND)),
        Example("[[The money came.]]\n", source="平陆运河基金成立。\n", terms=(_CANAL, _FUND), doubtful=True),
        Example("Reform goes on.\n", source="继续改革。\n", terms=(Term("reform and opening", source=("改革",)),)),
        Example("The waterway is open.\n", terms=(_CANAL,)),
    ),
)
