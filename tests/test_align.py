"""Passages and sentences that answer each other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from termcheck import align
from termcheck.document import Bitext, Document
from termcheck.glossary import Glossary, Person, Term
from termcheck.model import Block, Pair, Span
from termcheck.structure import parse
from termcheck.text import Source

ZH = """国新办发布会

李伟：
    大家上午好。今天的发布会现在开始。

记者：
    请问今年的粮食产量是多少？

王芳：
    全年粮食产量13908亿斤，比上年增加177亿斤。

    其中稻谷产量4132亿斤。

新华社记者：
    请问种子安全如何保障？

王芳：
    我们建成了国家种质库，保存能力150万份。谢谢。
"""
EN = """SCIO press conference

Li Wei:
    Good morning, everyone. The press conference now begins.

Reporter:
    What was the grain output this year?

Wang Fang:
    Grain output was 1,390.8 billion jin for the whole year, up 17.7 billion jin from the year before.

    Of this, rice output was 413.2 billion jin.

Xinhua News Agency:
    How do you make sure that seeds are safe?

Wang Fang:
    We have built a national gene bank that can hold 1.5 million samples. Thank you.
"""


def document(text: str) -> Document:
    return parse(Source("text", text))


def paragraphs(parts: Sequence[str], lang: str) -> Document:
    """A text of paragraphs and nothing else."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part) + 2)
    blocks = tuple(Block("paragraph", Span(at, at + len(part))) for at, part in zip(starts, parts, strict=False))
    return Document(Source("text", "\n\n".join(parts)), blocks, lang=lang)


