"""Statements that are alike in their words and yet of two things: one frame with two fillings, opposites."""

from __future__ import annotations

from ..document import Document
from ..model import Span
from .statements import IDLE, Statement, equal_row, root

BESIDE = 300  # code points around a figure that are read
_SIGNS = (", ", ";", ":", "(", ")", " - ")
_FRAME = 2  # items around two figures that must be the same to be one frame
# Words that tell two things apart, however like the rest: a bar between sides, a comma between groups.
_OPPOSITES = {
    root(word): (group, side)
    for group, sides in enumerate(
        "north northern|south southern|east eastern|west western|central,left|right,upper|lower,inner|outer,"
        "coastal|inland,urban|rural,domestic|foreign international,public|private,import imports|export exports,"
        "inbound incoming|outbound outgoing,freight cargo|passenger passengers,large larger|medium|small smaller,"
        "old older|young younger|new newer,men man male boys|women woman female girls,primary|middle|secondary,"
        "gross|net,nominal|real,minimum|maximum,spring|summer|autumn|winter,morning|afternoon|evening,"
        "births|deaths,direct|indirect,indoor|outdoor,single|double|return,supply|demand,income|expenditure".split(",")
    )
    for side, words in enumerate(sides.split("|"))
    for word in words.split()
}


def near(statement: Statement) -> Span:
    """The part of the sentence around the figure that is read."""
    (start, stop), (begin, end) = statement.sentence, statement.quantity.span
    return Span(max(start, begin - BESIDE), min(stop, end + BESIDE))


def parallel(doc: Document, one: Statement, two: Statement) -> bool:
    """Whether two clauses are one frame of words that differs in a word the other sentence has not.

    "The coastal line serves" and "the inland line serves" tell of two lines. A
    like figure beside them says that they are one after all.
    """
    items = {*one.items}, {*two.items}
    if any(item[0] == "#" and len(item.partition(" ")[0]) > 2 for item in items[0] & items[1]):
        return False
    rows = list(zip(_clause(doc, one), _clause(doc, two), strict=True))
    equal = [equal_row(first, second) for first, second in rows]
    if sum(equal) < _FRAME:
        return False
    rests = [(first[at : at + 1], second[at : at + 1]) for (first, second), at in zip(rows, equal, strict=True) if at]
    return any(here and there and here[0] not in items[1] and there[0] not in items[0] for here, there in rests)


def _clause(doc: Document, statement: Statement) -> tuple[list[str], list[str]]:
    """The items of the clause before the figure, the nearest first, and those behind it."""
    (begin, end), (start, stop) = statement.quantity.span, near(statement)
    start = max(start, *(doc.folded.rfind(sign, start, begin) for sign in _SIGNS))
    stop = min(stop, *(at for sign in _SIGNS if (at := doc.folded.find(sign, end, stop)) >= 0), stop)
    tokens = doc.tokens
    before, after = (
        [root(word) for word in tokens.words[tokens.at(first) : tokens.at(last)] if word not in IDLE]
        for first, last in ((start, begin), (end, stop))
    )
    return before[::-1], after


def opposed(one: Statement, two: Statement) -> bool:
    """Whether the words beside the figures are opposites: north and south, exports and imports."""
    first, second = (
        {_OPPOSITES[item] for item in (*statement.before(), *statement.after()) if item in _OPPOSITES}
        for statement in (one, two)
    )
    return any(group == other and side != facing for group, side in first - second for other, facing in second - first)
