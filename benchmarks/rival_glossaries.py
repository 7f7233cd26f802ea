"""One glossary as each tool reads it, to its best: a tool that knows single words only gets the misspelt ones.

Vale gets patterns that let blanks and line ends stand between words, and the right terms as exceptions; prh and
textlint-rule-terminology the forms as they are, between the ends of words; cspell takes all other words of the work
for known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from invented_terms import Entry


def write(folder: Path, terms: Sequence[Entry], known: Collection[str]) -> None:
    """The files of all tools."""
    folder.mkdir(parents=True, exist_ok=True)
    styles = folder / "styles" / "Made"
    styles.mkdir(parents=True, exist_ok=True)
    (styles / "Terms.yml").write_text("".join(_vale(terms)), encoding="utf-8")
    files = {
        "terms.yaml": _termcheck(terms),
        "codespell.txt": (f"{wrong.lower()}->{right.lower()}\n" for wrong, right in tokens(terms)),
        "typos.toml": _typos(terms),
        "forms.txt": (f"{form}\n" for form, _ in forms(terms)),
        "prh.yml": _prh(terms),
        "textlint-prh.json": [json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}})],
        "textlint-terminology.json": [_terminology(terms)],
        "vale.ini": ["StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Made\n"],
        "cspell.json": [_cspell(terms)],
        "words.txt": (f"{word}\n" for word in _accepted(terms, known)),
    }
    for name, lines in files.items():
        with (folder / name).open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)


def forms(terms: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Every forbidden form and the term to write."""
    for entry in terms:
        for one in entry.forbidden:
            yield one.form, entry.term


def tokens(terms: Sequence[Entry]) -> list[tuple[str, str]]:
    """The misspelt words, each once, and what they should be."""
    return sorted({one.token[0]: one.token for entry in terms for one in entry.forbidden if one.token[0]}.values())


def _termcheck(terms: Sequence[Entry]) -> Iterator[str]:
    yield "terms:\n"
    for entry in terms:
        yield f"  - term: {entry.term}\n    kind: {'organisation' if entry.name else 'policy'}\n"
        yield "" if entry.name else "    case: sentence\n"
        if entry.forbidden:
            yield f"    forbidden: [{', '.join(one.form for one in entry.forbidden)}]\n"


def _typos(terms: Sequence[Entry]) -> Iterator[str]:
    yield "[default.extend-words]\n"
    yield from (f'{wrong} = "{right}"\n' for wrong, right in {a.lower(): b.lower() for a, b in tokens(terms)}.items())


def _prh(terms: Sequence[Entry]) -> Iterator[str]:
    yield "version: 1\nrules:\n"
    for entry in terms:
        if entry.forbidden:
            yield f"  - expected: {entry.term}\n    patterns:\n"
            yield from (f"      - /\\b{one.form}\\b/\n" for one in entry.forbidden)


def _terminology(terms: Sequence[Entry]) -> str:
    options = {"defaultTerms": False, "terms": [[f"\\b{form}\\b", term] for form, term in forms(terms)]}
    return json.dumps({"rules": {"terminology": options}})


def _vale(terms: Sequence[Entry]) -> Iterator[str]:
    yield "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: false\n"
    yield "exceptions:\n"
    yield from (f"  - {entry.term}\n" for entry in terms)
    yield "swap:\n"
    yield from ("  " + form.replace(" ", r"\s+") + f": {term}\n" for form, term in forms(terms))


def _cspell(terms: Sequence[Entry]) -> str:
    return json.dumps({
        "version": "0.2", "language": "none", "dictionaries": ["work"], "minWordLength": 2,
        "dictionaryDefinitions": [{"name": "work", "path": "words.txt"}],
        "flagWords": [wrong for wrong, _ in tokens(terms)],
    })  # fmt: skip


def _accepted(terms: Sequence[Entry], known: Collection[str]) -> list[str]:
    """All words of the texts and of the glossary but the misspelt ones."""
    made = {word.lower() for entry in terms for word in re.findall("[A-Za-z]+", entry.term)}
    for entry in terms:
        made.update(word.lower() for one in entry.forbidden for word in re.findall("[A-Za-z]+", one.form))
    return sorted(made.union(known) - {wrong.lower() for wrong, _ in tokens(terms)})
