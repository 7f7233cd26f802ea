"""Fixes applied to a text: all edits of one or none, and where a place stands afterwards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termcheck.fix import Shift, apply, disjoint, edits_of, replaced
from termcheck.model import Edit, Fix, Span

TEXT = "0123456789"
SPANS = st.tuples(st.integers(0, 10), st.integers(0, 3)).map(lambda one: Span(one[0], min(10, sum(one))))
EDITS = st.builds(Edit, SPANS, st.sampled_from(["", "a", "bcd"]))


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("", tuple(Edit(Span(start, end), text) for start, end, text in edits))


def test_all_edits_of_a_fix_are_made_or_none() -> None:
    assert apply(TEXT, [fix((1, 2, "a"), (8, 9, "b"))]) == "0a234567b9"
    assert apply(TEXT, [fix((0, 1, "x")), fix((0, 2, "a"), (8, 9, "b"))]) == "x123456789"


def test_of_two_that_overlap_the_earlier_one_is_made() -> None:
    assert disjoint([fix((3, 6, "b")), fix((1, 4, "a"))]) == [fix((1, 4, "a"))]
    assert apply(TEXT, [fix((1, 2, "a")), fix((2, 3, "b"))]) == "0ab3456789"


def test_a_place_moves_with_the_text_around_it() -> None:
    shift = Shift([Edit(Span(2, 4), "abcde"), Edit(Span(6, 6), "x")])
    assert [shift.start(at) for at in (0, 2, 3, 4, 5, 6, 7)] == [0, 2, 2, 7, 8, 10, 11]
    assert [shift.end(at) for at in (0, 2, 3, 4, 5, 6, 7)] == [0, 2, 7, 7, 8, 9, 11]


@given(st.lists(st.lists(EDITS, min_size=1, max_size=2).map(lambda one: Fix("", tuple(one))), max_size=5), SPANS)
def test_what_is_outside_all_edits_is_found_again(fixes: list[Fix], span: Span) -> None:
    fixes = [one for one in fixes if len(disjoint([Fix("", (edit,)) for edit in one.edits])) == len(one.edits)]
    edits = edits_of(disjoint(fixes))
    shift = Shift(edits)
    if span.start < span.end and all(edit.span.end <= span.start or span.end <= edit.span.start for edit in edits):
        assert replaced(TEXT, edits)[shift.start(span.start) : shift.end(span.end)] == TEXT[slice(*span)]
