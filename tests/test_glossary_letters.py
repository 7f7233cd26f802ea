"""Letters of a use and its form; the number and case in which a form is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.glossary.letters import corrected, in_place_of, inflected, pairs, same_number
from termcheck.lang.inflection import inflections, other_figure, plural


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("start-up", "Startups", "start-ups"),
        ("Coastal City", "coastal cities", "Coastal Cities"),
        ("Ministry of Finance", "ministries of finance", "Ministries of Finance"),
        ("freight trains", "freight train", "freight train"),
        ("the Link", "the link's", "the Link's"),
        ("10-year plan", "ten-year plans", "10-year plans"),
        ("rail link", "rail link", "rail link"),
        ("rail link", "another thing", "rail link"),
    ],
)
def test_inflected(form: str, text: str, expected: str) -> None:
    assert inflected(form, text) == expected


@pytest.mark.parametrize(
    ("form", "text", "want", "expected"),
    [
        ("green barrier", "green barriers", "green shield", "green shields"),
        ("green barrier", "Green barrier", "green shield", "Green shield"),
        ("green barrier", "GREEN BARRIER", "green shield", "GREEN SHIELD"),
        ("green barriers", "green barrier", "green shields", "green shield"),
        ("green barrier", "green barrier's", "green shield", "green shield's"),
        ("National Grid", "National Grid", "State Grid", "State Grid"),
    ],
)
def test_in_place_of(form: str, text: str, want: str, expected: str) -> None:
    assert in_place_of(form, text, want) == expected


def test_pairs() -> None:
    found = pairs("Land-Sea Route", "land\u2013sea\nroute")
    assert found is not None
    assert [pair.word for pair in found if pair.case_differs] == [0, 1, 2]
    assert [(pair.form.before, pair.text.before) for pair in found if pair.joint_differs] == [("-", "\u2013")]
    assert corrected(found, {0}) == "land-Sea\nRoute"
    assert pairs("land sea", "land see") is None


def test_same_number() -> None:
    assert same_number("10-year plan", "ten year plan")
    assert not same_number("10-year plan", "nine-year plan")


SPELLINGS = st.lists(st.sampled_from(["port", "Port", "sea", "SEA", "of"]), min_size=1, max_size=4)
JOINTS = st.sampled_from([" ", "-", "", "\n", "\u2013", "  "])


@given(SPELLINGS, st.data())
def test_corrected_keeps_all_or_nothing(words: list[str], data: st.DataObject) -> None:
    form = " ".join(words)
    text = "".join(
        data.draw(st.sampled_from([word, word.lower(), word.upper()]))
        + (data.draw(JOINTS) if at + 1 < len(words) else "")
        for at, word in enumerate(words)
    )
    found = pairs(form, text)
    assert found is not None
    assert " ".join(corrected(found, ()).split()) == form
    assert corrected(found, range(len(found))).lower() == corrected(found, ()).lower()
    kept = [at for at, pair in enumerate(found) if pair.case_differs]
    assert all(pair.form.char == pair.text.char for at, pair in enumerate(found) if at not in kept)


def test_inflection_by_rule() -> None:
    assert [plural(word) for word in ("city", "day", "branch", "tax", "woman", "zone")] == [
        "cities", "days", "branches", "taxes", "women", "zones",
    ]  # fmt: skip
    assert "city" in inflections("cities")
    assert "zone's" in inflections("zone")
    assert list(inflections("as")) == list(inflections("of")) == list(inflections("2024")) == []
    assert (other_figure("ten"), other_figure("10"), other_figure("port")) == ("10", "ten", None)


@given(st.sampled_from("city day branch tax woman zone process analysis news bus".split()))
def test_inflection_goes_both_ways(word: str) -> None:
    assert word in inflections(plural(word))
