"""A question that nobody answers.

A journalist's turn with a question, followed by another outlet's turn or by
the end: an answer, or the label of one, has been lost. What a chairperson says
in between is no answer unless it is long, but may gather questions, and
journalists who share one label ("Q", "JOURNALIST") talk over each other: there
the finding is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Finding, Note, Severity, Span, Turn
from ...rule import Context, Example, Rule

_SHARED = frozenset("q question questioner journalist reporter correspondent press media audience 记者 问".split())


def check(doc: Document, ctx: Context, *, answer: int = 200) -> Iterator[Finding]:
    # `answer` is how many characters of a chairperson are an answer.
    asked: tuple[Turn, Span] | None = None
    called = False
    for turn in doc.turns:
        said = sum(block.span.end - block.span.start for block in turn.body)
        if turn.role == "press":
            question = _question(doc, turn)
            if asked and question and asked[0].speaker != turn.speaker:
                yield _finding(*asked, turn.label, called)
            if question:
                asked, called = (turn, question), turn.speaker.casefold() in _SHARED
        elif said and turn.role == "host" and said < answer:
            called = True
        elif said:
            asked = None
    if asked:
        yield _finding(*asked, None, called and asked[0].speaker.casefold() in _SHARED)


def _question(doc: Document, turn: Turn) -> Span | None:
    """The turn's last question."""
    for block in reversed(turn.body):
        mark = max(doc.text.rfind(sign, *block.span) for sign in "?？")
        if mark >= 0:
            return doc.sentence_at(mark)
    return None


def _finding(turn: Turn, question: Span, following: Span | None, doubtful: bool) -> Finding:
    notes = (Note(following, "the next turn"),) if following else ()
    return Finding(question, f"no answer to {turn.speaker}'s question follows", notes, doubtful=doubtful)


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
        Example(f"{_HEAD}Farm News:\n\nThank you.\n\nRice Daily:\n\nAnd the rice?\n\nGuo Peiyu:\n\nIt is.\n"),
    ),
)
