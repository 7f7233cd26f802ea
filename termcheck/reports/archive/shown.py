"""What the page of an archive shows of what was found, taken as it passes by: the newest, and how much in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from itertools import groupby
from typing import NamedTuple

from ...archiving import Found
from ...attested import Attestation

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


@dataclass
class Cards:
    """The newest cards of one rule, sure or doubtful, and how many cards and places there are in all."""

    most: int
    cards: int = 0
    places: int = 0
    newest: list[tuple[str, int, Card]] = field(default_factory=list)

    def add(self, card: Card) -> None:
        """Count a card, and keep it while it is one of the newest."""
        self.cards += 1
        self.places += card.number
        ranked = (max(one.date for one in card.places), -self.cards, card)
        if len(self.newest) < self.most:
            heappush(self.newest, ranked)
        else:
            heappushpop(self.newest, ranked)

    @property
    def shown(self) -> list[Card]:
        """The cards that are kept, the newest first."""
        return [card for _, _, card in sorted(self.newest, reverse=True)]


Shown = dict[tuple[str, bool], Cards]


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
        cards = shown.setdefault((rule, last.doubtful), Cards(CARDS[last.doubtful]))
        cards.add(
            Card(rule, str(severity), last.doubtful, last.choice, message, count, tuple(newest), last.others[:PLACES])
        )
