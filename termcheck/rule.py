"""What a rule is: one pure generator with its examples. It knows nothing of configuration, files or output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from . import align
from .document import Bitext, Document
from .glossary import Fact, Glossary, Person, Term, Use
from .model import Pair, Severity


class Context:
    """What a rule may ask besides its subject: the glossary, its uses in a text, the sentences that answer each other.

    Each is found once. A context serves one subject: a text, or two.
    """

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._uses: dict[int, tuple[Use, ...]] = {}
        self._source_uses: dict[int, tuple[Use, ...]] = {}
        self._sentences: dict[int, tuple[Pair, ...]] = {}

    def uses(self, doc: Document) -> tuple[Use, ...]:
        """Every use of a glossary form in the document, in order and disjoint (leftmost, longest)."""
        found = self._uses.get(id(doc))
        if found is None:
            found = self._uses[id(doc)] = self.glossary.uses(doc)
        return found

    def source_uses(self, doc: Document) -> tuple[Use, ...]:
        """Every source term of the glossary in the document, in order and disjoint; `form` is the source term."""
        found = self._source_uses.get(id(doc))
        if found is None:
            found = self._source_uses[id(doc)] = self.glossary.source_uses(doc)
        return found

    def sentences(self, bitext: Bitext) -> tuple[Pair, ...]:
        """The sentences that answer each other within the pairs of two texts, in the order of the target."""
        found = self._sentences.get(id(bitext))
        if found is None:
            found = self._sentences[id(bitext)] = align.sentences(bitext, self.glossary)
        return found


class Dated(NamedTuple):
    """A text of an archive: the day or month it is of, and the text that it translates, "" where it stands alone."""

    date: str
    text: str
    source: str = ""


class Example(NamedTuple):
    """A text in which ``[[ ]]`` marks each finding; a text with no mark must give none.

    `fixed` is the text after the rule's fixes. The other fields are the
    glossary and the options under which the rule runs; `doubtful` says that
    the marked findings are doubtful ones. `source` is the text that `text`
    translates, for a rule that reads both. `archive` are several texts in the
    place of one, for a rule that reads what they attest.
    """

    text: str = ""
    fixed: str | None = None
    terms: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()
    facts: tuple[Fact, ...] = ()
    options: Mapping[str, Any] = {}
    doubtful: bool = False
    source: str = ""
    archive: tuple[Dated, ...] = ()

    @property
    def flagged(self) -> bool:
        """Whether anything is marked."""
        return any("[[" in text for text in (self.text, *(one.text for one in self.archive)))


# Of findings; where the subject is a group of attestations, of conflicts.
Check = Callable[..., Iterator[Any]]


@dataclass(frozen=True)
class Rule:
    """A fault that can be found. `id` is ``family/name`` and equals the path of the rule's file."""

    id: str
    summary: str
    severity: Severity
    check: Check
    examples: tuple[Example, ...]
    default: bool = True

    @property
    def subject(self) -> str:
        """What the rule reads, by the annotation of its first parameter: "Document", "Bitext" or "Group"."""
        return str(next(iter(self.check.__annotations__.values())))

    @property
    def options(self) -> Mapping[str, Any]:
        """Option names and defaults: the keyword-only parameters of `check` are the configuration's schema."""
        return self.check.__kwdefaults__ or {}

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]
