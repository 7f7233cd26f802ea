"""Lists that a count announces: "three towns: Oban, Perth, and Ayr"."""

from __future__ import annotations

import re
from itertools import pairwise

from ..document import Document
from ..lang.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from ..lang.quantity import Quantity
from ..model import Span

_FEWEST, _MOST = 2, 12
_REACH = 1000  # code points in which a list ends
_FARTHEST = 16  # words behind a figure in which its noun stands
_LONGEST_MEMBER = 9  # words; longer ones are clauses
_OPEN = re.compile(
    r"\b(?:includ\w+|such as|like|e\.g\.|for (?:example|instance)|among (?:them|others)|etc|especially|notably|mainly"
    r"|respectively|and (?:more|others|so on))\b"
)
_INTO_LIST = re.compile(r":|, namely,? | -+ ")
_TO_PLACES = re.compile(r" (?:in|at|from) ")
_LAST_PLACE = re.compile(r"(?:the )?[A-Z][^\s,.;)]*(?: [A-Z][^\s,.;)]*)*")
_COUNTS = "one|two|three|four|five|six|seven|eight|nine|ten|another|several|a few"
_CLAUSE = frozenset({*AUXILIARIES, "who", "which", "that", "we", "it", "they", "i", "you", "he", "she"})


def announces(quantity: Quantity) -> int | None:
    """The count that a figure gives of things that may be listed; None where it gives none."""
    said = quantity.value
    if quantity.kind != "cardinal" or not quantity.head or quantity.approx or quantity.high is not None:
        return None
    return said if isinstance(said, int) and _FEWEST <= said <= _MOST else None


def listed(doc: Document, quantity: Quantity) -> tuple[Span, bool]:
    """Where the list stands that a count announces (an empty span where none does), and whether it must be whole."""
    end = counted(doc, quantity).end
    last = min(doc.sentence_at(end).end, end + _REACH)
    if places := _places(doc, end, last):
        return places, False
    into = _INTO_LIST.search(doc.folded, end, last)
    if into is None or doc.quantities_in((end, into.start())) or _INTO_LIST.search(doc.folded, into.end(), last):
        return Span(end, end), False
    if _OPEN.search(doc.folded, end, last):
        return Span(end, end), False
    return Span(into.end(), last), True


def _places(doc: Document, end: int, last: int) -> Span | None:
    """A list of three names and more after "in", "at" or "from", with a serial comma."""
    if not (into := _TO_PLACES.match(doc.folded, end, last)):
        return None
    behind = doc.text.find(", and ", into.end(), last)
    names = doc.text[into.end() : behind].split(", ") if behind > 0 else []
    final = _LAST_PLACE.match(doc.text, behind + len(", and "), last) if len(names) > 1 else None
    if final is None or not all(name.removeprefix("the ")[:1].isupper() and "." not in name for name in names):
        return None
    return Span(into.end(), final.end())


def counted(doc: Document, quantity: Quantity) -> Span:
    """Where the noun that a quantity counts stands, with its modifiers; an empty span where there is none behind it."""
    tokens, end = doc.tokens, quantity.span[1]
    first = tokens.at(end)
    behind = tokens.words[first : first + _FARTHEST]
    if not quantity.head or quantity.head not in behind:
        return Span(end, end)
    last = behind.index(quantity.head)
    begin = behind.index(quantity.modifiers[0]) if {*quantity.modifiers[:1]} & {*behind[:last]} else last
    return Span(tokens.starts[first + begin], tokens.ends[first + last])


def size(text: str) -> tuple[int, int]:
    """How many members a list has at least and at most; zeros where they cannot be counted."""
    if "and " not in text:
        return 0, 0
    text = text.strip().rstrip('.!?"”')
    sign = ";" if ";" in text else ","
    members = [member.strip() for member in text.split(sign)]
    serial = members[-1].startswith("and ")
    if serial:
        members[-1] = members[-1][4:]
    inner = sum(f" {member.lower()} ".count(" and ") for member in members)
    if any(_counts(member) for member in members):
        return 0, 0  # "two for eyes, one for ears"
    if len(members) + (inner and not serial) < 3 or not all(members) or not (serial or " and " in members[-1]):
        return 0, 0
    plain = sign == ";" or all(
        len(member.split()) <= _LONGEST_MEMBER and not _CLAUSE & set(member.lower().split()) for member in members
    )
    return (_fewest(members, serial), len(members) + inner) if plain else (0, 0)


def _fewest(members: list[str], serial: bool) -> int:
    """With no serial comma, a phrase set off by commas looks like a member, and so does what follows an early "and"."""
    if not serial:
        return 2
    early = next((at for at, member in enumerate(members) if " and " in f" {member.lower()} "), len(members))
    # "a port and a yard for grain, oil, and coal"; "to pay, and to train, house, and keep"
    fewest = min(len(members), early + 2 - (early < len(members) and members[early].startswith("and ")))
    return fewest - sum(_is_apposition(one, two) for one, two in pairwise(members))


def _counts(member: str) -> bool:
    """Whether a member of a list begins with a count of its own."""
    return re.match(rf"(?:[0-9]|(?:{_COUNTS})\b)", member.lower()) is not None


def _is_apposition(one: str, two: str) -> bool:
    """Whether a member may only tell who the name before it is: "Oban, the old port, and Ayr"."""
    return one[0].isupper() and two.partition(" ")[0] in DETERMINERS | PREPOSITIONS
