"""Fixing a file: round by round, to the end, bringing nothing; every byte outside the fixes stays."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.document import Document
from termcheck.engine import Setup
from termcheck.fixing import Fixed, Wanted, fix_file
from termcheck.fixing.rounds import PATIENCE
from termcheck.glossary import Glossary, Term
from termcheck.model import Edit, Finding, Fix, Severity, Span
from termcheck.plan import Task
from termcheck.rule import Context, Rule
from termcheck.rules import RULES
from termcheck.suppress import Accepted
from termcheck.suppress.accepted import Decision

DEFAULT = tuple(rule for rule in RULES if rule.default)
GLOSSARY = Glossary((Term("State Grid", forbidden=()), Term("opening-up")))


def replacing(name: str, old: str, new: str, safe: bool = True) -> Rule:
    """A rule that finds `old` and writes `new`."""

    def check(doc: Document, ctx: Context) -> Iterator[Finding]:
        for match in re.finditer(old, doc.text):
            yield Finding(Span(*match.span()), f"not {old}", fix=Fix(new, (Edit(Span(*match.span()), new),), safe))

    return Rule(f"term/{name}", "", Severity.ERROR, check, ())


def fixed(
    path: Path, text: str | bytes, *rules: Rule, unsafe: bool = False, encoding: str = "", **more: object
) -> Fixed:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    setup = Setup(rules or DEFAULT, **more)  # type: ignore[arg-type]
    return fix_file(Wanted({"": setup}, unsafe=unsafe), Task(str(path), "a.txt", "", encoding))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.txt"


def test_safe_fixes_are_made_and_others_where_they_are_wanted(file: Path) -> None:
    rules = replacing("sure", "teh", "the"), replacing("likely", "colour", "color", safe=False)
    assert fixed(file, "teh colour", *rules).after == b"the colour"
    assert fixed(file, "teh colour", *rules, unsafe=True).after == b"the color"


def test_of_fixes_that_overlap_the_second_is_made_in_the_next_round(file: Path) -> None:
    one = fixed(file, "a b c", replacing("first", "a b", "a-b"), replacing("second", "b c", "b_c"))
    assert (one.after, one.left) == (b"a-b_c", [])


def test_a_fix_that_brings_an_issue_is_not_made(file: Path) -> None:
    rules = replacing("good", "x", "y"), replacing("bad", "1", "2"), replacing("watch", "2", "3", safe=False)
    one = fixed(file, "x 1 x", *rules)
    assert one.after == b"y 1 y"
    assert one.unmade == ["a.txt:1:3: not fixed: it would bring error term/watch: not 2"]


def test_a_fix_that_brings_an_issue_far_away_is_found_out(file: Path) -> None:
    far = "".join(f"{number:>200}" for number in range(20))
    rules = (
        replacing("good", "x", "y"),
        replacing("bad", "1!", "2!"),
        replacing("watch", r"^\?(?=.*2!)", "", safe=False),
    )
    one = fixed(file, f"?{far}x1!{far}x", *rules)
    assert one.after.decode() == f"?{far}y1!{far}y"


def test_rules_that_were_not_selected_watch(file: Path) -> None:
    file.write_text("1")
    bad, watch = replacing("bad", "1", "2"), replacing("watch", "2", "3")
    task = Task(str(file), "a.txt")
    assert fix_file(Wanted({"": Setup([bad])}), task).after == b"2"
    one = fix_file(Wanted({"": Setup([bad])}, {"": Setup([bad, watch])}), task)
    assert (one.after, len(one.left)) == (b"1", 1)


def test_two_fixes_that_undo_each_other_come_to_an_end(file: Path) -> None:
    one = fixed(file, "a b", replacing("to", "a", "b"), replacing("fro", "b", "a"))
    assert one.after == b"a b"


def test_a_rule_that_crashes_on_the_fixed_text_keeps_the_old_one(file: Path) -> None:
    def check(doc: Document, ctx: Context) -> Iterator[Finding]:
        if "the" in doc.text:
            raise ValueError("boom")
        yield from ()

    one = fixed(file, "teh", replacing("sure", "teh", "the"), Rule("test/crash", "", Severity.ERROR, check, ()))
    assert (one.after, one.crashes) == (b"teh", ())


def test_what_is_accepted_or_doubtful_stays(file: Path) -> None:
    accepted = Accepted("", [Decision("term/kept", "b c", "a name")])
    one = fixed(file, "a b c", replacing("kept", "b c", "c"), replacing("near", "a b", "b"), accepted=accepted)
    assert one.after == b"a b c"
    assert one.unmade == ["a.txt:1:1: not fixed: it would change what was accepted"]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_a_fix_writes_has_the_line_ends_of_the_file(file: Path, mark: bytes, end: str) -> None:
    one = fixed(file, mark + f"one{end}two".encode(), replacing("line", "two", "2\n3"))
    assert one.after == mark + f"one{end}2{end}3".encode()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-be", "utf-8-sig", "big5", "shift_jis"])
def test_a_file_keeps_its_encoding(file: Path, encoding: str) -> None:
    one = fixed(file, "开放 teh\r\n中\r".encode(encoding, "ignore"), replacing("sure", "teh", "the"), encoding=encoding)
    assert one.after == "开放 the\r\n中\r".encode(encoding, "ignore")


def test_what_the_encoding_cannot_hold_is_not_written(file: Path) -> None:
    one = fixed(file, "cafe teh", replacing("e", "cafe", "café"), replacing("sure", "teh", "the"), encoding="ascii")
    assert one.after == b"cafe the"
    assert one.unmade == ['a.txt:1:1: not fixed: ascii has no "é"']


def test_a_file_that_cannot_be_written_byte_for_byte_is_left(file: Path) -> None:
    one = fixed(file, b"+AGE-teh", replacing("sure", "teh", "the"), encoding="utf-7")
    assert one.error.endswith("is left as it is: its utf-7 cannot be written byte for byte")


FAULTS = st.sampled_from(
    """port ,|a hour|an port|of of|in  the|transportaion|transportation|one of best ports|we ll|opening up|opening-up|
    85% of|GDP grew.The|towards|toward|low carbon city|low-carbon city|Chongqing Municipal committee|recieve|the the
    |high-quality growth|high quality growth|and and|Party congress|ports,roads|The port grew|said that|and\u00a0
    |_ueditor_page_break_tag_|Li Na:|Read in Chinese|中国|“quoted”|(WTO)and""".replace("\n    ", "").split("|")
)
LINES = st.lists(st.tuples(st.lists(FAULTS, max_size=6).map(" ".join), st.sampled_from(["\n", "\n\n", "\r\n", "\r"])))
TEXTS = LINES.map(lambda lines: "".join(text + end for text, end in lines))
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"])


def counts(issues: object) -> Counter[str]:
    return Counter(one.issue.rule for one in issues)  # type: ignore[attr-defined]


@given(TEXTS, ENCODINGS, st.booleans(), st.booleans())
def test_fixing_brings_nothing_and_ends(
    tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str, unsafe: bool, last: bool
) -> None:
    file = tmp_path_factory.getbasetemp() / "a.txt"
    given = (text if last else text.rstrip("\r\n")).encode(encoding)
    one = fixed(file, given, unsafe=unsafe, encoding=encoding, glossary=GLOSSARY)
    assert not one.error
    assert not counts(one.left) - counts(one.found)
    again = fixed(file, one.after, unsafe=unsafe, encoding=encoding, glossary=GLOSSARY)
    assert again.after == one.after
    assert counts(again.found) == counts(one.left)
    assert is_part(untouched(given.decode(encoding), one), one.after.decode(encoding))


def untouched(text: str, one: Fixed) -> list[str]:
    """The lines that hold no edit of any fix."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text)
    touched = {line for issue in one.found for place in issue.edits for line in range(place.line, place.end_line + 1)}
    return [line for number, line in enumerate(lines, 1) if number not in touched]


