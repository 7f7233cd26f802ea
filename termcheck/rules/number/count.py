"""Announced points that are not as many as the points that follow.

"Three measures: ... First, ... Second, ... Third, ..." and "two key words. The
first key word is ..." are counted by their ordinals. A count that is too low
is a slip. One that is too high is doubtful unless each point opens a paragraph
or follows a semicolon: in running speech a last point often has no ordinal.
Where "finally", "also" or the like may begin one more point, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ...document import Document
from ...figures.points import Point, announced, breaks_of, chains
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

_ONE_MORE = (
    r"(?:and |the )?(?:finally|lastly|last|final|another|also|moreover|furthermore|besides|in addition|additionally"
    r"|plus|next|then)\b"
)
_NEXT_PARAGRAPH = re.compile(rf"[\n\r]\W*{_ONE_MORE}")
_NEXT_CLAUSE = re.compile(rf"[.;:,] {_ONE_MORE}|\band {_ONE_MORE}")
_REACH = 20_000  # code points behind the last point in which one more may begin


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    breaks = breaks_of(doc)
    for chain in chains(doc, breaks):
        count = announced(doc, chain)
        if count is None or not isinstance(count.value, int):
            continue
        last = chain[-1][0].span
        end = [*breaks, len(doc.text)][bisect_right(breaks, last[0])]
        missing = count.value - len(chain)
        if missing < 0 or (missing > 0 and len(chain) > 1 and not _goes_on(doc, chain, end)):
            message = f'"{doc[count.number]}" is announced, but the points are {len(chain)}'
            notes = (Note(Span(*last), "the last of them"),)
            doubtful = missing > 0 and not _set_apart(doc, chain)
            yield Finding(Span(*count.number), message, notes, doubtful=doubtful, choice=True)


def _set_apart(doc: Document, chain: list[Point]) -> bool:
    """Whether each point opens a paragraph, or follows a semicolon, so that none can be hidden in running text."""
    return _opens_paragraphs(doc, chain) or all(
        ";" in doc.text[point.span[0] - 8 : point.span[0]] for point, _ in chain[1:]
    )


def _opens_paragraphs(doc: Document, chain: list[Point]) -> bool:
    return all(point.span[0] - doc.block_at(point.span[0]).span.start <= len("the ") for point, _ in chain)


def _goes_on(doc: Document, chain: list[Point], end: int) -> bool:
    """Whether one more point may begin between the last ordinal and `end`."""
    last = chain[-1][0].span[1]
    region = Span(last, min(end, last + _REACH))
    if _opens_paragraphs(doc, chain):
        found = _NEXT_PARAGRAPH.search(doc.folded, *region)
    else:
        region = Span(last, doc.block_at(last).span.end)
        found = _NEXT_CLAUSE.search(doc.folded, *region)
    return found is not None or any(one.kind == "ordinal" for one in doc.quantities_in(region))


RULE = Rule(
    "number/count",
    "announced points that are not as many as the points that follow",
    Severity.WARNING,
    check,
    (
        Example(
            "We took [[two]] measures.\n\nFirst, we raised it.\n\nSecond, we dug a canal.\n\nThird, we planted reeds."
        ),
        Example("It rests on the following [[four]] laws: first, on water; second, on air; and third, on soil."),
        Example("I name [[three]] key words.\n\nThe first key word is water.\n\nThe second key word is air."),
        Example(
            "We took [[three]] measures. First, we raised the dam. Second, we dug a canal. We planted reeds.",
            doubtful=True,
        ),
        Example(
            "We took three measures.\n\nFirst, we raised the dam.\n\nSecond, we dug a canal.\n\nFinally, we rested."
        ),
        Example(
            "Three tasks: First, a dam. It takes two things. First, clay. Second, time. Second, a canal. Third, reeds."
        ),
        Example("We saw five farms in June. First, we saw the dam. Second, we saw the canal."),
        Example("I name two key words. The first key word is water. The second key word is air."),
        Example("The two questions are good. First, fish: they thrive. Second, oats: they grow. Third, I name water."),
    ),
)
