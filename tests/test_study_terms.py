"""The terms of a text as a report lists them: every form with its kind, its places and the issues there."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from commands import Run

from termcheck.engine import Setup, beside, check_part
from termcheck.glossary import Fact, Forbidden, Glossary, Person, Term
from termcheck.rule import Context, Example, Rule
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.study.terms import Terms, Used
from termcheck.text import Source

CANAL = Term(
    "Pinglu Grand Canal",
    source=("平陆运河",),
    abbreviation="PGC",
    allowed=("the canal",),
    forbidden=(Forbidden("Pinglu Channel", "a channel is no canal"),),
    note="Open since 2026.",
)
SECTIONS = ("terms", "people")
PORT = Term("Port Council", source=("港口委员会",))


def studied(text: str, *terms: Term, source: str = "") -> Terms:
    doc, setup = parse(Source("a.txt", text)), Setup(RULES, Glossary(terms), studied=True)
    bitext = beside(parse(Source("zh.txt", source)), doc, setup.glossary) if source else None
    (study,) = check_part((doc, bitext), setup).checked.studies
    assert pickle.loads(pickle.dumps(study.terms)) == study.terms
    return study.terms


def forms(used: Used) -> list[tuple[str, str, int]]:
    return [(form.kind, form.text, form.times) for form in used.forms]


def test_every_form_is_told_apart_the_wrong_ones_first() -> None:
    text = (
        "The Pinglu Grand Canal (PGC) opens. The canal is long, and the canal's banks are green.\n\n"
        "The Pinglu Channel is wide. The Pinglu grand Canal and the Pinglu Gradn Canal are the PGC.\n"
    )
    (canal,) = studied(text, CANAL).used
    assert forms(canal) == [
        ("forbidden", "Pinglu Channel", 1),
        ("variant", "Pinglu grand Canal", 1),
        ("variant", "Pinglu Gradn Canal", 1),
        ("preferred", "Pinglu Grand Canal", 1),
        ("allowed", "the canal", 1),
        ("allowed", "the canal's", 1),
        ("abbreviation", "PGC", 2),
    ]
    assert canal.state == "wrong"
    assert canal.times == 8
    assert canal.forms[0].why == "a channel is no canal"
    assert [form.inflected for form in canal.forms].count(True) == 1
    assert [line.issue is not None for form in canal.forms for line in form.lines].count(True) == 3
    assert canal.defined
    assert canal.defined.text == "PGC"


def test_a_place_has_its_line_its_speaker_and_its_neighbours() -> None:
    (council,) = studied("Q: Who met?\n\nMS. LEI: Yesterday the Port Council met here.\n", PORT).used
    (line,) = council.forms[0].lines
    assert (line.spot.line, line.spot.speaker) == (3, "MS. LEI")
    assert (line.spot.before, line.spot.text, line.spot.after) == ("Yesterday the ", "Port Council", " met here.")


def test_order_of_the_entries() -> None:
    often, twice = Term("tide gauge"), Term("dredger", allowed=("dredging ship",))
    text = "A tide gauge, a tide gauge. A dredger, a dredging ship. The Pinglu Channel and the Port Council.\n"
    found = studied(text, PORT, often, twice, CANAL, Term("lock keeper"))
    assert [(one.term.term, one.state) for one in found.used] == [
        ("Pinglu Grand Canal", "wrong"),
        ("dredger", "varied"),
        ("tide gauge", "right"),
        ("Port Council", "right"),
    ]
    assert found.known == 5


def test_places_of_a_right_form_are_counted_and_those_of_a_wrong_one_all_shown() -> None:
    text = "The Port Council met. The Port council met.\n\n" * 30
    variant, preferred = studied(text, PORT).used[0].forms
    assert (variant.times, len(variant.lines)) == (30, 30)
    assert preferred.times == 30
    assert len(preferred.lines) < 30


def test_terms_of_the_source_with_no_use_here() -> None:
    text = "Rice Daily:\n\nWhat is new?\n\nLi Na:\n\nBoats sail.\n\nThe Port Council met.\n"
    source = "记者：\n\n有何进展？\n\n李娜：\n\n平陆运河已通航。\n\n港口委员会到平陆运河。\n"
    found = studied(text, CANAL, PORT, source=source)
    (lost,) = found.lacking
    assert (lost.form, lost.terms, lost.times, found.lacks) == ("平陆运河", ("Pinglu Grand Canal",), 2, 1)
    assert (lost.spot.line, lost.spot.speaker) == (7, "李娜")
    assert lost.answer
    assert lost.answer.text == "Boats sail."
    assert lost.issues
    assert [one.term for one in found.used] == [PORT]


def test_a_translation_into_the_language_of_the_source_terms() -> None:
    found = studied(
        "平陆运河通航了，人们都很高兴。\n", CANAL, PORT, source="The Pinglu Grand Canal is open, and all are glad.\n"
    )
    assert [(one.term, forms(one)) for one in found.used] == [(CANAL, [("preferred", "平陆运河", 1)])]


@pytest.mark.parametrize("text", ["", "Nothing of it.\n", "没有。\n", "\u2028x\r\n\r\n"])
def test_no_use(text: str) -> None:
    assert studied(text, PORT) == Terms(known=1)
    assert studied(text) == Terms()


GLOSSARY = """terms:
  - term: Pinglu Grand Canal
    abbreviation: PGC
    allowed: [the canal]
    forbidden:
      - {form: Pinglu Channel, reason: a <b>channel</b> is no canal}
