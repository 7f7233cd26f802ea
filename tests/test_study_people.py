"""The people of a text as a report lists them: who speaks how much, and by what name and title others call them."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.engine import Setup, beside, check_part
from termcheck.glossary import Glossary
from termcheck.glossary import Person as Entry
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.study import Study
from termcheck.study.people import People, Person
from termcheck.text import Source

TEXT = """Speakers:

Ms. Lei Suqin, director of a seed bank

Mr. Guo Peiyu, vice minister of agriculture

Chairperson:

Ms. Shen Lan, spokesperson of the ministry

Shen Lan:

Good morning. Ms. Lei will begin, then Mr. Guo and Vice Minister Guo Peiyu.

Lei Suqin:

I am Lei Suqin. Our seeds are safe, as Mr. Guo said. Ms. Guo, mother of farmer Guo Xiaomei, agrees.

Rice Daily:

I'm Tang Wei with the Hunan Rice Daily. What will President Wang Fang do?

Guo Peiyu:

Thank you, Ms. Lei Suqing. Premier League football is very much fun indeed here today.

Rice Daily:

Will it rain?
"""


def study(text: str, *entries: Entry) -> Study:
    setup = Setup(RULES, Glossary(people=entries), studied=True)
    (found,) = check_part((parse(Source("a.txt", text)), None), setup).checked.studies
    return found


def people(text: str, *entries: Entry) -> People:
    found = study(text, *entries).people
    assert pickle.loads(pickle.dumps(found)) == found
    return found


def called(person: Person) -> dict[str, int]:
    return {one.text: one.times for one in person.called}


def test_speakers_in_the_order_of_the_list_with_what_they_say() -> None:
    found = people(TEXT)
    assert [(one.name, one.honorific, one.role, one.turns, one.words) for one in found.speakers] == [
        ("Lei Suqin", "Ms.", "speaker", 1, 20),
        ("Guo Peiyu", "Mr.", "speaker", 1, 15),
        ("Shen Lan", "Ms.", "host", 1, 14),
    ]
    assert found.speakers[0].titles == ("director of a seed bank",)
    assert [spot.line for spot in found.speakers[0].listed] == [3]
    assert found.words == 20 + 15 + 14 + 14 + 3


def test_what_others_call_a_speaker() -> None:
    lei, guo, shen = people(TEXT).speakers
    assert called(guo) == {"Mr. Guo": 2, "Vice Minister Guo Peiyu": 1}
    assert called(shen) == {}
    assert called(lei) == {"Lei Suqing": 1, "Ms. Lei": 1}


def test_issues_stand_at_the_names() -> None:
    found = study(TEXT)
    slip = found.people.speakers[0].called[0]
    assert slip.issue is not None
    assert found.issues[slip.issue].issue.rule == "name/misspelled"


def test_somebody_of_the_other_sex_is_somebody_else() -> None:
    found = people(TEXT)
    assert {one.name: called(one) for one in found.others} == {
        "Wang Fang": {"President Wang Fang": 1},
        "Ms. Guo": {"Ms. Guo": 1},
    }


def test_who_asks_and_how_they_say_it() -> None:
    (daily,) = people(TEXT).press
    assert (daily.name, daily.turns, daily.people, daily.says) == (
        "Rice Daily",
        2,
        ("Tang Wei",),
        ("Hunan Rice Daily",),
    )


def test_people_of_the_glossary_need_no_title() -> None:
    entry = Entry("Tao Ming", "陶明", "Mr.", ("governor of Hunan",))
    (tao,) = people("Here is Tao Ming. Governor Tao and Mr. Tao smile.\n", entry).others
    assert (tao.name, tao.entry) == ("Tao Ming", entry)
    assert called(tao) == {"Tao Ming": 1, "Governor Tao": 1, "Mr. Tao": 1}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Boris Johnson and Mr. Johnson.", ["Boris Johnson"]),
        ("Solomon Islands Prime Minister Matthew Wale came.", ["Matthew Wale"]),
        ("Dr. Nunez-Smith and Ms. Maria Ruiz Soto.", ["Dr. Nunez-Smith", "Maria Ruiz Soto"]),
        ("Mr. President, Madam Chair, Premier League, Minister Counselor.", []),
        ("The General Assembly, Director General, Ambassador China, President I.", []),
        ("Thank you, Mr.\n\nLee Street is long.", []),
    ],
)
def test_who_is_surely_a_person(text: str, names: list[str]) -> None:
    assert [one.name for one in people(text + "\n").others] == names


PSAKI = """MS. PSAKI: Hello.

Q Thanks.

ADMINISTRATOR RUIZ: As Ms. Psaki said.

MS. PSAKI: Thank you, Administrator Ana Ruiz.
"""


def test_labels_with_titles_are_the_people_whom_the_text_names() -> None:
    found = people(PSAKI)
    assert [(one.name, called(one)) for one in found.speakers] == [
        ("MS. PSAKI", {"Ms. Psaki": 1}),
        ("ADMINISTRATOR RUIZ", {"Administrator Ana Ruiz": 1}),
    ]
    assert [one.name for one in found.press] == [""]
    assert found.others == ()


def test_a_chinese_text() -> None:
    asked = "新华社记者：\n\n我是新华社记者王小明，请问何时下雨？\n\n"
    found = people(f"李娜：\n\n大家好，请郭文先生回答。\n\n{asked}郭文：\n\n今天下雨。\n", Entry("Tao Ming", "陶明"))
    assert [(one.name, one.turns, one.words) for one in found.speakers] == [("李娜", 1, 10), ("郭文", 1, 4)]
    assert [(one.name, one.people) for one in found.press] == [("新华社记者", ("王小明",))]


def test_an_issue_with_the_source_rests_on_the_person_of_the_glossary() -> None:
    text, entry = parse(Source("a.txt", "Minister Lei Suqin is here.\n")), Entry("Guo Peiyu", "郭培宇")
    setup = Setup(RULES, Glossary(people=(entry,)))
    bitext = beside(parse(Source("zh.txt", "郭培宇部长到了。\n")), text, setup.glossary)
    (issue,) = check_part((text, bitext), setup).checked.issues
    assert (issue.issue.rule, issue.issue.finding.term) == ("bilingual/name", "Guo Peiyu")


@given(
    st.lists(st.sampled_from(["Mr.", " ", "Guo", "Peiyu", "Lei", "\n\n", ":", "Mayor", "'s", "Ms. ", ",", "Q", "the"]))
)
def test_any_text(parts: list[str]) -> None:
    found = people("".join(parts), Entry("Guo Peiyu", "郭培宇", "Mr."))
    assert all(one.turns or one.listed for one in found.speakers)
    assert all(each.times > 0 for one in found.others for each in one.called)
