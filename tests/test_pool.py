"""Large tables are checked part by part in several processes, and give what one process gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from termcheck.document import Bitext
from termcheck.engine import Checked, Setup
from termcheck.model import Finding, Severity
from termcheck.plan import Plan, Task
from termcheck.pool import check_all
from termcheck.readers import units
from termcheck.rule import Context, Rule
from termcheck.suppress import Accepted
from termcheck.suppress.accepted import Decision


def bad_words(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    if "die" in bitext.target.text:
        os._exit(1)
    for pair in bitext.pairs:
        if bitext.target[pair.target].startswith("bad"):
            yield Finding(pair.target, "it is bad")


BAD = Rule("style/bad", "bad words", Severity.WARNING, bad_words, ())
ROWS = 120


def checked(path: Path, jobs: int, accepted: Accepted = Accepted()) -> Checked:  # noqa: B008 - it does not change
    setup = Setup([BAD], accepted=accepted, notices={"accepted/stale": Severity.WARNING})
    plan = Plan([Task(str(path), str(path))], {"": setup})
    (one,) = check_all(plan, jobs)
    return one._replace(seconds={})


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of some ten parts, with a bad row in every third."""
    monkeypatch.setattr(units, "PART", 100)
    path = tmp_path / "rows.tsv"
    words = ("good", "bad", "fair")
    rows = (f"{number}\t第{number}行\t{words[number % 3]} row {number}\n" for number in range(ROWS))
    path.write_text("id\tzh\ten\n" + "".join(rows), encoding="utf-8")
    return path


def test_several_processes_find_what_one_finds(table: Path) -> None:
    alone = checked(table, 1)
    assert len(alone.issues) == ROWS // 3
    assert checked(table, 2) == checked(table, 3) == alone


def test_a_decision_is_stale_where_no_part_needs_it(table: Path) -> None:
    kept = table.with_name("accepted.yaml")
    kept.write_text("accepted: []\n", encoding="utf-8")
    accepted = Accepted(
        str(kept), [Decision(BAD.id, f"bad row {row}", "so", file="rows.tsv", line=1) for row in (100, ROWS)]
    )
    alone = checked(table, 1, accepted)
    assert [one.issue.rule for one in alone.issues if one.issue.rule != BAD.id] == ["accepted/stale"]
    assert checked(table, 2, accepted) == alone


def test_what_stands_before_a_broken_line_is_told(table: Path) -> None:
    with table.open("a", encoding="utf-8") as stream:
        stream.write("one cell\n")
    alone = checked(table, 1)
    assert alone.error
    assert len(alone.issues) == ROWS // 3
    assert checked(table, 2) == alone


def test_a_part_that_brings_its_process_down_is_told(table: Path) -> None:
    with table.open("a", encoding="utf-8") as stream:
        stream.write("last\t死\tdie\n")
    found = checked(table, 2)
    assert [str(crash) for crash in found.crashes] == [f"crashed on {table}: the process that checked it died"]
