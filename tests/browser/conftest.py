"""A real browser for the style report: Chromium from the system's packages, driven by Playwright.

Every page that a test opens is watched. A test fails on any error or warning of the console, any error of a script,
anything the page's policy had to stop, and any request but for the report's own files.

`TERMCHECK_BROWSER` names the browser; where it is set, tests fail rather than skip if that browser does not start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SEED = "seeds/scio-briefing-chongqing-2024-06-05.txt"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
TELL = "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.sample}`))"

TEXTS = {
    "b/clean.txt": "Nothing is wrong with this text.\n",
    "b/one.txt": "First briefing\nJune 5, 2024\n\nHe said so , and left.\n\nIt was a long day.\n",
    "c/two.txt": "He said so , and so on , and left.\n\nThe transportation is here, and this transportaion too.\n",
    "c/two.md": "She said so , twice.\n\n"
    "<!-- termcheck: accept style/space-before-punctuation -- as it was printed -->\n\nHe said so , and left.\n",
    "d/broken.txt": "\0",
}

Make = Callable[..., Path]
Open = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser of all tests of this folder."""
    named = os.environ.get("TERMCHECK_BROWSER")
    path = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if not path:
        (pytest.fail if named else pytest.skip)(f"no {named or 'Chromium'} on this machine: apt-get install chromium")
    root = hasattr(os, "getuid") and os.getuid() == 0
    with sync_playwright() as driver:
        try:
            started = driver.chromium.launch(executable_path=path, args=[*QUIET, *["--no-sandbox"] * root])
        except Error as error:
            if named:
                raise
            pytest.skip(f"{path} does not start: {error.message.partition(chr(10))[0]}")
        yield started
        started.close()


@pytest.fixture(scope="package")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Make a report with the command line, in a folder of its own or in `cwd`; the path of what was written."""

    def make(*arguments: str, cwd: Path = ROOT, code: int = 0) -> Path:
        target = tmp_path_factory.mktemp("report") / "report.html"
        command = [sys.executable, "-m", "termcheck", "report", *arguments, "-o", str(target)]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        return target

    return make


@pytest.fixture(scope="package")
def seed(make: Make) -> Path:
    """The report of the seed transcript, with the project's glossary."""
    return make(SEED)


@pytest.fixture(scope="package")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of texts, one of which cannot be read."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture(scope="package")
def many(make: Make, texts: Path) -> Path:
    """The report of that folder."""
    return make(".", "--no-glossary", cwd=texts, code=2)


@pytest.fixture
def show(browser: Browser) -> Iterator[Open]:
    """Open a report, at an address in it if one is given; options are those of Playwright's contexts."""
    complaints: list[str] = []
    contexts = []

    def show(path: Path, at: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1400, "height": 1000}, **options})
        contexts.append(context)
        context.add_init_script(TELL)
        context.route("**/*", lambda route: _only_files(route, path.parent.as_uri(), complaints))
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: _note(complaints, message.type, message.text))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: _note(complaints, "error", f"dialog: {dialog.message}"))
        page.goto(path.as_uri() + at)
        return page

    yield show
    for context in contexts:
        context.close()
    assert complaints == []


def _only_files(route: Route, folder: str, complaints: list[str]) -> None:
    if route.request.is_navigation_request() and route.request.url.startswith(folder):
        route.continue_()
    else:
        complaints.append(f"request: {route.request.url}")
        route.abort()


def _note(complaints: list[str], kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        complaints.append(f"{kind}: {text}")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say how many of these tests ran, so that nobody takes skipped ones for passed."""
    here = str(Path(__file__).parent.relative_to(ROOT))
    ran, skipped = (
        sum(one.nodeid.startswith(here) for kind in kinds for one in terminalreporter.getreports(kind))
        for kinds in (("passed", "failed", "error"), ("skipped",))
    )
    terminalreporter.write_line(f"in the browser: {ran} ran, {skipped} skipped")
