"""Every rule against its own examples; every fix gives `fixed`, and then silence."""

from __future__ import annotations

import pytest

from termcheck.engine import check
from termcheck.examples import outcomes, run
from termcheck.fix import apply
from termcheck.glossary import Glossary
from termcheck.model import Finding
from termcheck.rule import Example, Rule
from termcheck.rules import RULES, every
from termcheck.structure import parse
from termcheck.text import Source

CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in every() for n, example in enumerate(rule.examples)
]


def repeat(rule: Rule, example: Example, text: str) -> list[Finding]:
    """What the rule finds in another text under the example's glossary and options."""
    return run(rule, example._replace(text=text)).findings


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    for doc, marked, found in outcomes(rule, example):
        assert [doc[finding.span] for finding in found] == [doc[span] for span in marked]
        assert [finding.span for finding in found] == marked
        assert all(finding.doubtful == example.doubtful for finding in found)


@pytest.mark.parametrize(("rule", "example"), [case for case in CASES if case.values[1].fixed is not None])
def test_fix(rule: Rule, example: Example) -> None:
    doc, _, found = run(rule, example)
    fixed = apply(doc.text, [finding.fix for finding in found if finding.fix])
    assert fixed == example.fixed
    assert repeat(rule, example, fixed) == []


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_rule_has_a_good_and_a_bad_example(rule: Rule) -> None:
    assert {example.flagged for example in rule.examples} == {True, False}


def test_an_example_is_read_as_its_rule_reads() -> None:
    for rule in every():
        assert all(bool(example.archive) == (rule.subject == "Group") for example in rule.examples), rule.id


def test_check_sorts_by_place() -> None:
    doc = parse(Source("x.txt", "One , two .\n"))
    spans = [issue.finding.span for issue in check(doc, Glossary(), RULES)]
    assert spans == sorted(spans)
