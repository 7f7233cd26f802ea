"""Known misspellings planted in clean text: how many are found, how many get the right word, and what rivals find.

    python benchmarks/typos.py [--list wikipedia|toefl] [--per-text 5] [--rivals DIR-OF-PROGRAMS] [--missed N]

Wikipedia's list of common misspellings and the learners' slips of TOEFL-Spell are read from the shared data folder;
each slip takes the place of one use of the right word in a White House or Hong Kong text. Rivals (codespell, typos)
run on the same files.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from real_texts import DATA, texts

from termcheck.glossary import Glossary
from termcheck.rule import Context
from termcheck.rules import spelling
from termcheck.structure import parse
from termcheck.text import Source


def slips(source: str) -> dict[str, list[str]]:
    """Right word → its misspellings: single words in lower case, five letters and more."""
    found: dict[str, list[str]] = {}
    for wrong, right in dict.fromkeys(_wikipedia() if source == "wikipedia" else _toefl()):
        if re.fullmatch(r"[a-z]{5,}", wrong) and re.fullmatch(r"[a-z]+", right):
            found.setdefault(right, []).append(wrong)
    return found


def _wikipedia() -> Iterator[tuple[str, str]]:
    for line in (DATA / "typos" / "wikipedia_common_misspellings.txt").read_text(encoding="utf-8").splitlines():
        wrong, arrow, right = line.strip().partition("->")
        if arrow and "," not in right:
            yield wrong, right


def _toefl() -> Iterator[tuple[str, str]]:
    with (DATA / "typos" / "toefl_spell_annotations.tsv").open(encoding="utf-8", newline="") as stream:
        yield from ((row["Misspelling"], row["Correction"]) for row in csv.DictReader(stream, delimiter="\t"))


def plant(text: str, known: dict[str, list[str]], count: int, rng: random.Random) -> tuple[str, dict[str, str]]:
    """The text with at most `count` slips in it, and each slip with the right word."""
    places = [match for match in re.finditer(r"(?<![\w'’@/.-])[a-z]+(?![\w'’@/-])", text) if match.group() in known]
    rng.shuffle(places)
    chosen = {match.group(): match for match in reversed(places)}
    planted: dict[str, str] = {}
    for right, match in sorted(list(chosen.items())[:count], key=lambda item: -item[1].start()):
        wrong = rng.choice(known[right])
        text = text[: match.start()] + wrong + text[match.end() :]
        planted[wrong] = right
    return text, planted


def ours(path: Path) -> dict[str, str]:
    """What the spelling rules mark in a file, folded, with the first suggestion."""
    doc, ctx = parse(Source(path.name, path.read_text(encoding="utf-8"))), Context(Glossary())
    found = [finding for rule in spelling.RULES for finding in rule.check(doc, ctx) if not finding.doubtful]
    return {doc[one.span].lower(): one.fix.edits[0].text if one.fix else "" for one in found}


def codespell(program: Path, path: Path) -> dict[str, str]:
    """The same of codespell with its default dictionaries."""
    out = subprocess.run([program, path], capture_output=True, text=True, check=False).stdout
    return {m[1].lower(): m[2].split(",")[0] for m in re.finditer(r": (\S+) ==> (.+)", out)}


def typos(program: Path, path: Path) -> dict[str, str]:
    """The same of typos."""
    out = subprocess.run([program, "--format", "json", path], capture_output=True, text=True, check=False).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    return {row["typo"].lower(): (row["corrections"] or [""])[0] for row in rows if row.get("type") == "typo"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", default="wikipedia", choices=["wikipedia", "toefl"])
    parser.add_argument("--per-text", type=int, default=5)
    parser.add_argument("--rivals", type=Path)
    parser.add_argument("--missed", type=int, default=0)
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    known, rng = slips(args.list), random.Random(7)
    tools = {"termcheck": ours}
    if args.rivals:
        tools["codespell"] = lambda path: codespell(args.rivals / "codespell", path)
        tools["typos"] = lambda path: typos(args.rivals / "typos", path)
    total, found, right, other = 0, dict.fromkeys(tools, 0), dict.fromkeys(tools, 0), dict.fromkeys(tools, 0)
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        clean = [one for corpus in ("wh", "hkma") for one in texts(corpus)]
        for name, text in clean * 3:
            path = Path(folder, name)
            planted_text, planted = plant(text, known, args.per_text, rng)
            path.write_text(planted_text, encoding="utf-8")
            total += len(planted)
            for tool, run in tools.items():
                marks = run(path)
                found[tool] += len(planted.keys() & marks.keys())
                right[tool] += sum(marks.get(wrong) == word for wrong, word in planted.items())
                other[tool] += len(marks.keys() - planted.keys())
                if tool == "termcheck":
                    missed += [f"{wrong} ({word})" for wrong, word in planted.items() if wrong not in marks]
    print(f"{total} slips planted")
    for tool in tools:
        print(f"{tool}: found {found[tool] / total:.1%}, right word {right[tool] / total:.1%}, others {other[tool]}")
    print("\n".join(rng.sample(missed, min(args.missed, len(missed)))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
