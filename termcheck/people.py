"""The people whose names are settled, by the transcript's list or the glossary, and where a text names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .document import Document, kept
from .glossary import Glossary
from .lang.names import HONORIFICS, family_name
from .lang.offices import HEADS, Office, offices
from .model import Note, Span

TITLES = HEADS.keys() | HONORIFICS | {"general"}
_BEFORE = 5  # words of a title before the name that are read: "first executive deputy director general"


class Known(NamedTuple):
    """A settled name; `family` is folded, `honorifics` and `titles` come from all lists, `place` is in the roster.

    `entry` is the name in the glossary, "" where it has no such person.
    """

    name: str
    family: str
    honorifics: tuple[str, ...]
    titles: tuple[str, ...]
    place: Span | None
    entry: str = ""

    @property
    def given(self) -> str:
        """The name without the family name, folded."""
        words = self.name.casefold().split()
        words.remove(self.family)
        return " ".join(words)

    @property
    def written_family(self) -> str:
        """The family name as written."""
        return next(word for word in self.name.split() if word.casefold() == self.family)

    def notes(self) -> tuple[Note, ...]:
        """The roster line as a second place, where the roster has the name."""
        return (Note(self.place, f"{self.name} in the list of speakers"),) if self.place else ()


@kept
def people(doc: Document, glossary: Glossary) -> Mapping[str, Known]:
    """The settled names by folded name, the roster's first. Names of one word and names in Chinese are left out."""
    found: dict[str, Known] = {}
    for one in doc.roster:
        _add(found, Known(one.name, "", (one.honorific,), (one.title,), one.name_span))
    for person in glossary.people:
        _add(found, Known(person.name, "", (person.honorific,), person.titles, None, person.name))
    return found


def _add(found: dict[str, Known], one: Known) -> None:
    words = one.name.casefold().split()
    if len(words) > 1 and words[0][0].isascii():
        known = found.get(" ".join(words)) or Known(one.name, family_name(one.name), (), (), one.place)
        found[" ".join(words)] = known._replace(
            honorifics=_with(known.honorifics, one.honorifics),
            titles=_with(known.titles, one.titles),
            entry=known.entry or one.entry,
        )


def _with(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return (*old, *(one for one in new if one and one not in old))


def named(doc: Document, at: int) -> bool:
    """Whether word `at` and the next are capitalised and joined by a blank: two words of a name, or "Mr. Li"."""
    tokens, text = doc.tokens, doc.text
    if at + 1 >= len(tokens) or not (text[tokens.starts[at]].isupper() and text[tokens.starts[at + 1]].isupper()):
        return False
    gap = tokens.gap(at).strip()
    return not gap or (gap == "." and tokens.words[at] in HONORIFICS)


def plain(word: str) -> str:
    """A folded word without the ending of a possessive."""
    return word.removesuffix("'s")


class Mention(NamedTuple):
    """A settled person at words `first` to `last` of a text: the whole name, or the family name alone."""

    first: int
    last: int
    person: Known


def mentions(doc: Document, known: Mapping[str, Known]) -> Iterator[Mention]:
    """Each whole name, and each family name behind a title or courtesy title that only one settled person has."""
    words = doc.tokens.words
    firsts = {name.split()[0] for name in known}
    families: dict[str, Known | None] = {}
    for one in known.values():
        families[one.family] = None if one.family in families else one
    for at in doc.tokens.among({*firsts, *families, *(f"{family}'s" for family in families)}):
        word = words[at]
        if word in firsts and named(doc, at) and (whole := known.get(f"{word} {plain(words[at + 1])}")):
            yield Mention(at, at + 1, whole)
            continue
        alone = families.get(plain(word))
        if alone and is_titled(doc, at) and not named(doc, at):
            yield Mention(at, at, alone)


def is_titled(doc: Document, at: int) -> bool:
    """Whether a title or courtesy title with a capital stands right before word `at`."""
    return at > 0 and doc.tokens.words[at - 1] in TITLES and named(doc, at - 1)


def title_before(doc: Document, name: int) -> Iterator[Office]:
    """The title that ends right before the word at which a name begins."""
    tokens = doc.tokens
    first = name
    while first and name - first < _BEFORE and tokens.linked(first - 1):
        first -= 1
    for office in offices(tokens.words[first:name]):
        if first + office.last == name - 1:
            yield office._replace(first=first + office.first, last=first + office.last)
