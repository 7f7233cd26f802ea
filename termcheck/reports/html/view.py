"""A run as the templates see it: documents with their cards, each issue with all that is said of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...accepting import decision
from ...engine import Checked, Setup
from ...fingerprint import fingerprints
from ...glossary import Term
from ...model import Severity
from ...place import Located
from ...plan import Plan
from ...run import Run
from ...study import Study
from ...suppress.writing import entry
from ..provenance import Provenance


class Card(NamedTuple):
    """An issue of a document. `id` is its fingerprint, `passage` the number of its block in the page.

    `entry` is the decision that would accept it, as lines of YAML that lack reason and date.
    """

    id: str
    one: Located
    passage: int
    speaker: str
    section: int
    entry: str
    term: Term | None

    @property
    def choice(self) -> bool:
        """Whether an editor has to decide: it is not sure, or names two places and cannot say which is right."""
        finding = self.one.issue.finding
        return finding.doubtful or (bool(finding.notes) and finding.fix is None)


class Part(NamedTuple):
    """A text of a document: `cards` in the order of `study.issues`; `first` is the page's number of its first block."""

    study: Study
    cards: tuple[Card, ...]
    first: int


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

    def count(self, severity: str) -> int:
        """How many sure issues of this severity are open."""
        issues = [*(card.one.issue for card in self.cards), *(one.issue for one in self.stray)]
        open_ones = (one for one in issues if one.status == "open" and not one.finding.doubtful)
        return sum(str(one.severity) == severity for one in open_ones)


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
        )


def speakers(page: Page) -> Counter[str]:
    """How many open, sure issues stand in each speaker's turns."""
    return Counter(
        card.speaker for card in page.cards if card.one.issue.status == "open" and not card.one.issue.finding.doubtful
    )
