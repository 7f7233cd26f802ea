"""The index of a report of many documents: a row for each, and all their issues in brief."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...place import Located
from ..summary import counted
from . import glance
from .view import Page, Report

FIGURES = (*glance.LEVELS, "doubtful", "accepted")
CELLS = 50  # of a row's strip: each two units wide


class Row(NamedTuple):
    """A document in the index. `counts` go by FIGURES; `strip` is a class and a path for each severity.

    `path` is that of the document, seen from the folder that holds all of them.
    """

    page: Page
    path: str
    date: str
    words: int
    counts: Counter[str]
    beside: bool
    strip: tuple[tuple[str, str], ...]


class Brief(NamedTuple):
    """An issue in brief; `id` is "" where it has no card."""

    id: str
    one: Located
    speaker: str = ""

    @property
    def figure(self) -> str:
        """Which of the FIGURES it counts in: its severity where it is open and sure."""
        issue = self.one.issue
        if issue.status != "open":
            return "accepted"
        return "doubtful" if issue.finding.doubtful else str(issue.severity)


def report_name(report: Report) -> str:
    """A name for the report that stays when it is made again: of the documents it is about."""
    paths = "\0".join(page.path for page in report.pages)
    return hashlib.sha256(paths.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def verdict(report: Report) -> str:
    """What there is to mend in all, in a sentence."""
    told = [counted(count, level) for level, count in report.counts.items() if count]
    with_errors = sum(page.count("error") > 0 for page in report.pages)
    if not told:
        return "Nothing to mend was found."
    *first, last = told
    found = f"{', '.join(first)} and {last}" if first else last
    return f"{found}; {with_errors} of {counted(len(report.pages), 'document')} with errors."


def folder(report: Report) -> str:
    """The folder that holds all documents, with the slash at its end; "" where there is none."""
    folders = [os.path.join(os.path.dirname(page.path), "") for page in report.pages]
    shared = os.path.commonprefix(folders)  # noqa: RUF071 - commonpath refuses absolute paths beside relative ones
    return shared[: shared.rfind("/") + 1]


def rows(report: Report) -> list[Row]:
    """The documents of a report in their order."""
    above = len(folder(report))
    return [
        Row(
            page,
            page.path[above:],
            page.study.date if page.study else "",
            sum(part.study.words for part in page.parts),
            Counter(brief.figure for brief in briefs(page)),
            any(part.study.languages is not None for part in page.parts),
            tuple(_strip(page)),
        )
        for page in report.pages
    ]


def briefs(page: Page) -> Iterator[Brief]:
    """All issues of a document, those about its decisions last."""
    yield from (Brief(card.id if card.shown else "", card.one, card.speaker) for card in page.cards)
    yield from (Brief("", one) for one in page.stray)


def by_rule(report: Report) -> list[tuple[str, int]]:
    """The rules that found anything, with how much, in the order of their names."""
    return sorted(Counter(brief.one.issue.rule for page in report.pages for brief in briefs(page)).items())


def by_speaker(report: Report) -> list[tuple[str, int]]:
    """Whoever speaks where something was found, with how much, in the order of their names."""
    found = Counter(brief.speaker for page in report.pages for brief in briefs(page) if brief.speaker)
    return sorted(found.items())


def issues_json(report: Report) -> str:
    """All issues for the page's script, as JSON that may stand in an element of HTML.

    An issue is its document, severity, rule, figure and speaker, each as a number, then its id, line and message.
    """
    rules, speakers = ([name for name, _ in found] for found in (by_rule(report), [("", 0), *by_speaker(report)]))
    rule_numbers, speaker_numbers = ({name: at for at, name in enumerate(names)} for names in (rules, speakers))
    issues = [
        [
            document,
            glance.LEVELS.index(str(brief.one.issue.severity)),
            rule_numbers[brief.one.issue.rule],
            FIGURES.index(brief.figure),
            speaker_numbers[brief.speaker],
            brief.id,
            brief.one.place.line,
            brief.one.issue.finding.message,
        ]
        for document, page in enumerate(report.pages)
        for brief in briefs(page)
    ]
    names = {"severities": glance.LEVELS, "rules": rules, "figures": FIGURES, "speakers": speakers}
    told = {**names, "issues": issues}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _strip(page: Page) -> Iterator[tuple[str, str]]:
    """A document from left to right in cells, each under the gravest issue that stands in it."""
    cells: dict[int, str] = {}
    for mark in sorted(glance.strip(page).marks, key=lambda mark: glance.LEVELS.index(mark.card.severity)):
        cells.setdefault(mark.x * CELLS // glance.WIDTH, mark.card.severity)
    for severity in glance.LEVELS:
        if here := sorted(cell for cell, gravest in cells.items() if gravest == severity):
            yield severity[0], _path(here)


def _path(cells: Sequence[int]) -> str:
    return "".join(f"M{2 * cell} 0h2v12h-2z" for cell in cells)
