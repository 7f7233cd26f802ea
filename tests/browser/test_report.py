"""How a report looks and reads: on wide and narrow screens, in the dark, on paper, to assistive technology."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import serious
from playwright.sync_api import Page, expect

WIDE, PHONE, PAPER = {"width": 1400, "height": 1000}, {"width": 390, "height": 844}, {"width": 688, "height": 1000}

Open = Callable[..., Page]
Make = Callable[..., Path]

# What is cut at the right: elements that are wider than they may show, but for what is meant to be unseen.
CUT = """() => [...document.querySelectorAll("body *")].filter(one =>
  one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 2 && getComputedStyle(one).overflowX !== "visible"
  && one.checkVisibility()).map(one => one.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="package")
def both(make: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a text beside its source, with something in each section."""
    folder = tmp_path_factory.mktemp("both")
    (folder / "zh.txt").write_text("张先生：\n\n去年出口增长了百分之十二点六，达到4765亿元。\n\n谢谢大家。\n")
    (folder / "en.txt").write_text(
        "Mr. Zhang:\n\nLast year exports grew by 16.2%, to 476.5 billion yuan , a record.\n\nThank you all.\n"
    )
    (folder / "terms.yaml").write_text("terms:\n  - {term: exports of goods, forbidden: [exports], source: [出口]}\n")
    return make("en.txt", "--source", "zh.txt", "-g", "terms.yaml", cwd=folder)


def test_it_opens_and_shows_the_text(seed: Path, show: Open) -> None:
    page = show(seed)
    expect(page.locator("article.document")).to_have_count(1)
    expect(page.locator("section.text mark").first).to_be_visible()


def test_it_opens_without_scripts(seed: Path, show: Open) -> None:
    expect(show(seed, java_script_enabled=False).locator("section.text mark").first).to_be_visible()


@pytest.mark.parametrize(
    ("report", "size", "scheme"),
    [("seed", WIDE, "light"), *((name, PHONE, "dark") for name in ("both", "many"))],
    ids=["long-wide-light", "both-phone-dark", "many-phone-dark"],
)
def test_axe_finds_nothing_serious(
    report: str, show: Open, size: dict[str, int], scheme: str, request: pytest.FixtureRequest
) -> None:
    page = show(request.getfixturevalue(report), color_scheme=scheme, viewport=size)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert serious(page) == []


def test_axe_finds_nothing_serious_in_the_dialogs(both: Path, show: Open) -> None:
    page = show(both)
    for dialog in page.locator("dialog").all():
        dialog.evaluate("one => one.showModal()")
        assert serious(page, "dialog[open]") == []
        dialog.evaluate("one => one.close()")


@pytest.mark.parametrize("report", ["seed", "both", "many"])
def test_nothing_is_wider_than_a_phone(report: str, show: Open, request: pytest.FixtureRequest) -> None:
    page = show(request.getfixturevalue(report), viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("report", ["seed", "both", "many"])
def test_print_holds_everything(report: str, show: Open, request: pytest.FixtureRequest) -> None:
    page = show(request.getfixturevalue(report), viewport=PAPER)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    assert page.evaluate(CUT) == []
    expect(page.locator(".card, .documents").first).to_be_visible()
    expect(page.locator(".filters, .tray, nav.sections, .card button").first).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) > 0
