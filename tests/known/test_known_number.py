"""What an editor sees in figures and the family does not, and the reverse, each with the reason."""

from __future__ import annotations

import pytest

from termcheck.glossary import Glossary
from termcheck.rule import Context
from termcheck.rules.number import RULES
from termcheck.structure import parse
from termcheck.text import Source

MISSES = {
    "one digit alone: two levels of one thing are told in like words more often than not": (
        "Last year the output of the port passed 3 trillion yuan.\n\nThe output of the port passed 2 trillion yuan."
    ),
    "told in other words": (
        "The ferry line serves 214 piers in 36 island states.\n\nFrom 241 landing stages, boats go to all our islands."
    ),
    "the same paragraph, in other words: figures told side by side are mostly two things": (
        "The ferry line serves 214 piers in 36 island states. Now 241 piers in 36 island states have a ferry line."
    ),
    "five schools may stand in four towns": "They opened five new schools in Oban, Perth, Ayr, and Crail.",
    "a list whose members are clauses": "We have two goals: we clean the air, we drain the fens, and we plant reeds.",
    "with no dateline the day of speech is unknown": "The bridge was opened last May. We speak in August.",
}
FALSE_ALARMS = {
    "what is counted is told more closely behind the words that are the same": (
        "There are 2,954 workshops in the harbor parks.\n\nThere are 2,594 workshops in the harbor parks that export."
    ),
}


def findings(text: str) -> list[str]:
    doc = parse(Source("text.md", text))
    return [f.message for rule in RULES for f in rule.check(doc, Context(Glossary())) if not f.doubtful]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", MISSES.values(), ids=MISSES)
def test_known_miss(text: str) -> None:
    assert findings(text)


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", FALSE_ALARMS.values(), ids=FALSE_ALARMS)
def test_known_false_alarm(text: str) -> None:
    assert not findings(text)
