"""Terms an editor would mend and the family leaves alone or calls doubtful, each with the reason."""

from __future__ import annotations

import pytest

from termcheck.glossary import Glossary, Term
from termcheck.rule import Context
from termcheck.rules.term import RULES
from termcheck.structure import parse
from termcheck.text import Source

MISSES = {
    "names of one pattern are siblings, and nothing tells a wrong word from another name": (
        "The Global Seed Initiative grows. We signed the Global Soil Initiative.",
        Term("Global Seed Initiative", kind="project"),
    ),
    "a name that lost an everyday word may be another name": (
        "The Royal Academy of Sciences met.",
        Term("Royal Academy of Social Sciences", kind="organisation"),
    ),
    "a sign for a word breaks the phrase": (
        "The Trade & Transit Board met.",
        Term("Trade and Transit Board", kind="organisation"),
    ),
    "two wrong words in a name with capitals are another name": (
        "The Ostrava Freight Line opens. The Ostrava Rail Corridor opens.",
        Term("Ostrava Freight Corridor Line", kind="project"),
    ),
    "an adjective and its noun form look like two words": (
        "We visited the Baltic Financial Observatory.",
        Term("Baltic Finance Observatory", kind="organisation"),
    ),
    "an expansion that the letters do not fit defines nothing": (
        "The Board of Trade and Rural Affairs (BTRA) met. The Board of Trading Affairs (BTRA) led.",
        Term("Port Board", kind="organisation"),
    ),
    "lower case in a short unmarked name may be ordinary words": (
        "They buy green bonds.",
        Term("Green Bond"),
    ),
}


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "term"), MISSES.values(), ids=MISSES)
def test_known_miss(text: str, term: Term) -> None:
    doc, ctx = parse(Source("text.md", text)), Context(Glossary((term,)))
    assert any(not finding.doubtful for rule in RULES for finding in rule.check(doc, ctx))