def is_part(lines: list[str], text: str) -> bool:
    """Whether the lines stand in a text in their order."""
    at = 0
    for line in lines:
        at = text.find(line, at)
        if at < 0:
            return False
        at += len(line)
    return True


def test_after_many_fixes_that_bring_an_issue_no_more_are_tried_alone(file: Path) -> None:
    checks = []

    def check(doc: Document, ctx: Context) -> Iterator[Finding]:
        checks.append(doc)
        yield from (Finding(Span(*match.span()), "not new") for match in re.finditer("new", doc.text))

    text = ("old " + "word " * 40) * 200
    done = fixed(file, text, replacing("old", "old", "new"), Rule("term/new", "", Severity.ERROR, check, ()))
    assert done.after in {b"", text.encode()}
    assert len(checks) < 3 * PATIENCE
    assert len(done.left) == 200


def test_fixing_twice_changes_nothing_more_where_many_fixes_are_not_tried(file: Path) -> None:
    rules = (
        replacing("old", "old", "new"),
        replacing("new", "new", "newer", safe=False),
        replacing("sure", "teh", "the"),
    )
    text = ("old " + "word " * 40 + "teh " + "word " * 40) * (2 * PATIENCE)
    once = fixed(file, text, *rules)
    assert once.after == text.replace("teh", "the").encode()
    assert not fixed(file, once.after, *rules).changed
