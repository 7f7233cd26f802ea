"""A style report can be made again: it says what it was made with, and its figures are those of the other reports."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from commands import Run

from termcheck import __version__

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "scio-briefing-chongqing-2024-06-05.txt"
FIGURES = ("error", "warning", "suggestion", "accepted")

CONFIG = "glossaries: [terms.yaml]\n"
TERMS = "terms:\n  - term: New Name\n    forbidden:\n      - {form: Old Name, reason: it is old}\n"
DECISIONS = """\
- rule: style/space-before-punctuation
  text: " ,"
  before: he said so
  reason: as it was printed
  date: "2024-06-05"
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "termcheck.yaml").write_text(CONFIG)
    (tmp_path / "terms.yaml").write_text(TERMS)
    (tmp_path / "termcheck-accepted.yaml").write_text(DECISIONS)
    (tmp_path / "texts").mkdir()
    for number in range(12):
        said = "He said so , and left. The Old Name was used by many.\n\nIts transportaion is a transportation.\n"
        (tmp_path / "texts" / f"{number}.txt").write_text(said + "She , too, spoke of the old name.\n" * (number % 4))
    return tmp_path


def figures(html: str) -> dict[str, int]:
    """The figures of a page; those of the whole report, where it has an index."""
    told = re.findall(r'data-figure="(\w+)">(\d+)<', re.sub(r'(?s)<script type="text/html".*?</script>', "", html))
    return {name: int(count) for name, count in told}


def counted(run: Run, *arguments: str) -> Counter[str]:
    """The same figures as ``check -f json`` tells them."""
    told = json.loads(run("check", "-q", "--exit-zero", "-f", "json", "--doubtful", *arguments)[1])
    sure = json.loads(run("check", "-q", "--exit-zero", "-f", "json", *arguments)[1])["summary"]
    statuses = Counter("doubtful" for one in told["issues"] if one["doubtful"] and one["status"] == "open")
    levels = {f"{level}": sure[f"{level}s"] for level in ("error", "warning", "suggestion")}
    return Counter(levels) + statuses + Counter(accepted=told["summary"]["accepted"])


def test_the_figures_of_an_index_are_those_of_the_check(texts: Path, run: Run) -> None:
    run("report", "texts", "-o", "report.html")
    told = figures((texts / "report.html").read_text())
    assert Counter(told) == counted(run, "texts")
    assert told["accepted"] == 12


def test_what_a_baseline_adopts_is_counted_as_accepted(texts: Path, run: Run) -> None:
    run("accept", "--baseline", "texts")
    (texts / "texts" / "new.txt").write_text("He left , at last.\n")
    run("report", "texts", "-o", "report.html")
    html = (texts / "report.html").read_text()
    assert Counter(figures(html)) == counted(run, "texts")
    assert figures(html)["error"] == 1
    assert "termcheck-baseline.tsv" in html


def test_the_issues_of_an_index_are_those_of_the_check(texts: Path, run: Run) -> None:
    run("report", "texts", "-o", "report.html")
    html = (texts / "report.html").read_text()
    block = re.search(r'(?s)<script type="application/json" id="all-issues">(.*?)</script>', html)
    assert block
    all_ = json.loads(block[1])
    told = json.loads(run("check", "-q", "--exit-zero", "-f", "json", "--doubtful", "texts")[1])["issues"]
    assert [[one["rule"], one["severity"], one["fingerprint"], one["line"], one["message"]] for one in told] == [
        [all_["rules"][rule], all_["severities"][level], id_, line, message]
        for _, level, rule, _, _, id_, line, message in all_["issues"]
    ]


@pytest.mark.parametrize("options", [[], ["--no-glossary"], ["--select", "number,spelling"]])
def test_the_figures_of_a_text_are_those_of_the_check(run: Run, tmp_path: Path, options: list[str]) -> None:
    glossary = [] if options else ["-g", str(ROOT / "glossary")]
    run("report", str(SEED), "-o", "report.html", *glossary, *options)
    told = figures((tmp_path / "report.html").read_text())
    expected = counted(run, str(SEED), *glossary, *options)
    assert {name: told.get(name, 0) for name in FIGURES} == {name: expected[name] for name in FIGURES}


def test_the_same_input_gives_the_same_bytes(texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717545600")
    made = []
    for jobs in ("1", "2"):
        run("report", "texts", "-o", "report.html", "-j", jobs)
        run("report", "texts", "--split", "-o", "pages", "-j", jobs)
        made.append([path.read_bytes() for path in [texts / "report.html", *sorted((texts / "pages").iterdir())]])
    assert made[0] == made[1]
    assert b"2024-06-05 00:00:00 UTC" in made[0][0]


def test_the_current_folder_changes_nothing(texts: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717545600")
    whole = str(texts / "texts")
    run("report", whole, "-o", str(texts / "here.html"))
    monkeypatch.chdir(texts / "texts")
    run("report", whole, "-o", str(texts / "there.html"))
    here, there = ((texts / name).read_text() for name in ("here.html", "there.html"))
    assert _without_paths(here) == _without_paths(there)


def _without_paths(html: str) -> str:
    """A page without the paths that are as seen from the current folder: of what it was made with, of decisions."""
    return re.sub(r'<footer class="made">[^\0]*?</footer>|\n  file: .*|\.\./', "", html)


def test_a_report_says_what_it_was_made_with(texts: Path, run: Run) -> None:
    run("report", "texts", "-o", "report.html", "--select", "term,style", "--ignore", "spelling")
    html = (texts / "report.html").read_text()
    made = html[html.index('<footer class="made">') :]
    for name in ("terms.yaml", "termcheck.yaml", "termcheck-accepted.yaml"):
        digest = hashlib.sha256((texts / name).read_bytes()).hexdigest()
        assert re.search(rf"<span>(\S*/)?{name}</span> <code>{digest}</code>", made)
    assert f"termcheck {__version__}" in made
    assert "--select term,style --ignore spelling" in made
    assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", made)


def test_a_report_shows_what_could_not_be_read(texts: Path, run: Run) -> None:
    (texts / "texts" / "none.txt").write_bytes(b"\0")
    code, _, err = run("report", "texts", "-o", "report.html", "-q")
    html = (texts / "report.html").read_text()
    assert code == 2
    assert err.startswith("texts/none.txt:1: not a text")
    assert "texts/none.txt:1: not a text" in html[: html.index("<table")]
