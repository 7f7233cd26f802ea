"""The style report: time, size and, in a real browser, how soon it can be worked with.

    python benchmarks/report.py [--runs 7] [--write]

The seed: the time of `report` as a multiple of that of `check` (medians of alternating runs; the bound is 3), and the
size of the page (bound: 1.5 MB). 300 documents made of the shared data, many beside their source: size of the one page
(bound: 40 MB), time to make it, and in the browser the times until the index can be used, until a filter is answered
and until the largest document is on the page (bound: 2 s each).
"""

from __future__ import annotations

import argparse
import datetime
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from real_texts import DATA, read_table, texts

from termcheck import __version__

ROOT = Path(__file__).resolve().parents[1]
RUNS = Path(__file__).parent / "runs"
SEED = "seeds/scio-briefing-chongqing-2024-06-05.txt"
DOCUMENTS = 300
CONFIG = 'include: ["en/*"]\npairs:\n  - {source: "zh/{name}.txt", target: "en/{name}.txt"}\n'

# When a field is filled: how long until the table and the list say the new state, the wait for more keys included.
FILTER = """() => new Promise(done => {
  const [field, shown] = ["[name=words]", ".shown"].map(one => document.querySelector(".index " + one));
  const begin = performance.now();
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))))
    .observe(shown, {childList: true});
  field.value = "space";
  field.dispatchEvent(new Event("input", {bubbles: true}));
})"""
# From the press on a document's link until it has been painted.
OPEN = """slug => new Promise(done => {
  const begin = performance.now();
  addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))));
  document.querySelector(`.documents a[href="#${slug}"]`).click();
})"""
LARGEST = """() => [...document.querySelectorAll("script[data-document]")]
  .sort((a, b) => b.textContent.length - a.textContent.length)[0].dataset.document"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--write", action="store_true", help="keep the figures in benchmarks/runs")
    asked = options.parse_args()
    lines = []
    for line in figures(asked.runs):
        print(line, flush=True)
        lines.append(line)
    if asked.write:
        day = datetime.datetime.now(datetime.UTC).date()
        text = f"# The style report\n\ntermcheck {__version__}, `python benchmarks/report.py --runs {asked.runs}`\n\n"
        (RUNS / f"{day}-report.md").write_text(text + "```\n" + "\n".join(lines) + "\n```\n", encoding="utf-8")


def figures(runs: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        yield from seed(folder, runs)
        if DATA.is_dir():
            yield from archive(folder)
        else:
            yield f"no archive: {DATA} is not there"


def seed(folder: Path, runs: int) -> Iterator[str]:
    """The report of one text."""
    page = folder / "seed.html"
    check = ["check", "-q", "--exit-zero", "-g", "glossary", "-o", str(folder / "seed.txt"), SEED]
    report = ["report", "-q", "-g", "glossary", "-o", str(page), SEED]
    times = [(seconds(check), seconds(report)) for _ in range(runs)]
    one, other = (statistics.median(column) for column in zip(*times, strict=True))
    yield f"seed: check {one:.3f} s, report {other:.3f} s: {other / one:.2f} times (bound 3)"
    yield f"seed: {page.stat().st_size / 1e6:.2f} MB (bound 1.5)"


def archive(folder: Path) -> Iterator[str]:
    """The report of many texts."""
    words = sum(len(text.split()) for text in documents(folder / "texts"))
    page = folder / "archive.html"
    yield f"{DOCUMENTS} documents: {words:,} words"
    for command in (["check", "-q", "--exit-zero", "-o", str(folder / "check.txt")], ["report", "-q", "-o", str(page)]):
        yield f"{command[0]} of them: {seconds([*command, '-g', 'glossary', str(folder / 'texts')]):.1f} s"
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield f"one page: {page.stat().st_size / 1e6:.1f} MB (bound 40), made with {memory:.0f} MB of memory"
    pages = folder / "pages"
    took = seconds(["report", "-q", "--split", "-o", str(pages), "-g", "glossary", str(folder / "texts")])
    largest = max(path.stat().st_size for path in pages.iterdir()) / 1e6
    index = (pages / "index.html").stat().st_size / 1e6
    yield f"--split: {took:.1f} s; the index {index:.1f} MB, the largest page {largest:.1f} MB"
    yield from in_browser(page)


def documents(folder: Path) -> Iterator[str]:
    """Write the documents, and give their texts: briefings alone, press conferences and annual reports beside sources.

    The annual reports are cut into as many pieces as it takes to come to the number of documents.
    """
    for name in ("en", "zh"):
        (folder / name).mkdir(parents=True)
    (folder / "termcheck.yaml").write_text(CONFIG, encoding="utf-8")
    alone = [(name, text) for corpus in ("wh", "au") for name, text in texts(corpus)]
    for name, text in alone:
        yield _write(folder / "en" / f"{Path(name).stem}.md", text)
    days = sorted((DATA / "mfa" / "events").glob("*.en.txt"))
    for path in days:
        name = path.name.replace(".en", "")
        _write(folder / "zh" / name, path.with_name(path.name.replace(".en", ".zh")).read_text(encoding="utf-8"))
        yield _write(folder / "en" / name, path.read_text(encoding="utf-8"))
    rows = read_table(DATA / "hkma" / "paragraph_pairs_dev.tsv")
    pieces = DOCUMENTS - len(alone) - len(days)
    for number in range(pieces):
        piece = rows[number * len(rows) // pieces : (number + 1) * len(rows) // pieces]
        _write(folder / "zh" / f"report-{number:03}.txt", "\n\n".join(row["zh"] for row in piece) + "\n")
        yield _write(folder / "en" / f"report-{number:03}.txt", "\n\n".join(row["en"] for row in piece) + "\n")


def _write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return text


def in_browser(path: Path) -> Iterator[str]:
    """How soon a reader can work with a report of many documents."""
    chromium = shutil.which("chromium")
    if not chromium:
        yield "no browser: there is no chromium on this machine"
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        begin = time.perf_counter()
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        page.wait_for_selector(".found li")
        yield f"in the browser: the index can be used after {time.perf_counter() - begin:.2f} s (bound 2)"
        yield f"a filter is answered after {page.evaluate(FILTER) / 1000:.2f} s (bound 2)"
        slug = page.evaluate(LARGEST)
        yield f"the largest document is there after {page.evaluate(OPEN, slug) / 1000:.2f} s (bound 2)"
        yield _memory(page)
        browser.close()


def _memory(page: Page) -> str:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return f"then: {told['JSHeapUsedSize'] / 1e6:.0f} MB of heap, {told['Nodes']:,.0f} nodes"


def seconds(arguments: list[str]) -> float:
    """The time of a command."""
    begin = time.perf_counter()
    command = [str(Path(sys.executable).with_name("termcheck")), *arguments]
    subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
