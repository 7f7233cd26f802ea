"""Words that translators take for one another: one word of the source has them all as its English.

The groups hold generic nouns that close names, and a few modifiers. Two names
that differ by other words are two things, such as a health organisation and a
trade organisation.
"""

from __future__ import annotations

from typing import Literal

from .inflection import inflections


def _groups(*groups: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in groups)


# Of one place or field there is rarely more than one of these.
_SAME = _groups(
    "area belt circle cluster district region ring zone",
    "channel corridor passage passageway path route",
    "base center centre hub",
    "exhibition expo exposition fair",
    "barrier screen shield",
    "lab laboratory",
    "expressway freeway highway motorway",
    "railroad railway",
    "mechanism system",
    "city municipal urban",
    "countryside rural village",
    "pilot pioneer pioneering",
    "comprehensive overall",
    "conservation preservation protection",
    "humanity humankind mankind",
    "commerce commercial trade",
)
# Of one place or field there may be several.
_SIMILAR = _groups(
    "board commission committee council",
    "administration agency authority bureau department office",
    "court tribunal",
    "act law ordinance regulation statute",
    "initiative plan program programme project scheme",
    "conference congress meeting session",
    "dialogue forum summit symposium",
    "alliance association federation league union",
    "accord agreement pact treaty",
)


def exchanged(one: str, other: str) -> Literal["same", "similar"] | None:
    """Whether two folded words, number apart, may stand for one another: "same" where they surely name one thing."""
    either = {other, *inflections(other)}
    if any(one in group and either & group for group in _SAME):
        return "same"
    return "similar" if any(one in group and either & group for group in _SIMILAR) else None
