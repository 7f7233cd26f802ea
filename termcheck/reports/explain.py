"""What a rule finds and what it leaves alone, shown by running it on its own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..document import Document
from ..examples import Outcome, outcomes
from ..fix import apply
from ..glossary import Fact, Person, Term
from ..model import Finding
from ..place import Excerpt
from ..rule import Dated, Example, Rule
from .about import About
from .pretty import caret
from .text import plain


def explain(one: About) -> str:
    """The documentation of a rule for a terminal."""
    parts = [f"{one.id} ({one.severity}, {one.runs}): {one.summary}", one.text]
    if one.options:
        parts.append("Options (in termcheck.yaml under rules), with their defaults:\n" + _indented(options(one)))
    if one.rule:
        flagged, left = examples(one.rule)
        parts += ["Flagged:", *map(_indented, flagged), "Left alone:", *map(_indented, left)]
    return "\n\n".join(parts) + "\n"


def options(one: About) -> list[str]:
    """A line of YAML for each option."""
    return [f"{name}: {_value(value)}" for name, value in one.options.items()]


def examples(rule: Rule) -> tuple[list[list[str]], list[list[str]]]:
    """The lines of each example in which the rule finds something, and of each other one."""
    shown = [(example, list(_shown(rule, example))) for example in rule.examples]
    flagged = [lines for example, lines in shown if example.flagged]
    return flagged, [lines for example, lines in shown if not example.flagged]


def _shown(rule: Rule, example: Example) -> Iterator[str]:
    yield from _given(example)
    found = outcomes(rule, example)
    if example.archive:
        yield from _archive(example.archive, found)
        return
    (outcome,) = found
    yield from annotated(outcome.doc, outcome.findings)
    fixes = [finding.fix for finding in outcome.findings if finding.fix]
    if fixes:
        yield from (f"fixed: {line}" for line in apply(outcome.doc.text, fixes).splitlines() if line.strip())


def _archive(texts: Sequence[Dated], found: list[Outcome]) -> Iterator[str]:
    """The texts of an archive below their dates, those that are the same once."""
    for (_, source), some in groupby(zip(texts, found, strict=True), key=lambda one: one[0][1:]):
        alike = list(some)
        yield f"{', '.join(dated.date for dated, _ in alike)}:"
        yield from (f"  source: {line}" for line in source.splitlines() if line)
        yield from (f"  {line}" for line in annotated(alike[0][1].doc, alike[0][1].findings) if line)


def annotated(doc: Document, findings: list[Finding]) -> Iterator[str]:
    """The lines of a text, below each the carets and messages of what was found on it."""
    for number, begin in enumerate(doc.source.line_starts, 1):
        text = doc.source.line_text(number)
        if not text and number == len(doc.source.line_starts):
            return
        yield plain(text)
        for finding in findings:
            start = finding.span.start - begin
            if 0 <= start <= len(text) and doc.source.line_col(finding.span.start)[0] == number:
                mark = caret(Excerpt(text, start, min(len(text), finding.span.end - begin)))
                doubtful = "doubtful: " if finding.doubtful else ""
                yield f"{mark} {doubtful}{plain(finding.message)}"


def _given(example: Example) -> Iterator[str]:
    """The glossary and the options under which an example runs."""
    yield from (f"source: {line}" for line in example.source.splitlines() if line)
    yield from (f"term: {_term(term)}" for term in example.terms)
    yield from (f"person: {_person(person)}" for person in example.people)
    yield from (f"fact: {_fact(fact)}" for fact in example.facts)
    yield from (f"option: {name}: {_value(value)}" for name, value in example.options.items())


def _term(term: Term) -> str:
    said = {
        "abbreviation": term.abbreviation,
        "allowed": ", ".join(term.allowed),
        "forbidden": ", ".join(bad.form for bad in term.forbidden),
        "parts": ", ".join(map(str, term.parts)),
    }
    return "; ".join([term.term, *(f"{key} {value}" for key, value in said.items() if value)])


def _person(person: Person) -> str:
    return ", ".join([" ".join(filter(None, (person.honorific, person.name))), *person.titles])


def _fact(fact: Fact) -> str:
    return f"{fact.about}: {fact.statement.format_map(dict(fact.values))}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _indented(lines: list[str]) -> str:
    return "\n".join(f"    {line}".rstrip() for line in lines)
