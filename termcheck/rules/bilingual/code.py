"""A figure in a name or code, or a time of day, that is not the one of the source.

"Covid-19", "F-35", "A4", "3D", "802.11g", "12:25" and "1348/9" are no amounts
and are compared as they are written. Such a figure is answered where its digits
stand anywhere in the passage of the other language, as figures or in words, and
a time of day by the same time on a clock of twelve hours. Names come and go in
a translation: only where one figure on each side is left without an answer,
and at least one of them is of this kind, does the one stand for the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...document import Bitext, Document, kept
from ...lang.quantity import Kind, Number
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ...counterparts.figures import Figure

_KINDS: frozenset[Kind] = frozenset({"label", "code"})
_HALF_DAY = 12 * 60
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d{1,18}")


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ...counterparts.scopes import Sides

    source, target = _every(bitext.source), _every(bitext.target)
    for pair in map(bitext.pairs.__getitem__, Sides(bitext.pairs).holding(source.starts, target.starts)):
        sources, targets = _within(source, pair.source), _within(target, pair.target)
        one = _left(bitext.source, pair.source, sources, bitext.target, pair.target)
        two = _left(bitext.target, pair.target, targets, bitext.source, pair.source) if len(one) == 1 else set()
        if len(two) == 1 and _alike(sources, one, targets, two):
            yield _finding(bitext, one.pop(), two.pop())


_Codes = dict[Span, int | None]


class _Every(NamedTuple):
    starts: list[int]
    found: list[tuple[Span, int | None]]


def _alike(sources: _Codes, one: set[Span], targets: _Codes, two: set[Span]) -> bool:
    """Whether one of two figures is a name or a time, and the other no time or name."""
    (source,), (target,) = one, two
    if source in sources and target in targets:
        return (sources[source] is None) == (targets[target] is None)
    return source in sources or target in targets


def _finding(bitext: Bitext, source: Span, target: Span) -> Finding:
    said, this = _whole(bitext.source, source), _whole(bitext.target, target)
    note = Note(source, "the figure of the source", in_source=True)
    return Finding(target, f'the source has {said}, this text "{this}"', (note,))


def _whole(doc: Document, span: Span) -> str:
    """A figure with the letters it is glued to: F-35."""
    before = _patterns()[1].search(doc.text[max(0, span.start - 12) : span.start])
    return (before.group() if before else "") + doc[span]


def _within(codes: _Every, span: Span) -> _Codes:
    """The figures of names, codes and times that begin in a span."""
    first, stop = bisect_left(codes.starts, span.start), bisect_left(codes.starts, span.end)
    return dict(codes.found[first:stop])


@kept
def _every(doc: Document) -> _Every:
    """All figures of names and codes of a text in order, and its times with their minutes since midnight or noon."""
    found: _Codes = {}
    for one in doc.quantities:
        parts = _DIGITS.findall(doc[one.span]) if one.kind == "time" or one.kind in _KINDS else ()
        if parts and one.kind == "time":
            minutes = sum(int(part) * size for part, size in zip(parts, (60, 1), strict=False))
            found[Span(*one.span)] = minutes % _HALF_DAY
        elif parts:
            found[Span(*one.span)] = None
    for line in _lines_with_digits(doc.text):
        for match in _patterns()[0].finditer(doc.text, *line):
            found.setdefault(Span(*match.span(match.lastindex or 0)), None)
    ordered = sorted(found.items())
    return _Every([span.start for span, _ in ordered], ordered)


def _lines_with_digits(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines stand that have any digit: few rows of a table do, and what is glued to one is dear to find."""
    end = 0
    while digit := _DIGIT.search(text, end):
        begin = text.rfind("\n", end, digit.start()) + 1 or end
        end = text.find("\n", digit.end()) + 1 or len(text)
        yield begin, end


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Latin letters and digits in one word, with the digits as the group; Latin letters that end a text."""
    glued = r"(?<![\w.,-])(?:[A-Za-z]+-?(\d+)(?![\d.,]*\d)|(\d+)(?=[A-Z](?!\w)))"
    return re.compile(glued), re.compile(r"[A-Za-z]+-?\Z")


def _left(doc: Document, span: Span, codes: _Codes, other: Document, there: Span) -> set[Span]:
    """The codes that nothing in the other passage answers, and the small figures in digits."""
    from ...counterparts import loose
    from ...counterparts.figures import figures

    known = _parts(other, there)
    times = {minutes for minutes in _within(_every(other), there).values() if minutes is not None}
    clock = sum(one.kind == "time" for one in other.quantities_in(there))
    left = {
        Span(*one.span): frozenset((one.value,))
        for one in figures(doc, span)
        if one.weight == 1 and one.sort == "cardinal" and _in_digits(one) and one.value not in known
    }
    for code, minutes in codes.items():
        told = minutes is not None and (minutes in times or clock > len(times))
        if not told and not (parts := _parts(doc, code)) <= known:
            left[code] = parts
    if left:  # only then is it asked what else may stand for them
        known |= loose.values(other, there, []) | {one.value for one in figures(other, there)}
    return {place for place, parts in left.items() if not parts <= known}


def _in_digits(one: Figure) -> bool:
    return one.quantity is not None and one.quantity.written == "digits"


def _parts(doc: Document, span: Span) -> frozenset[Number]:
    """The runs of digits in a span, each as a number."""
    return frozenset(int(part) for part in _DIGITS.findall(doc[span]))


RULE = Rule(
    "bilingual/code",
    "a figure in a name or a time of day that differs from the source's",
    Severity.WARNING,
    check,
    (
        Example("The F-[[18]] took off.\n", source="F-35战机起飞。\n"),
        Example("It began at [[8:30]] a.m.\n", source="活动于9:30开始。\n"),
        Example("The A[[3]] motorway is open.\n", source="A4高速公路通车。\n"),
        Example("The F-35 took off.\n", source="F-35战机起飞。\n"),
        Example("It began at 3:30 p.m.\n", source="活动于15:30开始。\n"),
        Example("The plane took off at 9:30.\n", source="F-35战机起飞。\n"),
        Example("The G20 met.\n", source="二十国集团举行会议。\n"),
    ),
)
