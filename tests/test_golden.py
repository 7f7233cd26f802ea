"""The whole report of every seed, with the project's glossary: a change of a rule shows here as a diff.

``pytest tests/test_golden.py --update-golden`` writes the reports anew.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from termcheck.plan import Request, plan
from termcheck.reports import REPORTS
from termcheck.run import run

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted((ROOT / "seeds").iterdir())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("with_glossary", [True, False], ids=["glossary", "no-glossary"])
def test_the_report_of_a_seed(seed: Path, with_glossary: bool, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    expected = ROOT / "tests" / "golden" / f"{seed.stem}{'' if with_glossary else '.no-glossary'}.txt"
    request = Request([f"seeds/{seed.name}"], glossaries=["glossary"] if with_glossary else [])
    stream = io.StringIO()
    REPORTS["text"](run(plan(request), doubtful=True), stream)
    if update:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(stream.getvalue(), encoding="utf-8")
    assert stream.getvalue() == expected.read_text(encoding="utf-8")
