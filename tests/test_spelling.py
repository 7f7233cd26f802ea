"""The spelling rules beyond their examples: slips that are found, and words that only look like slips."""

from __future__ import annotations

import pytest

from termcheck.glossary import Glossary, Term
from termcheck.lang.formation import is_derived
from termcheck.model import Finding
from termcheck.rule import Context
from termcheck.rules.spelling import joined_words, split_word, typo
from termcheck.structure import parse
from termcheck.text import Source


def findings(text: str, glossary: Glossary | None = None) -> list[Finding]:
    doc, ctx = parse(Source("x.txt", text)), Context(glossary or Glossary())
    found = [one for rule in (typo, split_word, joined_words) for one in rule.check(doc, ctx)]
    return [one for one in found if not one.doubtful]


def marked(text: str) -> list[str]:
    return [text[slice(*finding.span)] for finding in findings(text)]


@pytest.mark.parametrize(
    ("slip", "word"),
    [("goverment", "government"), ("recieve", "receive"), ("seperate", "separate"), ("occured", "occurred"),
     ("begining", "beginning"), ("untill", "until"), ("becuase", "because"), ("wtih", "with"),
     ("diferent", "different"),
     ("agreeement", "agreement"), ("developement", "development"), ("govenor", "governor"), ("doesnt", "doesn't")],
)  # fmt: skip
def test_a_common_slip(slip: str, word: str) -> None:
    found = findings(f"We know that they {slip} the plan.")
    assert [finding.message.split('"')[1] for finding in found] == [word]


@pytest.mark.parametrize(
    "word",
    ["organise", "travelling", "colour", "whilst", "renminbi", "biosafety", "cybersecurity", "reshoring", "frontpage",
     "superyacht", "hukou", "xiaokang", "cafes", "communiqué", "naive", "sukuk", "crypto", "iphone", "fintech",
     "benefitted", "macroprudential", "digitalisation", "collateralised", "renewables", "unmuting"],
)  # fmt: skip
def test_a_word_that_is_right(word: str) -> None:
    assert marked(f"We know that the {word} grew in May.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to info@goverment.example or see goverment.example/recieve, C:\\recieve and #recieve.",
        "It was in the goverment_name field, goverment2 and $goverment.",
        "We are econo— economically strong; I thin… thought so; adminis -- administration.",
        "The modus operandi, in extremis, was laissez faire.",
        "Mr. Goverment spoke. They met Goverment in Prag.",
        "Das ist ein gutes Ergebnis fuer unsere Regierung und unsere Partner.",
        "Transportaion Development Plan",
    ],
)
def test_what_is_no_prose_word(text: str) -> None:
    assert marked(text) == []


def test_a_word_used_three_times_is_a_term() -> None:
    assert marked("One tokamac, two. The tokamac runs. A tokamac stops.") == []
    assert marked("The musium opens. The museum is new.") == ["musium"]


def test_the_right_word_elsewhere_makes_the_fix_sure_and_is_noted() -> None:
    (finding,) = findings("Air transportaion grew. Rail transportation fell.")
    assert finding.fix is not None
    assert finding.fix.safe
    assert len(finding.notes) == 1


def test_a_glossary_word_is_no_slip() -> None:
    assert findings("They built a transportaion line.")
    assert findings("They built a transportaion line.", Glossary((Term("transportaion line"),))) == []


def test_a_text_full_of_unknown_words_is_doubtful() -> None:
    noise = " ".join(f"the {word} of" for word in "tihs goverment recieve wich seperate occured untill becuase".split())
    assert marked(noise) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Rail as we ll as road.", ["we ll"]),
        ("Air transport ation and th e port.", ["transport ation", "th e"]),
        ("The gove rnment met.", ["gove rnment"]),
        ("They don t know it.", ["don t"]),
        ("The country s size is known.", ["country s"]),
        ("Kim Jong Un to his men, the e-mail, an ad hoc and Mr. T he knew, 5 m high.", []),
        ("The port ofthe city andthe town.", ["ofthe", "andthe"]),
    ],
)
def test_blanks_too_many_or_too_few(text: str, wrong: list[str]) -> None:
    assert marked(text) == wrong


@pytest.mark.parametrize("word", ["superyacht", "frontpage", "collateralised", "unmuting", "reciever"])
def test_derived(word: str) -> None:
    assert is_derived(word) == (word != "reciever")
