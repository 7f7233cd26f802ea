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
    """A question with no answer, by its mark, the label that follows it, and whether the chair called on somebody."""

    turn: Turn
    mark: int
    following: Span | None = None
    called: bool = False


def check(doc: Document, ctx: Context, *, answer: int = 200) -> Iterator[Finding]:
    # `answer` is how many characters of a chairperson are an answer.
    listed = _listed(doc)
    opened: list[_Open] = []
    asked: _Open | None = None
    answered = 0
    for turn in doc.turns:
        press = turn.role == "press" and turn.speaker not in listed
        if press and (mark := _question(doc, turn)) is not None:
            if asked and asked.turn.speaker != turn.speaker:
                opened.append(asked._replace(following=turn.label))
            asked = _Open(turn, mark)
        elif asked and turn.role == "host" and _length(turn) < answer:
            asked = asked._replace(called=True)
        elif asked and not press and _length(turn):
            asked, answered = None, answered + 1
    if asked:
        opened.append(asked._replace(called=False))
    one_by_one = answered >= _USUAL and len(opened) == 1
    for one in opened:
        notes = (Note(one.following, "the next turn"),) if one.following else ()
        shared = one.turn.speaker.casefold() in _SHARED
        message = f"no answer to {one.turn.speaker}'s question follows"
        yield Finding(doc.sentence_at(one.mark), message, notes, doubtful=shared or (one.called and not one_by_one))


def _length(turn: Turn) -> int:
    return sum(block.span.end - block.span.start for block in turn.body)


def _question(doc: Document, turn: Turn) -> int | None:
    """The mark of the turn's last question."""
    marks = (doc.folded.rfind("?", *block.span) for block in reversed(turn.body))
    return next((mark for mark in marks if mark >= 0), None)


def _listed(doc: Document) -> frozenset[str]:
    """The labels of journalists that are the name of a listed person but for a letter."""
    names = {one.name.casefold() for one in doc.roster}
    labels = {turn.speaker for turn in doc.turns if turn.role == "press"}
    return frozenset(label for label in labels if any(one_edit_apart(label.casefold(), name) for name in names))


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
