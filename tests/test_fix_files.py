"""Where fixed texts go: whole or not at all, with all that belongs to a file, and never out of the folder named."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from commands import Run

from termcheck import atomic
from termcheck.errors import TermcheckError
from termcheck.fixing.storing import once, store
from termcheck.plan import Task

FAULT, MENDED = "The port , too.\n", "The port, too.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(FAULT)
    return path


def test_a_file_keeps_its_mode_its_owner_and_its_attributes(run: Run, file: Path) -> None:
    file.chmod(0o640)
    if os.getuid() == 0:
        os.chown(file, 1234, 2345)
    try:
        os.setxattr(file, "user.note", b"kept")
    except OSError:
        pytest.skip("the file system has no attributes")
    before = file.stat()
    assert run("fix", "a.txt")[0] == 0
    after = file.stat()
    assert file.read_text() == MENDED
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert os.getxattr(file, "user.note") == b"kept"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic.os, failing, fail)
    code, _, err = run("fix", "a.txt", "--no-cache")
    assert (code, err) == (2, "a.txt: No space left on device\nfixed nothing; 1 remains; 1 file not fixed\n")
    assert file.read_text() == FAULT
    assert os.listdir(file.parent) == ["a.txt"]


def test_a_file_that_was_changed_meanwhile_is_left(file: Path) -> None:
    with pytest.raises(TermcheckError, match="was changed by somebody else meanwhile"):
        store(str(file), b"what was read", b"what is fixed", [str(file)])
    assert file.read_text() == FAULT


def test_a_file_that_is_gone_and_one_that_is_read_only_are_told_and_others_fixed(run: Run, file: Path) -> None:
    (other := file.with_name("b.txt")).write_text(FAULT)
    file.chmod(0o444)
    code, _, err = run("fix", "a.txt", "b.txt", "c.txt")
    assert code == 2
    assert err.splitlines()[:2] == ["a.txt: is read-only", "c.txt: No such file or directory"]
    assert (file.read_text(), other.read_text()) == (FAULT, MENDED)


def test_no_link_leads_out_of_the_folder(run: Run, file: Path) -> None:
    (folder := file.parent / "texts").mkdir()
    (folder / "out.txt").symlink_to(file)
    code, _, err = run("fix", "texts")
    assert (code, err.splitlines()[0]) == (2, "texts/out.txt: is not written: it is a link out of texts")
    assert file.read_text() == FAULT


def test_a_link_that_the_user_names_is_written_through(run: Run, file: Path) -> None:
    (link := file.with_name("link.txt")).symlink_to("a.txt")
    assert run("fix", "link.txt")[0] == 0
    assert link.is_symlink()
    assert file.read_text() == MENDED


def test_a_file_with_a_link_beside_it_is_fixed_once(run: Run, file: Path) -> None:
    file.with_name("0.txt").symlink_to("a.txt")
    assert run("fix", ".") == (0, "", "fixed 1 issue in 1 file; none remain\n")
    assert file.read_text() == MENDED


def test_of_two_links_to_one_file_one_is_kept(tmp_path: Path) -> None:
    tasks = [Task(str(tmp_path / name), name) for name in ("b.txt", "a.txt")]
    for task in tasks:
        Path(task.path).symlink_to("hidden")
    assert once(tasks) == tasks[:1]


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(path := str(tmp_path / "pipe"))
    with pytest.raises(TermcheckError, match="is no file that can be replaced"):
        store(path, b"", b"x", [path])


def test_many_files_are_fixed_by_several_processes_as_by_one(run: Run, file: Path) -> None:
    texts = [file.with_name(f"{number}.txt") for number in range(30)]
    for number, text in enumerate(texts):
        text.write_text(FAULT * number)
    code, _, err = run("fix", ".", "-j", "2")
    assert (code, err) == (0, "fixed 436 issues in 30 files; none remain\n")
    assert [text.read_text() for text in texts] == [MENDED * number for number in range(30)]


def test_standard_input_comes_out_byte_for_byte(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    given = "\ufeffThe port , too.\r\nNo end".encode("utf-16-le")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    written = list[bytes]()
    monkeypatch.setattr("termcheck.cli.output.write_bytes", written.append)
    assert run("fix", "-", "-q")[0] == 0
    assert written == ["\ufeffThe port, too.\r\nNo end".encode("utf-16-le")]
