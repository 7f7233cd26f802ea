"""What the page of an archive shows of what was found, taken as it passes by: the newest, and how much in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ...archiving import Found
from ...attested import Attestation
from .best import Best

CARDS = {False: 100, True: 40}  # of a rule: sure ones, and doubtful ones
PLACES = 4  # of a card


class Card(NamedTuple):
    """What a rule says once of one or several places; `number` is how many these are, of which the newest are shown."""

    rule: str
    severity: str
    doubtful: bool
    choice: bool
    message: str
    number: int
    places: tuple[Attestation, ...]
    beside: tuple[tuple[Attestation, str], ...]


Shown = dict[tuple[str, bool], Best[Card]]  # by rule, and whether they are doubtful


def counts(shown: Shown) -> tuple[int, int]:
    """How much was found that is sure, and that is doubtful: what is said alike of several places is one thing."""
    sure, doubtful = (sum(best.count for (_, one), best in shown.items() if one == it) for it in (False, True))
    return sure, doubtful


def passing(found: Iterable[Found], shown: Shown) -> Iterator[Found]:
    """What was found, as it was; the cards of it are added to those shown."""
    for (rule, severity, message), some in groupby(
        found, key=lambda one: (one.rule, one.severity, one.conflict.message)
    ):
        newest, count = list[Attestation](), 0
        for one in some:
            yield one
            newest = sorted((*newest, one.conflict.at), key=lambda at: at.date, reverse=True)[:PLACES]
            count += 1
        last = one.conflict
        card = Card(
            rule, str(severity), last.doubtful, last.choice, message, count, tuple(newest), last.others[:PLACES]
        )
        shown.setdefault((rule, last.doubtful), Best(CARDS[last.doubtful])).add(newest[0].date, card)
