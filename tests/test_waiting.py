"""Issues that wait for the report come back as they were, and runs of many files hold few of them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from commands import Run
from hypothesis import given
from hypothesis import strategies as st

from termcheck.cli.check import FORMATS
from termcheck.engine import Checked
from termcheck.model import Edit, Finding, Fix, Issue, Note, Severity, Span
from termcheck.place import Excerpt, Located, Place, Related
from termcheck.results import bundle, waiting
from termcheck.results.packed import packed, unpacked
from termcheck.results.waiting import Waiting
from termcheck.suppress import Decision

texts, numbers = st.text(max_size=5), st.integers(0, 2**31)
spans, places = st.builds(Span, numbers, numbers), st.builds(Place, *[numbers] * 6)
levels = st.sampled_from(Severity)
excerpts = st.builds(Excerpt, texts, numbers, numbers)
findings = st.builds(
    Finding,
    spans,
    texts,
    st.tuples(st.builds(Note, spans, texts, st.booleans())),
    st.none() | st.builds(Fix, texts, st.tuples(st.builds(Edit, spans, texts)), st.booleans()),
    st.booleans(),
    st.none() | levels,
    texts,
    st.booleans(),
)
issues = st.builds(
    Located,
    st.builds(Issue, texts, levels, texts, findings, st.sampled_from(("open", "marked")), texts, st.none() | texts),
    places,
    texts,
    excerpts,
    texts,
    texts,
    st.tuples(st.builds(Related, texts, places, texts, texts, excerpts, st.booleans())),
    st.tuples(places),
)


@given(st.lists(issues, max_size=3))
def test_issues_come_back_as_they_were(some: list[Located]) -> None:
    assert unpacked(packed(some)) == some
    assert [repr(one) for one in unpacked(packed(some))] == [repr(one) for one in some]  # of the same types


decisions = st.builds(Decision, texts, texts, texts, file=texts, line=numbers)
checks = st.builds(
    Checked,
    texts,
    st.lists(issues, max_size=2).map(tuple),
    ran=st.frozensets(texts, max_size=2),
    used=st.frozensets(decisions, max_size=2),
    gone=numbers,
)


@given(checks)
def test_what_a_check_gave_comes_back_as_it_was(checked: Checked) -> None:
    again = bundle.read(bundle.written(checked, bundle.bundle(checked.issues)))
    assert again._replace(issues=tuple(again.issues)) == checked
    assert repr([*again.issues]) == repr([*checked.issues])  # of the same types
    assert repr(bundle.kinds(again.issues)) == repr(bundle.kinds(checked.issues))


@given(st.lists(st.lists(issues, max_size=3), max_size=4))
def test_what_waits_can_be_read_again_and_again(files: list[list[Located]]) -> None:
    taken = Waiting(held=200)
    stored = [taken.put(bundle.bundle(some)) for some in files]
    for _ in range(2):
        assert [[*some] for some in stored] == files
        assert [len(some) for some in stored] == [len(some) for some in files]
        assert [some[-1] for some in stored if some] == [some[-1] for some in files if some]


@given(st.lists(issues, max_size=3))
def test_issues_are_sent_to_another_process_as_bytes(some: list[Located]) -> None:
    sent = pickle.dumps(bundle.bundle(some))
    assert [*pickle.loads(sent)] == some
    assert b"Located" not in sent


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_the_same_where_issues_wait(
    form: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("Ports , roads , the the transportaion of goods.\n" * 3)
    command = ("check", "--no-cache", "--doubtful", "-f", form, str(tmp_path))
    held = run(*command)
    monkeypatch.setattr(waiting.Waiting.__init__, "__defaults__", (1,))
    assert run(*command) == held
    assert "repeated-word" in held[1]
