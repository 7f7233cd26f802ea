"""Adding a term to a glossary: into which file, and what that file holds then."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from . import starter
from .atomic import rewrite_file, write_file
from .config import Config
from .errors import TermcheckError
from .examples import check_glossary
from .glossary import Glossary, Origin, Term
from .glossary.conflicts import known_as, refuse_conflicts
from .glossary.editing import added
from .glossary.load import assemble, load, read_term
from .glossary.merging import lacking, merged, values
from .glossary.sources import glossary_files, text_of
from .glossary.written import Tree, flow
from .plan import GLOSSARY
from .strictyaml import parse, read

_NEW = Origin("the new entry")
_SUFFIXES = (".yaml", ".yml")


class Change(NamedTuple):
    """What a file is to hold: `before` and `after` are its text, `line` that of the entry.

    `keys` are those that an entry of the file gets; none for a new entry.
    """

    path: str
    line: int
    before: str
    after: str
    keys: tuple[str, ...] = ()


def term(written: Mapping[str, Tree]) -> Term:
    """The term that the values of an entry say, by key. Raises TermcheckError for a mistake in them."""
    node = parse(flow("", written), "")
    assert node is not None
    return read_term(node, "")


def add(new: Term, given: Sequence[str], config: Config) -> Change:
    """The change that adds a term, or what its entry lacks of it, to a file of the `given` or configured glossaries.

    Raises TermcheckError where the glossary would not be in order then, and where it is open which file is meant.
    """
    targets, files = _files(given, config)
    glossary = load(files) if files else Glossary()
    old = next((term for term in glossary.terms if known_as(term.term) == known_as(new.term)), None)
    path = old.origin.path if old and old.origin.path in targets else _target(targets, new, glossary)
    lacks = lacking(old, new) if old and old.origin.path == path else new
    wanted = _with(glossary, old, lacks, path)
    refuse_conflicts(wanted)
    before = text_of(path) if os.path.exists(path) else ""
    written = values(lacks)
    keys = tuple(key for key in written if key != "term") if lacks is not new else ()
    after = before if lacks is not new and not keys else added(before or _heading(), new.term, written)
    return Change(path, _checked(wanted, path, after, files, new.term), before, after, keys)


def _with(glossary: Glossary, old: Term | None, lacks: Term, path: str) -> Glossary:
    """The glossary as it is to be, each entry with its present place."""
    if old is None or old.origin.path != path:
        forbidden = tuple(bad._replace(origin=_NEW) for bad in lacks.forbidden)
        return replace(glossary, terms=(*glossary.terms, lacks._replace(origin=_NEW, forbidden=forbidden)))
    return replace(glossary, terms=tuple(merged(old, lacks) if one is old else one for one in glossary.terms))


def _checked(wanted: Glossary, path: str, after: str, files: Sequence[str], name: str) -> int:
    """The line of the entry in a file that is read anew. Raises TermcheckError where it is not as it is wanted."""
    documents = ((file, parse(after, file) if file == path else read(file)) for file in dict.fromkeys([*files, path]))
    try:
        found = assemble(documents)
    except TermcheckError:
        found = Glossary()
    if sorted(map(_content, found.terms)) != sorted(map(_content, wanted.terms)):
        raise TermcheckError("cannot be added to", path, hint="begin each entry and key on a line of its own")
    places = {term.term: term.origin for term in wanted.terms}
    check_glossary(replace(found, terms=tuple(term._replace(origin=places[term.term]) for term in found.terms)))
    return next(term.origin.line for term in found.terms if term.term == name)


def _content(term: Term) -> Term:
    """A term wherever it is written."""
    return term._replace(origin=Origin(), forbidden=tuple(bad._replace(origin=Origin()) for bad in term.forbidden))


def _files(given: Sequence[str], config: Config) -> tuple[list[str], list[str]]:
    """The files a term may go into, and all of the glossary they belong to: the configured one, if it holds them."""
    known = list(dict.fromkeys(file for path in config.glossaries for file in _there(path)))
    if not given:
        return known or [_first_file(config)], known
    called = {os.path.realpath(file): file for file in known}
    named = [file for path in given for file in ([path] if _is_new(path) else glossary_files([path]))]
    named = [called.get(os.path.realpath(file), os.path.normpath(file)) for file in named]
    return named, known if {*named} <= {*known} else [file for file in named if os.path.exists(file)]


def _first_file(config: Config) -> str:
    """The file that a glossary begins with, where `termcheck init` puts it."""
    if config.path and not config.glossaries:
        hint = f'add "glossaries: [{GLOSSARY}]", or name a file with -g'
        raise TermcheckError("no glossary is configured", config.path, hint=hint)
    first = config.glossaries[0] if config.glossaries else GLOSSARY
    return first if first.endswith(_SUFFIXES) else os.path.join(first, "terms.yaml")


def _there(path: str) -> list[str]:
    try:
        return glossary_files([path])
    except TermcheckError:
        return []


def _is_new(path: str) -> bool:
    """Whether a path names a file that is to be made; its folder is there, or the path is mistyped."""
    return path.endswith(_SUFFIXES) and not os.path.exists(path) and os.path.isdir(os.path.dirname(path) or ".")


def _target(files: Sequence[str], new: Term, glossary: Glossary) -> str:
    """The file that holds what is like a term. Raises TermcheckError where several or none do."""
    if len(files) == 1:
        return files[0]
    kinds = {file: Counter(term.kind for term in glossary.terms if term.origin.path == file) for file in files}
    alike = [file for file in files if new.kind and 2 * kinds[file][new.kind] > kinds[file].total()]
    if len(alike) == 1:
        return alike[0]
    what = f'no one file is for entries of the kind "{new.kind}"' if new.kind else "several files could hold it"
    hint = "" if new.kind else ", or give a --kind"
    raise TermcheckError(what, hint=f"name one with -g{hint}: {', '.join(alike or files)}")


def _heading() -> str:
    """What a file begins with that is not there yet."""
    return starter.read("terms.yaml").decode().partition("\n")[0] + "\n"


def write(change: Change) -> None:
    """Put a change into its file, at once or not at all. Raises TermcheckError."""
    try:
        os.makedirs(os.path.dirname(change.path) or ".", exist_ok=True)
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be made", os.path.dirname(change.path)) from None
    if os.path.exists(change.path):
        rewrite_file(change.path, change.before.encode("utf-8"), change.after.encode("utf-8"))
    else:
        write_file(change.path, change.after.encode("utf-8"))
