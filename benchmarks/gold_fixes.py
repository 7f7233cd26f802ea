"""What `termcheck fix` makes of the seed, beside what its annotation suggests, line by line; safe fixes and all.

    python benchmarks/gold_fixes.py [--list]

The annotation is read from the shared folder, which is not part of the project.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "seed_gold.jsonl"
SEED = ROOT / "seeds" / "scio-briefing-chongqing-2024-06-05.txt"
AS_GOLD, IN_PART = "as the annotation suggests", "that are part of what it suggests"
OTHER, UNKNOWN = "other than it suggests", "where it has nothing"


class Record(NamedTuple):
    """A fault of the annotation: where it stands in its line, and what may stand there instead."""

    id: str
    start: int
    end: int
    forms: tuple[str, ...]


class Change(NamedTuple):
    """A stretch of a line that a fix changed, from `start` to `end`, and what stands there now."""

    start: int
    end: int
    new: str


def termcheck(*arguments: str) -> str:
    """What a command prints."""
    command = [sys.executable, "-m", "termcheck", *arguments, "-q", "--exit-zero", "-g", str(ROOT / "glossary")]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def records() -> dict[int, list[Record]]:
    """The faults of the annotation by line."""
    found: dict[int, list[Record]] = {}
    for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        start = row["col"] - 1
        record = Record(row["id"], start, start + len(row["text"]), tuple(forms(row["suggestion"])))
        found.setdefault(row["line"], []).append(record)
    return found


def forms(suggestion: str) -> list[str]:
    """What a suggestion allows: "on both its sides (or: on both sides)" is two forms; to delete is an empty one."""
    if suggestion.startswith("(delete"):
        return [""]
    plain = re.sub(r" \([^)]*\)", "", suggestion)
    return [plain, suggestion, *(form.strip() for form in re.findall(r"(?:or|better): ([^)]*)", suggestion))]


def changed_lines(old: list[str], new: list[str]) -> Iterator[tuple[int, str | None]]:
    """The lines that became another, or None, by their number from 1. Blank lines are left out."""
    texts = [[line for line in lines if line.strip()] for lines in (old, new)]
    numbers = [number for number, line in enumerate(old, 1) if line.strip()]
    at = 0
    for number, line in zip(numbers, texts[0], strict=True):
        following = texts[1][at : at + 1]
        if following and SequenceMatcher(None, line, following[0], autojunk=False).ratio() > 0.5:
            at += 1
            if line != following[0]:
                yield number, following[0]
        else:
            yield number, None


def changes(old: str, new: str) -> list[Change]:
    """The stretches of a line that changed, word by word."""
    words = [re.findall(r"\w+|\W", text) for text in (old, new)]
    starts = [0]
    for word in words[0]:
        starts.append(starts[-1] + len(word))
    matcher = SequenceMatcher(None, *words, autojunk=False)
    return [
        Change(starts[a], starts[b], "".join(words[1][c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def applied(text: str, edits: list[Change], start: int, end: int) -> str:
    """The stretch of a line from `start` to `end` with what changes in it."""
    parts = []
    for change in sorted(edits):
        parts += [text[start : change.start], change.new]
        start = change.end
    return "".join([*parts, text[start:end]])


def verdict(line: str, change: Change, made: list[Change], known: list[Record]) -> tuple[str, str]:
    """Whether a change is one that the annotation suggests, and of which record."""
    near = [one for one in known if one.start <= change.end and change.start <= one.end]
    for count in range(len(near), 0, -1):
        for chosen in combinations(near, count):
            start, end = (
                min(change.start, *(one.start for one in chosen)),
                max(change.end, *(one.end for one in chosen)),
            )
            inside = [one for one in made if start <= one.start and one.end <= end]
            ours = applied(line, inside, start, end)
            for number in range(max(len(one.forms) for one in chosen)):
                wanted = [Change(one.start, one.end, one.forms[min(number, len(one.forms) - 1)]) for one in chosen]
                if all(one.end <= two.start for one, two in pairwise(wanted)) and ours == applied(
                    line, wanted, start, end
                ):
                    return AS_GOLD, " ".join(one.id for one in chosen)
    ids = " ".join(one.id for one in near)
    gone, come = line[change.start : change.end].strip(), change.new.strip()
    part = any(gone not in form and come in form for one in near for form in one.forms)
    return (IN_PART if part or (not gone and come) else OTHER, ids) if near else (UNKNOWN, "")


def judge(title: str, *options: str) -> None:
    """Print how a run of `fix` compares."""
    known, counts = records(), Counter[str]()
    old = SEED.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / SEED.name
        path.write_bytes(SEED.read_bytes())
        before = json.loads(termcheck("check", "-f", "json", str(path)))["issues"]
        termcheck("fix", *options, str(path))
        new = path.read_text(encoding="utf-8")
        after = json.loads(termcheck("check", "-f", "json", str(path)))["issues"]
        again = termcheck("fix", "--diff", *options, str(path))
    lines = old.split("\n")
    print(f"== {title}")
    for number, line in changed_lines(lines, new.split("\n")):
        text = lines[number - 1]
        made = [Change(0, len(text), "")] if line is None else changes(text, line)
        for change in made:
            found, ids = verdict(text, change, made, known.get(number, []))
            counts[found] += 1
            if "--list" in sys.argv and found != AS_GOLD:
                print(f"{number}:{change.start + 1}: {ids or found}: {text[change.start : change.end]!r}", end=" ")
                print(f"became {change.new!r}")
    fixable = [sum(one["fixes"] != [] and (one["fixes"][0]["safe"] or options != ()) for one in issues)
               for issues in (before, after)]  # fmt: skip
    print(f"issues {len(before)}, then {len(after)}; with such a fix {fixable[0]}, then {fixable[1]}")
    print(f"new kinds of issues: {Counter(i['rule'] for i in after) - Counter(i['rule'] for i in before) or 'none'}")
    print(f"blank lines next to each other: {old.count(chr(10) * 3)}, then {new.count(chr(10) * 3)}")
    print(f"fixed again: {'nothing changes' if not again else 'it changes'}")
    for found in (AS_GOLD, IN_PART, OTHER, UNKNOWN):
        print(f"changes {found}: {counts[found]}")
    print()


def main() -> int:
    if not GOLD.is_file():
        sys.exit(f"no annotation at {GOLD}")
    judge("safe fixes")
    judge("all fixes", "--unsafe")
    return 0


if __name__ == "__main__":
    sys.exit(main())
