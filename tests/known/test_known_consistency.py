"""Inconsistencies an editor sees and the family does not, each with the reason why it stays silent."""

from __future__ import annotations

import pytest

from termcheck.glossary import Glossary
from termcheck.rule import Context
from termcheck.rules.consistency import RULES
from termcheck.structure import parse
from termcheck.text import Source

MISSES = {
    "another word in the place of one: many institutions share all words but one": (
        "We thank the National Seed Administration. The new National Seed Administration and the old National Seed "
        "Administration agree, and so does the National Seed Agency."
    ),
    "the odd word stands before a preposition, where words vary freely": (
        "A flood wall in the lower reaches of the Niger River is planned. We fund the flood wall in the lower reaches "
        "of the Niger River, and the flood barrier in the lower reaches of the Niger River."
    ),
    "one against one: two wordings of a phrase are more often meant than not": (
        "The joint border inspection and control post opens. The joint frontier inspection and control post is new."
    ),
    "two fields of a ministry in two orders, once each: neither is known to be right": (
        "The Ministry of Ecology and Environment led. The Ministry of Environment and Ecology met."
    ),
    "one American word does not show which side a text is on": "The labor market grew. We met the neighbours.",
    "an adverb with hyphens, with no other use to compare": "Exports of steel rose 5% year-on-year.",
    "an open pair with no other spelling to compare": "We seek low carbon growth and high-tech jobs.",
}


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("text", MISSES.values(), ids=MISSES)
def test_known_miss(text: str) -> None:
    doc = parse(Source("text.md", text))
    assert any(True for rule in RULES for _ in rule.check(doc, Context(Glossary())))
