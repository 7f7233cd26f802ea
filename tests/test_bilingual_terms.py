"""Terms in two languages: what answers a source term, what stands in its place, either language as the source."""

from __future__ import annotations

import pytest

from termcheck.document import Bitext
from termcheck.engine import beside
from termcheck.glossary import Forbidden, Glossary, Term
from termcheck.model import Finding
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context, Rule
from termcheck.rules.bilingual import forbidden, term
from termcheck.rules.bilingual._words import Passage, alike, initials
from termcheck.structure import parse
from termcheck.text import Source

PIER = Term("Long Pier Programme", source=("长堤计划",), abbreviation="LPP", forbidden=(Forbidden("Long Quay"),))
DUES = Term("harbour dues", source=("港务费", "港口费"), allowed=("port dues",))
BOARD = Term("Committee on Ferries", source=("渡轮委员会",))
SAILS = Term("Red Sail Initiative", source=("红帆倡议",))
GLOSSARY = Glossary((PIER, DUES, BOARD, SAILS))


def rows(*texts: tuple[str, str], languages: tuple[str, str] = ("zh", "en")) -> Bitext:
    units = (Unit(str(n), (Stretch(a, 0, 1, 1),), (Stretch(b, 0, 1, 1),)) for n, (a, b) in enumerate(texts))
    return next(parts(Table(*languages, units), "rows.tsv"))


def found(rule: Rule, text: Bitext, glossary: Glossary = GLOSSARY) -> list[Finding]:
    return list(rule.check(text, Context(glossary)))


def sure(rule: Rule, text: Bitext, glossary: Glossary = GLOSSARY) -> list[str]:
    return [text.target[finding.span] for finding in found(rule, text, glossary) if not finding.doubtful]


@pytest.mark.parametrize(
    "answer",
    [
        "The Long Pier Programme grows.",
        "The programme of the long pier grows.",
        "The Long Pier Program grows.",
        "The LPP grows.",
        "The Long Quay grows.",
        "The long piers and programmes grow.",
        "The Long Pier Programe grows.",
    ],
)
def test_what_answers_a_name(answer: str) -> None:
    assert not found(term.RULE, rows(("长堤计划在发展。", answer)))


@pytest.mark.parametrize("answer", ["Dues of the port rose.", "Harbours' dues rose.", "Harbor dues rose."])
def test_what_answers_everyday_words(answer: str) -> None:
    assert not found(term.RULE, rows(("港务费上涨。", answer)))


def test_committee_on_and_the_committee() -> None:
    assert not found(
        term.RULE, rows(("渡轮委员会开会。", "The Ferry Committee met."), ("渡轮委员会散会。", "The CF dispersed."))
    )


def test_a_short_form_counts_only_where_the_full_one_stood_before() -> None:
    before = ("长堤计划新。", "The Long Pier Programme is new.")
    short = ("长堤计划在发展。", "The programme grows.")
    assert not found(term.RULE, rows(before, ("下雨。", "It rains."), short))
    assert [finding.doubtful for finding in found(term.RULE, rows(short))] == [True]


def test_a_short_form_that_the_text_defines() -> None:
    assert not found(
        term.RULE,
        rows(("长堤计划新。", "The Long Pier Programme (the Works) is new."), ("长堤计划好。", "The Works do well.")),
    )


def test_a_name_that_is_not_there_is_sure_and_an_everyday_word_is_not() -> None:
    assert sure(term.RULE, rows(("长堤计划在发展。", "Boats sail."))) == ["Boats sail."]
    assert not sure(term.RULE, rows(("港务费上涨。", "It costs more.")))


def test_an_everyday_word_is_sure_where_all_other_rows_have_its_rendering() -> None:
    others = [(f"港务费上涨{n}。", f"Harbour dues rose {n}.") for n in range(5)]
    weather = [("今天下雨。", "It rains today.")] * 5
    assert sure(term.RULE, rows(*others, *weather, ("港务费下跌。", "It costs less."))) == ["It costs less."]


def test_what_the_text_is_about_may_be_left_out() -> None:
    others = [(f"长堤计划在发展{n}。", f"The Long Pier Programme grows {n}.") for n in range(12)]
    assert not sure(term.RULE, rows(*others, ("长堤计划发布报告。", "A report was published.")))


