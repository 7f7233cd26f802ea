"""What the tests share: how the program is run, and how expected output is refreshed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected output anew, for review in a diff"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew."""
    return bool(request.config.getoption("--update-golden"))


Termcheck = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def termcheck(tmp_path: Path) -> Termcheck:
    """Run the program in a process of its own, in the test's folder unless `cwd` says otherwise."""

    def run(*arguments: str, stdin: bytes = b"", cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "termcheck", *arguments]
        done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False)
        return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
