"""The hook we offer, with the real pre-commit program on a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONFIG = """\
repos:
  - repo: {hook}
    rev: {rev}
    hooks: [{{id: {id}, args: [--select, style/space-before-punctuation]}}]
"""

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git as a fixed author, with this environment's programs on the path and no settings of the machine."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    person = {f"GIT_{role}_{what}": "a@b.c" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {
        **inherited,
        **person,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
    }
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of texts with our hook installed, which it takes from a repository that holds this checkout."""
    base = tmp_path_factory.mktemp("hook")
    hook, texts = base / "termcheck", base / "texts"
    shutil.copytree(ROOT / "termcheck", hook / "termcheck", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, hook / name)
    texts.mkdir()
    for folder in (hook, texts):
        git(folder, "init", "-q")
    git(hook, "add", "-A")
    assert git(hook, "commit", "-q", "-m", "the checkout").returncode == 0
    rev = git(hook, "rev-parse", "HEAD").stdout.strip()
    for name, hook_id in ((".pre-commit-config.yaml", "termcheck"), ("fix.yaml", "termcheck-fix")):
        (texts / name).write_text(CONFIG.format(hook=hook, rev=rev, id=hook_id), encoding="utf-8")
    (texts / "old.txt").write_text("An old fault , that nobody touches.\n", encoding="utf-8")
    git(texts, "add", "-A")
    assert git(texts, "commit", "-q", "-m", "before the hook").returncode == 0
    installed = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=texts, capture_output=True, text=True, check=False
    )
    assert installed.returncode == 0, installed.stderr
    return texts


def commit(texts: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    (texts / name).write_text(text, encoding="utf-8")
    git(texts, "add", name)
    done = git(texts, "commit", "-m", name)
    git(texts, "reset", "-q", "--", name)
    return done


def test_the_hook(texts: Path) -> None:
    stopped = commit(texts, "new.txt", "Roads , bridges and ports.\n")
    assert stopped.returncode == 1
    assert "new.txt:1:6: error style/space-before-punctuation" in stopped.stdout + stopped.stderr
    assert "old.txt" not in stopped.stdout + stopped.stderr, "only the files of the commit are read"

    passed = commit(texts, "new.txt", "Roads, bridges and ports.\n")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr

    skipped = commit(texts, "data.csv", "a , b\n")
    assert skipped.returncode == 0, skipped.stdout + skipped.stderr
    assert "no files to check" in skipped.stdout + skipped.stderr


@pytest.mark.parametrize("arguments", [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config",)])
def test_both_files_are_valid(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "pre_commit", *arguments]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_the_hook_that_fixes(texts: Path) -> None:
    (texts / "fixed.txt").write_text("Roads , bridges and ports.\n", encoding="utf-8")
    git(texts, "add", "fixed.txt")
    command = [sys.executable, "-m", "pre_commit", "run", "--config", "fix.yaml", "--files", "fixed.txt"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(texts.parent / "pre-commit")}
    runs = [
        subprocess.run(command, cwd=texts, env=environment, capture_output=True, text=True, check=False)
        for _ in range(2)
    ]
    assert "files were modified by this hook" in runs[0].stdout
    assert (texts / "fixed.txt").read_text(encoding="utf-8") == "Roads, bridges and ports.\n"
    assert [run.returncode for run in runs] == [1, 0]
