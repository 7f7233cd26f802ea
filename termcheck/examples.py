"""Running rules on their examples: what the tests, the documentation and the loading of a glossary share."""

from __future__ import annotations

import re
from typing import NamedTuple

from .document import Bitext, Document
from .engine import beside, check
from .errors import TermcheckError
from .glossary import Glossary, Term
from .model import Block, Finding, Span
from .rule import Context, Dated, Example, Rule
from .rules import term
from .structure import parse
from .text import Source

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Outcome(NamedTuple):
    """An example's document, the places it marks, and what the rule finds in it, both in the order of the text."""

    doc: Document
    marked: list[Span]
    findings: list[Finding]


def unmark(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the places that were marked in it."""
    plain, spans, at = "", list[Span](), 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    return plain + text[at:], spans


def run(rule: Rule, example: Example) -> Outcome:
    """A rule on its own example of one text, under the example's glossary and options."""
    text, marked = unmark(example.text)
    doc = parse(Source("example.txt", text))
    subject = _beside(doc, example.source, example) if rule.subject == "Bitext" else doc
    found = rule.check(subject, Context(_glossary(example)), **example.options)
    return Outcome(doc, marked, sorted(found, key=lambda finding: finding.span))


def outcomes(rule: Rule, example: Example) -> list[Outcome]:
    """A rule on its own example, for each text of it: those of an archive in order."""
    if not example.archive:
        return [run(rule, example)]
    from .archive import attest
    from .archive.reduce import conflicts, grouped, kind_of, located

    texts = [(parse(Source(f"{n}.txt", unmark(one.text)[0])), one) for n, one in enumerate(example.archive)]
    attested = [fact for doc, one in texts for fact in attest(*_read(doc, one, example), one.date)]
    found = conflicts(rule, grouped(attested, kind_of(rule)), example.options)
    issues = [located(rule, rule.severity, one).issue for one in found]
    return [
        Outcome(doc, unmark(one.text)[1], sorted(issue.finding for issue in issues if issue.path == doc.path))
        for doc, one in texts
    ]


def _glossary(example: Example) -> Glossary:
    return Glossary(example.terms, example.people, example.facts)


def _beside(doc: Document, source: str, example: Example) -> Bitext:
    return beside(parse(Source("source.txt", source)), doc, _glossary(example))


def _read(doc: Document, text: Dated, example: Example) -> tuple[Document, Bitext | None, Context]:
    """What a text of an archive is read as: alone, or beside its source where it has one."""
    return doc, _beside(doc, text.source, example) if text.source else None, Context(_glossary(example))


def check_glossary(glossary: Glossary) -> None:
    """Raise TermcheckError for the first entry whose example the term rules do not read as it is marked."""
    for entry, example in glossary.examples:
        _check_entry(glossary, entry, example)


def _check_entry(glossary: Glossary, entry: Term, example: str) -> None:
    text, marked = unmark(example)
    doc = Document(Source(entry.origin.path, text), (Block("paragraph", Span(0, len(text))),))
    issues = check(doc, glossary, term.RULES)
    found = {issue.finding.span: issue for issue in issues if not issue.finding.doubtful}
    for span in sorted({*marked, *found}):
        words = text[slice(*span)]
        if span not in found:
            _fail(entry, example, f'"{words}" is marked, but no term rule finds it')
        if span not in marked:
            _fail(entry, example, f'"{words}" is not marked, but {found[span].rule} finds it')


def _fail(entry: Term, example: str, what: str) -> None:
    raise TermcheckError(f'example of "{entry.term}" fails: {what}', entry.origin.path, entry.origin.line, example)
