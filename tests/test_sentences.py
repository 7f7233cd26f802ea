"""Where sentences end, whatever the line ends of the file."""

from __future__ import annotations

import pytest

from termcheck.lang.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[begin:end] for begin, end in sentences(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rains. It pours!", ["It rains.", "It pours!"]),
        ("Mr. Li met J. Smith of the U.S. Treasury at 9 a.m. on Monday.", None),
        ('"Is it open?" he asked. Yes...', ['"Is it open?"', "he asked.", "Yes..."]),
        ("开了吗？开了。好", ["开了吗？", "开了。", "好"]),
        ("A title\n\nA sentence.", ["A title", "A sentence."]),
        (" ", []),
    ],
)
def test_sentences(text: str, found: list[str] | None) -> None:
    assert cut(text) == ([text] if found is None else found)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_sentence_goes_over_a_line_end_of_any_kind_and_not_over_two(end: str) -> None:
    assert cut(f"Roads{end}and bridges{end}{end}Ports") == [f"Roads{end}and bridges", "Ports"]


def test_ten_thousand_stops_are_one_run() -> None:
    assert len(cut("." * 10_000 + " " + "!" * 10_000)) == 2


def test_only_what_stands_in_the_spans_is_cut() -> None:
    text = "Li Na. Yes. No, e.g.\n\nIt ends. here.  Now."
    spans = [(7, 20), (text.index("It"), len(text))]
    assert [text[begin:end] for begin, end in sentences(text, spans)] == ["Yes.", "No, e.g.", "It ends. here.", "Now."]
    assert [*sentences(text, [(6, 7), (7, 7)])] == []
