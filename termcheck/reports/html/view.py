"""A run as the templates see it: documents with their cards, each issue with all that is said of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ...accepting import handed
from ...engine import Checked, Setup
from ...fingerprint import fingerprints
from ...glossary import Glossary, Term
from ...model import Severity
from ...place import Located
from ...plan import Plan
from ...readers import holds_two
from ...rules import every
from ...run import Run
from ...study import Passage, Study
from ...suppress import NOTICES
from ..provenance import Provenance
from . import limits
from .change import Change, told

SUMMARIES = {rule.id: rule.summary for rule in every()} | {one.id: one.summary for one in NOTICES.values()}


class Card(NamedTuple):
    """An issue of a document. `id` is its fingerprint, `passage` the number of its block in the page.

    `entry` is the decision that would accept it, as lines of YAML that lack reason and date. `summary` says what its
    rule finds. `change` is what its fix does to the text, None where words tell that better or there is no fix;
    `message` leaves out what the change shows. Of a huge document not all cards are `shown`: the others are counted,
    and have neither entry nor change.
    """

    id: str
    one: Located
    passage: int
    speaker: str
    section: int
    entry: str
    term: Term | None
    summary: str
    change: Change | None = None
    message: str = ""
    shown: bool = True

    @property
    def severity(self) -> str:
        """The severity as a word."""
        return str(self.one.issue.severity)

    @property
    def status(self) -> str:
        """Open, doubtful or accepted: in a comment of the text or in the file of decisions."""
        issue = self.one.issue
        return "accepted" if issue.status != "open" else "doubtful" if issue.finding.doubtful else "open"


class Turn(NamedTuple):
    """A stretch of the text under one speaker; `passages` with their numbers in the page. Number 0 is no turn."""

    number: int
    speaker: str
    role: str
    passages: tuple[tuple[int, Passage], ...]


class Part(NamedTuple):
    """A text of a document: `cards` in the order of `study.issues`; `first` is the page's number of its first block."""

    study: Study
    cards: tuple[Card, ...]
    first: int

    @property
    def turns(self) -> Iterator[Turn]:
        """The passages by turn, in order."""
        for number, group in groupby(enumerate(self.study.passages, self.first), key=lambda pair: pair[1].section):
            inside = tuple(group)
            _, opening = inside[0]
            yield Turn(number, opening.speaker, opening.role or "", inside)

    def grade(self, issues: Sequence[int]) -> str:
        """How the text under some issues is marked: by the gravest open one."""
        cards = [self.cards[n] for n in issues]
        graded = [card for card in cards if card.status == "open"]
        if graded:
            return str(max(card.one.issue.severity for card in graded))
        return "doubtful" if any(card.status == "doubtful" for card in cards) else "accepted"

    def beside(self, passage: Passage) -> tuple[Card, ...]:
        """The cards that stand beside a passage: the doubtful ones are choices, and stand there."""
        return tuple(card for n in passage.issues if (card := self.cards[n]).shown and card.status != "doubtful")

    def names(self, issues: Sequence[int]) -> str:
        """The ids of the cards of some issues, as far as they are shown."""
        return " ".join(self.cards[n].id for n in issues if self.cards[n].shown)


