"""A question that nobody answers.

A journalist's turn with a question, followed by another outlet's turn or by
the end: an answer, or the label of one, has been lost. What a chairperson says
in between is no answer unless it is long. The finding is doubtful where
questions may have been gathered (the chairperson calls on the next one, and
the text has few questions or more of the kind), and where all journalists
share one label ("Q", "JOURNALIST") and may talk over each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...lang.names import one_edit_apart
from ...model import Finding, Note, Severity, Span, Turn
from ...rule import Context, Example, Rule

_SHARED = frozenset("q question questioner journalist reporter correspondent press media audience 记者 问".split())
_USUAL = 3  # so many questions answered one by one show the custom of a text


class _Open(NamedTuple):
    """A question with no answer, the label that follows it, and whether the chairperson called on somebody between."""

    turn: Turn
    question: Span
    following: Span | None = None
    called: bool = False


def check(doc: Document, ctx: Context, *, answer: int = 200) -> Iterator[Finding]:
    # `answer` is how many characters of a chairperson are an answer.
    opened: list[_Open] = []
    asked: _Open | None = None
    answered = 0
    for turn in doc.turns:
        said = sum(block.span.end - block.span.start for block in turn.body)
        question = _question(doc, turn) if turn.role == "press" and not _is_listed(doc, turn.speaker) else None
        if question:
            if asked and asked.turn.speaker != turn.speaker:
                opened.append(asked._replace(following=turn.label))
            asked = _Open(turn, question)
        elif asked and turn.role == "host" and said < answer:
            asked = asked._replace(called=True)
        elif asked and said and (turn.role != "press" or _is_listed(doc, turn.speaker)):
            asked, answered = None, answered + 1
    if asked:
        opened.append(asked._replace(called=False))
    one_by_one = answered >= _USUAL and len(opened) == 1
    for one in opened:
        notes = (Note(one.following, "the next turn"),) if one.following else ()
        shared = one.turn.speaker.casefold() in _SHARED
        message = f"no answer to {one.turn.speaker}'s question follows"
        yield Finding(one.question, message, notes, doubtful=shared or (one.called and not one_by_one))


def _question(doc: Document, turn: Turn) -> Span | None:
    """The turn's last question."""
    for block in reversed(turn.body):
        mark = max(doc.text.rfind(sign, *block.span) for sign in "?？")
        if mark >= 0:
            return doc.sentence_at(mark)
    return None


def _is_listed(doc: Document, speaker: str) -> bool:
    """Whether the label is the name of a listed person but for a letter."""
    return any(one_edit_apart(speaker.casefold(), one.name.casefold()) for one in doc.roster)


_HEAD = "Speaker:\n\nGuo Peiyu, vice minister of agriculture\n\nChairperson:\n\nLei Suqin, director of a bureau\n\n"

RULE = Rule(
    "structure/unanswered-question",
    "a question without an answer",
    Severity.WARNING,
    check,
    (
        Example(
            f"{_HEAD}Farm News:\n\nWelcome back. [[Is the harvest in?]]\n\n"
            "Rice Daily:\n\nAnd the rice?\n\nGuo Peiyu:\n\nIt is.\n"
        ),
        Example(f"{_HEAD}Farm News:\n\n[[Is the harvest in?]]\n\nLei Suqin:\n\nThank you all.\n"),
        Example(
            f"{_HEAD}Farm News:\n\n[[Is the harvest in?]]\n\nLei Suqin:\n\nOne more, please.\n\n"
            "Rice Daily:\n\nAnd the rice?\n\nGuo Peiyu:\n\nBoth are.\n",
            doubtful=True,
        ),
        Example(f"{_HEAD}Farm News:\n\nIs the harvest in?\n\nLei Suqin:\n\nPlease.\n\nGuo Peiyu:\n\nIt is.\n"),
        Example(
            f"{_HEAD}Farm News:\n\nIs it in?\n\nGuo Peyiu:\n\nIt is.\n\n"
            "Rice Daily:\n\nAnd the rice?\n\nGuo Peiyu:\n\nThat too.\n"
        ),
        Example(f"{_HEAD}Farm News:\n\nThank you.\n\nRice Daily:\n\nAnd the rice?\n\nGuo Peiyu:\n\nIt is.\n"),
    ),
)
