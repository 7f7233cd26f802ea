"""The style rules beyond their examples: what real text has beside the faults, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.fix import apply
from termcheck.glossary import Glossary
from termcheck.model import Finding
from termcheck.rule import Context, Rule
from termcheck.rules import spelling, style
from termcheck.rules.style import doubled_punctuation, missing_space, repeated_word
from termcheck.rules.style._marks import odd_marks
from termcheck.structure import parse
from termcheck.text import Source

BY_ID = {rule.id.partition("/")[2]: rule for rule in style.RULES}


def run(rule: Rule, text: str) -> list[Finding]:
    return list(rule.check(parse(Source("x.txt", text)), Context(Glossary())))


def marked(name: str, text: str) -> list[str]:
    return [text[slice(*finding.span)] for finding in run(BY_ID[name], text)]


@pytest.mark.parametrize(
    "text",
    [
        "He fell into an hour-long, one-sided talk with a one-time user of a unique European utility.",
        "An x-ray, an f-stop, an M-class, an SOS, an LNG or a LNG ship, an MP, an FT or a FAQ page.",
        "An onerous, an online and an only task; a urea or a once-a-year one.",
        "An honest, an honoured and an heir; a historic and an historic day; a hotel and an hotel.",
        "A UNESCO site, a US envoy, a UK firm, an EU rule, an IMF loan, an OECD table, an AI model.",
        "An uninteresting, unimportant or unintended thing is an unknown; a united and uniform thing is a unit.",
        "Point A is here, plan A includes that, and Class A offices are a in the list a, e, i, o and u.",
        "A 108-page, a 1,800-page and a 7-page book; an 8-page, an 80-page, an 18,000-page and an 11-page one.",
    ],
)
def test_right_articles(text: str) -> None:
    assert marked("article", text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It is a honest plan.", ["a"]),
        ("An one-way road to an uniform.", ["An", "an"]),
        ("A IMF loan and an UK firm.", ["A", "an"]),
        ("a 11-year and an 12-year term", ["a", "an"]),
    ],
)
def test_wrong_articles(text: str, wrong: list[str]) -> None:
    assert marked("article", text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "They walked faster and faster and faster.",
        "He works from time to time to earn, and step by step by hand.",
        "Yang Yang met Boutros Boutros and Baden Baden folk.",
        "A big big house is all right right now.",
        "It was what it was, was it? He — he went. The the\N{EM DASH} end.",
        "A high-power power line.",
        "one one 11 11",
        "The port\n\nThe port",
    ],
)
def test_what_may_stand_twice(text: str) -> None:
    assert marked("repeated-word", text.replace("The the\N{EM DASH}", "")) == []


def test_a_word_doubled_over_a_line_end() -> None:
    assert marked("repeated-word", "It grew because of\nof the port.") == ["of\nof"]


def test_a_doubled_country_that_stands_alone_elsewhere() -> None:
    text = "Spain grew. In Spain wages rose. Spain exports oil. Prices fell in Spain Spain."
    assert marked("repeated-word", text) == ["Spain Spain"]


@pytest.mark.parametrize(
    "text",
    [
        "It is one of the best known companies and one of the world's largest ports.",
        "One of these, one of several, one of ours, one of ten, one of women's rights.",
        "The problem is not one of resources but one of priorities.",
        "He is one of the few who came, one of the team and one of the two.",
        "It is one of the most open economies and one of the fastest growing in Asia.",
        "One of the forest fires grew. One of the media was there; one of the series too.",
    ],
)
def test_right_after_one_of(text: str) -> None:
    assert marked("one-of", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She has 3 years' experience, and a 3-year plan; in a 10 percent case it took 10 days more.",
        "A few years later, a hundred years ago, a million dollars more.",
    ],
)
def test_measures_that_stand_right(text: str) -> None:
    assert marked("measure-modifier", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We issue related rules, study related matters and provide related services.",
        "Other related costs, closely related fields, the related party and a Paris based writer's related work.",
        "The minister related stories; the team based its plan on this; the oldest related firm.",
        "The level is high. A provincial level of skill. The pre-war level was passed.",
    ],
)
def test_no_open_modifier(text: str) -> None:
    assert marked("open-modifier", text) == []


MARKED = st.text(alphabet=list("aB5, \u00a0\t;:.!?)'\"\uff0c\u2009%\n\r"), max_size=60)


@given(MARKED)
def test_a_mark_that_a_rule_may_report_is_an_odd_one(text: str) -> None:
    doc = parse(Source("x.txt", text))
    odd = {at for at, _ in odd_marks(doc)}
    for pattern in (doubled_punctuation._DOUBLED, missing_space._GLUED, missing_space._AFTER_SIGN):
        assert {match.start() for block in doc.prose() for match in pattern.finditer(text, *block.span)} <= odd


@given(st.lists(st.sampled_from("abc"), max_size=30), st.integers(1, 4))
def test_runs_that_stand_twice_are_those_that_a_comparison_of_all_finds(words: list[str], size: int) -> None:
    places = range(len(words) - 2 * size + 1)
    twice = [at for at in places if words[at : at + size] == words[at + size : at + 2 * size]]
    assert repeated_word._again(words, size) == twice


def test_a_quotation_over_three_paragraphs() -> None:
    assert marked("unbalanced-quotes", "“We came.\n\n“We saw.\n\n“We left.”\n\nThat was all.\n") == []


def test_each_sentence_with_two_blanks_is_a_convention() -> None:
    assert marked("doubled-space", "One.  Two.  Three.  Four  five.") == ["  "]


def test_trailing_no_break_spaces_make_one_finding() -> None:
    findings = run(BY_ID["trailing-no-break-space"], "a\u00a0\nb\u00a0 \nc\n\u00a0\n")
    assert len(findings) == 1
    assert findings[0].fix is not None
    assert apply("a\u00a0\nb\u00a0 \nc\n\u00a0\n", [findings[0].fix]) == "a\nb\nc\n\u00a0\n"


def test_the_blanks_that_break_a_line_in_markdown_stay() -> None:
    text = "One\u00a0  \ntwo\u00a0\n"
    for path, fixed in (("a.md", "One  \ntwo\n"), ("a.txt", "One\ntwo\n")):
        (finding,) = BY_ID["trailing-no-break-space"].check(parse(Source(path, text)), Context(Glossary()))
        assert finding.fix
        assert apply(text, [finding.fix]) == fixed


WORDS = 'a an the one of best ports both its related 3 years high speed - , . ( ) “ ” " the\u00a0  ， ll we'.split(" ")


@pytest.mark.parametrize("rule", (*style.RULES, *spelling.RULES), ids=lambda rule: rule.id)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)))
def test_any_text_can_be_checked_and_fixed(rule: Rule, text: str) -> None:
    findings = run(rule, text)
    assert all(0 <= start < end <= len(text) for (start, end), *_ in findings)
    apply(text, [finding.fix for finding in findings if finding.fix])
