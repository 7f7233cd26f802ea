"""Loading glossaries: everything read, every mistake one line with its place, and the schema says the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from termcheck.errors import TermcheckError
from termcheck.glossary import Fact, Forbidden, Glossary, Origin, Person, Term
from termcheck.glossary import load as loader
from termcheck.glossary.load import load
from termcheck.model import Severity

SCHEMA = json.loads(Path(loader.__file__).with_name("schema.json").read_text(encoding="utf-8"))

FULL = """\
language: en
source-language: zh
terms:
  - term: Bay  Area Rail Plan
    source: [湾区铁路规划]
    abbreviation: BARP
    kind: project
    case: exact
    inflect: no
    allowed: [the plan]
    forbidden:
      - Bay Area Railway Plan
      - {form: bay rail scheme, reason: another scheme, severity: warning}
    note: signed in 2001
    authority: the gazette
    examples: ["The [[Bay Area Railway Plan]] is signed."]
  - term: "3+12"
    kind: figure
    parts: [3, 12]
people:
  - {name: Li Ming, source: 李明, honorific: Ms., titles: [mayor of Bay City]}
facts:
  - {about: Bay Area Rail Plan, statement: "{lines} lines", values: {lines: 12}, as-of: 2024-06}
"""


def write(folder: Path, text: str, name: str = "g.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_everything_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    glossary = load([path])
    assert glossary.terms == (
        Term(
            "Bay Area Rail Plan",
            ("湾区铁路规划",),
            "BARP",
            "project",
            "exact",
            False,
            ("the plan",),
            (
                Forbidden("Bay Area Railway Plan", origin=Origin(path, 12)),
                Forbidden("bay rail scheme", "another scheme", Severity.WARNING, Origin(path, 13)),
            ),
            (),
            "signed in 2001",
            "the gazette",
            ("The [[Bay Area Railway Plan]] is signed.",),
            Origin(path, 4),
        ),
        Term("3+12", kind="figure", parts=(3, 12), origin=Origin(path, 17)),
    )
    assert glossary.people == (Person("Li Ming", "李明", "Ms.", ("mayor of Bay City",), Origin(path, 21)),)
    assert glossary.facts == (
        Fact("Bay Area Rail Plan", "{lines} lines", {"lines": "12"}, "2024-06", Origin(path, 23)),
    )
    assert list(glossary.examples) == [(glossary.terms[0], "The [[Bay Area Railway Plan]] is signed.")]


def test_files_and_folders_stack(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    one = write(tmp_path, "terms: [{term: one}]")
    write(tmp_path, "", "empty.yaml")
    write(tmp_path, "terms: [{term: two}]", "more/h.yml")
    write(tmp_path, "not: [a glossary", "readme.txt")
    assert [term.term for term in load([one, tmp_path]).terms] == ["one", "two"]
    assert load([]).terms == ()


MISTAKES = {
    "- term: x": ":1: a list where a mapping belongs",
    "term: []": ':1: unknown key "term" (did you mean "terms"?)',
    "terms: {term: x}": ':1: "terms": a list belongs here (begin each item with -)',
    "terms: [x]": ":1: a text where a mapping belongs",
    "terms: [{source: [甲]}]": ':1: "term" is missing',
    "terms: [{term: x, prefered: y}]": ':1: unknown key "prefered"',
    "terms: [{term: x, allowd: [y]}]": ':1: unknown key "allowd" (did you mean "allowed"?)',
    "terms: [{term: x, source: 甲}]": ':1: "source": a list belongs here (write [甲])',
    "terms: [{term: x, allowed: y}]": ':1: "allowed": a list belongs here (write [y])',
    "terms: [{term: x, forbidden: y}]": ':1: "forbidden": a list belongs here (write [y])',
    "terms: [{term: [x]}]": ':1: "term": a list where a text belongs',
    "terms: [{term: }]": ':1: "term" has no value',
    'terms: [{term: "+"}]': ':1: "term": "+" holds no word',
    'terms: [{term: x, allowed: ["--"]}]': ':1: "allowed": "--" holds no word',
    "terms: [{term: x, kind: organization}]": ':1: "kind": "organization" is none of',
    "terms: [{term: x, case: lower}]": ':1: "case": "lower" is none of exact, sentence',
    "terms: [{term: x, inflect: never}]": ':1: "inflect": "never" is neither yes nor no',
    "terms: [{term: x, forbidden: [{reason: y}]}]": ':1: "form" is missing',
    "terms: [{term: x, forbidden: [{form: y, why: z}]}]": ':1: unknown key "why"',
    "terms: [{term: x, forbidden: [{form: y, severity: bad}]}]": ':1: "severity": "bad" is none of error, warning',
    "terms: [{term: x12, parts: [3, 12]}]": ':1: "parts": 3 and 12 do not spell "12"',
    "terms: [{term: x12, parts: [a]}]": ':1: "parts": a list of whole numbers belongs here',
    "terms: [{term: x, examples: ['a [[b']}]": ':1: "examples": marks that do not pair',
    "terms: [{term: x, examples: ['a b]]']}]": ':1: "examples": marks that do not pair',
    "language: English": ':1: "language": "English" is no language code',
    "people: [{source: 李明}]": ':1: "name" is missing',
    "people: [{name: Li Ming, titles: mayor}]": ':1: "titles": a list belongs here (write [mayor])',
    "facts: [{about: x, statement: '{n} ports', values: {n: 1}}]": ':1: no term "x"',
    "terms: [{term: x}]\nfacts: [{about: x, statement: '{n} ports'}]": ':2: "statement": no value for {n}',
    "terms: [{term: x}]\nfacts: [{about: x, statement: 'ports', values: {n: 1}}]": ':2: unknown key "n"',
    "terms: [{term: x}]\nfacts: [{about: x, statement: 'ports'}]": ':2: "statement": no {slot}',
    "terms: [{term: x}]\nfacts: [{about: x, statement: '{n}', values: {n: [1]}}]": ':2: "n": a list where a text',
    "terms: [{term: x}]\nfacts: [{about: x, statement: '{n}', values: {n: 1}, as-of: June}]": ':2: "as-of": "June" is',
}


@pytest.mark.parametrize("text", MISTAKES, ids=range(len(MISTAKES)))
def test_mistake(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(TermcheckError) as caught:
        load([path])
    assert str(caught.value).startswith(path + MISTAKES[text])


CONFLICTS = {
    "terms:\n- term: Land-Sea Route\n- term: land sea route": ':3: term "land sea route" twice (see {}:2)',
    "terms:\n- term: x\n  allowed: [x]": ':2: "x" is preferred and allowed in one entry',
    "terms:\n- term: x\n  allowed: [y]\n  forbidden: [y]": ':2: "y" is allowed and forbidden in one entry',
    "terms:\n- term: x\n  forbidden: [z, z]": ':2: "z" is forbidden and forbidden in one entry',
    "terms:\n- term: x\n- term: y\n  forbidden: [x]": ':4: "x" is forbidden here, but the preferred form',
    "terms:\n- term: x\n  forbidden:\n  - y\n- term: z\n  allowed: [y]": ':4: "y" is forbidden here, but allowed',
    "terms:\n- term: x\n  forbidden: [z]\n- term: y\n  forbidden: [z]": ':5: "z" is forbidden for "y", but also',
    "people:\n- name: Li Ming\n- name: Li Ming": ':3: person "Li Ming" twice (see {}:2)',
}


@pytest.mark.parametrize("text", CONFLICTS, ids=range(len(CONFLICTS)))
def test_conflict(text: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(TermcheckError) as caught:
        load([path])
    assert str(caught.value).startswith(path + CONFLICTS[text].format(path))


AGREE = (
    "terms: [{term: bank, allowed: [the bank]}, {term: other bank, allowed: [the bank]}]",
    "terms: [{term: public goods}, {term: international public goods, allowed: [public goods]}]",
    "terms: [{term: Land-Sea Route, forbidden: [Land-sea route]}]",
    "people: [{name: Wang Wei, source: 王伟}, {name: Wang Wei, source: 王薇}]",
)


@pytest.mark.parametrize("text", AGREE)
def test_no_conflict(text: str, tmp_path: Path) -> None:
    assert isinstance(load([write(tmp_path, text)]), Glossary)


def test_files_that_disagree(tmp_path: Path) -> None:
    one, two = write(tmp_path, "language: en\nterms: [{term: x}]"), write(tmp_path, "language: fr", "h.yaml")
    with pytest.raises(TermcheckError, match=r'h\.yaml: "language": "fr", but "en" in .*g\.yaml'):
        load([one, two])
    three = write(tmp_path, "terms: [{term: X}]", "i.yaml")
    with pytest.raises(TermcheckError, match=r'i\.yaml:1: term "X" twice \(see .*g\.yaml:2\)'):
        load([one, three])


def test_unreadable(tmp_path: Path) -> None:
    with pytest.raises(TermcheckError, match="No such file"):
        load([tmp_path / "none.yaml"])
    with pytest.raises(TermcheckError, match=r"no \*\.yaml file"):
        load([tmp_path])


def properties(name: str) -> tuple[str, ...]:
    return tuple((SCHEMA if name == "file" else SCHEMA["$defs"][name])["properties"])


def test_schema_knows_the_same_keys_and_words() -> None:
    assert properties("file") == loader.FILE_KEYS
    assert properties("term") == loader.TERM_KEYS
    assert properties("forbidden") == loader.FORBIDDEN_KEYS
    assert properties("person") == loader.PERSON_KEYS
    assert properties("fact") == loader.FACT_KEYS
    term = SCHEMA["$defs"]["term"]["properties"]
    assert tuple(term["kind"]["enum"]) == loader.KINDS
    assert tuple(term["case"]["enum"]) == loader.CASES
    assert tuple(SCHEMA["$defs"]["forbidden"]["properties"]["severity"]["enum"]) == tuple(loader.SEVERITIES)


def accepted(text: str) -> bool:
    """What the schema says of a file; an editor reads scalars as YAML 1.2 types."""
    Draft202012Validator.check_schema(SCHEMA)
    value: Any = yaml.load(text, Loader=yaml.BaseLoader)
    return Draft202012Validator(SCHEMA).is_valid(value)


# What only the loader can see: how two values of a file agree, and marks that pair.
BEYOND_SCHEMA = (
    '"+"',
    '"--"',
    "parts: [3",
    "examples:",
    'about: x, statement: "{n}',
    "about: x, statement: '{n} ports'",
    "'ports', v",
)


@pytest.mark.parametrize("text", [FULL, *AGREE])
def test_schema_accepts_what_loads(text: str) -> None:
    assert accepted(text)


@pytest.mark.parametrize("text", [text for text in MISTAKES if not any(part in text for part in BEYOND_SCHEMA)])
def test_schema_refuses_what_does_not_load(text: str) -> None:
    assert not accepted(text)
