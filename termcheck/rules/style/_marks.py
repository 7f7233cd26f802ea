"""Where marks and blanks stand in a text, found for several rules at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ...document import PROSE, Document, kept

# Most marks stand between a word and a blank: few of the others are right and none need be looked at twice.
_ODD = re.compile(r"[,;:.!?)](?:(?![ \r\n](?![,;:.]))|(?<=[ \t].))")


@kept
def odd_marks(doc: Document) -> Sequence[tuple[int, int]]:
    """The places of , ; : . ! ? and ) in the prose that a blank stands before, or no blank or a mark behind it.

    Each is given with the end of its block.
    """
    found = ((match.start(), doc.block_at(match.start())) for match in _ODD.finditer(doc.folded))
    return [(at, block.span.end) for at, block in found if block.kind in PROSE]


def places(text: str, *forms: str) -> list[int]:
    """Where any of these strings stands, in order; one at a time is quicker to find than a character of a class."""
    return sorted(chain.from_iterable(_places(text, form) for form in forms))


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))
