"""Names in two languages: what is found, and what a good translation may do."""

from __future__ import annotations

import pytest

from termcheck.document import Bitext
from termcheck.engine import beside
from termcheck.glossary import Glossary, Person, Term
from termcheck.lang import countries, places
from termcheck.lang.gazetteer import Gazetteer
from termcheck.model import Finding
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context
from termcheck.rules.bilingual.name import RULE
from termcheck.structure import parse
from termcheck.text import Source


def names(text: str, forms: Gazetteer) -> list[str]:
    doc = parse(Source("a.txt", text))
    return [text[one.start : one.end] for one in forms.find(doc.tokens, text)]


def found(source: str, target: str, glossary: Glossary | None = None) -> list[tuple[str, Finding]]:
    """What is found in a text of a row, with its words."""
    units = iter([Unit("1", (Stretch(source, 0, 1, 1),), (Stretch(target, 0, 1, 1),))])
    (bitext,) = parts(Table("zh", "en", units), "a.tsv")
    return [(bitext.target[one.span], one) for one in RULE.check(bitext, Context(glossary or Glossary()))]


def sure(source: str, target: str, glossary: Glossary | None = None) -> list[str]:
    return [words for words, one in found(source, target, glossary) if not one.doubtful]


def test_every_country_has_names_in_both_languages() -> None:
    for code, one in countries.countries().items():
        assert one.chinese and one.english, code
    assert {"GB", "CN", "US", "TW", "PS"} <= countries.countries().keys()


def test_english_names_are_found_by_their_capitals() -> None:
    text = "The US told us of Hong Kong\u2019s Koreans, U.S. troops, South America, the Democratic Republic of Congo."
    found = names(text, Gazetteer(countries.english()))
    assert found == ["US", "Hong Kong", "Koreans", "U.S", "South America", "Democratic Republic of Congo"]


def test_chinese_names_are_found_longest_first() -> None:
    assert names("印度尼西亚和印度，刚果（金），河、北方。", Gazetteer(countries.chinese())) == [
        "印度尼西亚", "印度", "刚果（金",
    ]  # fmt: skip
    assert names("河北省石家庄市，东方红，和平区。", Gazetteer(places.chinese())) == ["河北省", "石家庄市", "和平区"]


def test_places_have_their_official_names() -> None:
    written = {place.chinese: place.english for place in places.places()}
    assert written["陕西"][0] == "Shaanxi"
    assert written["山西"][0] == "Shanxi"
    assert written["内蒙古"][0] == "Inner Mongolia"
    assert written["淮安"] == ("Huai'an", "Huaian")


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("部长访问丹麦。", "The minister visited Sweden.", ["Sweden"]),
        ("美俄关系改善。", "Ties between the US and Japan improved.", ["Japan"]),
        ("日方表示感谢。", "France expressed thanks.", ["France"]),
        ("法国、荷兰和西班牙签字。", "France and Spain signed.", ["France and Spain"]),
        ("法国、荷兰和西班牙签字。", "France, Peru and Spain signed.", ["Peru"]),
        ("重庆和成都下雨。", "Chongqing and Chendgu saw rain.", ["Chendgu"]),
        ("义大利紐西蘭簽約。", "Italy and New Zeland signed.", []),
        ("瑞士下雪。", "It snowed in Sweden.", ["Sweden"]),
        ("威宁县丰收。", "A good harvest in Hezhang.", ["Hezhang"]),
        ("市长王学明说。", "Mayor Wang Xueming said. Then Wang Xuemin left.", ["Wang Xuemin"]),
        ("市长王学明说。", "Mayor Wang Mingxue said.", ["Wang Mingxue"]),
        ("市长王学明说。", "Mayor Liu Kexin said.", ["Liu Kexin"]),
        ("李敏市长到了。", "Mayor Li Ming came.", ["Li Ming"]),
    ],
)
def test_wrong_names_are_found(source: str, target: str, wrong: list[str]) -> None:
    assert sure(source, target) == wrong


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("丹麦和瑞典签约。", "Both sides signed."),
        ("中方反对。", "We object to what Japan did."),
        ("海湾国家、法国和德国。", "Gulf states, France and Germany."),
        ("上海地产。", "Greenland and Shanghai Land."),
        ("一个俄国人说。", "A Russian said so in Moscow."),
        ("中法越三国。", "China, France and Viet Nam."),
        ("北美市场。", "The market in North America."),
        ("粤港澳大湾区。", "The Guangdong-Hong Kong-Macao Greater Bay Area."),
        ("京津冀协同发展。", "Beijing, Tianjin and Hebei develop together."),
        ("陳茂波先生到了。", "Mr. Chan Mo-po came."),
        ("林智遠教授。", "Prof. LAM Chi Yuen Nelson."),
        ("吕重先生、赖清德和单燕到了。", "Mr. Lyu Chong, Lai Ching-te and Yan Shan came."),
        ("张婧和李惠在场。", "Zhang Jing and Li Hui were there."),
        ("哥伦比亚特区。", "The District of Columbia."),
        ("南京。", "Nanjing, or Nanking as it was."),
    ],
)
def test_a_good_translation_is_left_alone(source: str, target: str) -> None:
    assert not sure(source, target)


def test_a_name_inside_a_term_is_the_terms() -> None:
    term = Term("Guangdong Bank", source=("上海银行",))
    assert sure("上海银行。", "Guangdong Bank.") == ["Guangdong"]
    assert not sure("上海银行。", "Guangdong Bank.", Glossary((term,)))


def test_people_of_the_glossary() -> None:
    people = (Person("Hu Henghua", "胡衡华"), Person("Zheng Xiangdong", "鄭向東"), Person("Ann Lowe", "安·洛"))
    glossary = Glossary((), people)
    assert sure("胡衡华参加。", "Zheng Xiangdong took part.", glossary) == ["Zheng Xiangdong"]
    assert sure("洛参加。", "Hu Henghua took part.", glossary) == ["Hu Henghua"]
    assert not sure("胡衡华参加。", "Mr. Hu took part.", glossary)
    assert not sure("鄭向東參加。", "He took part.", glossary)


def test_a_finding_says_what_the_source_has_and_where() -> None:
    ((_, finding),) = found("部长昨天访问丹麦。", "The minister visited Sweden.")
    assert finding.message == 'the source has 丹麦 (Denmark), not "Sweden"'
    assert finding.notes[0].in_source
    assert finding.notes[0].span == (6, 8)


def test_speakers_are_compared_one_by_one() -> None:
    ask, answer = "记者：\n\n安全吗？\n\n", "Reporter:\n\nIs it safe?\n\n"
    source = parse(Source("a", f"{ask}雷素琴：\n\n是的。\n\n记者：\n\n谢谢。\n"))
    target = parse(Source("b", f"{answer}Lei Suqing:\n\nYes.\n\nReporter:\n\nThanks.\n"))
    bitext: Bitext = beside(source, target, Glossary())
    (finding,) = RULE.check(bitext, Context(Glossary()))
    assert target[finding.span] == "Lei Suqing"
    assert finding.message == '雷素琴 is "Lei Suqin", not "Lei Suqing"'


def test_other_languages_are_left_alone() -> None:
    source, target = (
        parse(Source("a", "Der Minister besuchte D\u00e4nemark und die Schweiz, und das ist gut so.\n")),
        parse(Source("b", "The minister visited Sweden.\n")),
    )
    assert not list(RULE.check(beside(source, target, Glossary()), Context(Glossary())))
