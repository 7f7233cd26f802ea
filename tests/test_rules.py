"""Every rule against its own examples; every fix gives `fixed`, and then silence."""

from __future__ import annotations

import re

import pytest

from termcheck.engine import check
from termcheck.fix import apply
from termcheck.glossary import Glossary
from termcheck.model import Finding, Span
from termcheck.rule import Context, Example, Rule
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

CASES = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.examples)]


def unmark(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the spans that were marked."""
    plain, spans, at = "", [], 0
    for match in re.finditer(r"\[\[(.*?)\]\]", text, re.DOTALL):
        plain += text[at : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    return plain + text[at:], spans


def findings(rule: Rule, example: Example, text: str) -> list[Finding]:
    doc = parse(Source("example.txt", text))
    ctx = Context(Glossary(example.terms, example.people, example.facts))
    return sorted(rule.check(doc, ctx, **example.options), key=lambda finding: finding.span)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    text, spans = unmark(example.text)
    found = findings(rule, example, text)
    assert [text[slice(*finding.span)] for finding in found] == [text[slice(*span)] for span in spans]
    assert [finding.span for finding in found] == spans
    assert all(finding.doubtful == example.doubtful for finding in found)


@pytest.mark.parametrize(("rule", "example"), [case for case in CASES if case.values[1].fixed is not None])
def test_fix(rule: Rule, example: Example) -> None:
    text, _ = unmark(example.text)
    fixed = apply(text, [finding.fix for finding in findings(rule, example, text) if finding.fix])
    assert fixed == example.fixed
    assert findings(rule, example, fixed) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_good_and_a_bad_example(rule: Rule) -> None:
    marked = ["[[" in example.text for example in rule.examples]
    assert True in marked
    assert False in marked


def test_check_sorts_by_place() -> None:
    doc = parse(Source("x.txt", "One , two .\n"))
    spans = [issue.finding.span for issue in check(doc, Glossary(), RULES)]
    assert spans == sorted(spans)
