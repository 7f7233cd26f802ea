"""Which row each block of two texts and each issue stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ...document import Bitext, Document
from ...model import Finding, Span
from ...place import Located
from ..spots import block_number
from .rows import Missing

Mark = tuple[int, Span]  # the number of an issue, and what it points at


class Owners(NamedTuple):
    """The numbers of the rows that the blocks of both texts stand in."""

    source: Sequence[int]
    target: Sequence[int]


class Marks(NamedTuple):
    """The issues of a row, and what they point at on either side."""

    issues: list[int]
    source: list[Mark]
    target: list[Mark]


def owners(bitext: Bitext) -> Owners:
    """The rows of all blocks: what is in no pair, as a label, goes with what comes next."""
    sources, targets = [pair.source for pair in bitext.pairs], [pair.target for pair in bitext.pairs]
    return Owners(_owners(bitext.source, sources), _owners(bitext.target, targets))


def _owners(doc: Document, spans: Sequence[Span]) -> Sequence[int]:
    if doc.units:
        return range(len(doc.blocks))
    filled = sorted((span, at) for at, span in enumerate(spans) if span.start < span.end)
    ends = [span.end for span, _ in filled]
    after = [min(bisect_right(ends, block.span.start), len(ends) - 1) for block in doc.blocks]
    return [filled[at][1] if filled else 0 for at in after]


def missing(bitext: Bitext, at: int) -> Missing:
    """The side of a row that has no text for the other's."""
    source, target, _ = bitext.pairs[at]
    has = bool(bitext.source[source].strip()), bool(bitext.target[target].strip())
    return "target" if has == (True, False) else "source" if has == (False, True) else ""


def marks(bitext: Bitext, rows: Owners, issues: Sequence[Located]) -> dict[int, Marks]:
    """The issues of each row, each in one; what is as long as the row itself needs no mark."""
    found: dict[int, Marks] = {}
    for number, finding in ((n, one.issue.finding) for n, one in enumerate(issues) if _is_about(bitext, one)):
        home = _home(bitext, rows, finding)
        mine, (source, target, _) = found.setdefault(home, Marks([], [], [])), bitext.pairs[home]
        mine.issues.append(number)
        if _row(bitext.target, rows.target, finding.span) == home and not finding.span.covers(target):
            mine.target.append((number, finding.span))
        for span in _in_source(finding):
            if _row(bitext.source, rows.source, span) == home and not span.covers(source):
                mine.source.append((number, span))
    return found


def _home(bitext: Bitext, rows: Owners, finding: Finding) -> int:
    """The row of an issue: that of the passage it says is missing, else that of its place."""
    there = (_row(bitext.source, rows.source, span) for span in _in_source(finding))
    here = _row(bitext.target, rows.target, finding.span)
    return next((row for row in there if missing(bitext, row) == "target"), here)


def _in_source(finding: Finding) -> list[Span]:
    return [note.span for note in finding.notes if note.in_source]


def _row(doc: Document, owners: Sequence[int], span: Span) -> int:
    return owners[block_number(doc, span.start)] if owners else 0


def _is_about(bitext: Bitext, one: Located) -> bool:
    """Whether an issue is about the text, not a decision, and the text has rows."""
    return bool(bitext.pairs) and one.issue.path == bitext.target.path
