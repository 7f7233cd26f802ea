"""A passage of the translation that the source does not have: a row or a turn, a sentence, a part of one.

It is found as an omission is, with the two texts the other way round. What
editors add to help the reader, a word or two in brackets, is too short to tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Bitext
from ...model import Finding, Note, Severity
from ...rule import Context, Example, Rule

_MESSAGES = {
    "row": 'nothing in the source answers to "{}"',
    "passage": 'nothing in the source answers to "{}"',
    "sentence": 'nothing in the source answers to "{}"',
    "part": 'nothing in the source seems to answer to "{}"',
}


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ._beads import mirrored
    from ._gaps import gaps, opening
    from ._lexicon import learnt

    for gap in gaps(*mirrored(bitext, ctx.sentences(bitext)), lambda: learnt(bitext, ctx).turned):
        message = _MESSAGES[gap.kind].format(opening(bitext.target[gap.here]))
        yield Finding(gap.here, message, (Note(gap.there, "the source here", in_source=True),), doubtful=gap.doubtful)


_SOURCE = "昨天，三座新桥在港口通车。市长感谢了参与建设的520名工人和工程师。渡船从明年起停航。\n"
_OPENED = "Three new bridges were opened in the port yesterday. "
_THANKED = "The mayor thanked the 520 workers and engineers who had taken part. "
_TRAM = "The first tram will cross the old bridge on May 12, and a ticket will cost 8 yuan."
_FERRIES = " The ferries will stop next year.\n"

RULE = Rule(
    "bilingual/addition",
    "a passage that the source does not have",
    Severity.WARNING,
    check,
    (
        Example(_OPENED + _THANKED + "[[" + _TRAM + "]]" + _FERRIES, source=_SOURCE),
        Example(_OPENED + _THANKED + _FERRIES, source=_SOURCE),
        Example(_OPENED + _THANKED + "(Applause) " + _FERRIES, source=_SOURCE),
    ),
)
