"""The report of one text in a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

WIDE, PHONE = {"width": 1400, "height": 1000}, {"width": 390, "height": 844}
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Open = Callable[..., Page]
Make = Callable[..., Path]


def test_it_opens_and_shows_the_text(seed: Path, show: Open) -> None:
    page = show(seed)
    expect(page.locator("article.document")).to_have_count(1)
    expect(page.locator("section.text mark").first).to_be_visible()


def test_it_opens_without_scripts(seed: Path, show: Open) -> None:
    expect(show(seed, java_script_enabled=False).locator("section.text mark").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_serious(seed: Path, show: Open, scheme: str, size: dict[str, int]) -> None:
    page = show(seed, color_scheme=scheme, viewport=size)
    assert serious(page) == []


def serious(page: Page) -> list[str]:
    """What axe-core finds that is serious or critical, a line each with the elements."""
    found = Axe().run(page, options={"runOnly": LEVELS, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{one['impact']} {one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
