"""A speaker's label that names a person the list of speakers does not have.

The list says who speaks. A person's name above a stretch of speech that is not
in it is a missing entry or a wrong label. Outlets and journalists are never
listed; a name one letter off is reported as a misspelling instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.names import is_chinese_name, one_edit_apart
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    listed = {person.name.casefold() for person in doc.roster}
    if not any(person.role == "speaker" for person in doc.roster):
        return
    seen: set[str] = set()
    for turn in doc.turns:
        name = turn.speaker.casefold()
        if turn.label and turn.role == "speaker" and name not in listed | seen and is_chinese_name(turn.speaker):
            seen.add(name)
            if not any(one_edit_apart(name, other) or set(name.split()) == set(other.split()) for other in listed):
                asks = any("?" in doc[block.span] for block in turn.body)
                label = Span(turn.label.start, turn.label.start + len(turn.speaker))
                yield Finding(label, f"{turn.speaker} speaks here but is not in the list of speakers", doubtful=asks)


_LIST = "Speakers:\n\nGuo Peiyu, vice minister of agriculture\n\nLei Suqin, director of a seed bank\n\n"

RULE = Rule(
    "name/unknown-speaker",
    "a speaker who is not in the list",
    Severity.WARNING,
    check,
    (
        Example(f"{_LIST}Guo Peiyu:\n\nGood morning.\n\n[[Tang Weilan]]:\n\nThe seeds are safe.\n"),
        Example(f"{_LIST}Guo Peiyu:\n\nGood morning.\n\n[[Tang Weilan]]:\n\nAre the seeds safe?\n", doubtful=True),
        Example(f"{_LIST}Guo Peiyu:\n\nGood morning.\n\nHunan Daily:\n\nAre they safe?\n\nLei Suqin:\n\nThey are.\n"),
        Example("Guo Peiyu:\n\nGood morning.\n\nTang Weilan:\n\nThe seeds are safe.\n"),
    ),
)
