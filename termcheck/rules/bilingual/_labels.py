"""Speakers in two texts: the name in a label or a list answers to the one in the same place of the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...counterparts.people import Person, is_read
from ...document import Bitext, Document
from ...lang import pinyin
from ...lang.names import is_chinese_name
from ...model import Finding, Note, Span
from ._mistaken import slip


class _Both(NamedTuple):
    """A Chinese name, folded, and where it stands; the English one in the same place, and where that stands."""

    chinese: str
    source: Span
    english: str
    target: Span


def mislabelled(bitext: Bitext) -> Iterator[Finding]:
    """The labels and the listed names that are no reading of the Chinese ones.

    Sure where a slip would make them one, or where they are read from another
    speaker's name; else the two may be one person all the same.
    """
    both = [*_labels(bitext), *_listed(bitext)]
    everybody = {one.chinese for one in both}
    seen: set[tuple[str, str]] = set()
    for one in both:
        person = _person(one)
        if is_read(person, one.chinese) or (one.chinese, one.english) in seen:
            continue
        seen.add((one.chinese, one.english))
        another = any(is_read(person, other) for other in everybody)
        yield _finding(bitext, one, doubtful=not (another or slip(person, one.chinese)))


def _labels(bitext: Bitext) -> Iterator[_Both]:
    """The speakers of turns that answer each other: those of the same number, where both texts have as many."""
    mine, its = bitext.target.turns, bitext.source.turns
    for said, turn in zip(its, mine, strict=True) if len(mine) == len(its) else ():
        if said.label and turn.label:
            yield from _pair(bitext, said.speaker, said.label, turn.speaker, turn.label)


def _listed(bitext: Bitext) -> Iterator[_Both]:
    mine, its = bitext.target.roster, bitext.source.roster
    for said, one in zip(its, mine, strict=True) if len(mine) == len(its) else ():
        yield from _pair(bitext, said.name, said.name_span, one.name, one.name_span)


def _pair(bitext: Bitext, chinese: str, source: Span, english: str, target: Span) -> Iterator[_Both]:
    folded = bitext.source.folded[slice(*_of(chinese, source, bitext.source))]
    person = len(folded) <= 4 and 0 < pinyin.family_length(folded) < len(folded)
    if person and all("\u3400" <= char <= "\u9fff" for char in folded) and is_chinese_name(english):
        yield _Both(folded, _of(chinese, source, bitext.source), english, _of(english, target, bitext.target))


def _of(name: str, span: Span, doc: Document) -> Span:
    """The place of a name within its label; the label itself where it is written in another way."""
    at = doc.text.find(name, *span)
    return Span(at, at + len(name)) if at >= 0 else span


def _person(one: _Both) -> Person:
    family, given = map(pinyin.letters, one.english.split())
    return Person(*one.target, family, given, True)


def _finding(bitext: Bitext, one: _Both, doubtful: bool) -> Finding:
    chinese = bitext.source[one.source]
    note = Note(one.source, f"{chinese} in the source", in_source=True)
    message = f'{chinese} is "{pinyin.written(one.chinese)}", not "{one.english}"'
    return Finding(one.target, message, (note,), doubtful=doubtful)
