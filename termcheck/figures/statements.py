"""Figures in their statements: the content words around each, and how alike two statements are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from ..document import Document, kept
from ..lang.function_words import FUNCTION_WORDS
from ..lang.quantity import AMOUNTS, Quantity
from ..lang.remembered import Remembered
from ..model import Span

_MOST_FIGURES = 30  # a sentence with more is a table
WINDOW = 6  # content words looked at on each side
# Words that qualify the figure or the sentence and say nothing of what is counted.
IDLE = FUNCTION_WORDS | frozenset(
    "more less nearly almost roughly approximately exceed exceeds exceeded exceeding least most now currently already "
    "also only just total totaling totalling some well far so then".split()
)
_ENDINGS = ("ing", "ed", "es", "s", "d")
# All that a root may lack of its words: "es", "ed's".
_CUT = {f"{e}{ending}{possessive}" for e in ("", "e") for ending in ("", *_ENDINGS) for possessive in ("", "'s")}
_RARE, _COMMON = 4, 30  # uses of a word in the text
_MOST_WEIGHT = 2  # of an item that two statements share


class Statement(NamedTuple):
    """A figure in its sentence: the content items of the part between semicolons, and which of them the figure is.

    An item is a word without its ending, or a figure as "#value unit".
    """

    sentence: Span
    items: tuple[str, ...]
    at: int
    quantity: Quantity

    @property
    def figure(self) -> str:
        """The figure as an item: its value and unit."""
        return self.items[self.at]

    def before(self) -> tuple[str, ...]:
        """The items before the figure, at most WINDOW."""
        return self.items[max(0, self.at - WINDOW) : self.at]

    def after(self) -> tuple[str, ...]:
        """The items behind the figure, at most WINDOW."""
        return self.items[self.at + 1 : self.at + 1 + WINDOW]


@kept
def statements(doc: Document) -> tuple[Statement, ...]:
    """Every amount in figures of the text, with what surrounds it; no statement crosses a semicolon."""
    return tuple(read(doc))


def read(doc: Document) -> Iterator[Statement]:
    """The statements of a text that is read once."""
    told = (quantity.span[0] for quantity in doc.quantities if _is_told(quantity))
    for sentence in dict.fromkeys(map(doc.sentence_at, told)):
        if len(doc.quantities_in(sentence)) <= _MOST_FIGURES:
            for part in _parts(doc, sentence):
                yield from _told_in(doc, sentence, part)


def _told_in(doc: Document, sentence: Span, part: Span) -> Iterator[Statement]:
    quantities = doc.quantities_in(part)
    told = [*map(_is_told, quantities)]
    if any(told):
        items, places = _items(doc, part, quantities)
        for quantity, at in compress(zip(quantities, places, strict=True), told):
            yield Statement(sentence, items, at, quantity)


def _parts(doc: Document, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons."""
    start = sentence.start
    while (end := doc.folded.find("; ", start, sentence.end)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, sentence.end)


def _is_told(quantity: Quantity) -> bool:
    return quantity.kind in AMOUNTS and quantity.value is not None and quantity.written != "words"


def _items(doc: Document, sentence: Span, quantities: tuple[Quantity, ...]) -> tuple[tuple[str, ...], list[int]]:
    """The items of a sentence, and the index of each of its figures among them."""
    tokens = doc.tokens
    first = tokens.at(sentence.start)
    row = [*map(_content.__getitem__, tokens.words[first : tokens.at(sentence.end)])]
    for quantity in reversed(quantities):
        begin, end = quantity.span
        row[tokens.at(begin) - first : tokens.at(end) - first] = (_figure(quantity),)
    items = tuple(filter(None, row))
    return items, [at for at, item in enumerate(items) if item[0] == "#"]


def _figure(quantity: Quantity) -> str:
    if quantity.value is None or quantity.kind == "year":
        return "#"  # years are compared as times, not as words
    return f"#{quantity.value} {quantity.unit}"


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """A word without its commonest endings, so that "links" and "linked" meet. Not a word: only for comparing."""
    if not word.endswith(("s", "d", "g", "e")):
        return word
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


# The root of each content word, "" for the others.
_content = Remembered[str, str](lambda word: "" if word in IDLE else root(word))


@kept
def uses_of(doc: Document, of: str) -> int:
    """How often words of a root stand in the text."""
    words = doc.counts.keys() & {f"{of}{ending}" for ending in _CUT}
    return sum(doc.counts[word] for word in words if root(word) == of)


def likeness(doc: Document, one: Statement, two: Statement, needed: float = 0) -> float:
    """How much two statements share: words rare in the text count double, common ones half, like figures double.

    A shared head noun counts once more. It is 0 where too few items are shared for what is `needed`.
    """
    shared = {*one.before(), *one.after()} & {*two.before(), *two.after()}
    if _MOST_WEIGHT * len(shared) + 1 < needed:
        return 0
    words = sum(_weight(uses_of(doc, item)) for item in shared if item[0] != "#")
    figures = sum(_MOST_WEIGHT for item in shared if item[0] == "#" and len(item.partition(" ")[0]) > 2)
    head = one.quantity.head != "" and root(one.quantity.head) == root(two.quantity.head)
    return words + (figures if words >= 2 else 0) + head


def equal_around(one: Statement, two: Statement) -> int:
    """How many items in a row around the two figures are the same, both sides together."""
    return equal_row(one.before()[::-1], two.before()[::-1]) + equal_row(one.after(), two.after())


def equal_row(first: Sequence[str], second: Sequence[str]) -> int:
    """How many items two rows begin with in common."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (here, there) in enumerate(pairs) if here != there), min(len(first), len(second)))


def _weight(uses: int) -> float:
    return _MOST_WEIGHT if uses <= _RARE else 1 if uses <= _COMMON else 0.5
