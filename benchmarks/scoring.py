"""Which planted forms a tool reports: what its lines say, held against what stands in the texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from work import Plant


class Hit(NamedTuple):
    """What a tool reports: the file, the line, the column if it tells one (else 0), and the words it names."""

    file: str
    line: int
    column: int
    text: str


def hits(output: str, pattern: str) -> Iterator[Hit]:
    """What the lines of a tool say."""
    for match in re.finditer(f"^{pattern}$", output, re.MULTILINE):
        found = match.groupdict()
        yield Hit(found["file"], int(found["line"]), int(found.get("column") or 0), found.get("text") or "")


class Score(NamedTuple):
    """How many plants of each kind are hit, and how many hits are on no plant."""

    found: Counter[str]
    elsewhere: int


def scored(plants: Sequence[Plant], some: Iterator[Hit]) -> Score:
    """Which plants the hits are on: by the column where it is told, else by the words."""
    parts: dict[tuple[str, int], list[tuple[int, str, int]]] = defaultdict(list)
    for number, one in enumerate(plants):
        for at, words in enumerate(one.form.split("\n")):
            parts[one.file, one.line + at].append((1 if at else one.column, words, number))
    reached, elsewhere = set[int](), 0
    for hit in some:
        on = [number for column, words, number in parts[hit.file, hit.line] if _on(hit, column, words)]
        reached.update(on)
        elsewhere += not on
    return Score(Counter(plants[number].kind for number in reached), elsewhere)


def _on(hit: Hit, column: int, words: str) -> bool:
    if hit.column:
        return column <= hit.column < column + len(words)
    return re.search(rf"(?<!\w){re.escape(hit.text)}(?!\w)", words) is not None or hit.text in words.removeprefix("Mac")
