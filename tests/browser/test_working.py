"""An editor at work in a report: narrowing, walking, copying, deciding."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Make = Callable[..., Path]

TEXT = """\
Mr. Zhang:

He said so , and left.

Ms. Li:

The transportation is here , and this transportaion too.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    (folder / "a.txt").write_text(TEXT)
    return folder


@pytest.fixture(scope="module")
def small(make: Make, folder: Path) -> Path:
    """The report of the text."""
    return make("a.txt", "--no-glossary", cwd=folder)


def termcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "termcheck", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def cards(page: Page) -> int:
    """How many cards can be seen."""
    return page.locator(".text .card:visible").count()


def test_filters_narrow_the_issues(small: Path, show: Open) -> None:
    page = show(small)
    form, shown = page.locator("article .filters"), page.locator("article .shown")
    expect(shown).to_have_text(re.compile("^3 of 3"))
    form.get_by_label("Rule").select_option("spelling/typo")
    expect(shown).to_have_text(re.compile("^1 of 3"))
    assert cards(page) == 1
    form.get_by_label("Rule").select_option("")
    form.get_by_label("Speaker").select_option(index=1)
    expect(shown).not_to_have_text(re.compile("^3 of 3"))
    form.get_by_label("Speaker").select_option("")
    form.get_by_label("Search").fill("TRANSPORTAION")
    expect(page.locator(".passage:visible")).to_have_count(1)
    form.get_by_label("Search").fill("")
    form.get_by_label("error").uncheck()
    expect(shown).to_have_text(re.compile("^0 of 3"))
    form.get_by_label("error").check()
    form.get_by_label("Status").select_option("accepted")
    expect(shown).to_have_text(re.compile("^0 of 3"))


def test_keys_walk_through_the_issues(seed: Path, show: Open) -> None:
    page = show(seed)
    order = page.locator(".text .card:visible").evaluate_all("cards => cards.map(card => card.id)")
    walked = []
    for key in "jjjk":
        page.keyboard.press(key)
        expect(page.locator(".card:focus")).to_be_in_viewport()
        walked.append(page.evaluate("document.activeElement.id"))
    assert walked == [order[n] for n in (0, 1, 2, 1)]


def test_keys_do_not_disturb_typing(seed: Path, show: Open) -> None:
    page = show(seed)
    page.keyboard.press("/")
    page.keyboard.type("jack")
    expect(page.locator(".filters [name=search]")).to_have_value("jack")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_everything_is_reached_by_the_tab_key(small: Path, show: Open) -> None:
    page = show(small)
    wanted = page.locator(":is(a[href], button, input, select, summary):visible:not([tabindex='-1'])").count()
    seen = set()
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
    assert len(seen) >= wanted


def test_a_mark_leads_to_its_card(seed: Path, show: Open) -> None:
    page = show(seed)
    mark = page.locator("mark.error").first
    mark.click()
    names = (mark.get_attribute("data-c") or "").split()
    assert page.evaluate("document.activeElement.id").rpartition("/")[2] in names


def test_a_link_leads_back_to_its_issue(seed: Path, show: Open) -> None:
    page = show(seed)
    address = page.locator(".text .card").nth(20).get_attribute("id")
    page = show(seed, f"#{address}")
    expect(page.locator(f'[id="{address}"]')).to_be_focused()
    expect(page.locator(f'[id="{address}"]')).to_be_in_viewport()


def test_an_issue_is_copied_as_text(small: Path, show: Open) -> None:
    page = show(small, permissions=["clipboard-read", "clipboard-write"])
    card = page.locator(".card", has_text="transportaion")
    card.get_by_role("button", name="Copy").click()
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("a.txt, line 7")
    assert "transportaion" in copied


def test_decisions_travel_from_the_page_to_the_checks(small: Path, folder: Path, show: Open) -> None:
    page = show(small)
    reasons = {"transportaion": 'it is "quoted": as printed #1', "line 3": "原文如此 , so it stands"}
    for words, reason in reasons.items():
        page.locator(".card:visible", has_text=words).get_by_role("button", name="Accept").click()
        page.locator("#reason-dialog [name=reason]").fill(reason)
        page.locator("#reason-dialog [name=reason]").press("Enter")
        expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(".tray")).to_contain_text("2")
    page.locator(".tray button").click()
    with page.expect_download() as download:
        page.locator("#export-dialog [name=download]").click()
    download.value.save_as(folder / "decisions.yaml")

    done = termcheck(folder, "accept", "--from", "decisions.yaml", "--no-glossary")
    assert done.returncode == 0, done.stderr
    left = termcheck(folder, "check", "--no-glossary", "-f", "text", "-q", "a.txt")
    assert left.stdout.splitlines() == ['a.txt:7:27: error style/space-before-punctuation: no space before ","']
    kept = (folder / "termcheck-accepted.yaml").read_text()
    assert all(reason in kept.replace('\\"', '"') for reason in reasons.values())


def test_decisions_are_there_when_the_report_is_opened_again(small: Path, show: Open) -> None:
    page = show(small)
    page.locator(".card").first.get_by_role("button", name="Accept").click()
    page.locator("#reason-dialog [name=reason]").fill("it is right")
    page.locator("#reason-dialog").get_by_role("button", name="Accept").click()
    page.reload()
    expect(page.locator(".tray")).to_contain_text("1")
    page.locator(".filters select[name=status]").select_option("accepted")
    page.locator(".card.settled").get_by_role("button", name="Undo").click()
    expect(page.locator(".tray")).to_be_hidden()


def test_decisions_of_two_windows_are_one(many: Path, show: Open) -> None:
    first = show(many)
    second = first.context.new_page()
    second.goto(first.url)
    for number, page in enumerate((first, second), 1):
        page.get_by_role("link", name="two.txt").first.click()
        card = page.locator(".card:not(.settled):visible", has=page.locator(".accept:visible")).first
        card.get_by_role("button", name="Accept").click()
        page.locator("#reason-dialog [name=reason]").fill("as it was printed")
        page.locator("#reason-dialog").get_by_role("button", name="Accept").click()
        for window in (first, second):
            expect(window.locator(".tray")).to_contain_text(str(number))
