"""A list that is longer or shorter than the figure before it says.

Counted are lists after a colon and lists of names after "in", "at", "from",
"with" or "namely". Only a serial comma or semicolons make a list countable,
and a member that holds an "and" may be one or two. After "including", "such
as", "like" or "among them" a list is not meant to be whole, and clauses with
a verb are no plain members: nothing is said then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import AUXILIARIES
from ...lang.quantity import Quantity
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

_FEWEST, _MOST = 2, 12
_LONGEST_MEMBER = 9  # words; longer ones are clauses
_OPEN = re.compile(
    r"\b(?:includ\w+|such as|like|e\.g\.|for (?:example|instance)|among (?:them|others)|etc|especially|notably|mainly"
    r"|respectively|and (?:more|others|so on))\b"
)
_TO_NAMES = re.compile(r"(?:, namely|,? that is| namely| in| at| from| with|:| of) (?:the )?")
_NAME = r"(?:the )?[A-Z][^\W_]*(?:[-'’.][^\W_]+)*(?: (?:(?:of|and|the|for) )?[A-Z][^\W_]*(?:[-'’.][^\W_]+)*){0,5}"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})+, and {_NAME}(?=[.,;)]|\s+[a-z]|\s*$)")
_CLAUSE = frozenset({*AUXILIARIES, "who", "which", "that", "we", "it", "they", "i", "you", "he", "she"})


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for quantity in doc.quantities:
        said = quantity.value
        if quantity.kind != "cardinal" or not quantity.head or quantity.approx or quantity.high is not None:
            continue
        if not isinstance(said, int) or not _FEWEST <= said <= _MOST:
            continue
        region = _listed(doc, quantity)
        members = _members(doc.text[region.start : region.end]) if region else []
        if region and members and not len(members) <= said <= sum(1 + _inner(member) for member in members):
            message = f'"{doc[quantity.number]}" is announced, but {len(members)} are listed'
            yield Finding(Span(*quantity.number), message, (Note(region, "the list"),))


def _listed(doc: Document, quantity: Quantity) -> Span | None:
    """Where the list stands that a count announces; None where none does."""
    sentence = doc.sentence_at(quantity.span[0])
    end = _head_end(doc, quantity)
    match = _TO_NAMES.match(doc.folded, end, sentence.end)
    if match and (names := _NAMES.match(doc.text, match.end(), sentence.end)):
        return Span(*names.span())
    colon = doc.text.find(":", end, sentence.end)
    if colon < 0 or any(other.kind == "cardinal" for other in doc.quantities_in((end, colon))):
        return None
    region = Span(colon + 1, sentence.end)
    return None if _OPEN.search(doc.folded, end, sentence.end) else region


def _head_end(doc: Document, quantity: Quantity) -> int:
    """Where the counted noun ends."""
    tokens, at = doc.tokens, doc.tokens.at(quantity.span[1])
    while tokens.words[at] != quantity.head:
        at += 1
    return tokens.ends[at]


def _members(text: str) -> list[str]:
    """The members of a list in a sentence; none where they cannot be counted."""
    text = text.strip().rstrip('.!?"”')
    sign = ";" if ";" in text else ","
    members = [member.strip() for member in text.split(sign)]
    last = members[-1]
    if len(members) < 3 or not last.startswith("and ") or any(not member for member in members):
        return []
    members[-1] = last[4:]
    plain = sign == ";" or all(
        len(m.split()) <= _LONGEST_MEMBER and not _CLAUSE & set(m.lower().split()) for m in members
    )
    return members if plain else []


def _inner(member: str) -> int:
    return f" {member.lower()} ".count(" and ")


RULE = Rule(
    "number/list-length",
    "a list longer or shorter than the figure before it says",
    Severity.WARNING,
    check,
    (
        Example("Depots stand in [[three]] towns: Oban, Perth, Ayr, and Crail."),
        Example("They opened [[five]] schools in Oban, Perth, Ayr, and Crail, which teach music."),
        Example("The law has [[three]] goals: clean air; clean water, in lakes too; quiet nights; and good soil."),
        Example("They opened four schools in Oban, Perth, Ayr, and Crail, which teach music."),
        Example("They opened five schools in towns such as Oban, Perth, Ayr, and Crail."),
        Example("There are six trades, including: bread, shoes, ships, and rope."),
        Example("Five trades thrive: bread and cakes, shoes, ships, and rope."),
        Example("Two of the towns, Oban, Perth, and Ayr, lie on the coast: Oban, we know, is one, and Ayr another."),
        Example("They opened three schools in Oban, Perth and Ayr and Crail."),
    ),
)
