"""A speaker's label with nothing below it.

A label that is followed at once by the next label, or by the end, has lost its
speech or is itself left over. A text with many such labels is a list or a
table, not a transcript, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Block, Finding, Severity
from ...rule import Context, Example, Rule

_NO_SPEECH = frozenset({"page-break", "residue", "dateline", "caption"})


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    turns: list[tuple[Block, bool]] = []
    for block in doc.blocks:
        if block.kind == "label":
            turns.append((block, True))
        elif turns and block.speaker and block.kind not in _NO_SPEECH:
            turns[-1] = (turns[-1][0], False)
    empty = [label for label, silent in turns if silent]
    if 4 * len(empty) <= len(turns):
        for label in empty:
            yield Finding(label.span, f'nothing is said below "{label.speaker}": the speech or the label is misplaced')


_TURNS = "Li Na:\n\nThe road is open.\n\nWest News:\n\nSince when?\n\n"

RULE = Rule(
    "structure/empty-turn",
    "a speaker's label with no speech",
    Severity.WARNING,
    check,
    (
        Example(f"{_TURNS}[[Li Na:]]\n\nLi Na:\n\nSince May.\n"),
        Example(f"{_TURNS}Li Na:\n\nSince May.\n\n[[West News:]]\n"),
        Example(f"{_TURNS}Li Na:\n\nSince May.\n"),
        Example("Zhang Wei:\n\nChen Xi:\n\nLi Na:\n\n"),
    ),
)
