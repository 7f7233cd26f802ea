"""The cache folder: used where only the user may write it, and never needed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from termcheck.cachedir import cache_file
from termcheck.glossary import Glossary, Origin, Term, kept
from termcheck.model import Severity
from termcheck.plan import load_glossary

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
    (tables,) = files(tmp_path)
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


GLOSSARY = """\
language: en
terms:
  - term: Rail Link
    source: [铁路]
    kind: project
    forbidden: [Train Link, {form: Rail Line, reason: another one, severity: warning}]
    examples: ["The [[Train Link]]."]
people:
  - {name: Li Na, source: 李娜, titles: [mayor of Oban]}
facts:
  - {about: Rail Link, statement: "{stations} stations on the link", values: {stations: 12}, as-of: 2024-06}
"""


def test_a_glossary_is_kept_as_it_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("HOME", str(tmp_path))
    written = tmp_path / "terms.yaml"
    written.write_text(GLOSSARY, encoding="utf-8")
    first = load_glossary([str(written)], cache=True)
    monkeypatch.setattr("termcheck.plan._read_glossary", lambda paths: pytest.fail("read again"))
    again = load_glossary([str(written)], cache=True)
    assert (again.terms, again.people, again.facts) == (first.terms, first.people, first.facts)
    assert again.terms[0].forbidden[1].severity is Severity.WARNING
    assert isinstance(again.terms[0].origin, Origin)


@pytest.mark.parametrize("harm", [lambda data: data[:-1], lambda data: b"", lambda data: data[:70] + b"x" + data[71:]])
def test_a_kept_glossary_that_is_damaged_or_old_is_read_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    written, place = tmp_path / "terms.yaml", str(tmp_path / "kept")
    written.write_text("terms: [{term: Rail Link}]", encoding="utf-8")
    now = kept.key([str(written)])
    kept.keep(place, now, Glossary((Term("Rail Link"),)))
    assert kept.recall(place, now) is not None
    Path(place).write_bytes(harm(Path(place).read_bytes()))
    assert kept.recall(place, now) is None
    kept.keep(place, now, Glossary((Term("Rail Link"),)))
    written.write_text("terms: [{term: Rail Line}]", encoding="utf-8")
    assert kept.recall(place, kept.key([str(written)])) is None
    kept.keep(str(tmp_path / "no folder" / "kept"), now, Glossary())


def test_a_glossary_that_cannot_be_read_has_no_key(tmp_path: Path) -> None:
    assert kept.key([str(tmp_path / "none.yaml")]) == b""
    assert kept.recall(str(tmp_path / "none"), b"") is None
