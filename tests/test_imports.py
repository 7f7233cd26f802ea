"""What a hook run loads: start-up is the sum of it, so each module has to be asked for by name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = Path(__file__).with_name("hook_modules.txt")
PROBE = """
import sys
before = {*sys.modules}
from termcheck.cli import cli
from termcheck.cli.options import Shared
code = cli.main(sys.argv[1:], standalone_mode=False, obj=Shared())
print(*sorted({*sys.modules} - before), file=sys.stderr)
"""


def loaded(cache: Path, *arguments: str) -> set[str]:
    """The modules that a command loads beyond those of a Python that does nothing."""
    command = [sys.executable, "-c", PROBE, *arguments]
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return {*subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stderr.split()}


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the check of a transcript against a glossary loads at its second run and every later one."""
    (seed,) = (ROOT / "seeds").glob("*.txt")
    cache = tmp_path_factory.mktemp("cache")
    loaded(cache, "check", "-q", "--exit-zero", "-g", "glossary", str(seed))
    return loaded(cache, "check", "-q", "--exit-zero", "-g", "glossary", str(seed))


def packages(modules: set[str]) -> set[str]:
    """The modules by their first name, the project's own and the system's inner ones left out."""
    return {name.partition(".")[0] for name in modules if not name.startswith(("_", "termcheck"))}


def test_a_hook_run_loads_no_package_that_is_not_listed(hook: set[str]) -> None:
    listed = {line for line in ALLOWED.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"}
    assert packages(hook) - listed == set(), "slows every commit: import it where it is needed, or list it"
    assert listed - packages(hook) == set(), "not loaded any more: take it off the list"


def test_a_hook_run_loads_nothing_of_other_commands(hook: set[str]) -> None:
    own = {name for name in hook if name.startswith("termcheck.")}
    others = {
        "align.beads", "archive", "archiving", "extraction", "fixing", "glossary.load", "lang.chinese", "lang.others",
        "readers.table", "readers.units", "reports.archive", "reports.html", "reports.json", "rules.bilingual._lexicon",
        "study",
    }  # fmt: skip
    assert {name for name in own if name.removeprefix("termcheck.").startswith(tuple(others))} == set()


def test_the_version_is_told_before_anything_is_loaded() -> None:
    probe = "import sys; sys.argv = ['termcheck', '--version']; from termcheck.__main__ import main, _leave\n"
    probe += "import termcheck.__main__ as m; m._leave = None; main(); print(*sorted(sys.modules), file=sys.stderr)"
    found = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    own = {name for name in found.stderr.split() if name.startswith(("termcheck", "click", "lark", "yaml"))}
    assert own == {"termcheck", "termcheck.__main__"}
