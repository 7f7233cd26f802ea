"""From a document to issues: doubles, order, crashes; and the same over many files, in one process or several."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Bitext, Document
from termcheck.engine import ANY_LANGUAGE, Checked, Setup, beside, check, check_file, check_part
from termcheck.glossary import Glossary, Term
from termcheck.model import Finding, Issue, Severity, Span
from termcheck.plan import Plan, Task
from termcheck.pool import check_all
from termcheck.rule import Context, Rule
from termcheck.rules import RULES
from termcheck.run import run
from termcheck.settle import unique
from termcheck.structure import parse
from termcheck.text import Source


def issue(start: int, end: int, doubtful: bool = False, rule: str = "a/b") -> Issue:
    return Issue(rule, Severity.ERROR, "x.txt", Finding(Span(start, end), "m", doubtful=doubtful))


def unique_by_comparing_all(issues: list[Issue]) -> list[Issue]:
    kept: list[Issue] = []
    for one in sorted(issues, key=lambda one: one.finding.doubtful):
        span = one.finding.span
        if not any(other.finding.span.covers(span) or span.covers(other.finding.span) for other in kept):
            kept.append(one)
    return kept


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 6), st.booleans())


@given(st.lists(SPANS.map(lambda one: issue(one[0], one[0] + one[1], one[2])), max_size=30))
def test_unique_keeps_what_a_comparison_of_all_keeps(issues: list[Issue]) -> None:
    assert unique(issues) == unique_by_comparing_all(issues)


def test_a_doubtful_issue_does_not_hide_a_sure_one() -> None:
    assert unique([issue(0, 9, doubtful=True), issue(3, 5)]) == [issue(3, 5)]


def words(doc: Document, ctx: Context, *, word: str = "bad") -> Iterator[Finding]:
    at = doc.text.find(word)
    while at >= 0:
        yield Finding(Span(at, at + len(word)), f'not "{word}"')
        at = doc.text.find(word, at + 1)


def crash(doc: Document, ctx: Context) -> Iterator[Finding]:
    yield Finding(Span(0, 1), "first")
    raise ValueError("two\nlines")


def die(doc: Document, ctx: Context) -> Iterator[Finding]:
    if "die" in doc.text:
        os.kill(os.getpid(), signal.SIGKILL)
    yield from words(doc, ctx)


WORDS = Rule("test/words", "a bad word", Severity.WARNING, words, ())
CRASH = Rule("test/crash", "a crash", Severity.ERROR, crash, ())
DIE = Rule("test/die", "the end", Severity.ERROR, die, ())


def doc(text: str, path: str = "x.txt") -> Document:
    return parse(Source(path, text))


def checked(doc: Document, setup: Setup, bitext: Bitext | None = None) -> Checked:
    return check_part((doc, bitext), setup).checked


def test_check_raises_what_a_rule_raises() -> None:
    assert [one.rule for one in check(doc("bad"), Glossary(), [WORDS])] == ["test/words"]
    with pytest.raises(ValueError, match="two"):
        check(doc("bad"), Glossary(), [CRASH])


def test_a_crash_takes_no_other_rule_with_it() -> None:
    found = checked(doc("a bad word"), Setup([CRASH, WORDS]))
    assert [one.issue.rule for one in found.issues] == ["test/words"]
    assert [str(one) for one in found.crashes] == ["rule test/crash crashed on x.txt: ValueError: two"]
    assert found.seconds.keys() == {"test/crash", "test/words"}


def test_options_and_severity_come_from_the_setup() -> None:
    setup = Setup([WORDS], options={"test/words": {"word": "good"}}, severity={"test/words": Severity.SUGGESTION})
    (one,) = checked(doc("good bad"), setup).issues
    assert (one.text, one.issue.severity) == ("good", Severity.SUGGESTION)


def test_a_file_that_cannot_be_read_is_an_error_with_no_issues(tmp_path: Path) -> None:
    checked = check_file(str(tmp_path / "none.txt"), Setup([WORDS]))
    assert (checked.issues, checked.crashes) == ((), ())
    assert checked.error.endswith("none.txt: No such file or directory")


def test_issues_are_in_the_order_of_the_text() -> None:
    found = check(doc("One , two .\nBad  spaces ,here.\n"), Glossary(), RULES)
    assert [one.finding.span for one in found] == sorted(one.finding.span for one in found)


@pytest.mark.parametrize("text", ["", "\n", "\r\n", "\ufeff", "x", "\u2028", "。", "a\rb\r", "😀 ,"])
def test_any_text_is_checked(text: str) -> None:
    assert checked(doc(text), Setup(RULES)).crashes == ()


@given(st.text(max_size=200))
def test_any_text_at_all_is_checked(text: str) -> None:
    assert checked(doc(text), Setup(RULES)).crashes == ()


def files(folder: Path, count: int, dying: int = -1) -> list[Task]:
    made = []
    for number in range(count):
        path = folder / f"{number:02}.txt"
        path.write_text("die\n" if number == dying else "a bad word\n" * number, encoding="utf-8")
        made.append(Task(str(path), path.name))
    return made


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    tasks = [*files(tmp_path, 24), Task(str(tmp_path / "none.txt"), "none.txt")]
    plan = Plan(tasks, {"": Setup([WORDS, CRASH])})
    results = [[one._replace(seconds={}) for one in check_all(plan, jobs)] for jobs in (1, 0, 2, 3)]
    assert results[0] == results[1] == results[2] == results[3]
    assert [one.path for one in results[0]] == [task.name for task in tasks]


def test_a_file_that_brings_its_process_down_is_named(tmp_path: Path) -> None:
    done = run(Plan(files(tmp_path, 24, dying=13), {"": Setup([DIE])}), 2)
    assert [str(one) for one in done.crashes] == ["crashed on 13.txt: the process that checked it died"]
    assert {one.issue.path for one in done.issues} == {f"{n:02}.txt" for n in range(1, 24)} - {"13.txt"}


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run(Plan(files(tmp_path, 3), {"": Setup([WORDS])}), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_english_rules_are_silent_on_a_chinese_text() -> None:
    doc = parse(Source("zh.txt", "记者：6月1日有13家企业。\n\n王毅：6月1日有15家企业 ,我们欢迎。\n"))
    assert doc.lang == "zh"
    assert {issue.rule.partition("/")[0] for issue in check(doc, Glossary(), RULES)} <= ANY_LANGUAGE


def test_a_rule_that_reads_two_texts_runs_where_there_are_two() -> None:
    terms = (Term("Pinglu Canal", source=("平陆运河",)),)
    target, source = parse(Source("en.txt", "It opens.\n")), parse(Source("zh.txt", "平陆运河通航。\n"))
    setup = Setup(RULES, Glossary(terms))
    alone, both = checked(target, setup), checked(target, setup, beside(source, target, setup.glossary))
    assert "bilingual/term" not in alone.seconds
    assert "bilingual/term" in both.seconds


def test_nothing_that_was_found_in_a_part_of_a_table_is_held_when_it_is_checked() -> None:
    source, target = (
        parse(Source("a", "5月12日通车，票价8元。\n")),
        parse(Source("b", "It opens on May 12 for 8 yuan.\n")),
    )
    part = beside(source, target, Glossary(()))
    check_part((target, part), Setup(RULES, Glossary(())))
    for one in (part, source, target):
        assert not vars(one).keys() - vars(replace(one)).keys()
