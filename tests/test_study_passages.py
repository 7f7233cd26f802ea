"""A text as the report lays it out: nothing is lost, and each mark is where its issue is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.model import Finding, Issue, Severity, Span
from termcheck.place import Located, locate
from termcheck.structure import parse
from termcheck.study.passages import passages
from termcheck.study.spots import block_number, shortened, spot
from termcheck.text import Source

TEXT = """Briefing on rivers

Speakers:
Ms. Lee Wen, director of the water office

Lee Wen:
The river rose by 5 percent.
It fell again.

Reuters:
Why did it rise?
"""


def doc(text: str = TEXT) -> Document:
    return parse(Source("a.txt", text))


def issues(text: Document, spans: list[tuple[int, int]]) -> list[Located]:
    return [locate(text, Issue("style/one-of", Severity.ERROR, "a.txt", Finding(Span(*span), "so"))) for span in spans]


def test_a_passage_knows_its_speaker_its_turn_and_its_line() -> None:
    found = {passage.line: passage for passage in passages(doc(), ())}
    assert [(found[line].speaker, found[line].section) for line in (1, 6, 7, 10, 11)] == [
        ("", 0),
        ("Lee Wen", 1),
        ("Lee Wen", 1),
        ("Reuters", 2),
        ("Reuters", 2),
    ]
    assert found[11].role == "press"


def test_issues_that_overlap_share_a_stretch() -> None:
    text = doc("We saw the big red house.")
    (passage,) = passages(text, issues(text, [(7, 18), (11, 24)]))
    assert [(text, numbers) for text, numbers in passage.segments] == [
        ("We saw ", ()),
        ("the ", (0,)),
        ("big red", (0, 1)),
        (" house", (1,)),
        (".", ()),
    ]


def test_a_place_between_two_words_is_marked_by_an_empty_stretch() -> None:
    text = doc("one of best houses")
    (passage,) = passages(text, issues(text, [(7, 7)]))
    assert [one for one in passage.segments if not one.text] == [("", (0,))]


LINES = st.lists(
    st.sampled_from(["Lee Wen:", "A word, two.", "", "Q: Why?", "June 5, 2024", "章:", "a\u00a0b"]), max_size=12
)


@given(LINES, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6))
def test_no_letter_is_lost_and_each_issue_is_marked_whole(lines: list[str], places: list[tuple[int, int]]) -> None:
    text = doc("\n".join(lines))
    spans = [(min(at, len(text.text)), min(at + long, len(text.text))) for at, long in places]
    found = passages(text, issues(text, spans) if text.blocks else [])
    assert ["".join(text for text, _ in one.segments) for one in found] == [text[block.span] for block in text.blocks]
    for number, (start, end) in enumerate(spans if text.blocks else []):
        marked = "".join(text for one in found for text, numbers in one.segments if number in numbers)
        inside = "".join(text.text[max(start, one.span.start) : min(end, one.span.end)] for one in text.blocks)
        assert marked == inside
        assert sum(number in one.issues for one in found) == 1


def test_a_spot_is_cut_at_words_and_stays_in_its_block() -> None:
    text = doc()
    at = text.text.index("rise?")
    found = spot(text, (at, at + 4))
    assert (found.before, found.text, found.after, found.line) == ("Why did it ", "rise", "?", 11)
    assert found.block == block_number(text, at) == len(text.blocks) - 1
    long = doc("word " * 40 + "here " + "word " * 40)
    cut = spot(long, (200, 204), reach=12)
    assert (cut.before, cut.after) == ("…word word ", " word word…")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a bridge", "a bridge"),
        ("a bridge of steel", "a bridge…"),
        ("桥梁和港口以及道路和铁路", "桥梁和港口以及道路和…"),
        ("a 桥梁和港口以及道路", "a 桥梁和港口以及道…"),
    ],
)
def test_a_long_text_is_cut_behind_a_word(text: str, shown: str) -> None:
    assert shortened(text, 10) == shown
