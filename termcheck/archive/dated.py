"""The day a text is of: the one it says, or the one its path says."""

from __future__ import annotations

import re
from functools import cache

from ..document import Document


def day(doc: Document) -> str:
    """The day of the event ("2024-06-05"), else the day or month in the path; "" where neither is known."""
    said = None if doc.units else doc.date
    return said.isoformat() if said else in_path(doc.path)


def in_path(path: str) -> str:
    """The last day or month in a path: "2024/06/05.txt", "2024-06-05.en.txt", "t20240605_1.txt", "2024/06/a.txt"."""
    for pattern in _patterns():
        found = [match for match in pattern.finditer(path) if _is_day(match)]
        if found:
            return "-".join(filter(None, found[-1].groups()))
    return ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    year, month, day = "(?<![0-9])((?:19|20)[0-9]{2})", "([01][0-9])", "([0-3][0-9])(?![0-9])"
    sign = r"[-_./\\]"
    return (
        re.compile(f"{year}{sign}{month}{sign}{day}"),
        re.compile(year + month + day),
        re.compile(f"{year}{sign}{month}(?![0-9])"),
    )


def _is_day(match: re.Match[str]) -> bool:
    _, month, *rest = match.groups()
    return 1 <= int(month) <= 12 and all(1 <= int(one) <= 31 for one in rest)
