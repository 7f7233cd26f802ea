"""What the tests share: how expected output is refreshed, and how a command is run."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import pytest
from commands import Run
from hypothesis import settings

from termcheck.cli import main

# What the tests keep from run to run is of no use to anybody later.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="termcheck-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as in the background of a shell; commands would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("patient", deadline=None)  # how long an example takes says more of the machine
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the expected output anew, for review in a diff"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command in the test's folder; its exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["termcheck", *arguments])
        code = main()
        out, err = (stream.decode() for stream in capfdbinary.readouterr())
        return code, out, err

    return run
