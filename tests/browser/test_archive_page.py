"""The page of an archive in a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import serious
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

GLOSSARY = "source-language: zh\nterms:\n  - {term: Port Council, source: [港口委员会], forbidden: [Harbour Council]}\n"
NAMES = ("Ann Lowell", "Ann Lowell", "Ann Lowelll", "Ann Lowell", "Ann Lowell", "Ann Lowell")


def text(number: int) -> str:
    figure = "241,000" if number == 2 else "214,000"
    return (
        f"Briefing <b>{number}</b>\n\nMay 7, {2010 + number}\n\n"
        f"Mayor {NAMES[number % 6]} spoke.\n\nIn 2003, the port of Oban handled {figure} tonnes of timber. "
        f"The {'Harbour Council' if number % 3 else 'Port Council'} met.\n"
    )


@pytest.fixture(scope="package")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "press").mkdir()
    (folder / "terms.yaml").write_text(GLOSSARY)
    for number in range(12):
        (folder / f"press/{number}.txt").write_text(text(number))
    (folder / "press/bad.txt").write_bytes(b"\0")
    command = ["archive", "press", "-g", "terms.yaml", "-j", "1", "-o", "found"]
    subprocess.run([sys.executable, "-m", "termcheck", *command], cwd=folder, capture_output=True, check=False)
    return folder / "found/archive.html"


def test_the_page_tells_what_contradicts_what(archive: Path, show: Open) -> None:
    page = show(archive)
    expect(page.get_by_role("heading", level=1)).to_contain_text("between texts")
    expect(page.locator(".failure")).to_contain_text("1 file not read")
    figures = page.get_by_role("table", name="Figures that moved")
    assert sorted(figures.locator(".figure").all_inner_texts()) == ["214,000 tonnes", "241,000 tonnes"]
    usage = page.get_by_role("table", name="Forms of terms over time")
    expect(usage.get_by_role("row", name="Harbour Council")).to_contain_text("forbidden")
    expect(usage.get_by_role("img").first).to_have_attribute("aria-label", "texts by year: 2011 1, 2012 1, 2014 1, "
                             "2015 1, 2017 1, 2018 1, 2020 1, 2021 1")  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_everybody_can_use_it(archive: Path, show: Open, scheme: str, width: int) -> None:
    page = show(archive, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
