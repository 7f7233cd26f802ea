"""The configuration: what it may say, where it is found, which files and rules it chooses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from termcheck import config, starter
from termcheck.config import Config
from termcheck.errors import TermcheckError
from termcheck.files import Search, matches
from termcheck.model import Severity
from termcheck.pairing import Pairing
from termcheck.plan import Request, adapted, plan
from termcheck.rules import RULES

FULL = """\
glossaries: [terms, more.yaml]
include: ["**/*.txt"]
exclude: [drafts/, "*.old.txt"]
select: [default, term]
ignore: [style/repeated-word]
severity:
  style: suggestion
  term/forbidden: warning
rules:
  consistency/compound: {share: 4}
accepted: decisions.yaml
baseline: old.tsv
pairs: {source: "zh/{name}.txt", target: "en/{name}.txt"}
"""


def write(folder: Path, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "termcheck.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_key_is_read(tmp_path: Path) -> None:
    found = config.load(write(tmp_path, FULL))
    assert found == Config(
        str(tmp_path / "termcheck.yaml"),
        ("terms", "more.yaml"),
        ("**/*.txt",),
        ("drafts/", "*.old.txt"),
        ("default", "term"),
        ("style/repeated-word",),
        {"style": Severity.SUGGESTION, "term/forbidden": Severity.WARNING},
        {"consistency/compound": {"share": 4}},
        "decisions.yaml",
        (Pairing("zh/{name}.txt", "en/{name}.txt"),),
        found.glossaries_line,
        "old.tsv",
    )
    assert FULL.splitlines()[found.glossaries_line - 1].startswith("glossaries:")
    assert found.beside("more.yaml") == str(tmp_path / "more.yaml")
    assert found.level("style/repeated-word", Severity.ERROR) is Severity.SUGGESTION
    assert found.level("term/forbidden", Severity.ERROR) is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("glosaries: [a]", ':1: unknown key "glosaries" (did you mean "glossaries"?)'),
        ("\nselect: [term/forbiden]", ':2: unknown rule "term/forbiden" (did you mean "term/forbidden"?)'),
        ("ignore: [nothing-like-it]", ':1: unknown rule "nothing-like-it" ("termcheck rules" lists them)'),
        ("glossaries: terms", ':1: "glossaries": a list belongs here (write [terms])'),
        ("severity:\n  term/forbidden: grave", ':2: "term/forbidden": "grave" is none of error, warning, suggestion'),
        ("severity:\n  style: error\n  term/x: error", ':3: unknown rule "term/x"'),
        ("rules:\n  style:\n    share: 1", ':2: unknown rule "style"'),
        ("rules:\n  consistency/compound:\n    shares: 1", ':3: unknown key "shares" (did you mean "share"?)'),
        ("rules:\n  consistency/compound:\n    share: many", ':3: "share": "many" is no whole number'),
        ("rules:\n  consistency/compound: 3", ':2: "consistency/compound": a mapping belongs here'),
        ("pairs: zh", ':1: "pairs": two paths belong here (write {source: "zh/{name}.txt", target: "en/{name}.txt"})'),
        ("pairs: [a]", ":1: a text where a mapping belongs"),
        ("pairs: {source: a, traget: b}", ':1: unknown key "traget" (did you mean "target"?)'),
        ("pairs:\n  source: a", ':2: "target" is missing'),
        ("pairs:\n  - source: a\n    target: 'b/{name}'", ':2: "source": {name} belongs once in both paths or in none'),
        ("accepted: [a]", ':1: "accepted": a list where a text belongs'),
        ("- a", ":1: a list where a mapping belongs"),
        ("select: [\n", ":2: not YAML"),
        ("select: &a [*a]", ":1: an anchor or alias"),
        ("a: 1\na: 2", ':2: key "a" twice'),
    ],
)
def test_every_mistake_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(TermcheckError) as caught:
        config.load(path)
    assert str(caught.value).startswith(path + message)


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    path = write(tmp_path, "# nothing\n")
    assert config.load(path) == Config(path)


def test_the_nearest_file_upwards_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer, inner = write(tmp_path, ""), write(tmp_path / "a" / "b", "")
    (tmp_path / "a" / "b" / "c").mkdir()
    assert os.path.abspath(config.find(str(tmp_path / "a"))) == outer
    assert os.path.abspath(config.find(str(tmp_path / "a" / "b" / "c"))) == inner
    monkeypatch.chdir(tmp_path / "a")
    assert config.find("") == "../termcheck.yaml"
    assert config.find("b/c") == "b/termcheck.yaml"


def test_rules_by_name_family_and_group() -> None:
    usual = [rule.id for rule in RULES if rule.default]
    assert [rule.id for rule in Config().rules()] == usual
    assert [rule.id for rule in Config(select=("all",)).rules()] == [rule.id for rule in RULES]
    assert {rule.family for rule in Config(select=("style", "term/forbidden")).rules()} == {"style", "term"}
    assert all(rule.default for rule in Config(select=("style",)).rules())
    for rule in RULES:
        assert Config(select=(rule.id,)).rules() == (rule,)
    assert "style" not in {rule.family for rule in Config(ignore=("style",)).rules()}
    assert Config(select=("style",), ignore=("style",)).rules() == ()


def test_the_command_line_stands_before_the_file() -> None:
    found = Config("a/termcheck.yaml", ("terms",), select=("style",), ignore=("term",))
    assert adapted(found, Request(["a/x.txt"])).glossaries == ("a/terms",)
    assert adapted(found, Request(["a/x.txt"], glossaries=["g"])).glossaries == ("g",)
    assert adapted(found, Request(["a/x.txt"], glossaries=())).glossaries == ()
    assert adapted(found, Request(["a/x.txt"], ignore=["name"])).ignore == ("term", "name")
    selected = adapted(found, Request(["a/x.txt"], select=["term"], ignore=["name"]))
    assert (selected.select, selected.ignore) == (("term",), ("name",))
    assert selected.accepted == "a/termcheck-accepted.yaml"


def test_the_folder_glossary_is_read_only_where_nothing_is_configured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    request = Request(["x.txt"])
    assert adapted(Config(), request).glossaries == ()
    (tmp_path / "glossary").mkdir()
    assert adapted(Config(), request).glossaries == ()
    (tmp_path / "glossary" / "terms.yaml").write_text("terms: []", encoding="utf-8")
    assert adapted(Config(), request).glossaries == ("glossary",)
    assert adapted(Config("termcheck.yaml"), request).glossaries == ()


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("drafts", "drafts/a.txt", True),
        ("drafts/", "x/drafts/b/a.txt", True),
        ("/drafts", "x/drafts/a.txt", False),
        ("x/drafts", "x/drafts/a.txt", True),
        ("*.old.txt", "x/a.old.txt", True),
        ("*.old.txt", "x/a.txt", False),
        ("x/*.txt", "x/y/a.txt", False),
        ("x/**/*.txt", "x/a.txt", True),
        ("x/**/*.txt", "x/y/z/a.txt", True),
        ("**", "a.txt", True),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a.txt", False),
        ("a+(b).txt", "a+(b).txt", True),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert matches([glob], Config("site/termcheck.yaml"), f"site/{path}") is expected


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "A.MARKDOWN", "c.pdf", ".hidden.txt", ".git/x.txt", "sub/z.txt", "sub/y/a.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [file.path for file in Search().files(paths)]


def test_folders_are_searched_in_order(tree: Path) -> None:
    assert found(".") == ["A.MARKDOWN", "a.md", "b.txt", "sub/z.txt", "sub/y/a.txt"]
    assert found("sub", "b.txt") == ["sub/z.txt", "sub/y/a.txt", "b.txt"]
    assert found("b.txt", "./b.txt", ".") == ["b.txt", "A.MARKDOWN", "a.md", "sub/z.txt", "sub/y/a.txt"]
    assert found("c.pdf", ".hidden.txt", ".git", "none.txt") == ["c.pdf", ".hidden.txt", ".git/x.txt", "none.txt"]


def test_include_and_exclude(tree: Path) -> None:
    write(tree, 'include: ["*.txt", "*.pdf"]\nexclude: [y, "b.*"]\n')
    search = Search()
    assert [file.path for file in search.files([".", "b.txt"])] == ["c.pdf", "sub/z.txt"]
    assert search.excluded == 2


def test_each_file_has_its_own_nearest_configuration(tree: Path) -> None:
    write(tree, "select: [style]\n")
    write(tree / "sub" / "y", "select: [term]\n")
    made = plan(Request(["."]))
    rules = {task.name: {rule.family for rule in made.setups[task.config].rules} for task in made.tasks}
    assert rules["sub/z.txt"] == rules["b.txt"] == {"style"}
    assert rules["sub/y/a.txt"] == {"term"}
    fixed = plan(Request(["."], config="sub/y/termcheck.yaml"))
    assert [{rule.family for rule in setup.rules} for setup in fixed.setups.values()] == [{"term"}]


def test_nothing_to_check_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(TermcheckError, match="nothing to check"):
        plan(Request([str(tmp_path)]))


def test_print_config_is_a_configuration_that_says_the_same(tmp_path: Path) -> None:
    before = config.load(write(tmp_path, FULL))
    after = config.load(write(tmp_path / "printed", config.to_yaml(before)))
    assert after.rules() == before.rules()
    for rule in before.rules():
        assert after.level(rule.id, rule.severity) == before.level(rule.id, rule.severity)
        assert {**rule.options, **after.options.get(rule.id, {})} == {
            **rule.options,
            **before.options.get(rule.id, {}),
        }
    for key in ("glossaries", "include", "exclude", "accepted", "pairs"):
        assert getattr(after, key) == getattr(before, key)


def test_every_line_of_the_starter_may_be_uncommented(tmp_path: Path) -> None:
    text = starter.read("termcheck.yaml").decode()
    lines = []
    for line in text.splitlines():
        key = line.removeprefix("# ").partition(":")[0].strip()
        lines.append(line.removeprefix("# ") if key in (*config.KEYS, "spelling") else line)
    assert "ignore: [style]" in lines
    assert set(config.load(write(tmp_path, "\n".join(lines))).severity) == {"spelling"}
    assert config.load(write(tmp_path, text)).glossaries == ("glossary",)
