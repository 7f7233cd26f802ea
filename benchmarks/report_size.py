"""Huge documents in the style report: what it takes to make the page, and to work with it in a browser.

    python benchmarks/report_size.py [--write]

Texts of many issues and tables of many rows, each in two sizes, so that growth shows: processor time and memory of
`check` and `report`, size of the page; in the browser the time until it is painted, of a filter, a search, and the
way to the next issue. How many issues have cards (`termcheck/reports/html/limits.py`) is chosen by these figures.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright
from work import documents

from termcheck import __version__

ROOT = Path(__file__).resolve().parents[1]
RUNS = Path(__file__).parent / "runs"
FAULTS = (" ,", " the the", " transportaion", " the  end")
FIELD = """([name, value]) => new Promise(done => {
  const form = document.querySelector("article.document form.filters");
  const begin = performance.now();
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))))
    .observe(form.querySelector(".shown"), {childList: true});
  form.elements[name].value = value;
  form.dispatchEvent(new Event("input", {bubbles: true}));
})"""
KEY = """key => new Promise(done => {
  const begin = performance.now();
  document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="keep the figures in benchmarks/runs")
    asked = options.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as made:
        for path in inputs(Path(made)):
            for line in figures(path):
                print(line, flush=True)
                lines.append(line)
    if asked.write:
        day = datetime.datetime.now(datetime.UTC).date()
        text = (
            f"# Huge documents in the style report\n\ntermcheck {__version__}, `python benchmarks/report_size.py`\n\n"
        )
        (RUNS / f"{day}-report-size.md").write_text(text + "```\n" + "\n".join(lines) + "\n```\n", encoding="utf-8")


def inputs(folder: Path) -> Iterator[Path]:
    """The documents: many issues, a long text, and rows of two languages of which every second one is wrong."""
    chance = random.Random(3)
    paragraphs = [one for one in _text(0.5, chance).split("\n\n") if len(one) > 80]
    for count in (10_000, 20_000):
        texts = (f"{chance.choice(paragraphs)[:250].rpartition(' ')[0]}{chance.choice(FAULTS)}." for _ in range(count))
        yield _written(folder / f"issues-{count}.txt", "\n\n".join(texts) + "\n")
    for size in (2.5, 5):
        yield _written(folder / f"text-{size}-MB.txt", _text(size, chance))
    for count in (10_000, 20_000):
        rows = (
            f"r{n}\t去年，港口{n}吞吐量增长12.{n % 7}%。\tThroughput of port {n} grew by 12.{n % 5}% last year.\n"
            for n in range(count)
        )
        yield _written(folder / f"rows-{count}.tsv", "id\tsource\ttarget\n" + "".join(rows))


def _text(megabytes: float, chance: random.Random) -> str:
    return "".join(documents(int(megabytes * 1_000_000), chance))


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def figures(path: Path) -> Iterator[str]:
    """What one document costs."""
    page = path.with_suffix(".html")
    check = spent(["check", "-q", "--exit-zero", "-o", str(path.with_suffix(".csv")), "-f", "csv", str(path)])
    report = spent(["report", "-q", "-o", str(page), str(path)])
    issues = path.with_suffix(".csv").read_text(encoding="utf-8").count("\n") - 1
    size = page.stat().st_size / 1e6
    yield f"{path.stem}: {issues:,} issues; check {check:.1f} s, report {report:.1f} s; {size:.1f} MB"
    yield f"  memory of the largest command yet: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB"
    if chromium := shutil.which("chromium"):
        yield "  in the browser: " + in_browser(page, chromium)


def in_browser(path: Path, chromium: str) -> str:
    """The times of an editor's first acts."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        begin = time.perf_counter()
        page.goto(path.as_uri(), wait_until="domcontentloaded", timeout=120_000)
        page.evaluate(PAINTED)
        painted = time.perf_counter() - begin
        accepted, found = (page.evaluate(FIELD, one) / 1000 for one in (["status", ""], ["search", "the"]))
        page.evaluate(FIELD, ["search", ""])
        steps = [page.evaluate(KEY, "j") / 1000 for _ in range(3)]
        browser.close()
    return (
        f"painted {painted:.2f} s, filter {accepted:.2f} s, search {found:.2f} s, next issue {sorted(steps)[1]:.2f} s"
    )


def spent(arguments: list[str]) -> float:
    """The processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = [str(Path(sys.executable).with_name("termcheck")), *arguments, "-j", "1", "-g", "glossary"]
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


if __name__ == "__main__":
    main()
