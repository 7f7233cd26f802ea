"""A report of several documents in a browser: the index, the way to each document and back, and the folder of pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

DOCUMENTS = 5  # of the fixture `texts`


@pytest.fixture(scope="package")
def pages(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a report of a page for each document."""
    target = tmp_path_factory.mktemp("pages")
    command = ["report", ".", "--no-glossary", "--split", "-o", str(target)]
    subprocess.run([sys.executable, "-m", "termcheck", *command], cwd=texts, capture_output=True, check=False)
    return target / "index.html"


def names(page: Page) -> list[str]:
    """The paths of the documents in the table, as they are shown."""
    return page.locator(".documents tbody tr:visible .path").all_inner_texts()


def figures(page: Page) -> list[str]:
    """The sums in the foot: errors, warnings, suggestions, not sure, accepted."""
    return page.locator(".documents tfoot [data-figure]").all_inner_texts()


def test_the_index_names_every_document_and_what_went_wrong(many: Path, show: Open) -> None:
    page = show(many)
    assert names(page) == ["b/clean.txt", "b/one.txt", "c/two.md", "c/two.txt", "d/broken.txt"]
    assert figures(page)[0] == "5"
    assert figures(page)[-1] == "1"
    expect(page.locator(".index .failure")).to_contain_text("d/broken.txt:1: not a text")
    expect(page.locator("tr", has_text="broken")).to_contain_text("could not be read")
    expect(page.locator("article.document")).to_have_count(0)


def test_columns_are_sorted_by_their_heads(many: Path, show: Open) -> None:
    page = show(many)
    head = page.get_by_role("columnheader", name="Errors")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert names(page)[0] == "c/two.txt"
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert names(page)[-1] == "c/two.txt"


def test_filters_hold_across_documents(many: Path, show: Open) -> None:
    page = show(many)
    form, list_, shown = (page.locator(f".index {one}") for one in ("form.filters", ".found ol > li", ".shown"))
    expect(list_).to_have_count(5)
    form.get_by_label("Rule").select_option("spelling/typo")
    expect(list_).to_have_count(1)
    assert names(page) == ["c/two.txt"]
    assert figures(page) == ["1", "0", "0", "0", "0"]
    form.get_by_label("Rule").select_option("")
    form.get_by_label("Document").fill("b/")
    expect(shown).to_have_text("2 of 5 documents shown")
    expect(list_).to_have_count(1)
    assert names(page) == ["b/clean.txt", "b/one.txt"]
    form.get_by_label("Document").fill("")
    form.get_by_label("errors").uncheck()
    expect(list_).to_have_count(0)
    form.get_by_label("errors").check()
    page.locator(".found select").select_option("accepted")
    expect(list_).to_have_count(1)
    form.get_by_label("Issue").fill("nothing of the kind")
    expect(list_).to_have_count(0)
    assert names(page) == []


