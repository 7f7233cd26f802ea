"""An anniversary that does not fall in its year, a run of years that is not that long.

A place founded in 1995 has no 30th anniversary in 2027. Compared is what one
sentence says: the ordinal, the year of the beginning ("founded in",
"anniversary of the accession in"), and the year that stands right beside the anniversary, or "this",
"next" or "last year" by the dateline. "Six consecutive years since 2018" is
held against the dateline, with a year to spare on each side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...document import Document
from ...lang.quantity import Quantity
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

_VERBS = (
    r"(?:found\w+|establish\w+|set up|creat\w+|launch\w*|open\w+|born|form\w+|beg[au]n|start\w*|sign\w+|built"
    r"|return\w*|join\w+|accession)"
)
_BEHIND = re.compile(r" anniversary,? (?:in|next year, in) $")
_RUN = re.compile(r" (?:consecutive|straight|successive) years since $| years in a row since $")
_REACH = 100  # code points
_SENTENCE = 500  # code points on each side of an anniversary that are read


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(rf"\b(?<!\bwe )(?<!\bthey )(?<!\bi )(?<!\bhe )(?<!\byou ){_VERBS}(?: [a-z']+){{0,6}}? in $")


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(
        r"(?:, when|, as)?(?: [a-z']+){0,5} (?:its|the|their|our|his|her) $| (?:is|was|marks) (?:its|the|their|our) $"
    )


@cache
def _of() -> re.Pattern[str]:
    """Of one thing only: in "of the law of the union, founded in 1957" the law may be younger."""
    return re.compile(
        rf" anniversary of (?:[a-z' -]{{1,80}}"
        rf"|(?:(?! of )[a-z' -]){{1,40}}, (?:(?:which|that) )?(?:was )?{_VERBS}) in $"
    )


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for one, two in pairwise((*doc.quantities, *doc.quantities[:1])):
        if one.kind == "ordinal" and doc.folded.startswith(" anniversary", one.span[1]):
            yield from _anniversary(doc, one)
        elif two.kind == "year" and _RUN.fullmatch(doc.folded, one.number[1], two.span[0]):
            yield from _run(doc, one, two)


def _anniversary(doc: Document, ordinal: Quantity) -> Iterator[Finding]:
    begin, end = doc.sentence_at(ordinal.span[0])
    sentence = Span(max(begin, ordinal.span[0] - _SENTENCE), min(end, ordinal.span[1] + _SENTENCE))
    years = [year for year in doc.quantities_in(sentence) if year.kind == "year" and year.high is None]
    begun = [year for year in years if _is_beginning(doc, ordinal, year)]
    kept = _kept(doc, ordinal, [year for year in years if year not in begun], sentence)
    alone = doc.folded.count(" anniversary", *sentence) == 1
    if len(begun) == 1 and alone and kept is not None and begun[0].value is not None and ordinal.value is not None:
        years_between = kept - begun[0].value
        if years_between > 0 and years_between != ordinal.value:
            message = f"from {begun[0].value} to {kept} it is {years_between} years"
            yield Finding(Span(*ordinal.span), message, (Note(Span(*begun[0].span), "the beginning"),))


def _is_beginning(doc: Document, ordinal: Quantity, year: Quantity) -> bool:
    """Whether a year is when that began of which the anniversary is kept."""
    begin, end = ordinal.span[1], year.span[0]
    if doc.folded.startswith(" anniversary as ", begin):
        return False
    if doc.folded.startswith(" anniversary of ", begin):
        return end > begin and _of().fullmatch(doc.folded, begin, end) is not None
    return _begun().search(doc.folded, max(0, end - _REACH), end) is not None


def _kept(doc: Document, ordinal: Quantity, years: list[Quantity], sentence: Span) -> int | None:
    """The year in which the anniversary falls, where the sentence says so beside it."""
    for year in years:
        before = year.span[1] <= ordinal.span[0] and _beside().fullmatch(doc.folded, year.span[1], ordinal.span[0])
        behind = year.span[0] >= ordinal.span[1] and _BEHIND.fullmatch(doc.folded, ordinal.span[1], year.span[0])
        if (before or behind) and isinstance(year.value, int):
            return year.value
    if years or doc.date is None:
        return None
    steps = [{"this year": 0, "next year": 1, "last year": -1}.get(date.relative) for date in doc.dates_in(sentence)]
    return doc.date.year + steps[0] if len(steps) == 1 and steps[0] is not None else None


def _run(doc: Document, count: Quantity, year: Quantity) -> Iterator[Finding]:
    if doc.date is None or not isinstance(count.value, int) or year.value is None or count.high is not None:
        return
    length = doc.date.year - int(year.value)
    if abs(length - count.value) > 1:
        message = f"from {year.value} to the day of the event it is {length} years"
        yield Finding(Span(*count.number), message, (Note(Span(*year.span), "the beginning"),))


RULE = Rule(
    "number/anniversary",
    "an anniversary or a run of years that does not come out",
    Severity.WARNING,
    check,
    (
        Example("In 2027, when the port marks its [[30th]] anniversary, the dam, founded in 1995, will be whole."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nThis year is the [[25th]] anniversary of its founding in 2011."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nTrade has grown for [[nine]] consecutive years since 2021."),
        Example("The year 2025 is the [[40th]] anniversary of the treaty, which was signed in 1975."),
        Example("On its 20th anniversary in 2021 the union, which we joined in 2010, had 30 members."),
        Example("In 2027 the port marks the 30th anniversary of its founding in 1997."),
        Example("Founded in 1997, the port marked its 20th anniversary and will double its trade by 2035."),
        Example("Geneva | 3 p.m. March 11, 2026\n\nTrade has grown for five consecutive years since 2021."),
        Example("In 2027, the port, founded in 1989, marks the 30th anniversary of its first dock."),
        Example("We kept the 30th anniversary in 2027. It was signed in 1980, and in 2020 it ended."),
    ),
)
