"""Adding to a glossary: the term is there then, and all else is as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from commands import Run
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from termcheck.adding import term
from termcheck.cli.glossary import CASES, KINDS, LEVELS
from termcheck.errors import TermcheckError
from termcheck.glossary import Glossary, Origin, Term
from termcheck.glossary import load as loader
from termcheck.glossary.canonical import canonical
from termcheck.glossary.editing import added
from termcheck.glossary.load import TERM_KEYS, assemble
from termcheck.glossary.merging import lacking, merged, values
from termcheck.glossary.written import tidied
from termcheck.quoting import scalar
from termcheck.strictyaml import parse

SHIPPED = sorted((Path(__file__).parents[1] / "glossary").glob("*.yaml"))


def read(text: str) -> Glossary:
    return assemble([("f", parse(text, "f"))])


def contents(glossary: Glossary) -> list[Term]:
    return sorted(bare(one) for one in glossary.terms)


def bare(one: Term) -> Term:
    return one._replace(origin=Origin(), forbidden=tuple(bad._replace(origin=Origin()) for bad in one.forbidden))


def grown(text: str, new: Term) -> str:
    """A text with a term, or with what its entry lacks of it."""
    old = next((one for one in read(text).terms if one.term == new.term), None)
    written = values(lacking(old, new) if old else new)
    return added(text, new.term, written) if old is None or len(written) > 1 else text


# What entries and files of any style are made of.
WORDS = st.text(st.sampled_from("ab长 :#-'\"[]{},&*!|>%@`\\0.~?"), max_size=6).map(str.strip)
NUMBERED = st.lists(WORDS, max_size=2)
ENTRY = st.fixed_dictionaries(
    {},
    optional={
        "source": NUMBERED,
        "allowed": NUMBERED,
        "forbidden": NUMBERED,
        "abbreviation": WORDS,
        "kind": st.sampled_from(KINDS),
        "note": WORDS,
        "reason": WORDS,
    },
)
STYLE = st.fixed_dictionaries(
    {
        "column": st.sampled_from([0, 1, 2, 4]),
        "lists": st.sampled_from(["flow", "block", "deep"]),
        "entries": st.sampled_from(["block", "block", "block", "flow", "own line"]),
        "blank": st.booleans(),
        "comments": st.booleans(),
        "newline": st.sampled_from(["\n", "\n", "\r\n", "\r"]),
        "closed": st.booleans(),
        "mark": st.booleans(),
        "people": st.sampled_from(["", "before", "after"]),
    }
)


def made(number: str, drawn: dict[str, Any]) -> Term:
    """A term with forms of its own: no two entries contradict each other."""

    def own(key: str, texts: list[str]) -> list[Any]:
        return [f"{key[:2]}{number}{at} {text}".strip() for at, text in enumerate(texts)]

    entry: dict[str, Any] = {"term": f"t{number}"}
    for key, value in drawn.items():
        if key != "reason" and value:
            entry[key] = (
                own(key, value) if isinstance(value, list) else value if key == "kind" else own(key, [value])[0]
            )
    if reason := drawn.get("reason"):
        entry["forbidden"] = [{"form": form, "reason": reason} for form in entry.get("forbidden", ())] or ["z" + number]
    return term(entry)


def quoted(value: Any, style: str = "flow") -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {quoted(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(quoted, value)) + "]"


def laid_out(terms: list[Term], style: dict[str, Any]) -> str:
    """The text of a file in a style."""
    indent, comment = " " * style["column"], style["comments"]
    lines = ["# head", ""] * comment
    people = ["people:  # who", "  # one", "  - {name: Li Ming}  # end"]
    lines += people * (style["people"] == "before")
    lines += ["terms:" + "  # terms" * comment] if terms else ["terms: []" + "  # none" * comment]
    for one in terms:
        lines += [""] * style["blank"] + [f"{indent}# about {one.term}"] * comment
        written = [(key, value) for key, value in values(one).items()]
        if style["entries"] == "flow":
            lines.append(f"{indent}- {quoted(dict(written))}" + "  # entry" * comment)
            continue
        own = style["entries"] == "own line"
        lines += [f"{indent}-" + "  # entry" * comment] * own
        for at, (key, value) in enumerate(written):
            lead = indent + ("  " if at or own else "- ")
            lines += [f"{indent}  # on {key}"] * (comment and (at > 0 or own))
            if isinstance(value, str) or style["lists"] == "flow":
                lines.append(f"{lead}{key}: {quoted(value)}" + "  # end" * comment)
                continue
            lines.append(f"{lead}{key}:" + "  # list" * comment)
            deep = indent + "  " + "  " * (style["lists"] == "deep")
            for item in value:
                lines += [f"{deep}# item"] * comment + [f"{deep}- {quoted(item)}" + "  # of list" * comment]
        lines += [f"{indent}      # deeper"] * comment
    lines += people * (style["people"] == "after") + ["# tail"] * comment
    text = style["newline"].join(lines) + style["newline"] * style["closed"]
    return "\ufeff" * style["mark"] + text


FILE = st.tuples(st.lists(ENTRY, max_size=3), STYLE, st.permutations(["1", "2", "3"])).map(
    lambda drawn: laid_out([made(number, one) for number, one in zip(drawn[2], drawn[0], strict=False)], drawn[1])
)


def is_within(lines: list[str], others: list[str]) -> bool:
    """Whether lines stand among others in the same order."""
    rest = iter(others)
    return all(line in rest for line in lines)


@given(FILE, ENTRY, st.sampled_from(["0", "15", "4"]))
def test_a_new_term_is_there_and_all_lines_stay(text: str, drawn: dict[str, Any], number: str) -> None:
    new = made(number, drawn)
    after = grown(text, new)
    assert contents(read(after)) == sorted([*contents(read(text)), bare(new)])
    assert read(after).people == tuple(
        one._replace(origin=there.origin) for one, there in zip(read(text).people, read(after).people, strict=True)
    )
    kept = [line for line in text.splitlines() if "terms: []" not in line]
    assert is_within(kept, after.splitlines())
    assert after.count("\ufeff") == text.count("\ufeff")
    assert "\n" in text.replace("\r\n", "") or "\n" not in after.replace("\r\n", "") or "\r" not in text
    assert grown(after, new) == after


@given(FILE, ENTRY, st.sampled_from("123"))
def test_an_entry_gets_what_it_lacks(text: str, drawn: dict[str, Any], number: str) -> None:
    old = next((one for one in read(text).terms if one.term == f"t{number}"), None)
    assume(old is not None)
    assert old is not None
    new = made(number, drawn)
    try:
        wanted = merged(old, lacking(old, new))
    except TermcheckError as error:
        assert re.fullmatch(r"f:\d+: .* here.* \(.*\)", str(error))
        return
    after = grown(text, new)
    others = [one for one in contents(read(text)) if one.term != new.term]
    assert contents(read(after)) == sorted([*others, bare(wanted)])
    assert {*comments(text)} <= {*comments(after)} and len(comments(text)) == len(comments(after))
    changed = [line for line in text.splitlines() if line not in after.splitlines()]
    assert all(any(is_within(list(line), list(other)) for other in after.splitlines()) for line in changed)
    assert len(changed) <= len(values(new))
    assert grown(after, new) == after


def comments(text: str) -> list[str]:
    return re.findall(r"# (?:head|about t\d|on \w+|terms|none|end|entry|list|item|of list|deeper|tail|who|one)\b", text)


@settings(max_examples=40)
@given(ENTRY, st.sampled_from(SHIPPED), st.sampled_from(["a form", "Middle of the road", "zones", "33"]))
def test_a_canonical_file_stays_canonical(drawn: dict[str, Any], path: Path, name: str) -> None:
    text = path.read_text(encoding="utf-8")
    new = made("77", drawn)._replace(term=name)
    after = grown(text, new)
    assert canonical(after) == after
    assert is_within(text.splitlines(), after.splitlines())
    windows = text.replace("\n", "\r\n")
    assert grown(windows, new) == after.replace("\n", "\r\n")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_entry_can_be_taken_out_and_added(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for one in read(text).terms:
        head = term({"term": one.term, **({"inflect": "no"} if not one.inflect else {})})
        alone = grown("terms: []\n", head)
        assert contents(read(grown(alone, one))) == [bare(one)]
        assert grown(alone, one) == grown("terms: []\n", one)


@given(FILE)
def test_the_canonical_form_of_any_file_says_the_same(text: str) -> None:
    written = tidied(text)
    assert contents(read(written)) == contents(read(text))
    assert sorted(comments(written)) == sorted(comments(text))
    assert tidied(written) == written


EXAMPLES = {
    "lists in brackets, over lines": (
        "terms:\n- term: x\n  allowed: [a, # first\n    b,\n  ]\n",
        "terms:\n- term: x\n  allowed: [a, # first\n    b, new,\n  ]\n",
    ),
    "an empty list": ("terms: [{term: x, allowed: []}]", "terms: [{term: x, allowed: [new]}]"),
    "a file in brackets": ("{terms: [{term: x}], people: []}", "{terms: [{term: x, allowed: [new]}], people: []}"),
    "a block of text before": (
        "terms:\n    - term: x\n      kind: place\n      case: exact\n      note: |\n        # no comment\n\n\n# end\n",
        "terms:\n    - term: x\n      kind: place\n      case: exact\n      allowed: [new]\n"
        "      note: |\n        # no comment\n\n\n# end\n",
    ),
    "a block of text at the end": (
        "terms:\n- term: x\n  allowed:\n  - |\n    a\n    # b\n\n\npeople: []\n",
        "terms:\n- term: x\n  allowed:\n  - |\n    a\n    # b\n  - new\n\n\npeople: []\n",
    ),
    "keys in another order": (
        "terms:\n- kind: place\n  term: x\n  source: [y]\n",
        "terms:\n- kind: place\n  term: x\n  source: [y]\n  allowed: [new]\n",
    ),
    "the end of a document": ("---\nterms:\n- term: x\n...\n", "---\nterms:\n- term: x\n  allowed: [new]\n...\n"),
}


@pytest.mark.parametrize(("before", "after"), EXAMPLES.values(), ids=list(EXAMPLES))
def test_the_style_of_the_file_is_kept(before: str, after: str) -> None:
    assert grown(before, term({"term": "x", "allowed": ["new"]})) == after
    two = grown(before, term({"term": "x", "allowed": ["new", "too"]}))
    assert read(two).terms[0].allowed[-2:] == ("new", "too")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  # why\n  - w  # end\n", '  # why\n  - {form: w, reason: "a: b"}  # end\n'),
        (" [z, w, v]\n", ' [z, {form: w, reason: "a: b"}, v]\n'),
        (" [{form: w, severity: error}]\n", ' [{form: w, reason: "a: b", severity: error}]\n'),
        ("  - form: w\n    severity: error\n", '  - form: w\n    reason: "a: b"\n    severity: error\n'),
    ],
)
def test_a_forbidden_form_gets_its_reason(before: str, after: str) -> None:
    new = term({"term": "x", "forbidden": [{"form": "w", "reason": "a: b"}]})
    head = "terms:\n- term: x\n  forbidden:" + "\n" * before.startswith("  ")
    assert grown(head + before, new) == head + after


@pytest.mark.parametrize(
    "text", ["no", "33618", "2024-06", "a: b", "# a", "- a", "[a]", "'a'", '"a"', "*a", "&a", "a\\b"]
)
def test_what_yaml_would_misread_is_quoted(text: str) -> None:
    new = term({"term": f"x {text}", "source": [text], "note": text})
    (found,) = read(grown("", new)).terms
    assert (found.source, found.note) == ((text,), text)
    assert scalar(text) in grown("", new)


def test_the_command_line_offers_what_an_entry_has() -> None:
    assert (loader.KINDS, loader.CASES, tuple(loader.SEVERITIES)) == (KINDS, CASES, LEVELS)
    assert tuple(values(Term("x", ("s",), "A", "place", "exact", False, ("a",), (), (1,), "n", "b", ("e",)))) == tuple(
        key for key in TERM_KEYS if key != "forbidden"
    )


def test_the_file_that_it_goes_into(run: Run, tmp_path: Path) -> None:
    code, _, err = run("glossary", "add", "Bay Line", "--source", "海湾线", "--kind", "place")
    assert (code, err) == (0, 'glossary/terms.yaml:3: added "Bay Line"\n')
    (tmp_path / "glossary" / "policy.yaml").write_text("terms:\n- term: one\n  kind: policy\n", encoding="utf-8")
    assert run("glossary", "add", "two", "--kind", "policy")[2] == 'glossary/policy.yaml:4: added "two"\n'
    assert run("glossary", "add", "bridge", "--kind", "place")[2] == 'glossary/terms.yaml:6: added "bridge"\n'
    assert run("glossary", "add", "Bay Line", "--allowed", "the line")[2] == (
        'glossary/terms.yaml:3: added "Bay Line", its allowed\n'
    )
    hint = "glossary/policy.yaml, glossary/terms.yaml"
    code, _, err = run("glossary", "add", "three")
    assert (code, err) == (2, f"termcheck: several files could hold it (name one with -g, or give a --kind: {hint})\n")
    code, _, err = run("glossary", "add", "three", "--kind", "person")
    assert (code, hint in err, err.count("\n")) == (2, True, 1)
    code, _, err = run(
        "glossary", "add", "three", "-g", "./glossary/../glossary/policy.yaml", "--forbidden", "Bay Line"
    )
    assert (code, "(see glossary/terms.yaml:3)" in err) == (2, True)
    assert run("glossary", "add", "three", "-g", "new.yaml")[2] == 'new.yaml:3: added "three"\n'
    assert run("glossary", "check", "glossary", "new.yaml")[0] == 0
    (tmp_path / "termcheck.yaml").write_text("select: [default]\n", encoding="utf-8")
    assert run("glossary", "add", "four")[2].startswith("termcheck.yaml: no glossary is configured (")
    assert run("glossary", "add", "four", "-g", "none/new.yaml")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["the line"], '"the line" is the preferred form'),
        (["bay line"], 'g.yaml:2: the term is written "Bay Line" here'),
        (["Bay Line", "--kind", "policy"], 'g.yaml:2: "kind" of "Bay Line" is "place" here'),
        (["Bay Line", "--forbidden", "the line"], 'g.yaml:2: "the line" is allowed and forbidden in one entry'),
        (["x", "--forbidden", "Bay Line"], "(see g.yaml:2)"),
        (["Bay Road"], "forbidden"),
        (["x", "--example", "We [[y]]."], '"y" is marked, but no term rule finds it'),
        (["x", "--forbidden", "train"], 'g.yaml:2: example of "Bay Line" fails'),
        (["!!"], "holds no word"),
        (["x", "--parts", "3"], "do not spell"),
        (["x", "--source", " "], "an empty text"),
        (["x", "--reason", "why"], "go with --forbidden"),
        (["x\udcff"], "a character that cannot stand here"),
    ],
)
def test_a_contradiction_is_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    text = (
        "terms:\n- term: Bay Line\n  kind: place\n  allowed: [the line]\n"
        "  forbidden: [Bay Road]\n  examples: [The train goes.]\n"
    )
    (tmp_path / "g.yaml").write_text(text, encoding="utf-8")
    code, out, err = run("glossary", "add", *arguments, "-g", "g.yaml")
    if said == '"the line" is the preferred form':  # one form may be allowed for one term and preferred for another
        assert code == 0
        return
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert (tmp_path / "g.yaml").read_text(encoding="utf-8") == text


def test_files_are_formatted(run: Run, tmp_path: Path) -> None:
    text = b"\xef\xbb\xbfterms:\r\n- {term: b}\r\n\r\n- term: a  # first\r\n"
    (tmp_path / "g.yaml").write_bytes(text)
    assert run("glossary", "format", "--check", "g.yaml") == (1, "", "g.yaml: not in canonical form\n")
    assert (tmp_path / "g.yaml").read_bytes() == text
    assert run("glossary", "format", "g.yaml") == (0, "", "formatted g.yaml\n")
    assert (tmp_path / "g.yaml").read_bytes() == b"\xef\xbb\xbfterms:\r\n  - term: a  # first\r\n  - term: b\r\n"
    assert run("glossary", "format", "--check", "g.yaml") == (0, "", "")
    (tmp_path / "g.yaml").write_text("term: []\n", encoding="utf-8")
    assert run("glossary", "format", "g.yaml")[::2] == (2, 'g.yaml:1: unknown key "term" (did you mean "terms"?)\n')
