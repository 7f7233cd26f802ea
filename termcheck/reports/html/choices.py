"""What is left to the editor: ties and doubtful findings, each told once with all its places."""

from __future__ import annotations

from typing import NamedTuple

from ...place import Related
from .view import Card, Page


class Choice(NamedTuple):
    """Issues of one rule with one message: they are settled together. `others` are the second places, each once.

    Of a huge document `more` issues are not shown; a choice may have these alone.
    """

    message: str
    cards: tuple[Card, ...]
    others: tuple[Related, ...]
    more: int = 0

    @property
    def doubtful(self) -> bool:
        """Whether it is not sure that there is a fault at all."""
        return self.cards[0].status == "doubtful"

    @property
    def entries(self) -> str:
        """The decisions that settle it, as lines of YAML that lack reason and date."""
        return "".join(card.entry for card in self.cards)


def choices(page: Page) -> list[Choice]:
    """The choices of a document: ties first, then what is not sure, each in the order of the text."""
    groups: dict[tuple[bool, str, str], list[Card]] = {}
    for card in page.cards:
        if card.status == "doubtful" or (card.status == "open" and card.one.issue.finding.choice):
            issue = card.one.issue
            groups.setdefault((card.status == "doubtful", issue.rule, issue.finding.message), []).append(card)
    return [_choice(cards) for _, cards in sorted(groups.items(), key=lambda group: group[0][0])]


def _choice(cards: list[Card]) -> Choice:
    shown = tuple(card for card in cards if card.shown)
    here = {(card.one.issue.path, card.one.place) for card in cards}
    notes = {(note.path, note.place): note for card in shown for note in card.one.notes}
    others = tuple(note for where, note in notes.items() if where not in here)
    return Choice(cards[0].one.issue.finding.message, shown, others, len(cards) - len(shown))
