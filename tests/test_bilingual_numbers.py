"""Figures in two languages: what answers what, what is told as a fault, and in which words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from termcheck.document import Bitext
from termcheck.glossary import Glossary
from termcheck.model import Finding
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context
from termcheck.rules.bilingual import direction, number, unit

RULES = {rule.RULE.id.partition("/")[2]: rule.RULE for rule in (number, direction, unit)}


def rows(*pairs: tuple[str, str], langs: tuple[str, str] = ("zh", "en")) -> Bitext:
    units = (
        Unit(str(n), (Stretch(one, 0, 1, 1),), (Stretch(two, 0, 1, 1),)) for n, (one, two) in enumerate(pairs, start=1)
    )
    (bitext,) = parts(Table(*langs, units), "rows.tsv")
    return bitext


def found(bitext: Bitext, doubtful: bool = False) -> list[tuple[str, Finding]]:
    return [
        (name, finding)
        for name, rule in RULES.items()
        for finding in rule.check(bitext, Context(Glossary()))
        if doubtful or not finding.doubtful
    ]


SAME = [
    ("全市用水减少三成。", "The city used 30 percent less water."),
    (
        "产量增长两成半，是前年的2.3倍。",
        "Output rose by 25 percent and was 230 percent of that of the year before last.",
    ),
    ("水价翻了一番。", "The price of water doubled."),
    ("一半以上的村民种茶。", "More than half of the villagers grow tea."),
    ("50%的村民种茶。", "Half of the villagers grow tea."),
    ("三分之二的村民种茶。", "Two-thirds of the villagers grow tea."),
    ("今年，水库将建成。", "The reservoir will be built in 2026."),
    ("水库于2026年建成。", "The reservoir was built this year."),
    ("工程于2019年开工，翌年完工。", "The work began in 2019 and ended in 2020."),
    ("上世纪80年代，这里没有路。", "There was no road here in the 1980s."),
    ("“十四五”期间修路40公里。", "In the 14th Five-Year Plan period 40 km of roads were built."),
    ("他是第三次来，坐3号线。", "It was his third visit; he took Line 3."),
    ("博览会于2024年6月5日开幕。", "The fair opened on June 5."),
    ("博览会于6月5日开幕。", "The fair opened on June 5, 2024."),
    ("5日，博览会开幕。", "The fair opened on Wednesday."),
    ("会议下午3时开始。", "The meeting begins at 3 p.m."),
    ("会议15:30开始。", "The meeting begins at 3:30 p.m."),
    ("利率上调0.25个百分点。", "The rate was raised by 25 basis points."),
    ("2 0 1 5 年用水1 5 . 2 亿吨。", "In 2015, 1.52 billion tons of water were used."),
    ("七国集团和二十国集团支持疫苗。", "The G7 and the G20 support vaccines against COVID-19."),
    ("全村种茶600亩，公路长20里。", "The village grows tea on 40 hectares; its road is 10 kilometers long."),
    ("他买了4斤茶。", "He bought 2 kg of tea."),
    ("前三季度产茶690万吨。", "In the first three quarters 6.9 million tons of tea were grown."),
    ("上半年产茶690万吨。", "In the first half of the year 6.9 million tons of tea were grown."),
    ("产茶20万至30万吨。", "Between 200,000 and 300,000 tons of tea were grown."),
    ("3至5天后，二三十人来了。", "After three to five days, dozens of people came."),
    (
        "一方面，两国在三个方面合作，第一时间通报。",
        "The two countries work together in three ways and tell each other at once.",
    ),
    ("人均5.1万元。", "51,000 yuan per head."),
    ("六名病人中有五名痊愈。", "Five of six patients recovered."),
    ("5/6的病人痊愈。", "Five of six patients recovered."),
    ("基因组有3万个碱基。", "The genome has 30 kilobases."),
    ("修路用了24个月。", "The road took two years to build."),
    ("全天24小时开放。", "It is open round the clock."),
    ("产量达5%，再说一遍，是5%。", "Output rose by 5 percent."),
    ("1万亿元，1.2万亿元，两者不同。", "One trillion yuan and 1.2 trillion yuan are not the same."),
    ("2021至22年度预算为3亿元。", "The budget for 2021-22 was 300 million yuan."),
    ("约100多个车站。", "Some 100 stations."),
    ("温度不超过20度。", "It should not be more than 20 degrees."),
    ("比率远高于25%的法定最低要求。", "The ratio was well above the statutory minimum of 25%."),
    ("票价为20元。", "A ticket costs HK$20."),
    ("车速每小时100公里。", "The train runs at 100 km/h."),
]


@pytest.mark.parametrize("pair", SAME, ids=range(len(SAME)))
def test_the_same_in_other_words(pair: tuple[str, str]) -> None:
    assert found(rows(pair)) == []
    one, two = pair
    turned = found(rows((two, one), langs=("en", "zh")))
    assert [(name, finding.message) for name, finding in turned] == []


def test_a_translation_may_round() -> None:
    assert found(rows(("产茶15.22万吨。", "About 152,000 tons of tea were grown."))) == []
    assert len(found(rows(("产茶15.2万吨。", "They grew 152,200 tons of tea.")))) == 1


FAULTS = [
    (
        "number",
        "他们花了4765亿元。",
        "They spent 4,765 billion yuan.",
        "4,765 billion yuan",
        'the source has 4765亿元, this text "4,765 billion yuan": 亿 is 100 million: 4765亿 is 476.5 billion',
    ),
    (
        "number",
        "来了3.3万人。",
        "Some 3,300 people came.",
        "3,300",
        'the source has 3.3万, this text "3,300": 万 is 10,000: 3.3万 is 33,000',
    ),
    (
        "number",
        "产量增长5.7%。",
        "Output rose by 7.5%.",
        "7.5%",
        'the source has 5.7%, this text "7.5%": two digits are exchanged',
    ),
    (
        "number",
        "产量增长5.7%。",
        "Output rose by 57%.",
        "57%",
        'the source has 5.7%, this text "57%": it is 10 times too large',
    ),
    (
        "number",
        "产量增长5%。",
        "Output rose by 5.7%.",
        "5.7%",
        'the source has 5%, this text "5.7%"',
    ),
    (
        "number",
        "来了15艘船。",
        "Five ships came.",
        "Five",
        'the source has 15, this text "Five"',
    ),
    (
        "number",
        "产量增长3%至5%。",
        "Output rose by 5%.",
        "5%",
        'the source has the range 3%至5%, this text only "5%"',
    ),
    (
        "number",
        "修路用了三周。",
        "The road took four weeks.",
        "four weeks",
        'the source has 三周, this text "four weeks"',
    ),
    (
        "number",
        "路于1983年修成。",
        "The road was built in 1982.",
        "1982",
        'the source has 1983年, this text "1982"',
    ),
    (
        "number",
        "6月5日开幕。",
        "It opens on June 6.",
        "June 6",
        'the source has 6月5日, this text "June 6"',
    ),
    (
        "number",
        "28日开幕。",
        "It opens on Tuesday, the 25th.",
        "25th",
        'the source has 28日, this text "25th"',
    ),
    (
        "number",
        "产茶690万吨，出口50万吨。",
        "They grew 6.9 million tons of tea and sold it abroad.",
        "They grew 6.9 million tons of tea and sold it abroad.",
        "the source has 50万吨 (500,000), this text has not",
    ),
    (
        "number",
        "产茶很多。",
        "They grew 6.9 million tons.",
        "6.9 million tons",
        'the source has no "6.9 million tons"',
    ),
    (
        "number",
        "“十四五”期间修了路。",
        "Roads were built in the 13th Five-Year Plan period.",
        "13th Five-Year Plan",
        'the source has “十四五”, this text "13th Five-Year Plan"',
    ),
    (
        "number",
        "一条腿14厘米，一条14厘米。",
        "One leg is 14 cm, one 11 cm.",
        "11 cm",
        'the source has 14厘米, this text "11 cm"',
    ),
    (
        "direction",
        "来了近500人。",
        "More than 500 people came.",
        "500",
        'the source has "近500" (less than that), this text "More than 500" (more than that)',
    ),
    (
        "direction",
        "来了500余人。",
        "There came 500 people.",
        "500",
        'the source has "500余" (more than that), this text "500" alone',
    ),
    (
        "unit",
        "路长30公里。",
        "The road is 30 miles long.",
        "30 miles",
        'the source has 30公里, this text "30 miles": another unit',
    ),
    (
        "unit",
        "下降3个百分点。",
        "It fell by 3 percent.",
        "3 percent",
        'the source has 3个百分点, this text "3 percent": another unit',
    ),
    (
        "unit",
        "花了20亿美元。",
        "It cost 2 billion yuan.",
        "2 billion yuan",
        'the source has 20亿美元, this text "2 billion yuan": another unit',
    ),
]


@pytest.mark.parametrize(("name", "source", "target", "place", "message"), FAULTS, ids=range(len(FAULTS)))
def test_fault(name: str, source: str, target: str, place: str, message: str) -> None:
    bitext = rows((source, target))
    ((rule, finding),) = found(bitext)
    assert (rule, finding.message, bitext.target[finding.span]) == (name, message, place)
    assert all(note.in_source and bitext.source.text[slice(*note.span)] for note in finding.notes)


def test_into_chinese() -> None:
    bitext = rows(("They spent 476.5 billion yuan.", "他们花了476.5亿元。"), langs=("en", "zh"))
    ((_, finding),) = found(bitext)
    assert finding.message == (
        'the source has 476.5 billion yuan, this text "476.5亿元": 亿 is 100 million: 476.5亿 is 47.65 billion'
    )
    assert finding.fix is not None
    assert finding.fix.edits[0].text == "4765亿"


def test_from_german() -> None:
    pair = ("Es kamen 1,2 Millionen Gäste, 3 Prozent mehr.", "1.2 billion guests came, 3 percent more.")
    ((_, finding),) = found(rows(pair, langs=("de", "en")))
    assert finding.message.startswith("the source has 1,2 Millionen")
    assert found(rows(("Es kamen 1,2 Millionen Gäste.", "1.2 million guests came."), langs=("de", "en"))) == []
    pair = ("Die Häuser der 60er und 90er Jahre stehen leer.", "Houses of the 1960s and 1990s stand empty.")
    assert found(rows(pair, langs=("de", "en"))) == []


def test_a_year_alone_is_doubtful() -> None:
    bitext = rows(("路修成了。", "The road was built in 2019."))
    assert found(bitext) == []
    assert len(found(bitext, doubtful=True)) == 1


def test_three_schools_are_one_and_two_others() -> None:
    assert found(rows(("梨花等3所学校停课。", "Lihua and two other schools closed."))) == []


def test_passages_of_other_things_have_one_doubtful_finding() -> None:
    pair = ("甲12吨，乙34吨，丙56吨，丁78吨。", "A 21 tons more, B 43, C 65, D 87, E 90 and F 99.")
    assert found(rows(pair)) == []
    assert len(found(rows(pair), doubtful=True)) == 1


@pytest.mark.parametrize(
    "text", ["", "0", "0%", "1/3", "零", "百分之", "3~", "-5%至", "$", "二〇", "第", "99999999999999999999"]
)
def test_odd_figures(text: str) -> None:
    for langs in (("zh", "en"), ("en", "zh"), ("", "en"), ("ja", "")):
        found(rows((text, "5 percent of 3"), ("5 percent of 3", text), langs=langs), doubtful=True)


def test_long_passages_take_no_longer_than_their_length() -> None:
    draw = random.Random(3)
    one = "，".join(f"产{draw.randint(1, 10**6)}吨" for _ in range(3000))
    two = ", ".join(f"{draw.randint(1, 10**6)} tons" for _ in range(3000))
    assert len(found(rows((one, two)), doubtful=True)) == 1


BLOCKS = [
    block.split("\n") for block in (Path(__file__).parent / "bilingual_figures.txt").read_text("utf-8").split("\n\n")
]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_figures_of_press_conferences(block: list[str]) -> None:
    """Each block is a sentence, its translation, and mostly one with an error and what is said of that."""
    source, target, *wrong = (line for line in block if line)
    assert found(rows((source, target)), doubtful=True) == []
    assert found(rows((target, source), langs=("en", "zh"))) == []
    if wrong:
        said, *messages = wrong
        assert [f"{name}: {finding.message}" for name, finding in found(rows((source, said)))] == messages
