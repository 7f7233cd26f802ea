"""Huge documents in the style report: which issues have cards, and that all of them are counted."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from termcheck.plan import Request, plan
from termcheck.reports.html import Report, limits, render, view
from termcheck.reports.html.choices import choices
from termcheck.reports.html.glance import by_rule, strip
from termcheck.reports.provenance import provenance
from termcheck.run import run

FAULTS = "He said so , and left.\n\nA transportation, a transportaion.\n\nWe saw of of it.\n\n"
ROWS = "".join(f"r{n}\t增长了12%。\tIt grew by {12 + n % 2} percent.\n" for n in range(40))


@pytest.fixture(autouse=True)
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(limits, "CARDS", 5)
    monkeypatch.setattr(limits, "DOUBTFUL", 1)


def made(name: str, text: str) -> Report:
    Path(name).write_text(text, encoding="utf-8")
    request = Request([name], glossaries=[], cache=False, studied=True)
    work = plan(request)
    return view(run(work), work, provenance(request, work, datetime(2024, 6, 5)))


def test_the_gravest_have_cards_and_all_are_counted() -> None:
    report = made("a.txt", FAULTS * 4 + "We spent 5 percent, of which 7 percent.\n")
    (page,) = report.pages
    told = [card.one.issue.severity for card in page.listed]
    rest = [card.one.issue.severity for card in page.cards if not card.shown and card.status == "open"]
    assert len(told) == 5 < page.sure == sum(report.counts.values()) == sum(one.total for one in by_rule(page))
    assert min(told) >= max(rest)
    assert sum(1 + mark.more for mark in strip(page).marks) == page.sure
    assert sum(len(one.cards) + one.more for one in choices(page)) == len(page.having("doubtful"))


@pytest.mark.parametrize(("name", "text"), [("a.txt", FAULTS * 4), ("a.tsv", "id\tsource\ttarget\n" + ROWS)])
def test_the_page_says_what_it_leaves_out(name: str, text: str) -> None:
    report = made(name, text)
    (page,) = report.pages
    written = render(report)
    assert f"Of {page.sure} issues the gravest 5 are told here" in written
    assert written.count('<article class="card') == 5
    links, ids = set(re.findall(r'href="#([^"]+)"', written)), set(re.findall(r' id="([^"]+)"', written))
    assert links <= ids
    assert 'data-c=""' not in written
