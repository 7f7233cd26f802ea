"""Decisions of two branches, merged by git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from termcheck import suppress
from termcheck.suppress import Decision
from termcheck.suppress.writing import write

RULE = "style/space-before-punctuation"
FILE = "termcheck-accepted.yaml"
OLD = [Decision(RULE, ",", "so", f"2024-{month:02}-01.txt", f"word {n}") for month in range(1, 7) for n in range(4)]

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not there")


def git(folder: Path, *arguments: str) -> int:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


def merged(folder: Path, old: list[Decision], ours: list[Decision], theirs: list[Decision]) -> bool:
    """Whether git merges two branches that add decisions to a file."""
    path = str(folder / FILE)
    git(folder, "init", "-q", "-b", "main")
    for branch, new in (("main", old), ("ours", ours), ("theirs", theirs)):
        git(folder, "checkout", "-q", "main")
        git(folder, "checkout", "-q", "-b", branch)
        write(suppress.load(path), new)
        git(folder, "add", FILE)
        git(folder, "commit", "-q", "-m", branch)
    return git(folder, "merge", "-q", "--no-edit", "ours") == 0


def known(folder: Path) -> set[Decision]:
    return {one._replace(line=0) for one in suppress.load(str(folder / FILE)).decisions}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Decision(RULE, ",", "so", "2024-07-01.txt"), Decision(RULE, ",", "so", "2024-07-02.txt")),  # new transcripts
        (Decision(RULE, ",", "so", "2024-02-01.txt"), Decision(RULE, ";", "so", "2024-05-01.txt")),
        (Decision(RULE, ",", "so", "2024-03-01.txt", "word 0 and"), Decision(RULE, ";", "so", "2024-03-01.txt")),
        (Decision(RULE, ",", "so", "2024-03-01.txt", "new"), Decision(RULE, ",", "so", "2024-03-01.txt", "new")),
    ],
)
def test_two_branches_that_add_decisions_merge(tmp_path: Path, ours: Decision, theirs: Decision) -> None:
    assert merged(tmp_path, OLD, [ours], [theirs])
    assert known(tmp_path) == {*OLD, ours, theirs}


def test_two_that_add_at_one_place_conflict(tmp_path: Path) -> None:
    """No order helps here: git cannot know which of two new entries between the same old ones comes first."""
    assert not merged(
        tmp_path, OLD[:1], [Decision(RULE, ";", "so", OLD[0].file)], [Decision(RULE, ":", "so", OLD[0].file)]
    )
