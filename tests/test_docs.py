"""The documentation says what the program does: it is made by running it, or it is run."""

from __future__ import annotations

import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from click import unstyle
from commands import Run

from termcheck import config
from termcheck.cli import cli
from termcheck.examples import run as run_example
from termcheck.fix import apply
from termcheck.plan import Request, plan
from termcheck.reports import REPORTS
from termcheck.reports.about import About, as_json, everything, table
from termcheck.reports.explain import explain
from termcheck.reports.rules_page import page
from termcheck.rule import Rule
from termcheck.run import run as run_plan
from termcheck.suppress.accepted import KEYS as ACCEPTED_KEYS
from termcheck.suppress.accepted import parsed

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_of_rules_is_fresh(update: bool) -> None:
    path = ROOT / "docs" / "rules.md"
    if update:
        path.write_text(page(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(), "python -m termcheck.reports.rules_page > docs/rules.md"


@pytest.mark.parametrize("one", everything().values(), ids=lambda one: one.id)
def test_every_rule_is_explained(one: About) -> None:
    text = explain(one)
    assert text.startswith(f"{one.id} ({one.severity}, ")
    assert one.text in text
    assert one.rule is None or ("\nFlagged:\n" in text and "\nLeft alone:\n" in text)
    assert all(f"    {name}: " in text for name in one.options)
    assert one.rule is None or "^" in text


def test_every_rule_is_listed() -> None:
    assert [line.split()[0] for line in table().splitlines()] == list(everything())
    assert all(f'"id": "{name}"' in as_json() for name in everything())


def fenced(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_quick_start_is_two_commands_of_one_line() -> None:
    section = README.split("\n## Quick start\n")[1].split("\n## ")[0]
    commands = fenced("sh", section)
    assert len(commands) == 2
    assert all(command.count("\n") == 1 and command.startswith("python3 -m venv ") for command in commands)
    assert all("&&" in shlex.split(command) for command in commands)
    assert len(re.findall("^```", section, re.MULTILINE)) == 4


def test_the_readme_names_every_option_of_check() -> None:
    command = cli.get_command(None, "check")  # type: ignore[arg-type]
    assert command is not None
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert any(f"`{name}" in README for name in parameter.opts), parameter.opts


def test_the_readme_names_every_key() -> None:
    for key in (*config.KEYS, *ACCEPTED_KEYS):
        assert re.search(rf"^(- |  )?{key}:", README, re.MULTILINE), key


def test_the_readme_shows_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = (block for block in fenced("console") if "-f pretty seeds/" in block)
    command, *lines = shown.splitlines()
    monkeypatch.chdir(ROOT)
    done = run_plan(plan(Request([shlex.split(command)[-1]])))
    stream = io.StringIO()
    REPORTS["pretty"](done, stream)
    printed = unstyle(stream.getvalue()).splitlines()
    places = [printed.index(line) for line in lines]
    assert places == sorted(places)


def test_the_readme_shows_what_fix_says(run: Run, tmp_path: Path) -> None:
    (shown,) = (block for block in fenced("console") if "termcheck fix -" in block)
    (seed,) = (ROOT / "seeds").iterdir()
    (tmp_path / "a.txt").write_bytes(seed.read_bytes())
    _, _, err = run("fix", "a.txt", "-g", str(ROOT / "glossary"))
    assert err.splitlines()[-1] == shown.splitlines()[-1]


def test_the_json_of_the_readme_is_the_contract(tmp_path: Path) -> None:
    (shown,) = map(json.loads, fenced("json"))
    (tmp_path / "a.txt").write_text("Roads , bridges and ports.\n\nThe National Grid built them.\n", encoding="utf-8")
    stream = io.StringIO()
    request = Request([str(tmp_path / "a.txt")], select=["style/space-before-punctuation"])
    REPORTS["json"](run_plan(plan(request)), stream)
    printed = json.loads(stream.getvalue())
    printed["issues"][0]["path"] = "a.txt"
    assert printed == shown


def test_the_configuration_of_the_readme_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "termcheck.yaml"
    (text,) = (block for block in fenced("yaml") if block.startswith("glossaries:"))
    path.write_text(text, encoding="utf-8")
    assert config.load(str(path)).select == ("default", "style/serial-comma")
    (text,) = (block for block in fenced("yaml") if block.startswith("- rule:"))
    assert [one.text for one in parsed(text, "x.yaml")] == ["opening up"]


def test_the_rule_made_in_the_guide_works() -> None:
    (code,) = fenced("python", (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8"))
    name = "termcheck.rules.style.doubled_comma"
    module: dict[str, Any] = {"__name__": name, "__package__": "termcheck.rules.style"}
    exec(compile(code, "doubled_comma.py", "exec"), module)
    rule: Rule = module["RULE"]
    for example in rule.examples:
        doc, marked, found = run_example(rule, example)
        assert [finding.span for finding in found] == marked
        if example.fixed is not None:
            assert apply(doc.text, [finding.fix for finding in found if finding.fix]) == example.fixed


def test_links_lead_somewhere() -> None:
    for document in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)", text):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_readme_shows_what_is_found_beside_a_source() -> None:
    found = (ROOT / "tests/cli/check-two-languages/stdout").read_text(encoding="utf-8")
    assert found in "".join(block + "\n" for block in fenced("text"))
