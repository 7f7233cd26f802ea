"""What can be seen to be the same in two languages: figures, dates, words that stand in both, terms of the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..document import Document
from ..glossary import Glossary
from ..lang import countries
from ..lang.gazetteer import Gazetteer
from .sides import Signs, signs_of

Placed = tuple[int, str]


def shared(source: Document, target: Document, glossary: Glossary) -> tuple[Signs, Signs]:
    """The signs of two texts that stand in both."""
    people = {person.source: person.name for person in glossary.people if person.source}
    common = {*source.tokens.places.keys() & target.tokens.places.keys()}
    one = {
        *_figures(source),
        *_named(source),
        *_words(source, common),
        *_source_terms(source, glossary),
        *_speakers(source, people),
    }
    two = {
        *_figures(target),
        *_named(target),
        *_words(target, common),
        *_terms(target, glossary),
        *_speakers(target, {name: name for name in people.values()}),
    }
    both = {name for _, name in one} & {name for _, name in two}
    return signs_of(sign for sign in one if sign[1] in both), signs_of(sign for sign in two if sign[1] in both)


@cache
def _countries(lang: str) -> Gazetteer | None:
    names = {"zh": countries.chinese, "en": countries.english}.get(lang)
    return Gazetteer(names()) if names else None


def _named(doc: Document) -> Iterator[Placed]:
    """Countries, by their codes."""
    if gazetteer := _countries(doc.lang):
        for name in gazetteer.find(doc.tokens, doc.text):
            yield from ((name.start, f"country {code}") for code in name.keys)


def figures(doc: Document) -> Signs:
    """The figures and dates of a text, by value."""
    return signs_of(_figures(doc))


def _words(doc: Document, common: set[str]) -> Iterator[Placed]:
    """Words of both texts: names in Latin letters, digits. A letter alone is none."""
    kept = {word for word in common if len(word) > 1 or word.isdigit() or word > "\u2fff"}
    return ((doc.tokens.starts[at], word) for word in kept for at in doc.tokens.places[word])


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


def _source_terms(source: Document, glossary: Glossary) -> Iterator[Placed]:
    return ((use.span[0], f"term {use.form}") for use in glossary.source_uses(source))


def _speakers(doc: Document, known: Mapping[str, str]) -> Iterator[Placed]:
    """Who speaks a paragraph, of the people that the glossary names in both languages."""
    for block in doc.prose("paragraph"):
        if name := known.get(block.speaker):
            yield block.span.start, f"speaker {name}"


def _terms(target: Document, glossary: Glossary) -> Iterator[Placed]:
    for use in glossary.uses(target):
        for form in use.term.source:
            yield use.span[0], f"term {form}"
