"""The work that speed is measured on: what is planted stands where it is listed, and termcheck finds it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from termcheck.engine import check
from termcheck.glossary.load import load
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


@pytest.fixture(scope="module")
def work() -> Iterator[Any]:
    """The module, with the seed as its only text: nobody else may have the shared data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(BENCHMARKS)
        import invented_terms
        import work

        patch.setattr(work, "DATA", Path("nowhere"))
        patch.setattr(invented_terms, "DATA", Path("nowhere"))
        work.corpora.cache_clear()
        yield work
        for name in ("work", "invented_terms", "rival_glossaries", "real_texts"):
            del sys.modules[name]


def test_the_first_terms_of_a_long_glossary_are_a_short_one(work: Any) -> None:
    assert work.glossary(50) == work.glossary(200)[:50]


def test_the_same_seed_makes_the_same_work(work: Any, tmp_path: Path) -> None:
    terms, size = work.glossary(50), work.Size(0.02, 2)
    one, two = (work.write(tmp_path / name, size, terms) for name in ("one", "two"))
    assert one == two
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def test_what_is_planted_is_found_and_no_trap(work: Any, tmp_path: Path) -> None:
    plants = work.write(tmp_path, work.Size(0.06, 2, variants=3), work.glossary(200))
    glossary = load([tmp_path / "tools" / "terms.yaml"])
    rules = [rule for rule in RULES if rule.id in {"term/forbidden", "term/spelling"}]
    found = set()
    for path in sorted((tmp_path / "texts").iterdir()):
        source = Source(path.name, path.read_text(encoding="utf-8"))
        for plant in plants:
            if plant.file == path.name:
                line = source.text.split("\n", plant.line - 1)[-1]
                assert line[plant.column - 1 :].startswith(plant.form)
        for issue in check(parse(source), glossary, rules):
            span = issue.finding.span
            found.add((path.name, *source.line_col(span.start), source.text[span.start : span.end]))
    faults = {(one.file, one.line, one.column, one.form) for one in plants if one.kind in work.FAULTS}
    assert {one.kind for one in plants} == {"right", *work.FAULTS, *work.TRAPS}
    assert found == faults
