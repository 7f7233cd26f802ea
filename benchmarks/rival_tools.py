"""The tools that are compared: how each is called on a work (`work.py`), and how to read the lines it writes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Tool(NamedTuple):
    """A program, its arguments, the pattern of its lines ("" where none is about the glossary), and what it knows."""

    program: str
    arguments: Sequence[str]
    line: str
    knows: str


CHECK = ("check", "-f", "text", "-q", "--exit-zero", "-g", "tools/terms.yaml")
TERMS_ONLY = ("--select", "term,name", "--ignore", "term/near-miss")
FIRST = "termcheck, terms only"
FORMS, LITERAL, WORDS, OWN = "all forms", "all forms, as they are written", "misspelt words", "its own rules"
_TEXTLINT = ("-f", "unix", "--config")
_CSPELL = ("lint", "-c", "tools/cspell.json", "--no-progress", "--no-summary", "--no-color")
_LINE = r"(?:.*/)?(?P<file>\d{5}\.txt):(?P<line>\d+):"
_PLACE = _LINE + r"(?P<column>\d+)"
_TERM = _PLACE + r": \w+ (?:term|name)/.*"
TOOLS = {
    FIRST: Tool("termcheck", [*CHECK, *TERMS_ONLY, "texts"], _TERM, FORMS),
    "termcheck, all rules": Tool("termcheck", [*CHECK, "texts"], _TERM, FORMS),
    "Vale": Tool("vale", ["--config=tools/vale.ini", "--output=line", "texts"], _PLACE + ":.*", FORMS),
    "textlint, prh": Tool("textlint", [*_TEXTLINT, "tools/textlint-prh.json", "texts"], _PLACE + ": .* => .*", LITERAL),
    "textlint, terminology": Tool(
        "textlint", [*_TEXTLINT, "tools/textlint-terminology.json", "texts"], _PLACE + ": .*“.*”.*", LITERAL
    ),
    "codespell": Tool("codespell", ["-D", "tools/codespell.txt", "texts"], _LINE + " (?P<text>.*?) ==> .*", WORDS),
    "typos": Tool(  # its columns count bytes
        "typos",
        ["--config", "tools/typos.toml", "--format", "brief", "texts"],
        _LINE + r"\d+: \w+: `(?P<text>.*?)` should .*",
        WORDS,
    ),
    "cspell": Tool("cspell", [*_CSPELL, "texts/*.txt"], _PLACE + r" - .*?\((?P<text>.*?)\).*", WORDS),
    "proselint": Tool("proselint", ["check", "texts"], "", OWN),
    "limit: ripgrep -F": Tool(
        "rg", ["-noFH", "--no-heading", "-f", "tools/forms.txt", "texts"], _LINE + "(?P<text>.*)", LITERAL
    ),
    "limit: grep -F": Tool("grep", ["-rnoF", "-f", "tools/forms.txt", "texts"], _LINE + "(?P<text>.*)", LITERAL),
}


def program(name: str, folder: Path | None, termcheck: str) -> str | None:
    """Where a program is: in a folder of pip's or npm's, or on the PATH."""
    if name == "termcheck":
        return termcheck
    where = [str(folder / "bin"), str(folder / "node_modules" / ".bin")] if folder else []
    return shutil.which(name, path=os.pathsep.join([*where, os.environ.get("PATH", "")]))
