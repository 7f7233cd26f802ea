"""Accepting issues: from a run, one by one, from a JSON report, from what the style report hands over."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termcheck import suppress
from termcheck.accepting import Wanted, Written, accept, chosen, handed, keep, read
from termcheck.cli.asking import accepted
from termcheck.errors import TermcheckError
from termcheck.plan import Request, plan
from termcheck.run import run as checked
from termcheck.suppress import Decision
from termcheck.suppress.writing import HEADER

RULE = "style/space-before-punctuation"
TEXT = "Roads , bridges and ports.\n\nMore roads , and bridges.\n"
FILE = "termcheck-accepted.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_accept_writes_what_check_then_honours(folder: Path) -> None:
    put(folder, "a.txt", TEXT)
    request = Request(["a.txt"], select=[RULE])
    assert accept(plan(request), Wanted(RULE), "as printed", "2024-06-05") == {FILE: Written(2, 0)}
    text = (folder / FILE).read_text(encoding="utf-8")
    assert text == HEADER + (
        f'- rule: {RULE}\n  file: a.txt\n  text: ","\n  before: more roads\n  after: and bridges\n'
        '  reason: as printed\n  date: "2024-06-05"\n\n'
        f'- rule: {RULE}\n  file: a.txt\n  text: ","\n  before: roads\n  after: bridges and ports\n'
        '  reason: as printed\n  date: "2024-06-05"\n'
    )
    with pytest.raises(TermcheckError, match="no open issue"):
        accept(plan(request), Wanted(RULE), "again", "2024-06-06")
    assert (folder / FILE).read_text(encoding="utf-8") == text


def test_accept_takes_only_the_text_it_is_told(folder: Path) -> None:
    put(folder, "a.txt", "One , two ; three.\n")
    assert accept(plan(Request(["a.txt"])), Wanted(RULE, ";"), "so", "") == {FILE: Written(1, 0)}


TERMS = """\
terms:
  - {term: State Grid Corporation of China, source: [国家电网有限公司]}
  - {term: "People's Bank of China", source: [中国人民银行]}
