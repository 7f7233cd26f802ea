"""Source and target beside each other: what answers what is shown where one points, taps or steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import serious
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Make = Callable[..., Path]

ZH = """去年产量达到690万吨，增长5%。

出口额为4765亿元。

运河今年已经通航，货运量是51万吨。

一共建了36所学校，花了12亿元。
"""
EN = """Output came to 6.9 million tons last year, up 5%.

The canal opened this year and carried 510,000 tons of goods.

In all, 36 schools were built for 12 billion yuan.
"""
ROWS = [(f"他们花了{at}亿元。", f"They spent {at * 100} million yuan.") for at in range(11, 14)]


@pytest.fixture(scope="module")
def beside(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a text that has a wrong figure and lacks a passage."""
    folder = tmp_path_factory.mktemp("beside")
    (folder / "zh.txt").write_text(ZH)
    (folder / "en.txt").write_text(EN)
    return make("en.txt", "--source", "zh.txt", cwd=folder, code=0)


@pytest.fixture(scope="module")
def table(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a table with a wrong figure in its second row and no translation in its last."""
    folder = tmp_path_factory.mktemp("table")
    rows = [*ROWS, ("他们<b>走了。", "")]
    cells = "".join(f"r{at}\t{zh}\t{en}\n" for at, (zh, en) in enumerate(rows, 1))
    (folder / "a.tsv").write_text("id\tzh\ten\n" + cells.replace("1200 million", "12 million"))
    return make("a.tsv", cwd=folder, code=0)


def lit(page: Page) -> list[str]:
    return page.locator(".languages b.lit").all_text_contents()


def test_pointing_at_a_piece_shows_what_answers_it(beside: Path, show: Open) -> None:
    page = show(beside)
    page.locator(".languages td:last-child b", has_text="5%").hover()
    assert lit(page) == ["5%", "5%"]
    page.locator(".languages h2").hover()
    assert lit(page) == []


def test_a_tap_keeps_it_shown(beside: Path, show: Open) -> None:
    page = show(beside, viewport={"width": 390, "height": 844}, has_touch=True)
    page.locator(".languages td:last-child b", has_text="5%").tap()
    page.locator(".languages h2").hover()
    assert lit(page) == ["5%", "5%"]
    expect(page.locator(".languages output")).to_have_text("5% ↔ 5%")


def test_keys_step_through_the_links(table: Path, show: Open) -> None:
    page = show(table)
    page.get_by_role("button", name="Next link").focus()
    page.keyboard.press("Enter")
    assert lit(page) == ["11亿元", "1100 million yuan"]
    page.keyboard.press("Enter")
    expect(page.locator(".languages output")).to_have_text("13亿元 ↔ 1300 million yuan")
    page.get_by_role("button", name="Previous link").press("Enter")
    assert lit(page) == ["11亿元", "1100 million yuan"]
    page.keyboard.press("Escape")
    assert lit(page) == []


def test_pieces_are_no_stops_of_the_tab_key(beside: Path, show: Open) -> None:
    assert show(beside).locator(".languages b[tabindex]").count() == 0


def test_rows_with_issues_alone(table: Path, show: Open) -> None:
    page = show(table)
    assert page.locator(".languages tbody:visible").count() == 4
    page.get_by_label("Only rows with issues").check()
    assert page.locator(".languages tbody:visible th").all_text_contents() == ["r2", "r4"]


def test_what_is_missing_is_said_and_leads_to_its_card(beside: Path, show: Open) -> None:
    page = show(beside)
    page.get_by_role("link", name="line 3", exact=True).click()
    row = page.locator(".languages tr:target")
    expect(row).to_contain_text("出口额为4765亿元")
    expect(row).to_contain_text("Missing in the translation")
    row.locator(".told a").click()
    expect(page.locator(":target .kind")).to_contain_text("leaves out")


def test_pointing_at_an_issue_frames_its_places(beside: Path, show: Open) -> None:
    page = show(beside)
    page.locator(".languages .told a", has_text="12").hover()
    assert page.locator(".languages mark.on").all_text_contents() == ["12亿元", "12 billion yuan"]


def test_a_row_of_a_table_is_where_links_lead(table: Path, show: Open) -> None:
    page = show(table)
    slug = page.locator("article.document").get_attribute("id")
    assert page.locator(f'.languages [id="{slug}-p1"] th').inner_text() == "r2"
    expect(page.locator(".languages")).to_contain_text("他们<b>走了。")


@pytest.mark.parametrize("size", [{"width": 1400, "height": 1000}, {"width": 390, "height": 844}])
def test_a_table_can_be_read_by_all(table: Path, show: Open, size: dict[str, int]) -> None:
    assert serious(show(table, viewport=size), ".languages") == []
