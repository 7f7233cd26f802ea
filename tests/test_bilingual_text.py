"""What a translation leaves out, adds, or leaves as it was."""

from __future__ import annotations

import pytest

from termcheck.document import Bitext, Document
from termcheck.engine import beside
from termcheck.glossary import Glossary
from termcheck.lang.sentences import sentences
from termcheck.model import Block, Finding, Span
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context, Rule
from termcheck.rules.bilingual import addition, list_length, omission, untranslated
from termcheck.rules.bilingual._beads import mirrored
from termcheck.rules.bilingual._lexicon import learn
from termcheck.rules.bilingual._lists import lists
from termcheck.rules.bilingual._sizes import Rates, rates, size, sizes_of_pairs
from termcheck.structure import parse
from termcheck.text import Source

GOODS = ("rice 大米", "oats 燕麦", "coal 煤炭", "wool 羊毛", "salt 食盐", "soap 肥皂", "iron 铁矿", "silk 丝绸")
TOWNS = ("Oban 奥本", "Perth 珀斯", "Ayr 艾尔", "Crail 克雷尔", "Leith 利斯", "Troon 特伦")


def found(rule: Rule, bitext: Bitext) -> list[Finding]:
    return list(rule.check(bitext, Context(Glossary())))


def table(rows: list[tuple[str, str]], languages: tuple[str, str] = ("zh", "en")) -> Bitext:
    units = (
        Unit(str(at), (Stretch(one, 0, at, 1),), (Stretch(other, 0, at, 9),)) for at, (one, other) in enumerate(rows, 1)
    )
    return next(iter(parts(Table(*languages, units), "table.tsv")))


def texts(source: str, target: str) -> Bitext:
    return beside(parse(Source("source.txt", source)), parse(Source("target.txt", target)), Glossary())


def rows() -> list[tuple[str, str]]:
    """Reports of a market, three sentences each, from which the words of the goods and the towns can be learnt."""
    made = []
    for good in GOODS:
        for town in TOWNS:
            (ware, huo), (place, di) = good.split(), town.split()
            number = 100 + 7 * len(made)
            made.append(
                (
                    f"商人把{huo}运到{di}的老市场。去年一共卖出了{number}吨{huo}。{di}的市长对这个结果表示满意。",
                    f"Merchants carried {ware} to the old market of {place}. Last year they sold {number} tons of "
                    f"{ware} in all. The mayor of {place} said that she was content with this result.",
                )
            )
    return made


def test_rows_that_are_whole_are_left_alone() -> None:
    bitext = table(rows())
    for rule in (omission.RULE, addition.RULE, untranslated.RULE, list_length.RULE):
        assert found(rule, bitext) == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_sentence_that_was_left_out(at: int) -> None:
    made = rows()
    source, target = made[20]
    spans, others = [*sentences(source, [(0, len(source))])], [*sentences(target, [(0, len(target))])]
    kept = " ".join(target[slice(*one)] for n, one in enumerate(others) if n != at)
    made[20] = source, kept
    bitext = table(made)
    (finding,) = found(omission.RULE, bitext)
    assert not finding.doubtful
    assert bitext.source[finding.notes[0].span] == source[slice(*spans[at])]
    assert bitext.pairs[20].target.covers(finding.span)


def test_a_sentence_that_was_added() -> None:
    made = rows()
    source, target = made[20]
    spans, others = [*sentences(source, [(0, len(source))])], [*sentences(target, [(0, len(target))])]
    made[20] = source[: spans[1][0]] + source[spans[2][0] :], target
    bitext = table(made)
    (finding,) = found(addition.RULE, bitext)
    assert bitext.target[finding.span] == target[slice(*others[1])]
    assert not finding.doubtful


def test_an_empty_cell_is_not_translated() -> None:
    made = rows()
    made[5] = made[5][0], ""
    bitext = table(made)
    (finding,) = found(omission.RULE, bitext)
    assert finding.span == bitext.pairs[5].target
    assert not finding.doubtful


def test_a_table_that_is_being_worked_on_has_no_omissions() -> None:
    made = [(source, target if at % 3 else "") for at, (source, target) in enumerate(rows())]
    assert not [one for one in found(omission.RULE, table(made)) if not one.doubtful]


def test_a_turn_is_told_once() -> None:
    source = (
        "记者：\n\n大桥何时通车？\n\n李娜：\n\n大桥将于5月12日通车，比计划提前两个月。\n\n北京日报记者：\n\n票价会不会上涨？\n\n"
        "李娜：\n\n票价不变，老人和学生继续免费乘车。\n\n我们还将在港口新建三个车站，每站可停放200辆自行车。\n"
    )
    target = (
        "Rice Daily:\n\nWhen will the bridge open?\n\nLi Na:\n\nIt will open on May 12, two months earlier than "
        "planned.\n\nPort News:\n\nWill fares go up?\n"
    )
    (finding,) = found(omission.RULE, texts(source, target))
    assert "票价不变" in finding.message
    assert not finding.doubtful


