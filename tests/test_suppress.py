"""Decisions: in the file, in comments, and what becomes of those that decide nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck import suppress
from termcheck.engine import Checked, Setup, check_file
from termcheck.errors import TermcheckError
from termcheck.quoting import scalar
from termcheck.rules.style import space_before_punctuation
from termcheck.strictyaml import parse as parse_yaml
from termcheck.structure import parse
from termcheck.suppress import NOTICES, Accepted, Decision, Markers
from termcheck.suppress.accepted import normal
from termcheck.suppress.writing import merged, write
from termcheck.text import Source

RULE = "style/space-before-punctuation"
NONE = Accepted()
LEVELS = {name: notice.severity for name, notice in NOTICES.items()}
TEXT = "Roads , bridges and ports.\n\nMore roads , and bridges.\n"


def load(folder: Path, text: str) -> Accepted:
    path = folder / "termcheck-accepted.yaml"
    path.write_text(text, encoding="utf-8")
    return suppress.load(str(path))


def checked(text: str, name: str, decided: Accepted = NONE) -> Checked:
    return judged(text, name, Setup([space_before_punctuation.RULE], accepted=decided, notices=LEVELS))


def judged(text: str, name: str, setup: Setup) -> Checked:
    return check_file(name, setup, data=text.encode())


def told(result: Checked) -> list[tuple[str, str]]:
    return [(one.issue.rule.removeprefix(RULE), one.issue.status) for one in result.issues]


ENTRY = f"""\
- rule: {RULE}
  file: a.txt
  text: ","
  before: Roads
  after: bridges
  reason: as printed
"""


def test_an_entry_holds_for_its_text_between_its_words(tmp_path: Path) -> None:
    result = checked(TEXT, str(tmp_path / "a.txt"), load(tmp_path, ENTRY))
    assert told(result) == [("", "accepted"), ("", "open")]
    assert result.issues[0].issue.reason == "as printed"


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("New first line.\n\n" + TEXT, ["accepted", "open"]),  # an edit elsewhere does not touch it
        (TEXT.replace("and ports", "or ports"), ["accepted", "open"]),
        (TEXT.replace("Roads , bridges", "ROADS\u00a0, Bridges"), ["accepted", "open"]),
        (TEXT.replace(", bridges", ", tunnels"), ["open", "open"]),
    ],
)
def test_it_survives_edits_elsewhere(tmp_path: Path, text: str, statuses: list[str]) -> None:
    result = checked(text, str(tmp_path / "a.txt"), load(tmp_path, ENTRY))
    assert [status for rule, status in told(result) if not rule] == statuses


def test_of_two_entries_the_one_that_says_more_decides(tmp_path: Path) -> None:
    longer = ENTRY.replace("after: bridges", "after: bridges and ports")
    text = "Roads , bridges.\n\nRoads , bridges and ports.\n"
    result = checked(text, str(tmp_path / "a.txt"), load(tmp_path, ENTRY + longer))
    assert told(result) == [("", "accepted"), ("", "accepted")]  # and neither is stale


def test_an_entry_with_no_words_and_no_file_holds_everywhere(tmp_path: Path) -> None:
    decided = load(tmp_path, f'- {{rule: {RULE}, text: ",", reason: so}}\n')
    assert told(checked(TEXT, str(tmp_path / "b.txt"), decided)) == [("", "accepted")] * 2
    assert told(checked("Fine.\n", str(tmp_path / "b.txt"), decided)) == []


def test_a_stale_entry_is_an_issue_of_its_file(tmp_path: Path) -> None:
    decided = load(tmp_path, "# a comment\n" + ENTRY)
    (one,) = checked("Roads, bridges.\n", str(tmp_path / "a.txt"), decided).issues
    assert (one.issue.rule, one.issue.path, one.place.line) == ("accepted/stale", decided.path, 2)
    assert one.text == f"- rule: {RULE}"


def test_an_entry_is_judged_only_with_its_file_and_its_rule(tmp_path: Path) -> None:
    decided = load(tmp_path, ENTRY)
    assert checked("Fine.\n", str(tmp_path / "b.txt"), decided).issues == ()
    fine, name = "Fine.\n", str(tmp_path / "a.txt")
    assert judged(fine, name, Setup([], accepted=decided, notices=LEVELS)).issues == ()
    assert judged(fine, name, Setup([space_before_punctuation.RULE], accepted=decided)).issues == ()  # notices ignored


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {rule: term/x, text: a, reason: b}", ':1: unknown rule "term/x"'),
        (f"- rule: {RULE}\n  text: a\n", ':1: "reason" is missing'),
        (f'- rule: {RULE}\n  text: a\n  reason: ""\n', ':3: "reason": a decision needs its reason'),
        (f"- rule: {RULE}\n  reason: a\n", ':1: "text" is missing'),
        (f"- {{rule: {RULE}, text: a, reason: b, date: June}}", ':1: "date": "June" is no date'),
        (f"- {{rule: {RULE}, text: a, reason: b, line: 3}}", ':1: unknown key "line"'),
        ("rule: a", ":1: a list of decisions belongs here"),
        ("- a", ":1: a text where a mapping belongs"),
    ],
)
def test_a_faulty_file_does_not_load(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(TermcheckError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path}/termcheck-accepted.yaml{message}")


COMMENT = f'<!-- termcheck: accept {RULE}[","] -- as printed -->'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{COMMENT}\nOne , two.\n\nThree , four.\n", [("", "marked"), ("", "open")]),
        (f"Three , four.\n\n{COMMENT}\n\nOne , two.\n", [("", "open"), ("", "marked")]),
        (f"<!-- termcheck: accept {RULE} -- so -->\nOne , two.\n", [("", "marked")]),
        (f"{COMMENT}\n<!-- another -->\n{COMMENT}\nOne , two.\n", [("accepted/stale", "open"), ("", "marked")]),
        (f"One , two.\n\n<!-- termcheck: accept-file {RULE} -- so -->\nThree , four.\n", [("", "marked")] * 2),
        (f"{COMMENT}\nFine.\n", [("accepted/stale", "open")]),
        (f'<!-- termcheck: accept {RULE}["x"] -- so -->\nOne , two.\n', [("accepted/stale", "open"), ("", "open")]),
        (f"<!-- termcheck: accept {RULE} -->\nOne , two.\n", [("accepted/no-reason", "open"), ("", "open")]),
        ("<!-- termcheck: accept term/x -- so -->\nOne.\n", [("accepted/unknown-rule", "open")]),
        ("<!-- termcheck: acept term/x -- so -->\nOne.\n", [("accepted/unreadable", "open")]),
        ("<!-- termcheck: One , two -->\n", [("accepted/unreadable", "open")]),
        (f"```\n{COMMENT}\n```\nFine.\n", []),
        (f"~~~\n```\n{COMMENT}\n~~~\n{COMMENT}\nFine.\n", [("accepted/stale", "open")]),
        (f"See `{COMMENT}` here.\n", []),
        ("<!-- termcheck: accept never closed\nOne.\n", []),
        (COMMENT, [("accepted/stale", "open")]),
        (f"Fine.\r{COMMENT}\rOne , two.\r", [("", "marked")]),
        (f"Fine.\r\n{COMMENT}\r\nOne , two.\r\n", [("", "marked")]),
        ("<!-- termcheck: accept term/forbidden -- its rule does not run -->\nOne.\n", []),
    ],
)
def test_comments_in_markdown(text: str, expected: list[tuple[str, str]]) -> None:
    ids = [(rule, status) for rule, status in told(checked(text, "a.md"))]
    assert ids == expected


def test_comments_mean_nothing_in_plain_text() -> None:
    assert Markers(parse(Source("a.txt", f"{COMMENT}\nFine.\n"))).all == ()


def test_many_comments_are_read_in_good_time() -> None:
    text = "<!-- termcheck: accept\n" * 20_000
    assert checked(text, "a.md").issues == ()
    many = f"{COMMENT}\nOne , two.\n\n" * 3_000
    assert {status for _, status in told(checked(many, "a.md"))} == {"marked"}


def test_an_unknown_rule_in_a_comment_is_named_with_the_nearest() -> None:
    (one,) = checked("<!-- termcheck: accept style/space-before-punctuatoin -- so -->\nOne.\n", "a.md").issues
    assert one.issue.finding.message.endswith(f'(did you mean "{RULE}"?)')


# Writing


OLD = f"""\
# About the file.

