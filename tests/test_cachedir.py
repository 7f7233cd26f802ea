"""The cache folder: used where only the user may write it, and never needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from termcheck.cachedir import cache_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
TEXT = "Li Na:\n\nRoads , bridges and ports.\n"


def check(folder: Path, *options: str) -> bytes:
    """What a check of one text prints in a process of its own, with its caches in a folder."""
    text = folder / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "termcheck", "check", "-q", "--exit-zero", "--no-glossary", *options, str(text)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "caches"), "HOME": str(folder)}
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "text.txt"]


@pytest.mark.skipif(sys.platform == "darwin", reason="caches are elsewhere there")
def test_the_tables_of_the_grammar_are_kept_and_give_the_same(tmp_path: Path) -> None:
    first = check(tmp_path)
    (tables,) = (path for path in files(tmp_path) if path.name == "grammar")
    assert check(tmp_path) == first
    tables.write_bytes(tables.read_bytes()[:-100])
    assert check(tmp_path) == first
    tables.write_bytes(b"")
    assert check(tmp_path) == first


def test_without_a_cache_nothing_is_kept(tmp_path: Path) -> None:
    assert b"style/space-before-punctuation" in check(tmp_path, "--no-cache")
    assert files(tmp_path) == []


def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    path = cache_file("grammar")
    assert path.endswith("grammar")
    folder = Path(path).parent
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    assert cache_file("grammar") == ""


def test_no_folder_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    assert cache_file("grammar") == ""
