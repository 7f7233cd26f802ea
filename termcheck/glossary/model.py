"""The entries of a glossary, as values. `load` makes them from YAML, `index` finds them in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from ..lang.words import words_of
from ..model import Severity, Span
from ..text import fold

if TYPE_CHECKING:
    from ..document import Document
    from .index import Index
    from .near import NearIndex

Kind = Literal["project", "policy", "place", "organisation", "person", "figure", "phrase", "product", ""]
Case = Literal["exact", "sentence", ""]


class Origin(NamedTuple):
    """Where an entry was written: file and line (from 1)."""

    path: str = ""
    line: int = 0


class Forbidden(NamedTuple):
    """A form an editor would strike out, with the reason and, where it differs from the rule's, the severity."""

    form: str
    reason: str = ""
    severity: Severity | None = None
    origin: Origin = Origin()


class Term(NamedTuple):
    """An official term: the preferred form, its source terms, and the forms that are right or wrong.

    `case` is "exact" for a proper name, "sentence" for words that take a
    capital only at the start of a sentence; left out, a term with a capital
    letter is exact. `parts` are the figures a code name stands for.
    """

    term: str
    source: tuple[str, ...] = ()
    abbreviation: str = ""
    kind: Kind = ""
    case: Case = ""
    inflect: bool = True
    allowed: tuple[str, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    parts: tuple[int, ...] = ()
    note: str = ""
    authority: str = ""
    examples: tuple[str, ...] = ()
    origin: Origin = Origin()


class Person(NamedTuple):
    """A person whose name and titles are settled."""

    name: str
    source: str = ""
    honorific: str = ""
    titles: tuple[str, ...] = ()
    origin: Origin = Origin()


class Fact(NamedTuple):
    """Settled figures about a term: `statement` has a ``{slot}`` for each of `values`; `as_of` is "2024-06"."""

    about: str
    statement: str
    values: Mapping[str, str]
    as_of: str = ""
    origin: Origin = Origin()


UseKind = Literal["preferred", "allowed", "abbreviation", "forbidden"]


class Use(NamedTuple):
    """A form of a term found in a text.

    `form` is the glossary's spelling of what was found, `kind` what the
    glossary says of it. `inflected` marks a plural or possessive of the form.
    The text at `span` may differ from `form` in case, hyphens, dashes and
    spaces: rules compare the two.
    """

    span: Span
    term: Term
    form: str
    kind: UseKind
    inflected: bool = False


class Numbers(Protocol):
    """The numbers of terms by what they have."""

    def get(self, key: str, /) -> Sequence[int] | None:
        """The numbers of the terms that have it, in order."""


@dataclass(frozen=True, eq=False)
class Glossary:
    """All entries of a run. Later files add to earlier ones; two that disagree do not load."""

    terms: Sequence[Term] = ()
    people: tuple[Person, ...] = ()
    facts: tuple[Fact, ...] = ()
    language: str = "en"
    source_language: str = "zh"

    @property
    def examples(self) -> Iterator[tuple[Term, str]]:
        """Each entry's example texts, in which ``[[ ]]`` marks what the term rules must find."""
        return ((term, example) for term in self.terms for example in term.examples)

    @cached_property
    def index(self) -> Index:
        """The index of all forms, built at first use."""
        from .index import Index

        return Index(self.terms)

    @cached_property
    def near(self) -> NearIndex:
        """The index of forms that a text may have with a word off, built at first use."""
        from .near import NearIndex

        return NearIndex(self.terms)

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that is written in it."""
        from hashlib import sha256

        return sha256(
            repr((*self.terms, *self.people, *self.facts, self.language, self.source_language)).encode(
                "utf-8", "surrogatepass"
            )
        ).digest()

    @cached_property
    def by_source(self) -> Numbers:
        """The numbers of the terms by their source terms, joined."""
        return numbered(self.terms, joined_sources)

    @cached_property
    def by_abbreviation(self) -> Numbers:
        """The numbers of the terms by their abbreviations."""
        return numbered(self.terms, abbreviations)

    @cached_property
    def by_name(self) -> Numbers:
        """The numbers of the terms by their preferred forms."""
        return numbered(self.terms, names)

    def whole(self) -> Glossary:
        """The glossary with all its entries in memory: it can be sent where its files are not."""
        return self

    def of_source(self, form: str) -> tuple[Term, ...]:
        """The terms that have a source term, however it is spaced or capitalised: any of them answers it."""
        return tuple(self.terms[number] for number in self.by_source.get(_joined(form)) or ())

    def abbreviated(self, short: str) -> Term | None:
        """The term that has an abbreviation."""
        found = self.by_abbreviation.get(short)
        return self.terms[found[-1]] if found else None

    def named(self, name: str) -> Term | None:
        """The term of a preferred form."""
        found = self.by_name.get(name)
        return self.terms[found[-1]] if found else None

    @cached_property
    def source_index(self) -> Index:
        """The index of the source terms, built at first use."""
        from .index import Index

        return Index(self.sources)

    @property
    def sources(self) -> tuple[Term, ...]:
        """The source terms, each as a term of its own."""
        forms = dict.fromkeys(form for term in self.terms for form in term.source)
        return tuple(Term(form, inflect=self.source_language == "en") for form in forms)

    @cached_property
    def turned(self) -> Glossary:
        """The glossary of the other direction: each entry's first source term is what its forms are rendered by."""
        terms = tuple(
            Term(
                term.source[0], (term.term, *term.allowed, *filter(None, (term.abbreviation,))), allowed=term.source[1:]
            )
            for term in self.terms
            if term.source
        )
        return Glossary(terms, language=self.source_language, source_language=self.language)

    def source_uses(self, doc: Document) -> tuple[Use, ...]:
        """Every source term in the prose of a source text: leftmost, longest, in order; `form` is the source term."""
        return self.source_index.uses(doc) if self.terms else ()

    def uses(self, doc: Document) -> tuple[Use, ...]:
        """Every use of a form in the prose of a document: leftmost and longest, in order, disjoint."""
        return self.index.uses(doc) if self.terms else ()


def numbered(terms: Iterable[Term], keys: Callable[[Term], Iterable[str]]) -> dict[str, list[int]]:
    """The numbers of terms by the keys that each has."""
    found: dict[str, list[int]] = {}
    for number, term in enumerate(terms):
        for key in keys(term):
            found.setdefault(key, []).append(number)
    return found


def joined_sources(term: Term) -> set[str]:
    """The source terms without what stands between their words."""
    return {_joined(form) for form in term.source}


def abbreviations(term: Term) -> tuple[str, ...]:
    """The abbreviation, if there is one."""
    return (term.abbreviation,) if term.abbreviation else ()


def names(term: Term) -> tuple[str, ...]:
    """The preferred form."""
    return (term.term,)


def _joined(form: str) -> str:
    return "".join(words_of(fold(form)))
