"""What a report says at a glance: a verdict, counts, and where in the text the issues stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..summary import counted
from .view import Card, Page, Turn

LEVELS = ("error", "warning", "suggestion")  # the gravest first
_SPEAKERS = 8  # shown also where they have no issues
WIDTH = 1000  # units of the strip: as many as it may have pixels


class Mark(NamedTuple):
    """An issue in the strip, at `x` of its width; `more` of the same severity stand at the same place."""

    x: int
    card: Card
    more: int = 0


class Band(NamedTuple):
    """A turn in the strip."""

    x: int
    width: int
    turn: Turn


class Strip(NamedTuple):
    """A text from left to right, by its length in code points."""

    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]


class IssueCount(NamedTuple):
    """The sure, open issues of a rule, a speaker or a turn."""

    name: str
    error: int
    warning: int
    suggestion: int
    words: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.error + self.warning + self.suggestion


def verdict(page: Page) -> str:
    """What an editor has to know first, in a sentence."""
    if page.error:
        return "This file could not be read."
    errors, warnings, suggestions = map(page.count, LEVELS)
    lesser = " and ".join(
        counted(count, noun) for count, noun in ((warnings, "warning"), (suggestions, "suggestion")) if count
    )
    if errors:
        rest = f"; {lesser} deserve{'s' * (warnings + suggestions == 1)} a look" * bool(lesser)
        return f"{counted(errors, 'error')} to mend before this is published{rest}."
    if lesser:
        return f"No error was found; {lesser} deserve{'s' * (warnings + suggestions == 1)} a look."
    return "Nothing to mend was found."


def by_rule(page: Page) -> list[IssueCount]:
    """The rules with sure, open issues: those with the gravest first, then by count."""
    tallies = _tallies((card.one.issue.rule, card) for card in page.cards)
    return sorted(tallies, key=lambda one: (-bool(one.error), -bool(one.warning), -one.total, one.name))


def by_speaker(page: Page) -> list[IssueCount]:
    """Who speaks most, and everyone else with issues, with the words said; "" stands for what nobody speaks."""
    words: Counter[str] = Counter()
    for part in page.parts:
        for passage in part.study.passages:
            words[passage.speaker] += passage.words
    found = {one.name: one for one in _tallies((card.speaker, card) for card in page.cards)}
    tallies = [found.get(name, IssueCount(name, 0, 0, 0))._replace(words=count) for name, count in words.items()]
    ordered = sorted((one for one in tallies if one.words or one.total), key=lambda one: (not one.name, -one.words))
    return [one for number, one in enumerate(ordered) if one.total or number < _SPEAKERS]


def by_turn(page: Page) -> list[tuple[Turn, IssueCount]]:
    """The turns that have sure, open issues, in order."""
    tallies = {one.name: one for one in _tallies((str(card.section), card) for card in page.cards)}
    turns = (turn for part in page.parts for turn in part.turns)
    return [(turn, tallies[str(turn.number)]) for turn in turns if str(turn.number) in tallies]


def _tallies(pairs: Iterable[tuple[str, Card]]) -> list[IssueCount]:
    counts: Counter[tuple[str, str]] = Counter((name, card.severity) for name, card in pairs if card.status == "open")
    names = dict.fromkeys(name for name, _ in counts)
    return [IssueCount(name, *(counts[name, level] for level in LEVELS)) for name in names]


def strip(page: Page) -> Strip:
    """The document in one line, an issue each a mark in its place."""
    passages = [passage for part in page.parts for passage in part.study.passages]
    starts, at = [0], 0
    for passage in passages:
        at += sum(len(text) for text, _ in passage.segments) + 1
        starts.append(at)
    scale = WIDTH / max(1, at)
    bands: dict[int, Band] = {}  # one for all that begin at the same place
    for turn in (turn for part in page.parts for turn in part.turns):
        first, last = turn.passages[0][0], turn.passages[-1][0]
        x = round(starts[first] * scale)
        bands.setdefault(x, Band(x, round(starts[last + 1] * scale) - x, turn))
    marks = (Mark(_x(card, starts, scale), card) for card in page.having("open"))
    return Strip(tuple(bands.values()), tuple(_gathered(marks)))


def _gathered(marks: Iterable[Mark]) -> Iterator[Mark]:
    """One mark for all of a severity that would lie on each other: of a shown card, if there is one."""
    groups: dict[tuple[int, str], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.x, mark.card.severity), []).append(mark)
    for group in groups.values():
        first = next((mark for mark in group if mark.card.shown), group[0])
        yield first._replace(more=len(group) - 1)


def _x(card: Card, starts: list[int], scale: float) -> int:
    """Where in the strip a card's issue begins: its passage, and as far into it as the excerpt's line says."""
    into = starts[card.passage] + card.one.place.column - 1
    return min(WIDTH - 3, round(min(into, starts[card.passage + 1] - 1) * scale))