def test_rows_are_compared_alone_and_paragraphs_with_their_neighbours() -> None:
    source, target = "长堤计划新。\n\n下雨了。\n", "It rained.\n\nThe Long Pier Programme is new.\n"
    plain = beside(parse(Source("zh.txt", source)), parse(Source("en.txt", target)), GLOSSARY)
    table = rows(("长堤计划新。", "It rained."), ("下雨了。", "The Long Pier Programme is new."))
    assert not found(term.RULE, plain)
    assert sure(term.RULE, table) == ["It rained."]


def test_a_row_with_nothing_on_one_side_is_no_matter_of_terms() -> None:
    assert not found(term.RULE, rows(("长堤计划新。", "")))


def test_a_source_term_of_two_entries_is_answered_by_either() -> None:
    both = Glossary((DUES, Term("quayage", source=("港务费",))))
    assert not found(term.RULE, rows(("港务费上涨。", "Quayage rose.")), both)
    assert '"harbour dues" or "quayage"' in found(term.RULE, rows(("港务费上涨。", "It rose.")), both)[0].message


def test_traditional_characters_are_the_same_term() -> None:
    assert sure(term.RULE, rows(("長堤計劃在發展。", "Boats sail."))) == ["Boats sail."]


def test_a_rendering_of_another_name_is_told_by_both() -> None:
    text = rows(("长堤计划在发展。", "The Red Sail Initiative grows."))
    (finding,) = found(forbidden.RULE, text)
    assert text.target[finding.span] == "Red Sail Initiative"
    assert text.source[finding.notes[0].span] == "长堤计划"
    assert finding.message == (
        'the source has 长堤计划, which is "Long Pier Programme"; "Red Sail Initiative" is 红帆倡议'
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("长堤计划和红帆倡议。", "The Red Sail Initiative."),
        ("长堤计划和红帆活动。", "The Red Sail Initiative."),
        ("长堤计划。", "The Long Pier Programme, not the Red Sail Initiative."),
        ("天气很好。", "The Red Sail Initiative."),
    ],
)
def test_a_rendering_that_has_its_own_source_or_leaves_the_other_its_place(source: str, target: str) -> None:
    assert not found(forbidden.RULE, rows((source, target)))


@pytest.mark.parametrize("glossary", [GLOSSARY, GLOSSARY.turned], ids=["as written", "turned"])
def test_english_into_chinese(glossary: Glossary) -> None:
    good = ("The Long Pier Programme grows. Harbour dues fall.", "长堤计划在发展。港口费下降。")
    mixed = ("The Long Pier Programme grows.", "红帆倡议在发展。")
    lost = ("The Committee on Ferries met at noon.", "中午下雨了。")
    text = rows(good, mixed, lost, languages=("en", "zh"))
    assert sure(forbidden.RULE, text, glossary) == ["红帆倡议"]
    assert "中午下雨了。" in sure(term.RULE, text, glossary)
    assert not found(term.RULE, rows(good, languages=("en", "zh")), glossary)


def test_other_languages() -> None:
    glossary = Glossary((Term("Hafengebühr", source=("harbour dues",)),), language="de", source_language="en")
    good = ("Harbour dues rose.", "Die Hafengebühren stiegen.")
    assert not found(term.RULE, rows(good, languages=("en", "de")), glossary)
    assert found(term.RULE, rows(("Harbour dues rose.", "Alles wurde teurer."), languages=("en", "de")), glossary)


_ALIKE = ["regulation regulatory", "finance financing", "stable stability", "centre center", "plan planned", "use used"]


@pytest.mark.parametrize("pair", _ALIKE)
def test_words_alike(pair: str) -> None:
    assert alike(*pair.split(), "en")


@pytest.mark.parametrize("pair", ["market mark", "international internet", "commission committee", "money monetary"])
def test_words_not_alike(pair: str) -> None:
    assert not alike(*pair.split(), "en")


def test_a_share_is_of_words_that_stand_together() -> None:
    words = "the stability of our currency was and is and will for ever be the aim".split()
    assert Passage(words, "en").share("currency stability") == 1
    assert Passage(words, "en").share("currency aim") == 0.5
    assert Passage(list("货币的稳定"), "zh").share("货币稳定") == 1
    assert Passage(list("通货与稳定"), "zh").share("货币稳定") == 0.5


def test_initials() -> None:
    assert initials("Bank of the Land-Sea Road") == {"botlsr", "blsr", "botlr", "blr"}
