"""One fact told with two figures.

Two sentences say the same thing of the same thing, and their figures are one
slip apart: a digit is changed, dropped or added, two are swapped, or a million
stands for a billion. Sameness is judged by the words around the figures (rare
words, the noun counted and like figures beside them weigh most), and more of
it is asked for the fewer digits the figures have. Within one paragraph the
words around must be the same, word for word. Figures further apart are
doubtful at best, for they are mostly two facts told alike.

Nothing is said where there may be a reason: the sentences name other years,
months or names, or things that are opposites; one speaks of the future, one
tells a step and the other a level, one figure is the other one rounded, some
paragraph holds both, or three and more figures stand in one frame of words.

The figure with fewer uses is reported, or the later one, with a note at the
other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from ...document import Document
from ...figures.differences import Differences
from ...figures.frames import parallel
from ...figures.slips import likeness_needed, marks, one_slip
from ...figures.statements import Statement, equal_around, likeness, statements
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

_MOST_VALUES = 5  # values kept of one key: with more it is a form of speech, and no fact
_MOST_IN_ONE_FRAME = 2
_NEAR = 5  # content items on each side in which figures one slip apart must share one
_NEEDED_OTHERWISE = 8.0
_SAME_WORDS = 6  # content words around the figure that make a repeated statement, even within one paragraph

_Key = tuple[str, ...]


class _Told(NamedTuple):
    """A statement and what it is found by."""

    statement: Statement
    frames: tuple[_Key, ...]
    marks: tuple[_Key, ...]


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    found = [*_found(doc)]
    values = Counter((quantity.value, quantity.unit) for quantity in doc.quantities) if found else Counter()
    told: set[Span] = set()
    for one, two, doubtful in found:
        counts = [values[one.quantity.value, one.quantity.unit], values[two.quantity.value, two.quantity.unit]]
        wrong, right = (one, two) if counts[0] < counts[1] else (two, one)
        span, other = Span(*wrong.quantity.span), Span(*right.quantity.span)
        if span not in told:
            told.add(span)
            message = f'"{doc[span]}" here, "{doc[other]}" elsewhere for what seems to be one fact'
            yield Finding(span, message, (Note(other, "the other figure"),), doubtful=doubtful, choice=True)


def _found(doc: Document) -> Iterator[tuple[Statement, Statement, bool]]:
    """Pairs of statements of one fact, and whether that may be doubted."""
    differences = Differences(doc)
    for one, two in _pairs(doc):
        doubtful = _is_doubtful(doc, one, two, differences)
        if doubtful is not None:
            yield one, two, doubtful


def _is_doubtful(doc: Document, one: Statement, two: Statement, differences: Differences) -> bool | None:
    """Whether two statements are of one fact beyond doubt (False), perhaps (True), or of two (None)."""
    slip = one_slip(doc, one.quantity, two.quantity)
    repeated = slip and equal_around(one, two) >= _SAME_WORDS
    if doc.block_at(one.sentence.start) is doc.block_at(two.sentence.start) and (
        not repeated or differences.compared(one, two)
    ):
        return None
    if repeated:
        sure = needed = 0.0
    elif slip:
        sure, needed = likeness_needed(doc, one.quantity, two.quantity)
    else:
        sure, needed = float("inf"), _NEEDED_OTHERWISE
    alike = likeness(doc, one, two, needed)
    if alike < needed or differences.explain(one, two, slip):
        return None
    return alike < sure or parallel(doc, one, two)


def _pairs(doc: Document) -> Iterator[tuple[Statement, Statement]]:
    """Statements of two sentences with unequal figures of one unit that share a key, each pair once, in order."""
    buckets: dict[_Key, dict[str, Statement]] = defaultdict(dict)
    seen: set[tuple[Span, Span]] = set()
    for two, keys in _keyed(_sharing([*_told(doc)])):
        for key in keys:
            bucket = buckets[key]
            for figure, one in bucket.items():
                if figure != two.figure and one.sentence != two.sentence:
                    pair = Span(*one.quantity.span), Span(*two.quantity.span)
                    if pair not in seen:
                        seen.add(pair)
                        yield one, two
            if two.figure in bucket or len(bucket) < _MOST_VALUES:
                bucket[two.figure] = two


def _told(doc: Document) -> Iterator[_Told]:
    for statement in statements(doc):
        slipped = zip(repeat(statement.quantity.unit), marks(doc, statement.quantity), strict=False)
        yield _Told(statement, _frames(statement), tuple(slipped))


def _frames(statement: Statement) -> tuple[_Key, ...]:
    """Three items in a row around the figure, with its unit."""
    items, at = statement.items, statement.at
    row = (*items[max(0, at - 3) : at], f"_{statement.quantity.unit}", *items[at + 1 : at + 4])
    return tuple(zip(row, row[1:], row[2:], row[3:], strict=False))[::-1]


def _sharing(told: Sequence[_Told]) -> list[_Told]:
    """The statements that share frames or marks with one of another value, each with these alone."""
    framed = _values((one.statement, one.frames) for one in told)
    marked = _values((one.statement, one.marks) for one in told)
    many = {frame for frame, values in framed.items() if len(values) > _MOST_IN_ONE_FRAME}  # of many like things
    shared = (
        _Told(
            one.statement, tuple(filter(framed.__contains__, one.frames)), tuple(filter(marked.__contains__, one.marks))
        )
        for one in told
        if many.isdisjoint(one.frames)
    )
    return [one for one in shared if one.frames or one.marks]


def _values(keyed: Iterable[tuple[Statement, Sequence[_Key]]]) -> dict[_Key, set[str]]:
    """The values told under each key, where these are several."""
    first: dict[_Key, str] = {}
    several: dict[_Key, set[str]] = defaultdict(set)
    for statement, keys in keyed:
        figure = statement.figure
        for key in keys:
            other = first.setdefault(key, figure)
            if other != figure:
                several[key] |= {other, figure}
    return several


def _keyed(told: Sequence[_Told]) -> Iterator[tuple[Statement, list[_Key]]]:
    """The statements with their shared keys: a frame, or a mark and a word that stands near the figures."""
    near = [_near(one.statement) if one.marks else () for one in told]
    items = Counter(chain.from_iterable(near))
    keyed = list[tuple[Statement, list[_Key]]]()
    for one, around in zip(told, near, strict=True):
        beside = [item for item in around if items[item] > 1]
        keyed.append((one.statement, [*one.frames, *((*mark, item) for mark in one.marks for item in beside)]))
    shared = _values(keyed)
    return ((statement, [*filter(shared.__contains__, keys)]) for statement, keys in keyed)


def _near(statement: Statement) -> tuple[str, ...]:
    """The words near the figure, each once."""
    around = (*statement.before()[-_NEAR:], *statement.after()[:_NEAR])
    return tuple(dict.fromkeys(item for item in around if item[0] != "#"))


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
            "The ferry line serves 214 piers in 36 island states. It is old. "
            "The ferry line serves [[241]] piers in 36 island states."
        ),
        Example(
            "The survey of farms drew 10,909 answers.\n\nThe survey of shops drew [[10,990]] answers.", doubtful=True
        ),
        Example(
            "The northern harbor has 214 berths for fishing boats.\n\n"
            "The southern harbor has 241 berths for fishing boats."
        ),
        Example("Soap cut the germs on the finger pads by 42%.\n\nWarm air cut the germs on the finger pads by 194%."),
        Example(
            "The ferry line served 214 piers in 36 island states. "
            "After the rise in traffic, the ferry line served 241 piers in 36 island states."
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