"""


def test_a_text_that_has_no_issue_is_told_with_one_that_has(folder: Path, run: Run) -> None:
    put(folder, "a.txt", "He left the the hall.\n")
    given = ("accept", "a.txt", "--rule", "style/repeated-word", "--reason", "as printed", "--text")
    told = 'termcheck: no open issue of style/repeated-word at "{}"{}\n'
    assert run(*given, "the") == (2, "", told.format("the", ' (did you mean "the the"?)'))
    assert run(*given, "hte the") == (2, "", told.format("hte the", ' (did you mean "the the"?)'))
    assert run(*given, "harbour") == (2, "", told.format("harbour", ""))


def test_of_two_things_missing_in_a_sentence_one_is_accepted(folder: Path, run: Run) -> None:
    put(folder, "glossary/terms.yaml", TERMS)
    put(
        folder, "a.tsv", "zh\ten\n国家电网有限公司和中国人民银行发布了报告。\tThe two published the report last year.\n"
    )
    first, second = (one for _, one in chosen(plan(Request(["a.tsv"])), Wanted("bilingual/term")))
    assert (first.text, first.before, first.after) == (second.text, second.before, second.after)
    report = json.loads(run("check", "-f", "json", "a.tsv")[1])
    assert len({one["fingerprint"] for one in report["issues"]}) == 2
    put(folder, FILE, handed(first) + "  reason: as printed\n")
    assert "source: 国家电网有限公司" in handed(first)
    code, out, _ = run("check", "--show-accepted", "a.tsv")
    assert code == 1
    assert [" (accepted: as printed)" in line for line in out.splitlines()] == [True, False]
    put(folder, FILE, handed(first).replace("  source: 国家电网有限公司\n", "") + "  reason: as printed\n")
    assert run("check", "a.tsv")[0] == 0  # an entry that names no source stands for both


# From the style report


def exported(path: str, reasons: Iterator[str]) -> str:
    """What the page of a style report hands over: it adds reason and date to each entry."""
    found = chosen(plan(Request([path], select=[RULE])), Wanted(RULE))
    return "\n".join(
        f'{handed(one)}  reason: {json.dumps(next(reasons), ensure_ascii=False)}\n  date: "2024-06-05"\n'
        for _, one in found
    )


def test_what_the_style_report_hands_over_lands_where_it_belongs(folder: Path, run: Run) -> None:
    for name in ("old", "new"):
        put(folder, f"{name}/termcheck.yaml", "{}\n")
        put(folder, f"{name}/texts/a.txt", TEXT)
    reasons = ['the "old" form: kept', "as # printed", "\u2014 so \\ it is", "\U0001f600"]
    put(folder, "decisions.yaml", exported(".", iter(reasons)))
    code, _, err = run("accept", "--from", "decisions.yaml")
    assert (code, err) == (0, f"accepted 2 issues in new/{FILE}\naccepted 2 issues in old/{FILE}\n")
    found = [one for name in ("new", "old") for one in suppress.load(f"{name}/{FILE}").decisions]
    assert {one.file for one in found} == {"texts/a.txt"}
    assert {one.reason for one in found} == {*reasons}
    assert {one.date for one in found} == {"2024-06-05"}
    assert run("check", "--select", RULE, ".")[0] == 0
    assert (
        run("accept", "--from", "decisions.yaml")[2]
        == f"accepted already in new/{FILE}\naccepted already in old/{FILE}\n"
    )


def test_handed_decisions_come_from_standard_input(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "a.txt", TEXT)
    first, second = exported("a.txt", iter(["so", "so"])).split("\n\n")
    given = first.encode().rpartition(b"  date")[0]  # no date of its own: that of the day
    for text, told in (
        (given, "accepted 1 issue in"),
        (first.encode() + b"\n" + second.encode(), "accepted 2 issues in termcheck-accepted.yaml (1 of them already)"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        code, _, err = run("accept", "--from", "-", "--date", "2024-06-06")
        assert code == 0
        assert err.startswith(told)
    assert {one.date for one in suppress.load(FILE).decisions} == {"2024-06-05", "2024-06-06"}


ENTRY = f'- rule: {RULE}\n  file: a.txt\n  text: ","\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ENTRY, 'x.yaml:1: "reason" is missing'),
        (ENTRY + '  reason: ""\n', 'x.yaml:4: "reason": a decision needs its reason'),
        (ENTRY.replace("style/", "stile/") + "  reason: so\n", 'x.yaml:1: unknown rule "stile/'),
        (ENTRY.replace("a.txt", "b/a.txt") + "  reason: so\n", 'x.yaml:1: there is no file "b/a.txt" here (run '),
        ("", "x.yaml: holds neither decisions nor a report"),
        ("# nothing\n", "x.yaml: holds neither decisions nor a report"),
        ('{"issues": []}', "x.yaml: has no open issue"),
        ('{"issues": 3}', "x.yaml: is no report of termcheck"),
        ('{"issues": [{}]}', "x.yaml: is no report of termcheck"),
        ('{"issues": ["a"]}', "x.yaml: is no report of termcheck"),
        ("{" * 100_000, "x.yaml: is no report of termcheck"),
    ],
)
def test_mistakes_in_what_is_handed_over_are_told(folder: Path, run: Run, text: str, message: str) -> None:
    put(folder, "a.txt", TEXT)
    put(folder, "x.yaml", text)
    code, out, err = run("accept", "--from", "x.yaml")
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert not (folder / FILE).exists()


def test_a_binary_file_hands_nothing_over(folder: Path) -> None:
    (folder / "x").write_bytes(b"\0\xff")
    with pytest.raises(TermcheckError):
        read("x")


def test_no_file_is_written_where_one_of_them_is_faulty(folder: Path) -> None:
    put(folder, "b.yaml", "- rule: term/x\n")
    with pytest.raises(TermcheckError):
        keep([("a.yaml", Decision(RULE, "a", "so")), ("b.yaml", Decision(RULE, "a", "so"))])
    assert not (folder / "a.yaml").exists()


# One by one


def asked(folder: Path, answers: str, reason: str = "") -> tuple[list[tuple[int, str]], str]:
    """What is accepted of three issues of a rule and one of another, in two files; and what was shown."""
    put(folder, "a.txt", TEXT + "One transportaion.\n")
    put(folder, "b.txt", "One , two.\n")
    issues = [one for _, one in chosen(plan(Request(["a.txt", "b.txt"])), Wanted())]
    shown: list[str] = []
    lines = iter(answers.splitlines())
    return [*accepted(issues, reason, shown.append, lambda: next(lines, None))], "".join(shown)


@pytest.mark.parametrize(
    ("answers", "reason", "expected"),
    [
        ("n\nn\nn\nn", "", []),
        ("y\nas printed\nn\nn\nn", "", [(0, "as printed")]),
        ("y\nas  printed \nn\ny\n\nY\nother", "", [(0, "as printed"), (2, "as printed"), (3, "other")]),
        ("y\n\n\nq", "given", [(0, "given")]),
        ("y\n\n \nso\nq", "", [(0, "so")]),  # it asks until there is a reason
        ("a\nso\nn\nn", "", [(0, "so"), (1, "so")]),  # this rule, in this file
        ("a\nso\ny\n\na\n\n", "", [(0, "so"), (1, "so"), (2, "so"), (3, "so")]),
        ("y\nso", "", [(0, "so")]),  # the answers end: what was decided is kept
        ("y", "", []),
        ("", "", []),
        ("x\n?\nn\nq", "", []),
    ],
)
def test_issues_are_put_to_a_person(folder: Path, answers: str, reason: str, expected: list[tuple[int, str]]) -> None:
    assert asked(folder, answers, reason)[0] == expected


def test_what_was_decided_for_all_further_issues_holds_after_q(folder: Path) -> None:
    put(folder, "a.txt", "One , two transportaion three , four.\n")
    issues = [one for _, one in chosen(plan(Request(["a.txt"])), Wanted())]
    lines = iter(["a", "so", "q"])
    assert [*accepted(issues, "", lambda _: None, lambda: next(lines))] == [(0, "so"), (2, "so")]


def test_the_person_sees_the_issue_and_the_keys(folder: Path) -> None:
    shown = asked(folder, "?\ny\nso\ny\n")[1]
    assert "a.txt\n" in shown
    assert f"1:6 \x1b[31merror {RULE}\x1b[0m".replace("\x1b[31m", "") in shown.replace("\x1b[31m", "")
    assert "Roads , bridges and ports.\n" in shown
    assert "stop: what was decided is kept" in shown
    assert "reason [so]: " in shown


def test_ctrl_c_writes_nothing(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            if line := super().readline():
                return line
            raise KeyboardInterrupt

    put(folder, "a.txt", TEXT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted(b"y\nso\n")))  # type: ignore[type-var]
    code, out, _ = run("accept", "--interactive", "a.txt")
    assert code == 130
    assert "2 of 2" in out
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


# What is stale is told by a whole run


def test_what_decides_nothing_is_told_where_all_texts_are_checked(folder: Path, run: Run) -> None:
    put(folder, "termcheck.yaml", "{}\n")
    put(folder, "a.txt", "Fine.\n")
    put(folder, "b.txt", "One ; two.\n")
    entries = [f'- {{rule: {RULE}, text: "{sign}", reason: so}}\n' for sign in ",;"]
    gone = f'- {{rule: {RULE}, file: gone.txt, text: ",", reason: so}}\n'
    put(folder, FILE, "".join([*entries, gone]))
    expected = (
        f'{FILE}:1:1: warning accepted/stale: no text has an issue of {RULE} at "," any more: take the entry out\n'
        f"{FILE}:3:1: warning accepted/stale: gone.txt is not there any more: take the entry out\n"
    )
    assert run("check", ".")[1] == expected
    assert run("check", "a.txt", "b.txt")[1] == expected
    for partial in (["a.txt"], ["b.txt"], [".", "--select", "term"]):
        assert RULE not in run("check", *partial)[1]


def test_an_entry_is_not_judged_where_a_text_could_not_be_read(folder: Path, run: Run) -> None:
    put(
        folder,
        FILE,
        f'- {{rule: {RULE}, text: ",", reason: so}}\n- {{rule: {RULE}, file: a.tsv, text: ",", reason: so}}\n',
    )
    (folder / "a.tsv").write_bytes(b"zh\ten\n\xe5\xa5\xbd\tFine.\n\xff\tOne , two.\n")
    code, out, _ = run("check", ".")
    assert (code, out) == (2, "")


def test_decisions_shared_by_two_folders_are_judged_with_both(folder: Path, run: Run) -> None:
    put(folder, "termcheck.yaml", "{}\n")
    put(folder, "below/termcheck.yaml", f"accepted: ../{FILE}\n")
    put(folder, "a.txt", "Fine.\n")
    put(folder, "below/b.txt", "One , two.\n")
    put(folder, FILE, f'- {{rule: {RULE}, text: ",", reason: so}}\n')
    assert run("check", "a.txt")[:2] == (0, "")
    assert run("check", ".")[:2] == (0, "")
    put(folder, "below/b.txt", "Fine.\n")
    assert run("check", "a.txt")[:2] == (0, "")
    assert "no text has an issue" in run("check", ".")[1]


def test_another_glossary_makes_nothing_stale(folder: Path, run: Run) -> None:
    put(folder, "glossary/terms.yaml", "terms:\n- {term: State Grid, forbidden: [National Grid]}\n")
    put(folder, "a.txt", "The National Grid built it.\n")
    assert run("accept", "a.txt", "--rule", "term/forbidden", "--reason", "so")[0] == 0
    assert run("check", ".")[:2] == (0, "")
    assert run("check", "--no-glossary", ".")[:2] == (0, "")
    put(folder, "a.txt", "The State Grid built it.\n")
    assert "accepted/stale" in run("check", ".")[1]


LINES = ("One , two.\n", "Three ; four.\n", "Fine.\n")
NAMES = ("a.txt", "below/b.txt", "c.md")
MADE = st.builds(
    "- {{rule: {}, text: '{}', reason: so{}}}\n".format,
    st.sampled_from([RULE, "style/serial-comma", "term/forbidden"]),
    st.sampled_from(",;"),
    st.sampled_from(["", ", before: one", ", file: a.txt", ", file: below/b.txt", ", file: gone.txt", ", after: four"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(LINES), min_size=3, max_size=3),
    st.lists(MADE, max_size=4, unique=True),
    st.lists(st.sampled_from([".", "below", *NAMES]), min_size=1, max_size=3),
    st.sampled_from([(), (RULE,), ("term",), ("style", "term")]),
)
def test_a_part_of_a_run_calls_nothing_stale_that_the_whole_would_not(
    folder: Path, texts: list[str], entries: list[str], paths: list[str], select: tuple[str, ...]
) -> None:
    put(folder, "termcheck.yaml", "select: [all]\n")
    for name, text in zip(NAMES, texts, strict=True):
        put(folder, name, text)
    put(folder, FILE, "".join(entries))

    def stale(request: Request) -> set[str]:
        issues = checked(plan(request)).issues
        return {one.issue.finding.message for one in issues if one.issue.rule == "accepted/stale"}

    assert stale(Request(paths, select=select)) <= stale(Request(["."]))
