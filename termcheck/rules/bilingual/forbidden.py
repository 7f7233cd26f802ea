"""The rendering of another term stands where that of the source term should.

Two plans, offices or places with names of a kind are easily mixed up. The rule
tells it where a source term has no rendering in the sentence that answers, and
that sentence has a rendering whose own source term is nowhere near in the
source. Where the two share half their words and are no names, or stand far
apart in a long sentence, it is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...document import Bitext
from ...glossary import Term
from ...glossary.letters import in_place_of
from ...glossary.replacing import replacement
from ...model import Finding, Note, Severity
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ._mixed import Mixed


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ._mixed import mixed

    for one in mixed(bitext, ctx):
        yield _finding(bitext, ctx, one)


def _finding(bitext: Bitext, ctx: Context, one: Mixed) -> Finding:
    from ...counterparts.facing import entry
    from ._glossed import as_written

    use, right = one.use, one.missing.terms[0].term
    said, got = as_written(bitext.source, one.missing.use.span), bitext.target[use.span]
    want = in_place_of(use.form, got, right)
    note = Note(one.missing.use.span, f'"{right}" in the source', in_source=True)
    message = f'the source has {said}, which is "{right}"; "{got}" is {use.term.source[0]}'
    fix = replacement(bitext.target, use.span, want)
    return Finding(use.span, message, (note,), fix, not one.sure, term=entry(bitext, ctx, one.missing.terms[0]))


_CORRIDOR = Term("Northern River Corridor", source=("北方江河走廊",))
_ROAD = Term("Harbour Road Programme", source=("海港之路计划",))
_FEE = Term("harbour dues", source=("港务费",))
_DUTY = Term("port charges", source=("港口收费",))

RULE = Rule(
    "bilingual/forbidden",
    "the rendering of another term in place of the source term's",
    Severity.WARNING,
    check,
    (
        Example(
            "We build the [[Harbour Road Programme]].",
            fixed="We build the Northern River Corridor.",
            source="我们建设北方江河走廊。",
            terms=(_CORRIDOR, _ROAD),
        ),
        Example("We build the Northern River Corridor.", source="我们建设北方江河走廊。", terms=(_CORRIDOR, _ROAD)),
        Example(
            "We build the Northern River Corridor with the Harbour Road Programme.",
            source="我们建设北方江河走廊。",
            terms=(_CORRIDOR, _ROAD),
        ),
        Example(
            "They build the Harbour Road Programme.",
            source="他们沿着海港之路建设北方江河走廊。",
            terms=(_CORRIDOR, _ROAD),
        ),
        Example("They pay [[port charges]].", source="他们交港务费。", terms=(_FEE, _DUTY)),
        Example("They build the Harbour Road Programme.", terms=(_CORRIDOR, _ROAD)),
    ),
)
