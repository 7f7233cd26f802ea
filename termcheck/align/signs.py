"""What can be seen to be the same in two languages: figures, dates, words that stand in both, terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document import Document
from ..glossary import Glossary
from .sides import Signs

Placed = tuple[int, str]


def shared(source: Document, target: Document, glossary: Glossary) -> tuple[Signs, Signs]:
    """The signs of two texts that stand in both."""
    one = [*_figures(source), *((use.span[0], f"term {use.form}") for use in glossary.source_uses(source))]
    two = [*_figures(target), *_terms(target, glossary)]
    common = set(source.tokens.words) & set(target.tokens.words)
    one.extend(_words(source, common))
    two.extend(_words(target, common))
    both = {name for _, name in one} & {name for _, name in two}
    return _signs(one, both), _signs(two, both)


def _signs(placed: Iterable[Placed], kept: set[str]) -> Signs:
    found = sorted(one for one in placed if one[1] in kept)
    return Signs([start for start, _ in found], [name for _, name in found])


def _words(doc: Document, common: set[str]) -> Iterator[Placed]:
    """Words of both texts: names in Latin letters, digits. A letter alone is none."""
    kept = {word for word in common if len(word) > 1 or word.isdigit() or word > "\u2fff"}
    return ((start, word) for word, start in zip(doc.tokens.words, doc.tokens.starts, strict=True) if word in kept)


def _figures(doc: Document) -> Iterator[Placed]:
    for quantity in doc.quantities:
        if quantity.value is not None:
            yield quantity.span[0], f"{quantity.value}"
    for date in doc.dates:
        if date.month:
            yield date.span[0], f"month {date.month}"
        if date.year:
            yield date.span[0], f"{date.year}"
        if date.day:
            yield date.span[0], f"day {date.day}"


def _terms(target: Document, glossary: Glossary) -> Iterator[Placed]:
    for use in glossary.uses(target):
        for form in use.term.source:
            yield use.span[0], f"term {form}"
