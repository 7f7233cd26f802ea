"""Speech below the list of speakers that no label gives to anybody.

A page that was cut in two, or pasted without its first line, loses the name of
whoever speaks first. The chairperson of the list opens a press conference.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for turn in doc.turns:
        if turn.label is None:
            start = turn.body[0].span.start
            fix = Fix(f'insert "{turn.speaker}:"', (Edit(Span(start, start), f"{turn.speaker}:\n\n"),))
            opening = Span(start, doc.sentence_at(start).end)
            yield Finding(opening, f"no label says who speaks here, presumably {turn.speaker}", fix=fix)


_LIST = "Speaker:\n\nGuo Peiyu, vice minister of agriculture\n\nChairperson:\n\nLei Suqin, director of a bureau\n\n"

RULE = Rule(
    "structure/missing-label",
    "speech with no speaker's label",
    Severity.WARNING,
    check,
    (
        Example(
            f"{_LIST}[[Good morning.]] Let us begin.\n\nGuo Peiyu:\n\nThe harvest is in.\n",
            fixed=f"{_LIST}Lei Suqin:\n\nGood morning. Let us begin.\n\nGuo Peiyu:\n\nThe harvest is in.\n",
        ),
        Example(f"{_LIST}Lei Suqin:\n\nGood morning.\n\nGuo Peiyu:\n\nThe harvest is in.\n"),
    ),
)
