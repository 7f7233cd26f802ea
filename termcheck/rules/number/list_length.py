"""A list that is longer or shorter than the figure before it says.

Counted are lists after a colon or "namely". Lists of places after "in", "at" or
"from" are doubtful at best: five schools may stand in four towns, and even one
railway in two countries. Without a serial comma, or with an "and" inside a member, a list
has as many members as it can be read to have. After "including", "such as" or
"like" a list is not meant to be whole, and clauses with a verb are no plain
members: nothing is said then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...document import Document
from ...lang.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from ...lang.quantity import Quantity
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

_FEWEST, _MOST = 2, 12
_REACH = 1000  # code points in which a list ends
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


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for quantity in doc.quantities:
        said = quantity.value
        if quantity.kind != "cardinal" or not quantity.head or quantity.approx or quantity.high is not None:
            continue
        if not isinstance(said, int) or not _FEWEST <= said <= _MOST:
            continue
        region, whole = _listed(doc, quantity)
        fewest, most = _size(doc[region])
        if fewest and (said < fewest or (whole and said > most)):
            count = f"{fewest}" if fewest == most else f"{fewest} to {most}"
            message = f'"{doc[quantity.number]}" is announced, but {count} are listed'
            yield Finding(Span(*quantity.number), message, (Note(region, "the list"),), doubtful=not whole)


def _listed(doc: Document, quantity: Quantity) -> tuple[Span, bool]:
    """Where the list stands that a count announces (an empty span where none does), and whether it must be whole."""
    end = _head_end(doc, quantity)
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


def _head_end(doc: Document, quantity: Quantity) -> int:
    """Where the counted noun ends."""
    tokens, at = doc.tokens, doc.tokens.at(quantity.span[1])
    while tokens.words[at] != quantity.head:
        at += 1
    return tokens.ends[at]


def _size(text: str) -> tuple[int, int]:
    """How many members a list has at least and at most; zeros where they cannot be counted."""
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


RULE = Rule(
    "number/list-length",
    "a list longer or shorter than the figure before it says",
    Severity.WARNING,
    check,
    (
        Example("Depots stand in [[three]] towns: Oban, Perth, Ayr, and Crail."),
        Example("They opened [[three]] schools in Oban, Perth, Ayr, and Crail, which teach music.", doubtful=True),
        Example("The law has [[three]] goals: clean air; clean water, in lakes too; quiet nights; and good soil."),
        Example("Depots stand in [[five]] towns, namely Oban, Perth, Ayr and Crail."),
        Example("They opened five schools in Oban, Perth, Ayr, and Crail, which teach music."),
        Example("They opened five schools in towns such as Oban, Perth, Ayr, and Crail."),
        Example("There are six trades, including: bread, shoes, ships, and rope."),
        Example("Five trades thrive: bread and cakes, shoes, ships, and rope."),
        Example("Depots stand in three towns: Oban, the old port, Perth and Ayr."),
        Example("She speaks two tongues: Thai, her first one, and Malay."),
        Example("Two things remain: how to pay, and how to train, house, and keep the nurses."),
        Example("We set up five wards: two for eyes, one for ears, one for bones, and one for skin."),
        Example("The park has two zones: a port zone and a yard zone for grain, oil, and coal."),
        Example("They come from [[five]] towns \u2014 Oban, Perth, Crail, and Ayr."),
        Example("Two of the towns, Oban, Perth, and Ayr, lie on the coast: Oban, we know, is one, and Ayr another."),
    ),
)
