"""People of the glossary, of any country, who stand for one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...counterparts.scopes import Scope, Scopes
from ...document import Bitext
from ...glossary import Person
from ...lang.words import words_of
from ...model import Finding, Note, Span
from ...rule import Context
from ...text import fold


def exchanged(bitext: Bitext, scopes: Scopes, ctx: Context) -> Iterator[Finding]:
    """A person whom the source passage has not, by the full name, where one whom it has is not named at all."""
    people = _mentioned(bitext, ctx.glossary.people)
    for scope in scopes if len(people) > 1 else ():
        near = " ".join(bitext.source.folded[slice(*span)] for span in scope.source)
        here = bitext.source.folded[slice(*scope.pair.source)]
        lost = [one for one in people if _short(one) in here and not _told(bitext, scope, one)]
        new = [one for one in people if _short(one) not in near and _place(bitext, scope, one)]
        if len({one.name for one in lost}) == 1 == len({one.name for one in new}):
            yield _finding(bitext, scope, lost[0], new[0])


def _mentioned(bitext: Bitext, people: Sequence[Person]) -> list[Person]:
    """The people of whom either text has anything."""
    folded, words, chars = bitext.source.folded, bitext.target.counts, set(bitext.source.folded)
    return [
        one
        for one in people
        if one.source and " " in one.name
        if any(word in words for word in words_of(fold(one.name)))
        or (chars.issuperset(s := _short(one)) and s in folded)
    ]


def _short(one: Person) -> str:
    """What a Chinese text calls a person at the least: 特朗普 of 唐纳德·特朗普."""
    return fold(one.source).split("·")[-1]


def _told(bitext: Bitext, scope: Scope, one: Person) -> bool:
    """Whether any word of the name stands in the translated passage."""
    tokens, (begin, end) = bitext.target.tokens, scope.pair.target
    words = {word.removesuffix("'s") for word in tokens.words[tokens.at(begin) : tokens.at(end)]}
    return not words.isdisjoint(words_of(fold(one.name)))


def _place(bitext: Bitext, scope: Scope, one: Person) -> Span | None:
    at = bitext.target.folded.find(fold(one.name), *scope.pair.target)
    return Span(at, at + len(one.name)) if at >= 0 else None


def _finding(bitext: Bitext, scope: Scope, lost: Person, new: Person) -> Finding:
    at = bitext.source.folded.index(_short(lost), scope.pair.source.start)
    span = Span(at, at + len(_short(lost)))
    note = Note(span, f"{bitext.source[span]} in the source", in_source=True)
    place = _place(bitext, scope, new) or scope.pair.target
    message = f'the source has {bitext.source[span]} ({lost.name}), not "{new.name}"'
    return Finding(place, message, (note,), term=lost.name)