def told(source: Document, target: Document, pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    return [(source[pair.source], target[pair.target]) for pair in pairs]


def linked(one: str, two: str, glossary: Glossary | None = None) -> list[tuple[str, str]]:
    """The beginnings of the passages of two transcripts that answer each other."""
    source, target = document(one), document(two)
    pairs = align.passages(source, target, glossary or Glossary())
    check(source, target, pairs)
    return [(a[:6], b[:20]) for a, b in told(source, target, pairs)]


def check(source: Document, target: Document, pairs: Sequence[Pair]) -> None:
    """Each block of prose stands in one pair, and pairs go forward in both texts."""
    for doc, spans in ((source, [pair.source for pair in pairs]), (target, [pair.target for pair in pairs])):
        assert all(one.end <= two.start for one, two in pairwise(spans))
        for block in doc.prose():
            assert sum(span.start < block.span.end and block.span.start < span.end for span in spans) == 1
            assert any(span.covers(block.span) for span in spans)
        assert all(0 <= span.start <= span.end <= len(doc.text) for span in spans)
    assert all(pair.source.start < pair.source.end or pair.target.start < pair.target.end for pair in pairs)


def test_a_transcript() -> None:
    assert linked(ZH, EN) == [
        ("国新办发布会", "SCIO press conferenc"),
        ("大家上午好。", "Good morning, everyo"),
        ("请问今年的粮", "What was the grain o"),
        ("全年粮食产量", "Grain output was 1,3"),
        ("其中稻谷产量", "Of this, rice output"),
        ("请问种子安全", "How do you make sure"),
        ("我们建成了国", "We have built a nati"),
    ]


def test_the_other_way_round() -> None:
    there, back = linked(ZH, EN), linked(EN, ZH)
    assert [(a, b[:6]) for a, b in there] == [(b[:6], a) for a, b in back]


QUESTION_ZH = "记者：\n    请问农民收入增长了多少？\n\n王芳：\n    农民人均可支配收入21691元，实际增长7.6%。\n\n"
QUESTION_EN = (
    "Reporter:\n    How much did the income of farmers grow?\n\nWang Fang:\n    The disposable income of rural "
    "residents reached 21,691 yuan per person, up 7.6 percent in real terms.\n\n"
)


def test_a_question_more_in_the_source() -> None:
    found = linked(ZH.replace("新华社记者：", QUESTION_ZH + "新华社记者："), EN)
    assert found[:5] + found[7:] == linked(ZH, EN)
    assert found[5:7] == [("请问农民收入", ""), ("农民人均可支", "")]


def test_a_question_more_in_the_translation() -> None:
    found = linked(ZH, EN.replace("Xinhua News Agency:", QUESTION_EN + "Xinhua News Agency:"))
    assert found[:5] + found[7:] == linked(ZH, EN)
    assert found[5:7] == [("", "How much did the inc"), ("", "The disposable incom")]


def test_paragraphs_run_together_within_a_turn() -> None:
    found = linked(ZH, EN.replace("before.\n\n    Of", "before. Of"))
    assert ("全年粮食产量", "Grain output was 1,3") in found
    assert len(found) == 6


def test_no_speakers_on_one_side() -> None:
    bare = "\n\n".join(line.strip() for line in EN.split("\n") if line.startswith("    "))
    found = linked("\n\n".join(ZH.split("\n\n")[1:]), bare)
    assert [b for _, b in found] == [b for _, b in linked(ZH, EN)][1:]


@pytest.mark.parametrize(("one", "two"), [("", EN), (ZH, ""), ("", ""), ("你好。", EN), (ZH, "Hello.")])
def test_hardly_anything_on_one_side(one: str, two: str) -> None:
    linked(one, two)


def test_a_line_answers_a_line_whatever_it_says() -> None:
    assert linked(
        "好。\n", "The committee was founded in 1949 and has three hundred and one members of parliament.\n"
    ) == [("好。", "The committee was fo")]


def test_where_a_passage_would_stand() -> None:
    source, target = document(ZH.replace("新华社记者：", QUESTION_ZH + "新华社记者：")), document(EN)
    pairs = align.passages(source, target, Glossary())
    rice = EN.index("jin.") + len("jin.")
    assert [pair.target for pair in pairs if pair.target.start == pair.target.end] == [Span(rice, rice)] * 2


ANSWERS_ZH = ("今年工作很好。", "明年工作更好。", "后年工作最好。", "将来工作都好。")
ANSWERS_EN = (
    "This work goes well today.",
    "That work goes on tomorrow.",
    "Other work goes on for long.",
    "Future work goes on as well.",
)


def test_terms_of_the_glossary_tell() -> None:
    one = [f"{text}甲乙" if n == 2 else text for n, text in enumerate(ANSWERS_ZH)]
    two = [f"{text} Jade Hook" if n == 1 else text for n, text in enumerate(ANSWERS_EN)]
    source, target = paragraphs(one, "zh"), paragraphs(two[:2] + two[3:], "en")
    glossary = Glossary(terms=(Term("Jade Hook", ("甲乙",)),))
    assert (one[2], two[1]) in told(source, target, align.passages(source, target, glossary))


def test_people_of_the_glossary_tell() -> None:
    zh = "".join(
        f"{name}：\n    {text}\n\n" for name, text in zip("王芳 王芳 李伟 王芳".split(), ANSWERS_ZH, strict=True)
    )
    names = ("Wang Fang", "Li Wei", "Wang Fang")
    en = "".join(f"{name}:\n    {text}\n\n" for name, text in zip(names, ANSWERS_EN, strict=False))
    people = Glossary(people=(Person("Wang Fang", "王芳"), Person("Li Wei", "李伟")))
    assert (ANSWERS_ZH[2][:6], ANSWERS_EN[1][:20]) in linked(zh, en, people)


def numbered(seed: int, count: int, lang: str) -> list[str]:
    """Sentences that say the same in either language, some of them with a figure."""
    rng, found = random.Random(seed), []
    for _ in range(count):
        length, figure = rng.randint(3, 30), rng.choice(["", str(rng.randint(100, 99999))])
        found.append(f"{'说' * length}{figure}。" if lang == "zh" else f"{'said ' * length}{figure}".strip() + ".")
    return found


def test_passages_left_out_run_together_and_cut_in_two() -> None:
    one, two = numbered(1, 60, "zh"), numbered(1, 60, "en")
    wanted = {(a, b) for a, b in zip(one, two, strict=True) if a[-2].isdigit()}
    two[20] += " " + two.pop(21)
    del one[40:43], two[7]
    source, target = paragraphs(one, "zh"), paragraphs(two, "en")
    pairs = align.passages(source, target, Glossary())
    check(source, target, pairs)
    assert len(wanted & set(told(source, target, pairs))) > 0.8 * len(wanted)


def test_other_languages() -> None:
    german = ["Es kamen 514 Gäste.", "Am Abend sprach Frau Jelinek über die Lage.", "Niemand fragte etwas."]
    french = ["Le soir, Mme Jelinek a parlé de la situation.", "Personne n'a posé de question."]
    source, target = paragraphs(german, "de"), paragraphs(french, "fr")
    assert told(source, target, align.passages(source, target, Glossary())) == [
        (german[0], ""),
        (german[1], french[0]),
        (german[2], french[1]),
    ]


def test_sentences() -> None:
    zh = "我们去年建成了十座桥。今年的任务是修建25条公路，总长1300公里。大家放心。谢谢。"
    en = (
        "We built ten bridges last year. The task of this year is to build 25 roads. They are 1,300 kilometers long "
        "in all. Rest assured. Thank you."
    )
    source, target = document(zh), document(en)
    bitext = Bitext(source, target, (Pair(Span(0, len(zh)), Span(0, len(en)), "7"),))
    pairs = align.sentences(bitext, Glossary())
    assert {pair.unit for pair in pairs} == {"7"}
    assert told(source, target, pairs) == [
        ("我们去年建成了十座桥。", "We built ten bridges last year."),
        ("今年的任务是修建25条公路，总长1300公里。", en[en.index("The task") : en.index(" Rest")]),
        ("大家放心。", "Rest assured."),
        ("谢谢。", "Thank you."),
    ]


def test_sentences_of_pairs_with_one_on_a_side_stand() -> None:
    source, target = paragraphs(["一。", "二。三。", ""], "zh"), paragraphs(["One.", "Two and three.", "Four."], "en")
    spans = [[block.span for block in doc.blocks] for doc in (source, target)]
    pairs = tuple(Pair(one, two, f"{n}") for n, (one, two) in enumerate(zip(*spans, strict=True)))
    assert align.sentences(Bitext(source, target, pairs), Glossary()) is pairs


def test_translations_and_strangers() -> None:
    one = paragraphs(numbered(1, 60, "zh"), "zh")
    answers, other = paragraphs(numbered(1, 60, "en"), "en"), paragraphs(numbered(2, 60, "en"), "en")
    covered = [
        align.coverage(Bitext(one, target, align.passages(one, target, Glossary()))) for target in (answers, other)
    ]
    assert covered[0] > 0.9
    assert covered[1] < align.STRANGERS


def test_nothing_is_a_translation_of_nothing() -> None:
    empty = document("")
    assert align.coverage(Bitext(empty, empty)) == 1.0


@pytest.mark.parametrize("seed", range(20))
def test_any_two_texts(seed: int) -> None:
    rng = random.Random(seed)
    sides = []
    for lang, signs in (("zh", "一二三，。12 "), ("en", "abc ,.12 ")):
        parts = ["".join(rng.choices(signs, k=rng.randint(1, 60))).strip() for _ in range(rng.randint(0, 40))]
        sides.append(paragraphs([part or "x" for part in parts], lang))
    pairs = align.passages(sides[0], sides[1], Glossary())
    check(sides[0], sides[1], pairs)
    inner = align.sentences(Bitext(sides[0], sides[1], pairs), Glossary())
    for doc, covered in zip(sides, zip(*(pair[:2] for pair in inner), strict=True), strict=False):
        assert all(one.end <= two.start for one, two in pairwise(covered))
        assert all(any(span.covers(sentence) for span in covered) for sentence in doc.sentences)


def test_many_passages_take_time_by_their_number() -> None:
    """A way is looked for beside the last one only: a text of two thousand passages is no square of them."""
    one, two = numbered(3, 2000, "zh"), numbered(3, 2000, "en")
    del one[500:700], two[1500:1600]
    source, target = paragraphs(one, "zh"), paragraphs(two, "en")
    pairs = align.passages(source, target, Glossary())
    assert sum(all(b > a for a, b in pair[:2]) for pair in pairs) > 1500
