"""How much of a huge document its page tells in full: what a browser can work with.

Measured with benchmarks/report_size.py. What has no card is still marked in the text and counted; `-f json` and
`-f csv` have all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ...place import Located
from ...study import Languages

CARDS = 1000  # sure issues of a document
DOUBTFUL = 250
PARTS = 8  # parts of a table whose terms and numbers are shown
LINES = 200  # of a table that has one for each speaker, turn or second place


def with_cards(issues: Sequence[Located]) -> frozenset[int]:
    """The numbers of the issues that have a card: open ones before accepted ones, the gravest first."""
    ranks = sorted(range(len(issues)), key=lambda n: _rank(issues[n]))
    sure = (n for n in ranks if not _is_choice(issues[n]))
    doubtful = (n for n in ranks if _is_choice(issues[n]))
    return frozenset((*islice(sure, CARDS), *islice(doubtful, DOUBTFUL)))


def _rank(one: Located) -> tuple[bool, int]:
    return one.issue.status != "open", -one.issue.severity


def _is_choice(one: Located) -> bool:
    return one.issue.finding.doubtful and one.issue.status == "open"


def rows(both: Languages, shown: frozenset[int]) -> Languages:
    """The rows of a large table that have an issue with a card, and the one before and after each."""
    kept = {row.number + step for row in both.rows if not shown.isdisjoint(row.issues) for step in (-1, 0, 1)}
    return both._replace(rows=tuple(row for row in both.rows if row.number in kept))
