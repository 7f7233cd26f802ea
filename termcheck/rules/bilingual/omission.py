"""A passage of the source that the translation leaves out: a row or a turn, a sentence, a part of one.

A sentence is missed where the alignment finds nothing that answers to it, what
stands around it is as long as it should be without it, and the words that would
render its own are not there. What is only likely is doubtful, and so is a part
of a sentence. Thanks, stage directions and page residue may be left out. In a
table of which more than a fifth is not yet translated, empty cells are no faults.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Bitext
from ...model import Finding, Note, Severity
from ...rule import Context, Example, Rule

_MESSAGES = {
    "row": 'not translated: "{}"',
    "passage": 'the translation leaves out what follows: "{}"',
    "sentence": 'the translation leaves out what follows: "{}"',
    "part": 'the translation seems to leave out a part: "{}"',
}


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ._gaps import gaps, opening
    from ._lexicon import learnt

    for gap in gaps(bitext, ctx.sentences(bitext), lambda: learnt(bitext, ctx)):
        message = _MESSAGES[gap.kind].format(opening(bitext.source[gap.here]))
        yield Finding(gap.there, message, (Note(gap.here, "left out", in_source=True),), doubtful=gap.doubtful)


_SOURCE = (
    "昨天，三座新桥在港口通车。市长感谢了参与建设的520名工人和工程师。"
    "第一辆电车将于5月12日驶过老桥，票价为8元。渡船从明年起停航。\n"
)
_OPENED = "Three new bridges were opened in the port yesterday. "
_THANKED = "The mayor thanked the 520 workers and engineers who had taken part."
_TRAM = "The first tram will cross the old bridge on May 12, and a ticket will cost 8 yuan."
_FERRIES = " The ferries will stop next year.\n"
_TURNS = (
    "记者：\n\n大桥何时通车？\n\n李娜：\n\n大桥将于5月12日通车，比计划提前两个月。\n\n"
    "北京日报记者：\n\n票价会不会上涨？\n\n李娜：\n\n票价不变，老人和学生继续免费乘车。\n"
)
_ASKED = "Rice Daily:\n\nWhen will the bridge open?\n\nLi Na:\n\n"
_EARLY, _FARE = (
    "It will open on May 12, two months earlier than planned.",
    "The fare stays the same, and old people and students go on riding for free.\n",
)

RULE = Rule(
    "bilingual/omission",
    "a passage of the source that the translation leaves out",
    Severity.ERROR,
    check,
    (
        Example(_OPENED + "[[" + _THANKED + "]]" + _FERRIES, source=_SOURCE),
        Example(_OPENED + _THANKED + " " + _TRAM + _FERRIES, source=_SOURCE),
        Example(_ASKED + "[[" + _EARLY + "]]\n\nLi Na:\n\n" + _FARE, source=_TURNS),
        Example(_ASKED + _EARLY + "\n\nPort News:\n\nWill fares go up?\n\nLi Na:\n\n" + _FARE, source=_TURNS),
        Example(
            _EARLY + "\n\n" + _FARE,
            source="大桥将于5月12日通车，比计划提前两个月。\n\n票价不变，老人和学生继续免费乘车。\n\n谢谢各位。\n",
        ),
    ),
)
