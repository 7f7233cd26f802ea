"""Texts, glossaries, decisions and names of files that try to be more than text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

SCRIPT = "</script></style></title><script>alert(1)</script>"
IMAGE = "\"'><img src=x onerror=alert(1)>"
LINK = "<a href=javascript:alert(1)>&lt;!--<script>"
# A path as long as it must be to hold the end of an element: its slashes part folders.
PATH = "texts/x</script><script>alert(1)</script><b>{{ 7 * 7 }}.txt"

TEXT = f"""\
{SCRIPT} briefing {{{{ 7 * 7 }}}}
June 5, 2024

Mr. Zhang {IMAGE}:

The {IMAGE} said so , and left. ${{alert(1)}} {LINK}

Li {SCRIPT}:

There are Old Names here , and {SCRIPT} there.
"""

GLOSSARY = f"""\
terms:
  - term: New Name
    source: [{json.dumps("新名" + IMAGE)}]
    forbidden:
      - {{form: Old Names, reason: {json.dumps(SCRIPT)}}}
    note: {json.dumps(LINK + IMAGE)}
    authority: {json.dumps(SCRIPT + IMAGE)}
"""

DECISIONS = f"""\
- rule: style/space-before-punctuation
  text: ","
  before: old names here
  reason: {json.dumps(SCRIPT + IMAGE)}
  date: "2024-06-05"
"""


@pytest.fixture(scope="package")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports of one hostile text, of two, and of a page for each."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / PATH).parent.mkdir(parents=True)
    (folder / PATH).write_text(TEXT)
    (folder / "texts" / "plain.txt").write_text(TEXT)
    (folder / "terms'\"<b>.yaml").write_text(GLOSSARY)
    (folder / "termcheck-accepted.yaml").write_text(DECISIONS)
    for arguments in ([PATH, "-o", "one.html"], ["texts", "-o", "two.html"], ["texts", "--split", "-o", "pages"]):
        command = [sys.executable, "-m", "termcheck", "report", "-g", "terms'\"<b>.yaml", *arguments]
        subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return folder


@pytest.mark.parametrize("report", ["one.html", "two.html", "pages/index.html"])
def test_it_stays_text(hostile: Path, show: Open, report: str) -> None:
    page = show(hostile / report)
    if report != "one.html":
        expect(page.locator(".documents tbody tr")).to_have_count(2)
        expect(page.locator(".found li").first).to_contain_text("line")
        page.locator(".documents tbody a").first.click()
    for text in (SCRIPT, IMAGE, LINK, "{{ 7 * 7 }}", "${alert(1)}"):
        assert text in page.locator("article.document:visible").inner_text()
    assert page.locator("img, main b[onclick], main script[src], a[href^=javascript]").count() == 0
    expect(page.locator("footer.made")).to_contain_text("terms'\"<b>.yaml")


def test_what_is_said_of_an_issue_stays_text(hostile: Path, show: Open) -> None:
    page = show(hostile / "one.html")
    page.locator(".filters select[name=status]").select_option("")
    expect(page.locator(".card.accepted .decided").first).to_contain_text(SCRIPT + IMAGE)
    expect(page.locator(".card", has_text="Old Names").first).to_contain_text(SCRIPT)
    expect(page.locator(".authority").first).to_contain_text(SCRIPT + IMAGE)


def test_names_of_files_are_plain(hostile: Path) -> None:
    names = sorted(path.name for path in (hostile / "pages").iterdir())
    assert len(names) == 3
    assert all(name.isascii() and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names)
