"""The product as its users meet it: every folder of ``tests/cli`` is a command, its inputs, and what it answers.

    command        the arguments, as in a shell, without "termcheck"; the scenario runs in a copy of the folder
    stdin          what comes from standard input, where there is any
    stdout stderr  the expected output; no file, no output
    code           the expected exit code; no file, 0
    expected/      files that the command writes

``pytest --update-golden`` writes the expectations anew.
"""

from __future__ import annotations

import io
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from termcheck.cli import main

SCENARIOS = sorted(path.parent for path in (Path(__file__).parent / "cli").glob("*/command"))
ABOUT = ("command", "stdin", "stdout", "stderr", "code", "expected")


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.name)
def test_scenario(
    scenario: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    update: bool,
) -> None:
    folder = tmp_path / "scenario"
    shutil.copytree(scenario, folder, ignore=shutil.ignore_patterns(*ABOUT))
    given = _read(scenario / "stdin").encode()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["termcheck", *shlex.split(_read(scenario / "command"))])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    written = [path for path in (scenario / "expected").rglob("*") if path.is_file()]
    code = main()
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    if update:
        _expect(scenario, "stdout", out)
        _expect(scenario, "stderr", err)
        _expect(scenario, "code", f"{code}\n" if code else "")
        for path in written:
            path.write_bytes((folder / path.relative_to(scenario / "expected")).read_bytes())
    assert out == _read(scenario / "stdout")
    assert err == _read(scenario / "stderr")
    assert code == int(_read(scenario / "code") or "0")
    for path in written:
        assert (folder / path.relative_to(scenario / "expected")).read_text() == path.read_text()


def _read(path: Path) -> str:
    return path.read_bytes().decode() if path.exists() else ""


def _expect(scenario: Path, name: str, text: str) -> None:
    if text:
        (scenario / name).write_bytes(text.encode())
    else:
        (scenario / name).unlink(missing_ok=True)


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) > 30