# About the second of the order.
- rule: {RULE}
  file: b.txt  # kept
  text: ","
  reason: >
    a long
    reason
- {{rule: {RULE}, file: a.txt, text: ",", reason: short}}

# Last words.
"""


def test_merging_keeps_every_comment_and_entry(tmp_path: Path) -> None:
    old = load(tmp_path, OLD)
    text = merged(OLD, old, [Decision(RULE, ";", "new", "a.txt")])
    assert (
        text
        == f"""\
# About the file.

- {{rule: {RULE}, file: a.txt, text: ",", reason: short}}

- rule: {RULE}
  file: a.txt
  text: ";"
  reason: new

# About the second of the order.
- rule: {RULE}
  file: b.txt  # kept
  text: ","
  reason: >
    a long
    reason

# Last words.
"""
    )
    assert merged(text, load(tmp_path, text), []) == text


def test_merging_keeps_the_line_ends(tmp_path: Path) -> None:
    old = OLD.replace("\n", "\r\n")
    text = merged(old, load(tmp_path, OLD), [Decision(RULE, ";", "new", "a.txt")])
    assert text.count("\r\n") == text.count("\n")


def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path: Path) -> None:
    text = f"[{{rule: {RULE}, text: a, reason: b}}, {{rule: {RULE}, text: c, reason: d}}]\n"
    decided = load(tmp_path, text)
    with pytest.raises(TermcheckError, match="on a line of its own"):
        write(decided, [Decision(RULE, "e", "f")])
    assert Path(decided.path).read_text(encoding="utf-8") == text


BARE = st.just("")
WORDS = st.text(max_size=20).map(normal)


MADE = st.builds(Decision, st.just(RULE), WORDS, WORDS.filter(bool), WORDS, WORDS, WORDS, BARE, WORDS, line=st.just(0))


@given(st.lists(MADE, max_size=6))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, decisions: list[Decision]) -> None:
    path = tmp_path_factory.getbasetemp() / "decisions.yaml"
    path.unlink(missing_ok=True)
    for one in decisions:
        write(suppress.load(str(path)), [one])
    found = {one._replace(line=0) for one in suppress.load(str(path)).decisions}
    assert {one._replace(reason="") for one in found} == {one._replace(reason="") for one in decisions}


@given(st.text())
def test_scalars_are_read_back(text: str) -> None:
    text = normal(text)
    node = parse_yaml(f"a: {scalar(text)}\n", "x.yaml")
    assert node is not None
    assert isinstance(node.value, dict)
    assert node.value["a"].value == text
