"""Each fault told once, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from .model import Issue, Span

_BLOCK = 256  # code points of the source text: issues are compared with those of the same stretch


def settle(issues: Iterable[Issue]) -> list[Issue]:
    """The issues that are no doubles of another, in the order of the text."""
    return sorted(unique(issues), key=lambda issue: (issue.finding.span, issue.rule))


def unique(issues: Iterable[Issue]) -> list[Issue]:
    """Of issues that tell one fault, the one found first: rules come in order of precedence.

    Two tell one fault where the place of one lies within the other's. Two
    that were found by the source text, which may point at a whole sentence
    for something it lacks, do so only where their places in the source
    overlap too, and always where the later one's lies within the other's. Such
    an issue is a double of another kind only at the very same place. A doubtful issue never stands before a sure one:
    hidden, it would take the sure one with it.
    """
    kept: list[Issue] = []
    alone, beside = _Alone(), _Beside()
    for issue in sorted(issues, key=lambda issue: issue.finding.doubtful):
        span, source = issue.finding.span, in_source(issue)
        if source is None:
            new = span not in beside.spans and alone.adds(span)
        else:
            new = span not in alone.known and beside.adds(span, source)
        if new:
            kept.append(issue)
    return kept


def in_source(issue: Issue) -> Span | None:
    """The passage of the source text by which an issue was found."""
    notes = issue.finding.notes
    return next((note.span for note in notes if note.in_source), None) if notes else None


class _Alone:
    """Places of which none lies within another: so their starts and ends are in the same order."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self.known: set[Span] = set()

    def adds(self, span: Span) -> bool:
        at = bisect_left(self._spans, (span.start + 1,))
        for one in self._spans[max(0, at - 1) : at + 1]:
            if one.covers(span) or span.covers(one):
                return False
        self._spans.insert(at, span)
        self.known.add(span)
        return True


class _Beside:
    """Places in the target, each with one in the source."""

    def __init__(self) -> None:
        self._found: defaultdict[int, list[tuple[Span, Span]]] = defaultdict(list)
        self.spans: set[Span] = set()

    def adds(self, span: Span, source: Span) -> bool:
        blocks = range(source.start // _BLOCK, source.end // _BLOCK + 1)
        if any(_same(span, source, one) for block in blocks for one in self._found[block]):
            return False
        for block in blocks:
            self._found[block].append((span, source))
        self.spans.add(span)
        return True


def _same(span: Span, source: Span, other: tuple[Span, Span]) -> bool:
    target, passage = other
    if passage.covers(source) and passage != source:  # a figure of a sentence that is left out
        return True
    return (source.meets(passage) or source == passage) and (target.covers(span) or span.covers(target))
