"""The program among other programs: pipes that close, disks that fill, interrupts, several processes at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CLEAN = "Roads, bridges and ports.\n"
FAULT = "Roads , bridges and ports.\n"
ONE_RULE = ("--select", "style/space-before-punctuation")


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return path.name


def start(*arguments: str, cwd: Path, **more: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "termcheck", *arguments]
    return subprocess.Popen(command, cwd=cwd, stderr=subprocess.PIPE, **more)  # type: ignore[call-overload, no-any-return]


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", FAULT * 10_000)
    reader, writer = os.pipe()
    process = start("check", "-q", *ONE_RULE, name, cwd=tmp_path, stdout=writer)
    os.close(writer)
    os.read(reader, 10)
    os.close(reader)
    assert process.communicate()[1] == b""
    assert process.returncode == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", FAULT)
    with open("/dev/full", "wb") as full:
        process = start("check", "-q", name, cwd=tmp_path, stdout=full)
    assert process.communicate()[1] == b"standard output: No space left on device\n"
    assert process.returncode == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_messages_that_cannot_be_written_change_nothing(tmp_path: Path) -> None:
    name = write(tmp_path / "a.txt", CLEAN)
    command = [sys.executable, "-m", "termcheck", "report", name]
    with open("/dev/full", "wb") as full:
        assert subprocess.run(command, cwd=tmp_path, stderr=full, check=False).returncode == 0
    assert (tmp_path / "termcheck-report.html").exists()


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_closed_streams(tmp_path: Path, closed: int) -> None:
    write(tmp_path / "a.txt", FAULT)
    script = f'exec {closed}<&-; exec "$0" -m termcheck check --color never a.txt -'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable], cwd=tmp_path, input=b"", capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr + done.stdout
    assert done.returncode == (2 if closed == 0 else 1)


@pytest.mark.parametrize("count", [1, 12])
def test_an_interrupt_is_quiet_and_leaves_nothing_half_written(tmp_path: Path, count: int) -> None:
    os.mkfifo(tmp_path / "0.txt")  # a file that is never there: the check waits
    for number in range(1, count):
        write(tmp_path / f"{number}.txt", CLEAN)
    names = [f"{number}.txt" for number in range(count)]
    process = start("check", "-j", "2", "-o", "report.txt", *names, cwd=tmp_path, start_new_session=True)
    _wait_for_reader(tmp_path / "0.txt")
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=20)[1] == b""
    assert process.returncode == 130
    assert not list(tmp_path.glob("report*"))


def _wait_for_reader(fifo: Path) -> None:
    """Until a process has opened a fifo for reading, which is when it can be opened for writing."""
    for _ in range(1000):
        try:
            os.close(os.open(fifo, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            time.sleep(0.01)
        else:
            return
    pytest.fail("nobody reads")


def test_every_number_of_processes_prints_the_same_bytes(tmp_path: Path) -> None:
    for number in range(20):
        write(tmp_path / f"{number}.txt", FAULT * number)
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "termcheck", "check", "-j", jobs, "-f", form, "."],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        ).stdout
        for jobs in ("1", "2", "5")
        for form in ("json",)
    }
    assert len(outputs) == 1


def test_version_needs_nothing_else(tmp_path: Path) -> None:
    code = "import sys; sys.argv[1:] = ['--version']; from termcheck.__main__ import main; main(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    version, modules = done.stdout.splitlines()
    assert version == "termcheck 0.1.0"
    assert not {"click", "yaml", "lark", "typing", "importlib.metadata"} & set(modules.split())
