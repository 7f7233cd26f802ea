"""termcheck beside the tools people use for the same: seconds, memory, planted faults found, false alarms.

    python benchmarks/rivals.py [--rivals DIR] [--termcheck PATH] [--rows ROW]... [--tools TOOL]... [--write]

Each row is a work of another size (`work.py`): all tools read the same texts and the same glossary, by turns, as whole
processes with their defaults for parallel work. termcheck has read the glossary before, but no text. The row "tables"
times pofilter (`rivals_tables.py`, which tells what it finds). Programs are looked for in DIR/bin, in
DIR/node_modules/.bin and on the PATH; one that is not there is told. To install them:

    python -m venv DIR && DIR/bin/pip install codespell typos proselint translate-toolkit
    npm install --prefix DIR cspell textlint textlint-rule-prh textlint-rule-terminology
    apt-get install ripgrep

Vale is not in these registries: put its binary on the PATH. termcheck is the console script beside this Python, or
the one given, which should be a plain installation.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import work
from processes import Medians, Spent, bytes_in, in_turn, medians, renewed, spent
from rival_tools import CHECK, FIRST, TOOLS, program
from scoring import Score, hits, scored
from work import FAULTS, Plant, Size

RUNS = Path(__file__).parent / "runs"
COLUMNS = ("s", "times", "processor s", "times", "peak MB")


class Row(NamedTuple):
    """A work: how much text (none: one line), and how many terms."""

    size: Size
    terms: int


ROWS = {
    "one line, 1,000 terms": Row(Size(0, 1), 1_000),
    "one line, 100,000 terms": Row(Size(0, 1), 100_000),
    "1 MB, 10 terms": Row(Size(1, 10), 10),
    "1 MB, 1,000 terms": Row(Size(1, 10), 1_000),
    "1 MB, 10,000 terms": Row(Size(1, 10), 10_000),
    "1 MB, 100,000 terms": Row(Size(1, 10), 100_000),
    "10 MB in 100 files": Row(Size(10, 100), 1_000),
    "10 MB in one file": Row(Size(10, 1), 1_000),
    "100 MB in 1,000 files": Row(Size(100, 1000), 1_000),
}
TABLES = "tables"
SETS = {
    "quick": ("one line, 1,000 terms", "1 MB, 1,000 terms", TABLES),
    "usual": (*(name for name in ROWS if name != "100 MB in 1,000 files"), TABLES),
    "all": (*ROWS, TABLES),
}


def runs(folder: Path, programs: dict[str, str], limit: float) -> dict[str, Callable[[], Spent | None]]:
    """A run of each tool."""
    cache, kept = folder / "cache", folder / "kept"
    kept.mkdir()
    (folder / "other.txt").write_text("Another line.\n", encoding="utf-8")
    spent([programs[FIRST], *CHECK, "other.txt"], folder, limit, kept)
    made: dict[str, Callable[[], Spent | None]] = {}
    for name, path in programs.items():
        plain = partial(spent, [path, *TOOLS[name].arguments], folder, limit, cache)
        made[name] = partial(renewed, cache, kept, plain) if name.startswith("termcheck") else plain
    return made


def table(plants: Sequence[Plant], taken: dict[str, list[Spent]], limit: float) -> Iterator[str]:
    """A line for each tool, and one for what is planted."""
    every = Counter(one.kind for one in plants)
    kinds = [kind for kind in FAULTS if every[kind]]
    yield _cells(["tool", *COLUMNS, "found", *kinds, "on right terms", "on traps", "elsewhere"])
    yield _cells(["---"] * (len(COLUMNS) + len(kinds) + 5))
    base = medians(taken[FIRST]) if taken[FIRST] else None
    for name, some in taken.items():
        if not some:
            yield _cells([name, f"> {limit:g}", *[""] * (len(COLUMNS) + len(kinds) + 3)])
            continue
        score = scored(plants, hits(some[-1].output, TOOLS[name].line)) if TOOLS[name].line else None
        yield _cells([name, *_spending(medians(some), base), *_counts(score, kinds)])
    yield _cells(["*planted*", *[""] * len(COLUMNS), *_counts(Score(every, 0), kinds)])


def _cells(some: Sequence[object]) -> str:
    return f"| {' | '.join(map(str, some))} |"


def _spending(one: Medians, base: Medians | None) -> list[str]:
    """Seconds, each with how many times those of the first tool they are, and memory."""
    seconds, processor = (f"{one[at] / base[at]:.2f}" if base else "" for at in (0, 1))
    return [f"{one.seconds:.2f}", seconds, f"{one.processor:.2f}", processor, f"{one.megabytes:.0f}"]


def _counts(score: Score | None, kinds: Sequence[str]) -> list[int | str]:
    """The found of all kinds and of each, the false alarms; nothing for a tool that cannot know the glossary."""
    if not score:
        return [""] * (len(kinds) + 4)
    found = [score.found[kind] for kind in kinds]
    return [sum(found), *found, score.found["right"], sum(score.found[kind] for kind in work.TRAPS), score.elsewhere]


def row(name: str, programs: dict[str, str], rounds: int, limit: float) -> Iterator[str]:
    """The lines of a row: its heading and its table."""
    terms = work.glossary(ROWS[name].terms)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        plants = work.write(folder, ROWS[name].size, terms)
        if not ROWS[name].size.megabytes:
            (folder / "texts" / "00000.txt").write_text("One line.\n", encoding="utf-8")
        megabytes = bytes_in(folder / "texts") / 1e6
        taken = in_turn(runs(folder, programs, limit), rounds, lambda line: print(f"  {line}", file=sys.stderr))
    if failed := [
        tool for tool, some in taken.items() if tool.startswith("termcheck") and any(one.code for one in some)
    ]:
        sys.exit(f"{name}: {', '.join(failed)} could not run")
    yield from ("", f"## {name}", "", f"{megabytes:.2f} MB, {len(terms):,} terms", "")
    yield from table(plants, taken, limit)


def tables(pofilter: str | None, rounds: int) -> Iterator[str]:
    """The lines of the row of tables."""
    import rivals_tables

    yield from ("", "## tables", "")
    if not pofilter:
        yield "pofilter: not installed"
        return
    tools = {"pofilter": rivals_tables.pofilter(pofilter), "termcheck": rivals_tables.termcheck}
    with tempfile.TemporaryDirectory() as made:
        works = [rivals_tables.chinese(Path(made), corpus, 300) for corpus in ("hkma", "hkma-held")]
        yield from (f"- {line}" for line in rivals_tables.races(works, tools, rounds))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rivals", type=Path, metavar="DIR")
    parser.add_argument("--termcheck", default=str(Path(sys.executable).with_name("termcheck")), metavar="PATH")
    parser.add_argument(
        "--rows", action="append", choices=[*ROWS, TABLES, *SETS], metavar="ROW", help=", ".join([*SETS, *ROWS, TABLES])
    )
    parser.add_argument("--tools", action="append", choices=TOOLS, metavar="TOOL", help=", ".join(TOOLS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=80, metavar="S", help="a run is stopped after so many seconds")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/runs")
    args = parser.parse_args()
    wanted = [name for name in TOOLS if not args.tools or name in {FIRST, *args.tools}]
    found = {name: program(TOOLS[name].program, args.rivals, args.termcheck) for name in wanted}
    programs = {name: path for name, path in found.items() if path}
    lines = ["# termcheck beside its rivals", "", f"`python benchmarks/rivals.py`, {args.rounds} round(s)", ""]
    lines += [*versions(programs), *(f"- {name}: not installed" for name, path in found.items() if not path)]
    for name in dict.fromkeys(name for one in args.rows or ["usual"] for name in SETS.get(one, (one,))):
        print(name, file=sys.stderr)
        if name == TABLES:
            lines += tables(program("pofilter", args.rivals, ""), args.rounds)
        else:
            lines += row(name, programs, args.rounds, args.limit)
        print("\n".join(lines), flush=True)
        if args.write:
            path = RUNS / f"{datetime.date.today():%Y-%m-%d}-rivals.md"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def versions(programs: dict[str, str]) -> Iterator[str]:
    """What each tool is, and what it can know of the glossary."""
    for name, path in programs.items():
        told = spent([path, "--version"], limit=20)
        version = told.output.strip().partition("\n")[0] if told else ""
        yield f"- {name} ({version or 'version not told'}) knows {TOOLS[name].knows}"


if __name__ == "__main__":
    sys.exit(main())