"""


def test_the_sections_of_a_report(run: Run, tmp_path: Path) -> None:
    Path("g.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("a.txt").write_text(
        "Speakers:\n\nMs. Lei Suqin, director of a bank\n\nLei Suqin:\n\nThe Pinglu Channel <i>is</i> the canal.\n\n"
        "Rice Daily:\n\nThank you, Ms. Lei Suqing. The pinglu grand canal is what?\n\nLei Suqin:\n\nMr. Guo knows.\n",
        encoding="utf-8",
    )
    assert run("report", "a.txt", "-g", "g.yaml", "-o", "r.html", "-q")[0] == 0
    page = Path("r.html").read_text(encoding="utf-8")
    terms, people = (re.search(rf'<section class="panel {name}".*?</section>', page, re.DOTALL) for name in SECTIONS)
    assert terms
    assert people
    assert '<span class="badge error">forbidden</span> Pinglu Channel' in terms[0]
    assert "a &lt;b&gt;channel&lt;/b&gt; is no canal" in terms[0]
    assert "&lt;i&gt;is&lt;/i&gt;" in terms[0]
    assert all(name in people[0] for name in ("Ms. Lei Suqin", "Lei Suqing", "Rice Daily", "Mr. Guo"))
    for link in re.findall(r'href="#([^"]+)"', terms[0] + people[0]):
        assert f'id="{link}"' in page


EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
RESTS = {rule.id for rule in RULES if rule.family == "term"} - {"term/abbreviation-number"}


def entries(example: Example) -> set[str]:
    facts: tuple[Fact, ...] = example.facts
    people: tuple[Person, ...] = example.people
    return {one.term for one in example.terms} | {one.name for one in people} | {one.about for one in facts}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=lambda value: value.id if isinstance(value, Rule) else "")
def test_a_finding_rests_on_an_entry_or_on_none(rule: Rule, example: Example) -> None:
    doc = parse(Source("a.txt", example.text.replace("[[", "").replace("]]", "")))
    glossary = Glossary(example.terms, example.people, example.facts)
    subject = beside(parse(Source("zh.txt", example.source)), doc, glossary) if example.source else doc
    if rule.subject == type(subject).__name__:
        for finding in rule.check(subject, Context(glossary), **example.options):
            assert finding.term in entries(example) | {""}
            assert finding.term or rule.id not in RESTS or not entries(example)
