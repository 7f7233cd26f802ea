"""The diff of a fix: what `patch` makes of it is what the fix makes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.fixing import Fixed
from termcheck.reports.changes import diff, fixes

LINE = st.sampled_from(["\n", "a\n", "b\n", "c\n", "a\r\n", "d\n"])
OLD = st.lists(LINE, max_size=30).map("".join)


def patched(folder: Path, old: str, new: str) -> str:
    lines = "".join(diff("a.txt", old, new, exact=True) if old != new else "")
    (folder / "a.txt").write_bytes(old.encode())
    (folder / "diff").write_bytes(click.unstyle(lines).encode())
    subprocess.run(["patch", "-s", "--binary", "a.txt", "diff"], cwd=folder, check=True)
    return (folder / "a.txt").read_bytes().decode() if (folder / "a.txt").exists() else ""


@pytest.mark.skipif(not shutil.which("patch"), reason="the program patch is not here")
@settings(max_examples=50)
@given(OLD, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["", "x\n", "y"])), max_size=4), st.booleans())
def test_patch_makes_the_fixed_text(
    tmp_path_factory: pytest.TempPathFactory, old: str, edits: list[tuple[int, str]], end: bool
) -> None:
    lines = old.splitlines(keepends=True)
    for at, text in edits:
        lines[at : at + 1] = [text.replace("y", "y\n")] * bool(text)
    new = "".join(lines)
    old, new = (text if end else text.removesuffix("\n") for text in (old, new))
    assert patched(tmp_path_factory.mktemp("patch"), old, new) == new


def test_a_terminal_is_shown_no_control_signs() -> None:
    one = Fixed("\x1b[1m.txt", b"a \x1b[2J , b", b"a \x1b[2J, b", "utf-8")
    shown = click.unstyle("".join(fixes(one, exact=False)))
    assert r"\x1b[1m.txt" in shown
    assert r"\x1b[2J" in shown
