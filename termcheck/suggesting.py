"""From texts in two languages to entries that a glossary lacks, and entries that the texts do not follow."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from . import align
from .document import Bitext, Document
from .engine import beside
from .errors import TermcheckError
from .extraction import Candidate, Corpus, Known, candidates, corpus, differing
from .glossary import Glossary, Term, Use
from .model import Span
from .place import place
from .readers import bitexts, holds_two, read
from .run import Progress
from .text import fold


class Evidence(NamedTuple):
    """A pair of sentences that has a term and its rendering; `line` counts from 1, in the file of the target."""

    path: str
    line: int
    source: str
    target: str


class Suggestion(NamedTuple):
    """A candidate term with sentences it comes from; `settled` are the renderings that the glossary has for it."""

    candidate: Candidate
    evidence: tuple[Evidence, ...]
    settled: tuple[str, ...] = ()


class Suggestions(NamedTuple):
    """What aligned texts suggest for a glossary: terms it lacks, the surest first, and terms rendered otherwise."""

    new: tuple[Suggestion, ...]
    differing: tuple[Suggestion, ...]
    sentences: int


def suggest(
    paths: Sequence[str],
    glossary: Glossary,
    encoding: str = "",
    least: int = 2,
    progress: Progress = lambda done, total: None,
) -> Suggestions:
    """The suggestions of tables and of plain texts, which come two by two: a source, then its target.

    Raises TermcheckError for a file that cannot be read, and for a source with no target.
    """
    texts = list(_texts(paths, glossary, encoding, progress))
    sentences = corpus(texts, lambda bitext: align.sentences(bitext, glossary))
    settled = _settled(glossary)
    new = [one for one in candidates(sentences, least) if fold(one.source) not in settled]
    other = differing(sentences, _known(sentences, glossary), least)
    return Suggestions(
        tuple(Suggestion(one, _evidence(one, sentences)) for one in new),
        tuple(Suggestion(one, _evidence(one, sentences), settled[fold(one.source)]) for one in other),
        len(sentences.source),
    )


def _texts(paths: Sequence[str], glossary: Glossary, encoding: str, progress: Progress) -> Iterator[Bitext]:
    rest = list(paths)
    while rest:
        path = rest.pop(0)
        tables = bitexts(path, path, encoding, (glossary.source_language, glossary.language))
        if tables is not None:
            yield from tables
        elif not rest or holds_two(rest[0]):
            raise TermcheckError(
                "a source with no target", path, hint="give a source and its target, or a table of both"
            )
        else:
            yield beside(read(path, encoding), read(rest.pop(0), encoding), glossary)
        progress(len(paths) - len(rest), len(paths))


def _settled(glossary: Glossary) -> dict[str, tuple[str, ...]]:
    """The preferred and allowed renderings of each source term, which is folded."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for term in glossary.terms:
        for form in term.source:
            found[fold(form)] += _renderings(term)
    for person in glossary.people:
        found[fold(person.source)].append(person.name)
    return {form: tuple(dict.fromkeys(renderings)) for form, renderings in found.items()}


def _renderings(term: Term) -> tuple[str, ...]:
    return (term.term, *term.allowed, *([term.abbreviation] if term.abbreviation else ()))


def _known(sentences: Corpus, glossary: Glossary) -> Iterator[Known]:
    """Each source term of the glossary that the texts have, with the sentences that render it as the glossary does."""
    forms, having, rendered = _settled(glossary), defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    source, target = _Uses(glossary.source_uses), _Uses(glossary.uses)
    for number, (one, two) in enumerate(zip(sentences.source, sentences.target, strict=True)):
        uses = source.within(one.document, one.span)
        if uses:
            said = {rendering for use in target.within(two.document, two.span) for rendering in _renderings(use.term)}
            for use in uses:
                having[use.form].add(number)
                if said.intersection(forms[fold(use.form)]):
                    rendered[use.form].add(number)
    for form, numbers in having.items():
        yield Known(form, frozenset(numbers), frozenset(rendered[form]))


class _Uses:
    """The uses of terms in the stretches of documents, each document searched once."""

    def __init__(self, search: Callable[[Document], tuple[Use, ...]]) -> None:
        self._search = search
        self._found: dict[int, tuple[Use, ...]] = {}

    def within(self, document: Document, span: Span) -> tuple[Use, ...]:
        found = self._found.get(id(document))
        if found is None:
            found = self._found[id(document)] = self._search(document)
        first, last = (bisect_left(found, edge, key=lambda use: use.span.start) for edge in span)
        return found[first:last]


def _evidence(candidate: Candidate, sentences: Corpus) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(two.document.path, place(two.document, two.span).line, one.document[one.span], two.document[two.span])
        for one, two in ((sentences.source[number], sentences.target[number]) for number in candidate.examples)
    )
