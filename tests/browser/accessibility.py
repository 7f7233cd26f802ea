"""What axe-core finds in a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def serious(page: Page, within: str | None = None) -> list[str]:
    """What axe-core finds that is serious or critical, a line each with the elements."""
    options = {"runOnly": LEVELS, "resultTypes": ["violations"]}
    return [
        f"{one['impact']} {one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in Axe().run(page, within, options).response["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
