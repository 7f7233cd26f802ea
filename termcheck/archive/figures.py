"""Official figures: what each is of, of which time, and its exact value.

Two figures are of one thing where they have one key: the period, the unit, the
way up or down, and the words of the clause in a fixed order. A figure is left
out where one of these is open: the sentence names no year or several, nobody
and no place, or speaks of what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..figures.differences import Setting, setting
from ..figures.directions import beside, movement, way
from ..figures.statements import IDLE, Statement, root, statements
from ..lang.lexicon import UNKNOWN, is_name, rank
from ..model import Span
from .seen import Seen

_LEAST = 10  # a smaller number of things is seldom an official figure
_AFTER = 4  # content words behind the figure that say what it is of
_MOST = 10  # content words of a frame: with more the sentence is one of its kind
_SIGN = re.compile(r"[,;:()]")
_BEGIN = re.compile(r"[,;:] |\b(?:sa(?:id|ys?)|show(?:s|ed)?|announced?|noted?|added) that ")  # of a clause
_OPEN = ("since ", "to date", "so far", "by now")  # then the figure is of the day of the text
# Words that tell any figure, and names of measures that are written in capitals.
_TELLING = frozenset(
    "reach reached reaches hit hits stand stands stood total totals totaled totalled amount amounts amounted came come "
    "comes register registered record recorded records report reported account accounted number numbered numbers post "
    "posted achieve achieved surpass surpassed value valued worth see saw year year-on-year compared same period "
    "previous level figure altogether end".split()
)
_SAID_OF_ALL = IDLE | _TELLING
_PLACES = frozenset({"city", "town", "county", "province", "region"})
_MEASURES = frozenset({"gdp", "gni", "gnp", "cpi", "ppi", "pmi", "fdi", "r&d"})


def figures(doc: Document) -> Iterator[Seen]:
    """The figures of the text that have a frame; `about` is the unit, how the figure is meant, and its precision."""
    settings: dict[Span, Setting] = {}
    for one in statements(doc):
        quantity = one.quantity
        small = quantity.kind == "cardinal" and (quantity.value or 0) < _LEAST
        if small or quantity.high is not None or not _has_year(doc, one.sentence):
            continue
        if one.sentence not in settings:
            settings[one.sentence] = setting(doc, one.sentence)
        key = _frame(doc, one, settings[one.sentence])
        if key:
            about = (quantity.unit, quantity.approx, str(quantity.precision))
            yield Seen(Span(*quantity.span), "figure", key, str(quantity.value), about)


def _has_year(doc: Document, sentence: Span) -> bool:
    dated = any(date.year or date.relative for date in doc.dates_in(sentence))
    return dated or any(quantity.kind == "year" for quantity in doc.quantities_in(sentence))


def _frame(doc: Document, one: Statement, when: Setting) -> str:
    """The key of a figure; "" where it has none."""
    if when.outlook or len(when.years) != 1 or "from" in beside(doc, one.quantity) or _is_open(doc, one.sentence):
        return ""
    (year,) = when.years
    words = _words(doc, one)
    if not year.isdigit() or not 1 < len(words) <= _MOST:
        return ""
    move = movement(doc, one.quantity).removesuffix(" by")
    return "|".join((year, *sorted(when.parts), one.quantity.unit, move, " ".join(sorted(words))))


def _is_open(doc: Document, sentence: Span) -> bool:
    return any(doc.folded.find(sign, *sentence) >= 0 for sign in _OPEN)


def _words(doc: Document, one: Statement) -> set[str]:
    """The content words around a figure, from the clause that says what and whose it is; none where none does."""
    begin, stop = one.quantity.span
    sign = _SIGN.search(doc.folded, stop, one.sentence.end)
    words = {*_content(doc, Span(stop, sign.start() if sign else one.sentence.end))[:_AFTER]}
    end = begin
    for mark in (*[*_BEGIN.finditer(doc.folded, one.sentence.start, begin)][::-1], None):
        clause = Span(mark.end() if mark else one.sentence.start, end)
        words.update(_content(doc, clause))
        if len(words) > 1 and _is_named(doc, clause):
            return words
        end = mark.start() if mark else end
    return set()


def _content(doc: Document, span: Span) -> list[str]:
    """The roots of the words in a span that say what a figure is of."""
    words = doc.tokens.words
    wanted = (at for at in _places(doc, span) if not (words[at] in _PLACES and _is_called(doc, at)))
    return [root(words[at]) for at in wanted if words[at] not in _SAID_OF_ALL and not way(words[at])]


def _is_called(doc: Document, at: int) -> bool:
    """Whether the name of a place follows: "the city of Oban" is Oban."""
    return doc.tokens.words[at + 1 : at + 2] == ["of"] and doc.capitals[at + 2 : at + 3] == b"\1"


def _places(doc: Document, span: Span) -> list[int]:
    """The indices of the words in a span that belong to no figure and no date."""
    tokens = doc.tokens
    taken = [*(one.span for one in doc.quantities_in(span)), *(one.span for one in doc.dates_in(span))]
    every = range(tokens.at(span.start), tokens.at(span.end))
    return [at for at in every if not any(begin <= tokens.starts[at] < end for begin, end in taken)]


def _is_named(doc: Document, span: Span) -> bool:
    """Whether a clause names a place or a body."""
    tokens = doc.tokens
    return any(
        doc.capitals[at]
        and tokens.words[at] not in _MEASURES | IDLE
        and (doc.sentence_at(tokens.starts[at]).start < tokens.starts[at] or _is_proper(tokens.words[at]))
        for at in _places(doc, span)
    )


def _is_proper(word: str) -> bool:
    """Whether a word that opens a sentence has its capital of its own."""
    return rank(word) == UNKNOWN or is_name(word)
