"""The project against its own promises."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from termcheck import config
from termcheck.cli.check import LEVELS
from termcheck.rule import Rule
from termcheck.rules import OF_ARCHIVES, RULES, every

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "termcheck"
SOURCES = sorted(path for folder in ("termcheck", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
TOP = {
    *("README.md", "LICENSE", "pyproject.toml", ".gitignore", ".pre-commit-hooks.yaml", ".pre-commit-config.yaml"),
    *(".ci", "seeds", "glossary", "docs", "benchmarks", "termcheck", "tests"),
}


def tracked() -> list[str]:
    """The files of the checkout: those git knows, where there is a repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("no git repository")
    return [name for name in done.stdout.split("\0") if name]


def test_the_top_level_holds_what_the_design_names() -> None:
    assert {name.partition("/")[0] for name in tracked()} == TOP


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_a_rule_is_named_after_its_file(rule: Rule) -> None:
    family, _, name = rule.id.partition("/")
    assert rule.check.__module__ == f"termcheck.rules.{family}.{name.replace('-', '_')}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)


def test_every_rule_on_disk_is_listed_once() -> None:
    on_disk = {
        f"{path.parent.name}/{path.stem.replace('_', '-')}"
        for path in (PACKAGE / "rules").glob("*/*.py")
        if not path.name.startswith("_")
    }
    assert sorted(rule.id for rule in every()) == sorted(on_disk)
    assert [rule.id for rule in every()] == [*(rule.id for rule in RULES), *OF_ARCHIVES]


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_a_rule_is_documented(rule: Rule) -> None:
    text = (sys.modules[rule.check.__module__].__doc__ or "").strip()
    first = text.split("\n\n")[0]
    assert first[0].isupper() or first[0] in "\"'“"
    assert first.endswith("."), "the first paragraph of the docstring is a sentence"
    assert len(text) > len(first), "the docstring says why, and what is left alone"
    assert rule.summary
    assert not re.search(r"[a-z]{3}\.$", rule.summary), "a summary is no sentence"


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_options_can_be_configured(rule: Rule) -> None:
    for name, default in rule.options.items():
        assert type(default) in config.OPTION_READERS, name
        assert re.fullmatch("[a-z]+(_[a-z]+)*", name)
    assert rule.subject in {"Document", "Bitext", "Group"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short_and_introduce_themselves(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "a file begins by saying what it is"


def test_nothing_is_called_by_a_name_that_says_nothing() -> None:
    assert not {path.stem for path in SOURCES} & {"utils", "helpers", "misc", "manager", "base"}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    of = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.partition(".")[0] for name in plain | of}


def test_rules_do_no_input_or_output() -> None:
    forbidden = {"os", "pathlib", "io", "sys", "subprocess", "socket", "urllib", "shutil"}
    for path in (PACKAGE / "rules").rglob("*.py"):
        assert not imports(path) & forbidden, path
        calls = {node.func.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if _named_call(node)}
        assert not calls & {"open", "print", "input"}, path


def _named_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def test_dependencies_are_the_ones_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    needed = [*project["dependencies"], *(name for extra in optional.keys() - {"test"} for name in optional[extra])]
    declared = {re.split(r"[<>=]", name)[0] for name in needed}
    used = set().union(*(imports(path) for path in PACKAGE.rglob("*.py"))) - set(sys.stdlib_module_names)
    assert {name.replace("yaml", "pyyaml") for name in used - {"dask"}} == declared  # distributed brings dask


def test_the_layers_are_those_of_the_design() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    assert layers[0] == "__main__"
    design = " ".join((ROOT / "docs/design.md").read_text(encoding="utf-8").split())
    assert f"`{' > '.join(layers[1:])}`" in design


def test_severities_of_the_command_line_and_the_configuration_agree() -> None:
    assert (*config.LEVELS, "never") == LEVELS


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the checkout, with the tools of the environment where it has them."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in tracked():
        if name.startswith(("termcheck/", "pyproject.toml", "README.md", "LICENSE")) and (ROOT / name).exists():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("termcheck/")}
        licences = [name for name in archive.namelist() if "LICENSE" in name]
    wanted = {name for name in tracked() if name.startswith("termcheck/") and (ROOT / name).exists()}
    assert packed == wanted
    assert licences


def test_the_wheel_works_with_no_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    work = tmp_path / "work"
    work.mkdir()
    (work / "a.txt").write_text("Roads , bridges and transportaion.\n", encoding="utf-8")
    run = [
        sys.executable,
        "-c",
        "import sys; sys.path.insert(0, '../site'); from termcheck.__main__ import main; main()",
    ]
    for arguments, code in ((["init"], 0), (["check", "a.txt"], 1), (["explain", "spelling/typo"], 0)):
        done = subprocess.run([*run, *arguments], cwd=work, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
    done = subprocess.run([*run, "check", "a.txt"], cwd=work, capture_output=True, text=True, check=False)
    assert "spelling/typo" in done.stdout
    where = "import sys; sys.path.insert(0, '../site'); import termcheck; print(termcheck.__file__)"
    done = subprocess.run([sys.executable, "-c", where], cwd=work, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).resolve() == (tmp_path / "site" / "termcheck" / "__init__.py").resolve()
