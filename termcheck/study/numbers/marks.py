"""Which issues concern a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from ...document import Document
from ...model import Span
from ...place import Located

_FAMILIES = ("number/", "reference/figure", "bilingual/")  # their notes concern figures too
_LONGEST = 400  # code points: an issue with a whole passage says nothing of each figure in it

Weight = Literal["differ", "doubtful", "accepted"]


class Marks:
    """The issues of a document by the places they concern, asked for by span."""

    def __init__(self, doc: Document, issues: Sequence[Located]) -> None:
        self._issues = [one.issue for one in issues]
        self._near: dict[int, set[tuple[Span, int]]] = defaultdict(set)
        for number, one in enumerate(issues):
            if one.issue.path == doc.path:
                for span in _places(one):
                    for cell in range(span.start // _LONGEST, span.end // _LONGEST + 1):
                        self._near[cell].add((span, number))

    def __call__(self, span: tuple[int, int], *rules: str) -> tuple[int, ...]:
        """The numbers of the issues that touch a span, or of those of certain rules."""
        start, end = span
        cells = (self._near.get(cell, ()) for cell in range(start // _LONGEST, end // _LONGEST + 1))
        found = {n for cell in cells for (begin, stop), n in cell if begin < end and start < stop}
        return tuple(n for n in sorted(found) if not rules or self._issues[n].rule in rules)

    def weight(self, numbers: Iterable[int]) -> Weight:
        """How much issues weigh together: one that is open and sure is enough, and so is none at all."""
        found = [self._issues[number] for number in numbers]
        if not found or any(one.status == "open" and not one.finding.doubtful for one in found):
            return "differ"
        return "doubtful" if any(one.status == "open" for one in found) else "accepted"


def _places(one: Located) -> Iterator[Span]:
    finding = one.issue.finding
    spans = [finding.span]
    if one.issue.rule.startswith(_FAMILIES):
        spans += [note.span for note in finding.notes if not note.in_source]
    return (span for span in spans if span.end - span.start <= _LONGEST)
