"""Offices in words: the head ("mayor") and what makes it a junior one ("vice")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .function_words import FUNCTION_WORDS

_CHAIR, _SPOKESPERSON = "chairperson", "spokesperson"
HEADS = {
    **{word: word for word in "mayor governor minister premier president director secretary commissioner".split()},
    **{word: word for word in "ambassador manager head chief dean administrator".split()},
    **dict.fromkeys(("chair", "chairman", "chairwoman", "chairperson"), _CHAIR),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), _SPOKESPERSON),
}
# Words that translate one office: the head of a bureau is its director or chief, too.
_LEADS = frozenset("director commissioner manager head chief dean administrator".split())
# Offices that a list of speakers would not leave out; a party post or a chair it may.
MAIN = frozenset("mayor governor minister premier president ambassador".split()) | _LEADS
JUNIOR = frozenset({"vice", "deputy", "assistant", "associate"})
# An office of another time is no contradiction: "then Vice Mayor Li", "former governor".
OTHER_TIME = frozenset({"former", "then", "ex", "late", "acting", "future", "previous", "incoming", "outgoing"})


class Office(NamedTuple):
    """`head` in its common form, the junior words before it, and the words it stands at, `first` to `last`."""

    head: str
    junior: frozenset[str]
    first: int
    last: int


def offices(words: Sequence[str]) -> Iterator[Office]:
    """The offices in folded words: for "executive vice mayor" the head is mayor, and it is junior by "vice".

    "Director general" counts as director, which speakers shorten it to; "secretary-general" is an office of its own.
    """
    for at, word in enumerate(words):
        if word in HEADS:
            general = words[at + 1 : at + 2] == ["general"]
            first = at
            while first and at - first < 3 and words[first - 1] not in FUNCTION_WORDS and words[first - 1] not in HEADS:
                first -= 1
            before = words[first:at]
            head = "secretary-general" if general and word == "secretary" else HEADS[word]
            if OTHER_TIME.isdisjoint(before):
                begin = next((first + n for n, one in enumerate(before) if one in JUNIOR), at)
                yield Office(head, JUNIOR.intersection(before), begin, at + general)


def contradicts(said: Office, settled: Sequence[Office]) -> bool:
    """Whether nobody with the settled offices can be called so: the same head, but vice for full or full for vice."""
    same = [one for one in settled if one.head == said.head]
    return bool(same) and all(bool(one.junior) != bool(said.junior) for one in same)


def is_foreign(said: Office, settled: Sequence[Office]) -> bool:
    """Whether none of the settled offices can be meant: no head of theirs is the same, or means the same."""
    heads = {one.head for one in settled}
    return bool(heads) and said.head not in heads and not (said.head in _LEADS and heads & _LEADS)