class Page(NamedTuple):
    """A document: a text, or a table in parts. `slug` names it in links; `stray` are issues about its decisions.

    `table` says whether it is a table or catalogue of segments.
    """

    slug: str
    path: str
    parts: tuple[Part, ...]
    stray: Sequence[Located] = ()
    error: str = ""
    table: bool = False

    @property
    def cards(self) -> Iterator[Card]:
        """All cards in order."""
        return (card for part in self.parts for card in part.cards)

    @property
    def study(self) -> Study | None:
        """The study of the text, of the first part of a table; None where the file could not be read."""
        return self.parts[0].study if self.parts else None

    @property
    def title(self) -> str:
        """The title of the text, or the name of the file where it has none."""
        return (self.study and self.study.title) or os.path.basename(self.path)

    def count(self, severity: str) -> int:
        """How many sure issues of this severity are open."""
        issues = [*(card.one.issue for card in self.cards), *(one.issue for one in self.stray)]
        open_ones = (one for one in issues if one.status == "open" and not one.finding.doubtful)
        return sum(str(one.severity) == severity for one in open_ones)

    @property
    def listed(self) -> tuple[Card, ...]:
        """The shown cards of sure issues, open or accepted: those that stand beside the text."""
        return tuple(card for card in self.cards if card.shown and card.status != "doubtful")

    @property
    def sure(self) -> int:
        """How many issues are sure, open or accepted."""
        return sum(card.status != "doubtful" for card in self.cards)

    def having(self, status: str) -> tuple[Card, ...]:
        """The cards with a status: open, doubtful or accepted."""
        return tuple(card for card in self.cards if card.status == status)


class Report(NamedTuple):
    """All documents of a run, with its figures, which are those of ``check -f json``."""

    pages: tuple[Page, ...]
    provenance: Provenance
    counts: Mapping[str, int]  # by severity: "error", "warning", "suggestion"
    accepted: int
    doubtful: int
    errors: Sequence[str] = ()


def view(run: Run, plan: Plan, made: Provenance) -> Report:
    """The report of a studied run. Figures are those of the run: doubtful issues are counted apart."""
    setups = {task.name: plan.setups[task.config] for task in plan.tasks}
    return Report(
        tuple(_page(checked, setups[checked.path]) for checked in run.checked),
        made,
        {str(level): run.count(level) for level in sorted(Severity, reverse=True)},
        run.accepted,
        run.doubtful_hidden,
        [*run.errors, *(str(crash) for crash in run.crashes)],
    )


class _Entries(NamedTuple):
    """What the glossary has on the name of a term or a person."""

    glossary: Glossary
    people: Mapping[str, Term]

    def of(self, name: str) -> Term | None:
        return self.glossary.named(name) or self.people.get(name)


def _page(checked: Checked, setup: Setup) -> Page:
    names = fingerprints(checked.issues)
    people = (Term(one.name, (one.source,), note="; ".join(one.titles)) for one in setup.glossary.people)
    entries = _Entries(setup.glossary, {one.term: one for one in people})
    shown = limits.with_cards([one for study in checked.studies for one in study.issues])
    parts, first, taken = list[Part](), 0, 0
    for study in checked.studies:
        end = taken + len(study.issues)
        own = frozenset(number - taken for number in shown if taken <= number < end)
        parts.append(_part(study, tuple(_cards(study, names[taken:end], first, entries, own)), first, own))
        taken, first = end, first + len(study.passages)
    slug = "d" + hashlib.sha256(checked.path.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    table = holds_two(checked.path) or any(one.issue.unit is not None for one in checked.issues[:taken])
    return Page(slug, checked.path, tuple(parts), checked.issues[taken:], checked.error, table)


def _part(study: Study, cards: tuple[Card, ...], first: int, shown: frozenset[int]) -> Part:
    """A text of a document; of a table with more issues than are shown, only the rows of these."""
    both = study.languages
    if both and len(shown) < len(cards) and any(row.unit for row in both.rows):
        study = study._replace(languages=limits.rows(both, shown))
    return Part(study, cards, first)


def _cards(study: Study, names: Sequence[str], first: int, entries: _Entries, shown: frozenset[int]) -> Iterator[Card]:
    standing = {n: number for number, passage in enumerate(study.passages) for n in passage.issues}
    for n, (one, name) in enumerate(zip(study.issues, names, strict=True)):
        passage = study.passages[standing[n]]
        place = first + standing[n], passage.speaker, passage.section
        summary = SUMMARIES.get(one.issue.rule, "")
        if n in shown:
            yield Card(name, one, *place, handed(one), entries.of(one.issue.finding.term), summary, *told(one))
        else:
            yield Card(name, one, *place, "", None, summary, shown=False)
