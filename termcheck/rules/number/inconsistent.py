"""One fact told with two figures.

Two sentences of different paragraphs say the same thing of the same thing, and
their figures differ. Sameness is judged by the words around the figures (rare
words, the noun counted and like figures beside them weigh most), and more of
it is asked for the fewer digits the figures share. Nothing is said where there
may be a reason: the sentences name other years, months or names, one speaks of
the future, one tells a step and the other a level, one figure is the other one
rounded, or some paragraph holds both, so that they are two things.

The figure with fewer uses is reported, or the later one, with a note at the
other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from ...document import Document
from ...lang.quantity import Number
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._differences import Differences
from ._statements import Statement, likeness, statements, uses_of_roots

_MOST_VALUES = 5  # values one key may have: with more it is a form of speech, and no fact
# Likeness asked for a sure and for a doubtful finding, by the digits of figures one slip apart (4 and more as 4).
_NEEDED = {1: (8.0, 8.0), 2: (4.5, 3.5), 3: (3.5, 2.5), 4: (3.0, 2.0)}
_NEEDED_OTHERWISE = (8.0, 7.0)
_NEEDED_OF_OTHER_NAMES = (10.0, 9.0)  # "571 cases in the world", "122 cases in Oban"


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    uses = uses_of_roots(doc)
    values = Counter((quantity.value, quantity.unit) for quantity in doc.quantities)
    differences = Differences(doc)
    told: set[Span] = set()
    for one, two in _pairs(doc):
        slip = bool(_slips(_digits(doc, one)) & _slips(_digits(doc, two)))
        alike = likeness(one, two, uses)
        otherwise = _NEEDED_OTHERWISE if differences.same_names(one, two) else _NEEDED_OF_OTHER_NAMES
        sure, doubtful = _needed(doc, one) if slip else otherwise
        if alike < doubtful or differences.explain(one, two, slip):
            continue
        counts = [values[one.quantity.value, one.quantity.unit], values[two.quantity.value, two.quantity.unit]]
        wrong, right = (one, two) if counts[0] < counts[1] else (two, one)
        span, other = Span(*wrong.quantity.span), Span(*right.quantity.span)
        if span not in told:
            told.add(span)
            message = f'"{doc[span]}" here, "{doc[other]}" elsewhere for what seems to be one fact'
            yield Finding(span, message, (Note(other, "the other figure"),), doubtful=alike < sure)


def _pairs(doc: Document) -> Iterator[tuple[Statement, Statement]]:
    """Statements of two paragraphs with unequal figures of one unit that share a key, each pair once, in order."""
    buckets: dict[tuple[str, ...], dict[Number | None, Statement]] = defaultdict(dict)
    seen: set[tuple[Span, Span]] = set()
    for two in statements(doc):
        block, value = doc.block_at(two.sentence.start).span, two.quantity.value
        for key in _keys(doc, two):
            bucket = buckets[key]
            for other, one in bucket.items():
                pair = Span(*one.quantity.span), Span(*two.quantity.span)
                if other != value and one.sentence.start < block.start and pair not in seen:
                    seen.add(pair)
                    yield one, two
            if value in bucket or len(bucket) < _MOST_VALUES:
                bucket[value] = two


def _keys(doc: Document, statement: Statement) -> Iterator[tuple[str, ...]]:
    """Three items in a row around the figure; or its digits but for one slip, with an item that stands near."""
    unit, before, after = statement.quantity.unit, statement.before(), statement.after()
    for left in range(4):
        row = before[len(before) - left :], after[: 3 - left]
        if len(row[0]) + len(row[1]) == 3:
            yield (unit, *row[0], "_", *row[1])
    near = {item for item in (*before[-3:], *after[:3]) if item[0] != "#"}
    for pattern in _slips(_digits(doc, statement)):
        for item in near:
            yield unit, pattern, item


def _digits(doc: Document, statement: Statement) -> str:
    return doc[statement.quantity.number].replace(",", "")


def _slips(digits: str) -> set[str]:
    """The figure with each digit blotted out, and with each two neighbours in order: equal for figures a slip apart."""
    blotted = {f"{digits[:n]}?{digits[n + 1 :]}" for n in range(len(digits)) if digits[n].isdigit()}
    swapped = {f"{digits[:n]}/{''.join(sorted(digits[n : n + 2]))}/{digits[n + 2 :]}" for n in range(len(digits) - 1)}
    return blotted | swapped


def _needed(doc: Document, statement: Statement) -> tuple[float, float]:
    """The likeness asked before a figure and one a slip apart are taken for one fact."""
    meant = "".join(char for char in _digits(doc, statement) if char.isdigit()).strip("0")
    return _NEEDED[min(max(len(meant), 1), 4)]


RULE = Rule(
    "number/inconsistent",
    "one fact told with two figures",
    Severity.ERROR,
    check,
    (
        Example(
            "The ferry line serves 214 piers in 36 island states.\n\n"
            "As you know, the line now serves [[241]] piers in 36 island states."
        ),
        Example(
            "The reservoir supplies drinking water to 3.4 million households.\n\n"
            "The reservoir supplies drinking water to [[3.6 million]] households.\n\n"
            "In all, the reservoir supplies drinking water to over 3.4 million households."
        ),
        Example(
            "In 2021 the ferry line served 214 piers in 36 island states.\n\n"
            "In 2024 the ferry line served 241 piers in 36 island states."
        ),
        Example(
            "The ferry line serves more than 210 piers in 36 island states.\n\n"
            "The ferry line serves 214 piers in 36 island states.\n\n"
            "The ferry line will serve 241 piers in 36 island states."
        ),
        Example(
            "The port of Oban serves 214 piers in 36 island states.\n\n"
            "The port of Perth serves 241 piers in 36 island states."
        ),
        Example(
            "Of the piers 214 were old and 241 were new.\n\n"
            "The ferry line serves 214 piers in 36 island states.\n\n"
            "The ferry line serves 241 piers in 36 island states."
        ),
    ),
)
