"""The cache folder: used where only the user may write it, and never needed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termcheck.cachedir import cache_file, tidy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode there")
TEXT = "Li Na:\n\nRoads , bridges and ports.\n"
YEAR_AGO = time.time() - 365 * 86_400


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


@pytest.fixture
def old_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder in which every file was of no use for a year: three of ours, and one of somebody else."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = Path(cache_file("grammar")).parent
    for name in (
        f"glossary-{'0' * 64}", f"results/00/{'0' * 30}", "results/00/.termcheck-12-0a1b2c3d.part", "results/00/a.txt",
    ):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
        os.utime(folder / name, (YEAR_AGO, YEAR_AGO))
    return folder


def test_old_files_are_deleted_unless_they_are_somebody_elses(old_cache: Path) -> None:
    tidy()
    assert {path.name for path in files(old_cache)} == {"a.txt", "tidied"}


def test_a_file_that_cannot_be_deleted_keeps_no_other(old_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.unlink

    def unlink(path: str) -> None:
        if "glossary" in path:
            raise PermissionError(path)
        real(path)

    monkeypatch.setattr(os, "unlink", unlink)
    tidy()
    assert {path.name for path in files(old_cache)} == {f"glossary-{'0' * 64}", "a.txt", "tidied"}


def test_a_mark_of_the_future_is_none(old_cache: Path) -> None:
    mark = old_cache / "tidied"
    mark.write_bytes(b"")
    os.utime(mark, (4_000_000_000, 4_000_000_000))
    tidy()
    assert len(files(old_cache)) == 2


@pytest.mark.skipif(sys.platform == "darwin", reason="caches are elsewhere there")
def test_a_relative_cache_folder_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "caches")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_file("grammar") == str(tmp_path / ".cache" / "termcheck" / "grammar")
