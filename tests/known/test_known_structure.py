"""What an editor sees in a transcript and the grammar or its rules do not, each with the reason."""

from __future__ import annotations

import pytest

from termcheck.glossary import Glossary
from termcheck.rule import Context
from termcheck.rules import name, reference, structure
from termcheck.structure import parse
from termcheck.text import Source

_LIST = "Speakers:\n\nMs. Lei Suqin, director of a seed bank\n\nMr. Guo Wen, mayor of Xian\n\n"
MISSES = {
    "a question at the head of a page that was cut off: it may be anything": (
        "Is the harvest in?\n\nGuo Wen:\n\nIt is.\n\nRice Daily:\n\nAll of it?\n\nGuo Wen:\n\nAll of it.\n"
    ),
    "a family name that exists for another: doubtful, as it may be somebody else": f"{_LIST}Guo Wen:\n\nAsk Ms. Li.\n",
    "a party post that the list does not give: doubtful, as lists leave such posts out": (
        f"{_LIST}Ask Secretary Lei Suqin.\n"
    ),
    "a name of one syllable with one letter changed: too many people have such names": f"{_LIST}We met Guo Wei.\n",
    "a paraphrase of what was said, with other words around the name": (
        "Lei Suqin:\n\nThe bank keeps the oldest rice seeds of the valley.\n\nGuo Wen:\n\n"
        "As Ms. Lei said earlier, old rice grains from our valley are kept.\n"
    ),
}


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", MISSES.values(), ids=MISSES)
def test_known_miss(text: str) -> None:
    doc = parse(Source("text.txt", text))
    rules = (*structure.RULES, *name.RULES, *reference.RULES)
    assert any(not finding.doubtful for rule in rules for finding in rule.check(doc, Context(Glossary())))


@pytest.mark.xfail(strict=True, reason="several people on one roster line: where one title ends is a guess")
def test_roster_of_one_line() -> None:
    doc = parse(Source("text.txt", "Speakers: Ms. Lei Suqin, director of a bank, and Mr. Guo Wen, mayor of Xian\n"))
    assert len(doc.roster) == 2
