"""The people whose names are settled: those the transcript lists and those of the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ...document import Document
from ...glossary import Glossary
from ...lang.names import HONORIFICS, family_name
from ...model import Note, Span


class Known(NamedTuple):
    """A settled name; `family` is folded, `honorifics` and `titles` come from all lists, `place` is in the roster."""

    name: str
    family: str
    honorifics: tuple[str, ...]
    titles: tuple[str, ...]
    place: Span | None

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


@lru_cache(maxsize=1)  # the rules of the family ask one after the other
def people(doc: Document, glossary: Glossary) -> Mapping[str, Known]:
    """The settled names by folded name, the roster's first. Names of one word and names in Chinese are left out."""
    found: dict[str, Known] = {}
    for one in doc.roster:
        _add(found, one.name, one.honorific, (one.title,), one.name_span)
    for person in glossary.people:
        _add(found, person.name, person.honorific, person.titles, None)
    return found


def _add(found: dict[str, Known], name: str, honorific: str, titles: tuple[str, ...], place: Span | None) -> None:
    words = name.casefold().split()
    if len(words) > 1 and words[0][0].isascii():
        known = found.get(" ".join(words)) or Known(name, family_name(name), (), (), place)
        found[" ".join(words)] = known._replace(
            honorifics=_with(known.honorifics, (honorific,)), titles=_with(known.titles, titles)
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
