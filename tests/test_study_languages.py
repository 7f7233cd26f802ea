"""The two languages of a text beside each other."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Bitext
from termcheck.engine import Setup, beside, check_part
from termcheck.glossary import Glossary, Term
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.study import Languages
from termcheck.study.languages import Paragraph, Row
from termcheck.study.languages import languages as languages_of
from termcheck.text import Source

CANAL = Glossary((Term("Pinglu Canal", source=("平陆运河",), allowed=("Pinglu waterway",)),))


def texts(source: str, target: str, glossary: Glossary = CANAL) -> Bitext:
    return beside(parse(Source("zh.txt", source)), parse(Source("en.txt", target)), glossary)


def table(*rows: tuple[str, str], languages: tuple[str, str] = ("zh", "en")) -> Bitext:
    units = (
        Unit(f"u{at}", (Stretch(one, 0, at, 1),), (Stretch(other, 0, at, 9),))
        for at, (one, other) in enumerate(rows, 1)
    )
    return next(iter(parts(Table(*languages, units), "table.tsv")))


def studied(bitext: Bitext, glossary: Glossary = CANAL) -> Languages:
    """The two languages with the issues that all rules find."""
    found = check_part((bitext.target, bitext), Setup(RULES, glossary, studied=True)).checked
    assert not found.crashes
    (one,) = found.studies
    assert one.languages is not None
    return one.languages


def bare(bitext: Bitext, glossary: Glossary = CANAL) -> Languages:
    return languages_of(bitext, Context(glossary), ())


def paragraphs(row: Row) -> Iterator[tuple[str, Paragraph]]:
    for part in row.parts:
        yield from (("source", one) for one in part.source)
        yield from (("target", one) for one in part.target)


def links(row: Row) -> list[str]:
    """The linked pieces of a row, number by number: those of the source, then those of the target."""
    found: dict[int, dict[str, list[str]]] = {}
    for side, paragraph in paragraphs(row):
        for piece in (piece for stretch in paragraph.stretches for piece in stretch.pieces if piece.link):
            found.setdefault(piece.link, {}).setdefault(side, []).append(piece.text)
    return [f"{' '.join(one['source'])} = {' '.join(one['target'])}" for one in found.values()]


def marked(row: Row, wanted: str) -> list[str]:
    """What issues are marked at on one side of a row."""
    return [
        "".join(piece.text for piece in stretch.pieces)
        for side, paragraph in paragraphs(row)
        for stretch in paragraph.stretches
        if stretch.issues and side == wanted
    ]


def text(paragraph: Paragraph) -> str:
    return "".join(piece.text for stretch in paragraph.stretches for piece in stretch.pieces)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("产量达15.2万吨。", "Output was 152,000 tons.", ["15.2万吨 = 152,000 tons"]),
        ("6月5日开幕。", "It opens on June 5.", ["6月5日 = June 5"]),
        ("增长3%至5%。", "Growth is from 3 to 5 percent.", ["3%至5% = 3 to 5 percent"]),
        ("平陆运河已通航。", "The Pinglu waterway is open.", ["平陆运河 = Pinglu waterway"]),
        ("法国和荷兰签了字。", "Holland and France signed.", ["法国 = France", "荷兰 = Holland"]),
        ("雷素琴来了。", "Ms. Lei Suqin came.", ["雷素琴 = Lei Suqin"]),
        ("王毅一直努力，中方一直努力。", "Wang Yi works.", ["王毅 = Wang Yi"]),
        ("一个办法，第一步。", "One way, the first step.", []),
        ("在发展中国家投资。", "China invests in developing countries.", []),
    ],
)
def test_what_answers_what(source: str, target: str, expected: list[str]) -> None:
    (row,) = bare(table((source, target))).rows
    assert sorted(links(row)) == sorted(expected)


def test_the_other_way_round() -> None:
    rows = table(("France paid Lei Suqin 476.5 billion yuan.", "法国付给雷素琴4765亿元。"), languages=("en", "zh"))
    (row,) = bare(rows).rows
    assert links(row) == ["France = 法国", "Lei Suqin = 雷素琴", "476.5 billion yuan = 4765亿元"]


def test_as_many_mentions_answer_in_order_others_all_together() -> None:
    rows = table(
        ("法国来了，法国走了。", "France came, and France left."), ("法国来了，法国走了。", "France came and left.")
    )
    pairs, group = (links(row) for row in bare(rows).rows)
    assert pairs == ["法国 = France", "法国 = France"]
    assert group == ["法国 法国 = France"]


def test_a_term_goes_before_the_name_in_it() -> None:
    glossary = Glossary((Term("France Fund", source=("法国基金",)),))
    (row,) = bare(table(("法国基金成立。", "The France Fund is new.")), glossary).rows
    assert links(row) == ["法国基金 = France Fund"]


def test_labels_stand_with_what_follows() -> None:
    found = bare(
        texts("记者：\n\n有5个吗？\n\n李娜：\n\n有6个。\n", "Press:\n\nAre there 5?\n\nLi Na:\n\nThere are 6.\n")
    )
    assert [[text(one) for _, one in paragraphs(row)] for row in found.rows] == [
        ["记者：", "有5个吗？", "Press:", "Are there 5?"],
        ["李娜：", "有6个。", "Li Na:", "There are 6."],
    ]
    assert [(one.block, one.line) for one in found.rows[1].parts[0].target] == [(2, 5), (3, 7)]


ZH = "第一，去年产量达到690万吨。\n\n第二，出口额为4765亿元。\n\n第三，平陆运河今年已经通航，货运量是51万吨。\n"
EN = "First, output came to 6.9 million tons last year.\n\n" + (
    "Third, the Pinglu Canal opened this year and carried 510,000 tons of goods.\n"
)


def test_what_the_translation_leaves_out_is_a_row_and_its_issue_stands_there() -> None:
    found = studied(texts(ZH, EN))
    assert [row.missing for row in found.rows] == ["", "target", ""]
    assert (found.lacking, found.added) == (1, 0)
    assert [bool(row.issues) for row in found.rows] == [False, True, False]
    assert not marked(found.rows[0], "target"), "the sentence before is not where it is missing"


def test_what_the_translation_adds_is_a_row() -> None:
    source = ZH.replace("第二，出口额为4765亿元。\n\n", "")
    target = EN.replace("Third", "Second, exports were 476.5 billion yuan.\n\nThird")
    found = studied(texts(source, target))
    assert [row.missing for row in found.rows] == ["", "source", ""]
    assert found.rows[1].issues
    assert (found.lacking, found.added) == (0, 1)


def test_an_issue_is_marked_on_both_sides() -> None:
    (row,) = studied(table(("他们花了4765亿元。", "They spent 4,765 billion yuan."))).rows
    assert row.issues == (0,)
    assert marked(row, "source") == ["4765亿元"]
    assert marked(row, "target") == ["4,765 billion yuan"]


def test_an_issue_as_long_as_its_row_is_told_without_a_mark() -> None:
    (row,) = studied(table(("平陆运河已通航。", "Boats sail."))).rows
    assert row.issues
    assert not marked(row, "target")


LONG = [f"In year {at} the harbour took {at * 37} ships, more than anyone had thought. " for at in range(11, 40)]
LONG_ZH = [f"在第{at}年，港口接纳了{at * 37}艘船，比任何人想象的都多。" for at in range(11, 40)]


def test_a_long_passage_is_cut_at_sentences_that_answer_each_other() -> None:
    (row,) = studied(texts("".join(LONG_ZH) + "\n", "".join(LONG) + "\n")).rows
    assert len(row.parts) > 2
    for part in row.parts:
        source, target = "".join(map(text, part.source)), "".join(map(text, part.target))
        assert [one in source for one in LONG_ZH] == [one.strip() in target for one in LONG]


def test_strangers_stand_nowhere() -> None:
    found = bare(Bitext(parse(Source("zh.txt", "你好。\n")), parse(Source("en.txt", "Goodbye.\n"))))
    assert (found.rows, found.total) == ((), 0)


def test_of_a_large_table_rows_with_issues_are_shown_with_those_beside_them() -> None:
    rows = [(f"他们花了{at}亿元。", f"They spent {at * 100} million yuan.") for at in range(11, 30)]
    rows[9] = (rows[9][0], "They spent 5 million yuan.")
    both = table(*rows)
    issues = check_part((both.target, both), Setup(RULES)).checked.issues
    found = languages_of(both, Context(CANAL), issues, most=5)
    assert [(row.number, row.unit) for row in found.rows] == [(9, "u9"), (10, "u10"), (11, "u11")]
    assert found.total == 19


def test_a_study_can_be_sent_to_another_process() -> None:
    found = studied(texts(ZH, EN))
    assert pickle.loads(pickle.dumps(found)) == found


lines = st.lists(st.text("李娜：:Li Na法国France3%三5 ，.。Updated\t", max_size=12), max_size=8).map("\n\n".join)


@given(lines, lines)
def test_all_of_both_texts_is_shown_once(source: str, target: str) -> None:
    both = texts(source, target)
    found = bare(both)
    for side, doc in (("source", both.source), ("target", both.target)):
        shown: dict[int, str] = {}
        for row in found.rows:
            for name, paragraph in paragraphs(row):
                if name == side:
                    shown[paragraph.block] = shown.get(paragraph.block, "") + text(paragraph)
        if both.pairs:
            assert [shown[at] for at in range(len(doc.blocks))] == [doc[block.span] for block in doc.blocks]


@given(lines, lines)
def test_every_link_has_two_sides(source: str, target: str) -> None:
    for row in bare(texts(source, target)).rows:
        sides: dict[str, set[int]] = {"source": set(), "target": set()}
        for side, paragraph in paragraphs(row):
            sides[side] |= {piece.link for stretch in paragraph.stretches for piece in stretch.pieces if piece.link}
        assert sides["source"] == sides["target"]
