"""A run as the templates see it: documents with their cards, each issue with all that is said of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from ...accepting import decision
from ...engine import Checked, Setup
from ...fingerprint import fingerprints
from ...glossary import Term
from ...model import Severity
from ...place import Located
from ...plan import Plan
from ...readers import holds_two
from ...rules import RULES
from ...run import Run
from ...study import Passage, Study
from ...suppress import NOTICES
from ...suppress.writing import entry
from ..provenance import Provenance

SUMMARIES = {rule.id: rule.summary for rule in RULES} | {one.id: one.summary for one in NOTICES.values()}


class Change(NamedTuple):
    """How a fix changes the text of an issue: the words that stay on both sides, and those that go and come."""

    before: str
    old: str
    new: str
    after: str


class Card(NamedTuple):
    """An issue of a document. `id` is its fingerprint, `passage` the number of its block in the page.

    `entry` is the decision that would accept it, as lines of YAML that lack reason and date. `summary` says what its
    rule finds; `reason` is the message without the words that the `change` shows, None where there is no fix for it.
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
    reason: str = ""

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
        return tuple(card for n in passage.issues if (card := self.cards[n]).status != "doubtful")

    def names(self, issues: Sequence[int]) -> str:
        """The ids of the cards of some issues."""
        return " ".join(self.cards[n].id for n in issues)


class Page(NamedTuple):
    """A document: a text, or a table in parts. `slug` names it in links; `stray` are issues about its decisions."""

    slug: str
    path: str
    parts: tuple[Part, ...]
    stray: tuple[Located, ...] = ()
    error: str = ""

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

    @property
    def table(self) -> bool:
        """Whether the document is a table or catalogue of segments."""
        return bool(self.study and any(one.issue.unit is not None for one in self.study.issues)) or holds_two(self.path)

    def count(self, severity: str) -> int:
        """How many sure issues of this severity are open."""
        issues = [*(card.one.issue for card in self.cards), *(one.issue for one in self.stray)]
        open_ones = (one for one in issues if one.status == "open" and not one.finding.doubtful)
        return sum(str(one.severity) == severity for one in open_ones)

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


def _page(checked: Checked, setup: Setup) -> Page:
    names = fingerprints(checked.issues)
    terms = {term.term: term for term in setup.glossary.terms}
    parts, first, taken = list[Part](), 0, 0
    for study in checked.studies:
        own = names[taken : taken + len(study.issues)]
        parts.append(Part(study, tuple(_cards(study, own, first, setup, terms)), first))
        taken, first = taken + len(study.issues), first + len(study.passages)
    slug = "d" + hashlib.sha256(checked.path.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return Page(slug, checked.path, tuple(parts), checked.issues[taken:], checked.error)


def _cards(study: Study, names: Sequence[str], first: int, setup: Setup, terms: Mapping[str, Term]) -> Iterator[Card]:
    standing = {n: number for number, passage in enumerate(study.passages) for n in passage.issues}
    for n, (one, name) in enumerate(zip(study.issues, names, strict=True)):
        passage = study.passages[standing[n]]
        yield Card(
            name,
            one,
            first + standing[n],
            passage.speaker,
            passage.section,
            entry(decision(one, setup.accepted)),
            terms.get(one.issue.finding.term),
            SUMMARIES.get(one.issue.rule, ""),
            *_change(one),
        )


def _change(one: Located) -> tuple[Change | None, str]:
    """The change a fix makes, and the message: as far as that only says what to write, it is left out."""
    message, new = one.issue.finding.message, applied(one)
    if _letters(new) == _letters(one.text):  # spaces and signs are better told in words
        return None, message
    for said in (f'write "{new}", not "{one.text}"', f'write "{new}"'):
        if message.startswith(said):
            message = message.removeprefix(said).lstrip(": ")
    return _between(one.text, new), message


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char in "-–—")


def _between(old: str, new: str) -> Change:
    """The words that differ, between those that are the same on both sides."""
    olds, news = old.split(" "), new.split(" ")
    first = _same(olds, news)
    last = min(_same(olds[::-1], news[::-1]), len(olds) - first, len(news) - first)
    gone, come = (" ".join(words[first : len(words) - last]) for words in (olds, news))
    if not gone and not come:  # only spaces differ
        return Change("", old, new, "")
    before, after = " ".join(olds[:first]), " ".join(olds[len(olds) - last :])
    return Change(before + " " * bool(first), gone, come, " " * bool(last) + after)


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def applied(one: Located) -> str:
    """The text of an issue as its fix leaves it, with what the fix changes around it left out."""
    span, fix = one.issue.finding.span, one.issue.finding.fix
    inside = [edit for edit in (fix.edits if fix else ()) if span.covers(edit.span)]
    text, at = "", span.start
    for edit in sorted(inside):
        text += one.text[at - span.start : edit.span.start - span.start] + edit.text
        at = edit.span.end
    return text + one.text[at - span.start :]
