"""The people of an event listed twice.

The template of a page prints a list of speakers above the text, and the text
begins with its own. Two lists drift apart, and a reader wonders which is
right. A new title between two lists begins another event.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Finding, Listed, Note, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    events: dict[int, list[Listed]] = {}
    for person in doc.roster:
        events.setdefault(doc.event_at(person.name_span.start), []).append(person)
    for people in events.values():
        first: dict[str, Listed] = {}
        again = [one for one in people if first.setdefault(one.name.casefold(), one) is not one]
        # One name twice may be a person with two parts; half a list twice is a list twice.
        if len(again) > 1 and 2 * len(again) >= len(first):
            note = Note(first[again[0].name.casefold()].name_span, "listed here first")
            message = f"the same people are listed twice, {again[0].name} and {len(again) - 1} more: keep one list"
            yield Finding(_head(doc, again[0]), message, (note,))


def _head(doc: Document, person: Listed) -> Span:
    """The heading over a person ("Speakers:"), or the roster line itself where there is none."""
    block = doc.block_at(person.name_span.start)
    above = doc.block_at(block.span.start - 1)
    return above.span if above.kind == "heading" else block.span


_LIST = "Guo Peiyu, vice minister of agriculture\nLei Suqin, director of a seed bank\n"

RULE = Rule(
    "structure/duplicate-roster",
    "the same people listed twice",
    Severity.WARNING,
    check,
    (
        Example(
            f"SCIO briefing on seeds\n\nSpeakers\n\n{_LIST}\n[[Speakers:]]\n\n{_LIST}\nLei Suqin:\n\nGood morning.\n"
        ),
        Example(f"SCIO briefing on seeds\n\nSpeakers\n\n{_LIST}\nLei Suqin:\n\nGood morning.\n"),
        Example(f"Briefing on seeds\nBeijing | May 6, 2024\n{_LIST}\nBriefing on rice\nBeijing | May 7, 2024\n{_LIST}"),
    ),
)
