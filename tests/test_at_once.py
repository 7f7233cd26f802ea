"""Runs at the same time on the same files: no decision is lost, and nobody's edit is written over."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from termcheck import adding, adopting
from termcheck.accepting import Wanted, accept
from termcheck.adopting import adopt
from termcheck.config import Config
from termcheck.errors import TermcheckError
from termcheck.plan import Request, plan
from termcheck.suppress import baseline, load, writing

RULE = "style/space-before-punctuation"
RUNS = 8


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """As many texts as there are runs, each with an issue."""
    monkeypatch.chdir(tmp_path)
    for number in range(RUNS):
        (tmp_path / f"{number}.txt").write_text(f"Roads{'x' * number} , bridges.\n")
    return [f"{number}.txt" for number in range(RUNS)]


def slowed(write: object) -> object:
    """A way to write that waits first, so that others come between."""

    def waiting(*given: object) -> object:
        threading.Event().wait(0.02)
        return write(*given)  # type: ignore[operator]

    return waiting


def test_decisions_of_two_runs_are_both_kept(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "write_file", slowed(writing.write_file))
    plans = [plan(Request([path], select=[RULE])) for path in texts]
    with ThreadPoolExecutor(RUNS) as pool:
        list(pool.map(lambda work: accept(work, Wanted(RULE), "as printed", "2024-06-05"), plans))
    assert {one.file for one in load("termcheck-accepted.yaml").decisions} == {*texts}


def test_what_two_runs_adopt_is_both_kept(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adopting, "write", slowed(adopting.write))
    plans = [plan(Request([path], select=[RULE])) for path in texts]
    with ThreadPoolExecutor(RUNS) as pool:
        list(pool.map(lambda work: adopt(work, prune=False), plans))
    assert {*baseline.load("termcheck-baseline.tsv").files} == {*texts}


def test_a_glossary_that_was_edited_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text("terms:\n  - term: high-speed rail\n")
    change = adding.add(adding.term({"term": "bullet train"}), [str(path)], Config())
    path.write_text("terms:\n  - term: high-speed railway\n")
    with pytest.raises(TermcheckError, match="was changed by somebody else meanwhile"):
        adding.write(change)
    assert path.read_text() == "terms:\n  - term: high-speed railway\n"