def test_the_issues_of_a_speaker_across_documents(make: Callable[..., Path], show: Open, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mr. Wang:\n\nHe said so , and left.\n\nMs. Li:\n\nShe stayed.\n")
    (tmp_path / "b.txt").write_text("Mr. Wang:\n\nHe came.\n\nMs. Li:\n\nThey left , too.\n")
    page = show(make(".", "--no-glossary", cwd=tmp_path))
    form, documents = page.locator(".index form.filters"), page.locator(".documents tbody tr:visible")
    expect(documents).to_have_count(2)
    form.get_by_label("Speaker").select_option("Ms. Li")
    expect(documents).to_have_count(1)
    expect(page.locator(".index .found ol > li")).to_contain_text("b.txt")


def test_a_document_is_opened_and_left_again(many: Path, show: Open) -> None:
    page = show(many)
    page.get_by_role("link", name="First briefing").first.click()
    article = page.locator("article.document")
    expect(article).to_be_visible()
    expect(article.locator("h1")).to_be_focused()
    expect(page.locator(".index")).to_be_hidden()
    expect(page).to_have_title("First briefing · Style report")
    page.get_by_role("link", name="All documents").click()
    expect(page.locator(".index")).to_be_visible()
    expect(article).to_be_hidden()
    page.go_back()
    expect(article).to_be_visible()
    page.go_back()
    expect(page.locator(".index")).to_be_visible()
    page.go_forward()
    expect(article).to_be_visible()


def test_the_list_leads_to_the_issue(many: Path, show: Open) -> None:
    page = show(many)
    page.locator(".found li", has_text="transportaion").get_by_role("link").click()
    card = page.locator(".card", has_text="transportaion")
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()
    assert page.evaluate("decodeURIComponent(location.hash.slice(1)) === document.activeElement.id")


def test_addresses_lead_into_documents(many: Path, show: Open) -> None:
    page = show(many)
    page.get_by_role("link", name="two.txt").first.click()
    slug = page.locator("article.document:visible").get_attribute("id")
    for place in ("terms", "p0", "p1"):
        deep = show(many, f"#{slug}-{place}")
        expect(deep.locator(f"#{slug}-{place}")).to_be_in_viewport()
        expect(deep.locator(f"#{slug}-{place}")).to_be_focused()


def test_an_accepted_issue_is_shown_to_whoever_has_its_address(many: Path, show: Open) -> None:
    page = show(many)
    page.locator(".found select").select_option("accepted")
    page.locator(".found li", has_text="accepted").get_by_role("link").click()
    expect(page.locator(".card.accepted")).to_be_focused()
    expect(page.locator(".card.accepted")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["#d00000000", "#nothing", "#%E0%A4%A", "#d00000000/abc"])
def test_an_address_that_leads_nowhere_is_told(many: Path, show: Open, address: str) -> None:
    page = show(many, address)
    expect(page.locator(".nowhere")).to_contain_text("There is nothing at")
    expect(page.locator(".index")).to_be_visible()


def test_an_issue_that_is_gone_is_told_above_its_document(many: Path, show: Open) -> None:
    page = show(many)
    page.get_by_role("link", name="two.txt").first.click()
    slug = page.locator("article.document:visible").get_attribute("id")
    page = show(many, f"#{slug}/0000000000000000")
    expect(page.locator(".nowhere")).to_be_visible()
    expect(page.locator(f"#{slug}")).to_be_visible()


def test_without_scripts_the_index_says_what_to_do(many: Path, show: Open) -> None:
    page = show(many, java_script_enabled=False)
    expect(page.locator("noscript p")).to_contain_text("--split")
    assert len(names(page)) == DOCUMENTS


def test_printing_gives_the_index_and_the_open_document(many: Path, show: Open) -> None:
    page = show(many)
    page.get_by_role("link", name="First briefing").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".documents")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Errors").get_by_text("Errors")).to_be_visible()
    expect(page.locator("article.document")).to_be_visible()
    expect(page.locator(".found")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_pages_of_a_folder_lead_to_each_other(pages: Path, show: Open, scripts: bool) -> None:
    page = show(pages, java_script_enabled=scripts)
    page.get_by_role("link", name="First briefing").first.click()
    expect(page.locator("article.document h1")).to_have_text("First briefing")
    page.get_by_role("link", name="All documents").click()
    assert len(names(page)) == DOCUMENTS


def test_the_list_of_a_folder_leads_to_the_issue(pages: Path, show: Open) -> None:
    page = show(pages)
    page.locator(".found li", has_text="transportaion").get_by_role("link").click()
    expect(page.locator(".card", has_text="transportaion")).to_be_focused()


def test_decisions_are_one_for_all_pages_of_a_folder(pages: Path, show: Open) -> None:
    page = show(pages)
    page.locator(".found li", has_text="transportaion").get_by_role("link").click()
    page.locator(".card:focus").get_by_role("button", name="Accept").click()
    page.locator("#reason-dialog [name=reason]").fill("as it was printed")
    page.locator("#reason-dialog").get_by_role("button", name="Accept").click()
    expect(page.locator(".tray")).to_contain_text("1")
    page.get_by_role("link", name="All documents").click()
    expect(page.locator(".tray")).to_contain_text("1")


def test_decisions_stay_when_another_document_is_opened(many: Path, show: Open) -> None:
    page = show(many)
    for number, name in enumerate(("First briefing", "two.txt"), 1):
        page.get_by_role("link", name=name).first.click()
        page.locator(".card:visible").first.get_by_role("button", name="Accept").click()
        page.locator("#reason-dialog [name=reason]").fill("as it was printed")
        page.locator("#reason-dialog").get_by_role("button", name="Accept").click()
        expect(page.locator(".tray")).to_contain_text(str(number))
        page.get_by_role("link", name="All documents").click()