@pytest.mark.parametrize("extra", ["谢谢各位。\n", "（掌声）\n", "（笑声）。\n"])
def test_courtesies_and_directions_may_be_left_out(extra: str) -> None:
    source = f"大桥将于5月12日通车，比计划提前两个月。\n\n票价不变，老人和学生继续免费乘车。\n\n{extra}"
    target = (
        "The bridge will open on May 12, two months earlier than planned.\n\n"
        "The fare stays the same, and old people and students go on riding for free.\n"
    )
    assert found(omission.RULE, texts(source, target)) == []


def test_a_source_in_latin_letters() -> None:
    made = [
        (f"Der Zug {n} fährt nach {town}. Er hält an {n + 3} alten Bahnhöfen. Danach kehrt er am Abend zurück.",
         f"Train {n} goes to {town}. It stops at {n + 3} old stations. After that it returns in the evening.")
        for n, town in enumerate(["Oban", "Perth", "Ayr", "Crail"] * 8, 40)
    ]  # fmt: skip
    assert found(omission.RULE, table(made, ("de", "en"))) == []
    made[9] = made[9][0], made[9][1].replace("It stops at 52 old stations. ", "")
    (finding,) = found(omission.RULE, table(made, ("de", "en")))
    assert "Er hält an" in finding.message


@pytest.mark.parametrize(
    ("text", "source", "left"),
    [
        ("The old bridge 老桥 is open again today.", "老桥今天再次通车。", ["老桥"]),
        ("The old bridge (老桥) is open again today.", "老桥今天再次通车。", []),
        ("The dish is called “老桥” in the village.", "这道菜在村里叫“老桥”。", []),
        ("The old bridge over the bay, мост снова открыт, and the tram.", "Мост снова открыт.", ["мост снова открыт"]),
        ("See https://port.example/die-alte-bahn-fährt now.", "Siehe https://port.example/die-alte-bahn-fährt.", []),
        ("He read Die Leiden des jungen Werthers.", "Er las Die Leiden des jungen Werthers.", []),
    ],
)  # fmt: skip
def test_untranslated(text: str, source: str, left: list[str]) -> None:
    bitext = table([(source, text)], ("de" if source.isascii() or "ä" in source else "zh", "en"))
    assert [bitext.target[one.span] for one in found(untranslated.RULE, bitext)] == left


def test_lists() -> None:
    def read(text: str, lang: str) -> list[list[str]]:
        doc = Document(Source("x", text), (Block("paragraph", Span(0, len(text))),), (), lang)
        return [[doc[item] for item in one.items] for one in lists(doc, Span(0, len(text)))]

    assert read("代表来自法国、德国、荷兰和挪威。", "zh") == [["代表来自法国", "德国", "荷兰", "挪威"]]
    assert read("江津、綦江、武隆等33个区县", "zh") == [["江津", "綦江", "武隆"]]
    assert read("They met in Oban, Perth, and Ayr.", "en") == [["Oban", "Perth", "Ayr"]]
    assert read("Recently, Oban, Perth and Ayr met.", "en") == [["Oban", "Perth", "Ayr"]]
    assert read("We sell rice, oats and wheat.", "en") == []


def test_what_is_learnt() -> None:
    bitext = table(rows())
    lexicon = learn(bitext.source, bitext.target, [(pair.source, pair.target) for pair in bitext.pairs])
    answer = lexicon.find("羊毛")
    assert answer is not None
    assert answer.word == "wool"
    assert lexicon.find("没有") is None


def test_lengths() -> None:
    assert size("a b\nc") == 3
    assert size("大桥") == pytest.approx(7.2)
    usual = rates(sizes_of_pairs(table(rows()), table(rows()).pairs))
    assert usual.likelihood(100, 100 * 2.718**usual.centre) > usual.likelihood(100, 50)
    assert Rates().likelihood(100, 100) > Rates().likelihood(100, 50) > Rates().likelihood(100, 10)


def test_mirrored_twice_is_the_same() -> None:
    bitext = table(rows())
    again, beads = mirrored(*mirrored(bitext, bitext.pairs))
    assert (again.source, again.target, again.pairs, beads) == (
        bitext.source,
        bitext.target,
        bitext.pairs,
        bitext.pairs,
    )


def test_texts_of_one_line_and_of_none() -> None:
    for source, target in (("", ""), ("大桥已通车。\n", ""), ("", "The bridge is open.\n"), ("、、、\n", ", and\n")):
        for rule in (omission.RULE, addition.RULE, untranslated.RULE, list_length.RULE):
            found(rule, texts(source, target))
