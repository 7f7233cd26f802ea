"""Reading glossaries: YAML files and folders of them, strictly, each mistake with its file and line.

The keys of every entry stand here in canonical order; schema.json says the
same to editors, and a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from os import PathLike
from typing import Any, cast, get_args

from ..errors import TermcheckError
from ..model import Severity
from ..strictyaml import Fields, Node, read
from .conflicts import refuse_conflicts
from .model import Case, Fact, Forbidden, Glossary, Kind, Origin, Person, Term
from .sources import glossary_files

FILE_KEYS = ("language", "source-language", "terms", "people", "facts")
TERM_KEYS = (
    "term", "source", "abbreviation", "kind", "case", "inflect", "allowed", "forbidden",
    "parts", "note", "authority", "examples",
)  # fmt: skip
FORBIDDEN_KEYS = ("form", "reason", "severity")
PERSON_KEYS = ("name", "source", "honorific", "titles")
FACT_KEYS = ("about", "statement", "values", "as-of")
KINDS = tuple(word for word in get_args(Kind) if word)
CASES = tuple(word for word in get_args(Case) if word)
SEVERITIES = {str(severity): severity for severity in reversed(Severity)}

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_WORD = re.compile(r"[^\W_]")
_MARKS = re.compile(r"\[\[(?:(?!\[\[).)+?\]\]", re.DOTALL)


def load(paths: Iterable[str | PathLike[str]]) -> Glossary:
    """The entries of all files; a folder stands for its ``*.yaml`` and ``*.yml`` files, also in folders below it.

    Raises TermcheckError for what cannot be read, for every kind of mistake, and
    for two entries that disagree. Entries' examples are run by the engine.
    """
    return assemble((file, read(file)) for file in glossary_files(paths))


def assemble(documents: Iterable[tuple[str, Node | None]]) -> Glossary:
    """The entries of YAML documents, each with the path of its file. Raises TermcheckError as `load` does."""
    files, parts = list[str](), list[Glossary]()
    for path, node in documents:
        files.append(path)
        parts.append(_part(path, node))
    glossary = Glossary(
        tuple(term for part in parts for term in part.terms),
        tuple(person for part in parts for person in part.people),
        tuple(fact for part in parts for fact in part.facts),
        _agreed("language", [part.language for part in parts], files, "en"),
        _agreed("source-language", [part.source_language for part in parts], files, "zh"),
    )
    refuse_conflicts(glossary)
    return glossary


def _agreed(key: str, languages: list[str], files: Iterable[str], default: str) -> str:
    written = {language: file for language, file in zip(languages, files, strict=True) if language}
    if len(written) > 1:
        (one, here), (other, there) = list(written.items())[:2]
        raise TermcheckError(f'"{key}": "{other}", but "{one}" in {here}', there)
    return next(iter(written), default)


def _part(path: str, node: Node | None) -> Glossary:
    """One file's entries; a language that is not written is empty."""
    if node is None:
        return Glossary(language="", source_language="")
    fields = Fields(node, path, FILE_KEYS)
    return Glossary(
        tuple(read_term(entry, path) for entry in fields.entries("terms")),
        tuple(_person(entry, path) for entry in fields.entries("people")),
        tuple(_fact(entry, path) for entry in fields.entries("facts")),
        _language(fields, "language"),
        _language(fields, "source-language"),
    )


def _language(fields: Fields, key: str) -> str:
    code = fields.text(key)
    if code and not _LANGUAGE.fullmatch(code):
        fields.fail(key, f'"{code}" is no language code', 'write "en", "zh", "pt-BR"')
    return code


def read_term(entry: Node, path: str) -> Term:
    """The term that an entry says. Raises TermcheckError for a mistake in it."""
    fields = Fields(entry, path, TERM_KEYS)
    return Term(
        _form(fields, "term", fields.required("term")),
        fields.texts("source"),
        _form(fields, "abbreviation", fields.text("abbreviation")) if "abbreviation" in fields else "",
        cast(Kind, fields.choice("kind", KINDS)),
        cast(Case, fields.choice("case", CASES)),
        fields.flag("inflect", default=True),
        tuple(_form(fields, "allowed", form) for form in fields.texts("allowed")),
        tuple(_forbidden(node, fields) for node in fields.entries("forbidden")),
        _parts(fields),
        fields.text("note"),
        fields.text("authority"),
        tuple(_example(fields, text) for text in fields.texts("examples")),
        Origin(path, fields.line),
    )


def _form(fields: Fields, key: str, form: str) -> str:
    if not _WORD.search(form):
        fields.fail(key, f'"{form}" holds no word')
    return " ".join(form.split())


def _forbidden(node: Node, term: Fields) -> Forbidden:
    origin = Origin(term.path, node.line)
    if isinstance(node.value, str):
        return Forbidden(_form(term, "forbidden", node.value), origin=origin)
    fields = Fields(node, term.path, FORBIDDEN_KEYS)
    severity = SEVERITIES.get(fields.choice("severity", SEVERITIES))
    return Forbidden(_form(fields, "form", fields.required("form")), fields.text("reason"), severity, origin)


def _parts(fields: Fields) -> tuple[int, ...]:
    parts = fields.texts("parts")
    if not parts:
        return ()
    if not all(re.fullmatch("[0-9]{1,9}", part) for part in parts):
        fields.fail("parts", "a list of whole numbers belongs here", "write [3, 3, 6, 18]")
    digits = re.sub("[^0-9]", "", fields.text("term"))
    if "".join(parts) != digits:
        fields.fail("parts", f'{" and ".join(parts)} do not spell "{digits or fields.text("term")}"')
    return tuple(map(int, parts))


def _example(fields: Fields, text: str) -> str:
    if "[[" in _MARKS.sub("", text) or "]]" in _MARKS.sub("", text):
        fields.fail("examples", f'marks that do not pair: "{text}"', "write [[ and ]] around what must be found")
    return text


def _person(entry: Node, path: str) -> Person:
    fields = Fields(entry, path, PERSON_KEYS)
    name = _form(fields, "name", fields.required("name"))
    return Person(
        name, fields.text("source"), fields.text("honorific"), fields.texts("titles"), Origin(path, fields.line)
    )


def _fact(entry: Node, path: str) -> Fact:
    fields = Fields(entry, path, FACT_KEYS)
    statement, values = fields.required("statement"), fields.mapping("values")
    slots = re.findall(r"\{([^{}]*)\}", statement)
    for slot in slots:
        if slot not in values:
            fields.fail("statement", f"no value for {{{slot}}}", "add it to values")
    named = Fields(Node(values, fields.line, key_lines={key: node.line for key, node in values.items()}), path, slots)
    if not slots:
        fields.fail("statement", "no {slot} for a value")
    as_of = fields.text("as-of")
    if as_of and not _DATE.fullmatch(as_of):
        fields.fail("as-of", f'"{as_of}" is no date', "write 2024, 2024-06 or 2024-06-05")
    found: dict[str, Any] = {slot: named.required(slot) for slot in slots}
    return Fact(fields.required("about"), statement, found, as_of, Origin(path, fields.line))
