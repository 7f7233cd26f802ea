"""A compiled glossary: it is used like any other, and what it holds is read from its file when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from operator import itemgetter
from typing import Any, Generic, TypeVar, overload

from ..model import Severity
from .blocks import Blocks
from .index import STEM, Form, Index, Node
from .model import Fact, Forbidden, Glossary, Numbers, Origin, Person, Term
from .near import NearForm, NearIndex

T = TypeVar("T")

PER_BLOCK = 8  # entries
DIVIDED = " "  # the key that tells a large node of the trie

_beginning = itemgetter(slice(STEM))  # of a word


class Entries(Sequence[T], Generic[T]):
    """Values by number, a few to a block; `make` makes one of what is stored."""

    def __init__(self, blocks: Blocks, place: tuple[int, int], make: Callable[[Any], T]) -> None:
        self._blocks, self._make = blocks, make
        self._first, self._size = place
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[T]: ...
    def __getitem__(self, number: int | slice) -> T | Sequence[T]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(self._size))]
        if number not in self._made:
            if -self._size <= number < 0:
                return self[number + self._size]
            if not 0 <= number < self._size:
                raise IndexError(number)
            block = self._blocks.load(self._first + number // PER_BLOCK)
            self._made[number] = self._make(block[number % PER_BLOCK])
        return self._made[number]

    def __iter__(self) -> Iterator[T]:
        for first in range(0, self._size, PER_BLOCK):
            for number, fields in enumerate(self._blocks.load(self._first + first // PER_BLOCK), first):
                if number not in self._made:
                    self._made[number] = self._make(fields)
                yield self._made[number]


def drawer(key: str, count: int) -> int:
    """In which of so many blocks a key stands."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "big") % count


class Table:
    """Values by key, a few to a block."""

    def __init__(self, blocks: Blocks, place: tuple[int, int]) -> None:
        self._blocks = blocks
        self._first, self._count = place
        self._read: dict[int, dict[str, Any]] = {}

    def get(self, key: str) -> Any:
        """The value of a key, or None."""
        number = drawer(key, self._count)
        if number not in self._read:
            self._read[number] = self._blocks.load(self._first + number)
        return self._read[number].get(key)


class Branches(dict[str, Any]):
    """A large node of the trie. Numbers stand for nodes that have not been read: those of a block are read together."""

    def __init__(self, blocks: Blocks, stored: Node) -> None:
        super().__init__(stored)
        self._blocks = blocks
        for mark in self.pop(DIVIDED, ()):
            self[mark] = Branches(blocks, self[mark])

    def __getitem__(self, word: str) -> Any:
        """What follows a word."""
        found = super().__getitem__(word)
        if isinstance(found, int):
            nodes = self._blocks.load(found)
            self.update((one, Branches(self._blocks, node) if DIVIDED in node else node) for one, node in nodes.items())
            found = super().__getitem__(word)
        return found


class StoredIndex(Index):
    """An index of which those words are read that begin like a word of a text; what follows one is read where it is."""

    def __init__(self, blocks: Blocks, number: int, terms: Sequence[Term]) -> None:
        self.terms, self._blocks = terms, blocks
        place, self._parts, openings, self._shortened = blocks.load(number)
        self.forms = Entries(blocks, place, Form._make)
        self.root, self.words, self.closed = Branches(blocks, {}), set(), {}
        self.stems, self.openings = set(self._parts), set(openings)
        self._asked: set[str] = set()

    def ready(self, words: Iterable[str]) -> None:
        """Read what begins like one of these words."""
        new = {*map(_beginning, words)} - self._asked
        self._asked |= new
        for stem in self._parts.keys() & new:
            known, closed, numbers = self._blocks.load(self._parts[stem])
            self.words.update(known)
            self.closed[stem] = closed
            self.root.update((word, number) for word, number in numbers.items() if word not in self.root)

    @cached_property
    def shortened(self) -> array[int]:
        """What tells whether some word may be one letter away."""
        found = array("I")
        found.frombytes(self._blocks.load(self._shortened))
        return found


class StoredNear(NearIndex):
    """The same for the words of forms that a text may come near to."""

    def __init__(self, blocks: Blocks, number: int, terms: Sequence[Term]) -> None:
        self.terms, self._blocks = terms, blocks
        place, self._parts = blocks.load(number)
        self.forms = Entries(blocks, place, NearForm._make)
        self.by_word = {}
        self._asked: set[str] = set()

    def ready(self, words: Iterable[str]) -> None:
        """Read what is known of some words."""
        new = {*map(_beginning, words)} - self._asked
        self._asked |= new
        for stem in self._parts.keys() & new:
            self.by_word.update(self._blocks.load(self._parts[stem]))


@dataclass(frozen=True, eq=False)
class Stored(Glossary):
    """A glossary that is read from its file as it is needed. It pickles as the place of the file."""

    blocks: Blocks = field(kw_only=True)
    places: Mapping[str, Any] = field(kw_only=True)

    def __reduce__(self) -> tuple[Any, ...]:
        return stored, (self.blocks,)

    def whole(self) -> Glossary:
        """The glossary with all its entries in memory: it can be sent where its files are not."""
        return Glossary(tuple(self.terms), self.people, self.facts, self.language, self.source_language)

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that is written in its files."""
        return self.blocks.key

    @cached_property
    def index(self) -> Index:
        """The index of all forms."""
        return StoredIndex(self.blocks, self.places["index"], self.terms)

    @cached_property
    def near(self) -> NearIndex:
        """The index of forms that a text may have with a word off."""
        return StoredNear(self.blocks, self.places["near"], self.terms)

    @cached_property
    def source_index(self) -> Index:
        """The index of the source terms."""
        terms = Entries(self.blocks, self.places["sources"], self._source_term)
        return StoredIndex(self.blocks, self.places["source_index"], terms)

    def _source_term(self, form: str) -> Term:
        return Term(form, inflect=self.source_language == "en")

    @cached_property
    def by_source(self) -> Numbers:
        """The numbers of the terms by their source terms, joined."""
        return Table(self.blocks, self.places["by_source"])

    @cached_property
    def by_abbreviation(self) -> Numbers:
        """The numbers of the terms by their abbreviations."""
        return Table(self.blocks, self.places["by_abbreviation"])

    @cached_property
    def by_name(self) -> Numbers:
        """The numbers of the terms by their preferred forms."""
        return Table(self.blocks, self.places["by_name"])


def stored(blocks: Blocks) -> Glossary:
    """The glossary that a file holds."""
    languages, people, facts, places = blocks.load(len(blocks) - 1)
    return Stored(
        Entries(blocks, places["terms"], _term),
        tuple(Person._make((*fields[:-1], Origin(*fields[-1]))) for fields in people),
        tuple(Fact._make((*fields[:-1], Origin(*fields[-1]))) for fields in facts),
        *languages,
        blocks=blocks,
        places=places,
    )


def _term(fields: Sequence[Any]) -> Term:
    *before, forbidden, parts, note, authority, examples, origin = fields
    bad = (
        Forbidden(form, reason, None if severity is None else Severity(severity), Origin(*place))
        for form, reason, severity, place in forbidden
    )
    return Term._make((*before, tuple(bad), parts, note, authority, examples, Origin(*origin)))
