"""Candidate terms: repeated phrases, what they go with, and what is written of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.errors import TermcheckError
from termcheck.extraction import candidates, corpus
from termcheck.extraction.association import dice, log_likelihood
from termcheck.extraction.phrases import repeated
from termcheck.glossary import Glossary, Term
from termcheck.glossary.load import load
from termcheck.reports.suggestions import render
from termcheck.suggesting import Suggestions, suggest

PAIRS = [
    ("平陆运河今年通航。", "The Pinglu Canal opens this year."),
    ("我们建设平陆运河，也修铁路。", "We build the Pinglu Canal, and railways too."),
    ("平陆运河连接两省。", "Two provinces are joined by the Pinglu Canal."),
    ("海上牧场养鱼。", "Marine ranches raise fish."),
    ("渔民在海上牧场工作。", "Fishers work at a marine ranch."),
    ("海上牧场很大。", "The marine ranch is large."),
    ("今年修铁路。", "Railways are built this year."),
    ("两省都有渔民。", "Both provinces have fishers."),
]


def write(folder: Path, pairs: list[tuple[str, str]] = PAIRS) -> list[str]:
    paths = [folder / "zh.txt", folder / "en.txt"]
    for path, texts in zip(paths, zip(*pairs, strict=True), strict=True):
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return [str(path) for path in paths]


def found(suggestions: Suggestions) -> dict[str, str]:
    return {one.candidate.source: one.candidate.renderings[0].text for one in suggestions.new}


def test_a_repeated_term_and_its_rendering_are_found(tmp_path: Path) -> None:
    new = found(suggest(write(tmp_path), Glossary()))
    assert new["平陆运河"] == "Pinglu Canal"
    assert new["海上牧场"].lower() == "marine ranch"


def test_no_part_of_a_term_is_suggested_beside_it(tmp_path: Path) -> None:
    assert not {"陆运河", "运河", "平陆", "牧场", "海上"} & found(suggest(write(tmp_path), Glossary())).keys()


def test_what_the_glossary_has_is_left_out_and_what_differs_is_told(tmp_path: Path) -> None:
    settled = Glossary((Term("Pinglu Canal", source=("平陆运河",)), Term("sea farm", source=("海上牧场",))))
    suggestions = suggest(write(tmp_path), settled)
    assert not {"平陆运河", "海上牧场"} & found(suggestions).keys()
    (other,) = suggestions.differing
    assert (other.candidate.source, other.settled) == ("海上牧场", ("sea farm",))
    assert other.candidate.renderings[0].text.lower() == "marine ranch"


def test_what_is_written_loads_as_a_glossary(tmp_path: Path) -> None:
    suggestions = suggest(write(tmp_path), Glossary((Term("sea farm", source=("海上牧场",)),)))
    path = tmp_path / "found.yaml"
    path.write_text(render(suggestions, 0), encoding="utf-8")
    terms = {term.term: term.source for term in load([str(path)]).terms}
    assert terms["Pinglu Canal"] == ("平陆运河",)
    assert '# 海上牧场: "' in path.read_text(encoding="utf-8")


def test_nothing_repeated_gives_an_empty_list(tmp_path: Path) -> None:
    text = render(suggest(write(tmp_path, PAIRS[:1]), Glossary()), 0)
    assert text.endswith("terms: []\n")


def test_a_source_with_no_target_is_told(tmp_path: Path) -> None:
    with pytest.raises(TermcheckError, match="a source with no target"):
        suggest(write(tmp_path)[:1], Glossary())


def test_no_texts_have_no_candidates() -> None:
    assert candidates(corpus([], lambda _: ())) == []


SEGMENTS = st.lists(st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=8), max_size=8)


@given(SEGMENTS)
def test_repeated_runs_are_where_they_are_said_to_be(segments: list[list[str]]) -> None:
    for phrase in repeated(segments, 2, 4, lambda words: True):
        assert len(phrase.segments) >= 2
        assert "" not in phrase.words
        for number, at in phrase.places:
            assert tuple(segments[number][at : at + len(phrase.words)]) == phrase.words


@pytest.mark.parametrize(
    ("both", "one", "other", "total", "ratio"),
    [
        (110, 2552, 221, 31777, 270.72),  # "the swiss" in Dunning 1993
        (29, 42, 152, 31777, 263.90),  # "can be" there
        (10, 10, 10, 10, 0.0),
        (5, 10, 50, 100, 0.0),
    ],
)
def test_log_likelihood(both: int, one: int, other: int, total: int, ratio: float) -> None:
    assert log_likelihood(both, one, other, total) == pytest.approx(ratio, abs=0.01)
    assert log_likelihood(both, other, one, total) == pytest.approx(ratio, abs=0.01)


def test_dice() -> None:
    assert dice(3, 3, 3) == 1
    assert dice(1, 3, 1) == 0.5
