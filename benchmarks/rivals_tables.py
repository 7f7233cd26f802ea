"""Figures in two languages beside pofilter of the Translate Toolkit: false alarms, planted errors found, seconds.

    python benchmarks/rivals_tables.py --pofilter PATH [--plant N] [--rounds N]

Both read the same PO files in the same run: the Chinese and English paragraphs
of hkma and hkma-held, the errors that bilingual_numbers.py plants in them, and
the rows of DEMETR with a replaced number, from nine languages, with their clean
twins. pofilter runs its check `numbers`, termcheck the rules that compare
figures; what termcheck takes for doubtful does not count. pofilter is a program
of its own, of which the path is given. The texts are read from the shared data
folder, which is not part of the project.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import demetr
from bilingual_numbers import FAMILY, Row, planted, rows
from real_texts import DATA

# Errors that leave the digits as they are: a check that compares digits alone does not claim to find them.
IN_WORDS = ("magnitude word", "direction lost", "direction turned", "percent to points", "currency")
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: {}\\n"\n'
)
_CONTEXT = re.compile(r'^msgctxt "(.+)"$', re.MULTILINE)

# From a catalogue to the names of the entries that a tool flags.
Tool = Callable[[Path], set[str]]


class Plant(NamedTuple):
    """An error of a kind in an entry of one catalogue; `clean` is the entry of its twin in another."""

    kind: str
    clean: str
    entry: str


class Result(NamedTuple):
    """What a tool makes of an error: whether it flags the clean twin, and the entry that has the error."""

    kind: str
    noisy: bool
    hit: bool


class Work(NamedTuple):
    """A catalogue as it was translated, the same with errors, and which errors these are."""

    name: str
    clean: Path
    wrong: Path
    plants: Sequence[Plant]


def write(path: Path, lang: str, some: Iterable[Row]) -> Path:
    """The rows as a catalogue, each an entry with its name as the context."""
    entries = (f'\nmsgctxt "{one.id}"\nmsgid "{_quoted(one.source)}"\nmsgstr "{_quoted(one.target)}"\n' for one in some)
    path.write_text(HEADER.format(lang) + "".join(entries), encoding="utf-8", newline="\n")
    return path


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def chinese(folder: Path, corpus: str, most: int) -> Work:
    """A corpus, and at most so many errors of a kind planted in it."""
    chosen = planted(corpus, most)
    wrong = [one.row._replace(id=str(at)) for at, one in enumerate(chosen)]
    return Work(
        corpus,
        write(folder / f"{corpus}.po", "zh", rows(corpus)),
        write(folder / f"{corpus}-planted.po", "zh", wrong),
        [Plant(one.kind, one.row.id, str(at)) for at, one in enumerate(chosen)],
    )


def european(folder: Path, code: str) -> Work:
    """The rows of DEMETR from a language that have a number replaced."""
    found = [one for one in demetr.rows([code]) if one["pert"] == "numbers_replaced"]
    sides = [
        write(
            folder / f"{code}-{side}.po", code, [Row(str(n), one["source"], one[side]) for n, one in enumerate(found)]
        )
        for side in ("mt_clean", "mt_perturbed")
    ]
    return Work(code, sides[0], sides[1], [Plant("number replaced", str(n), str(n)) for n in range(len(found))])


def pofilter(program: str) -> Tool:
    """The numbers check of pofilter, which writes the entries it flags to a second catalogue, if there are any."""

    def flagged(path: Path) -> set[str]:
        out = path.with_suffix(".flagged")
        out.unlink(missing_ok=True)
        command = [program, "--progress=none", "--language=en", "-t", "numbers", str(path), str(out)]
        subprocess.run(command, check=True, capture_output=True)
        return set(_CONTEXT.findall(out.read_text(encoding="utf-8"))) if out.exists() else set()

    return flagged


def termcheck(path: Path) -> set[str]:
    """The rules of termcheck that compare figures; a unit is told by the line where its entry begins."""
    options = ["--select", ",".join(FAMILY), "--no-glossary", "--no-cache", "--exit-zero", "-q", "-j", "1"]
    command = [sys.executable, "-m", "termcheck", "check", str(path), "-f", "json", *options]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = path.read_text(encoding="utf-8").split("\n")
    return {name for one in json.loads(report)["issues"] for name in _CONTEXT.findall(lines[int(one["unit"]) - 1])}


def compare(name: str, works: Sequence[Work], tools: dict[str, Tool]) -> None:
    """Print how many clean entries each tool flags, and how many planted errors it finds."""
    results = {tool: list[Result]() for tool in tools}
    for tool, flagged in tools.items():
        count, noise = 0, 0
        for work in works:
            noisy, hits = flagged(work.clean), flagged(work.wrong)
            count += work.clean.read_text(encoding="utf-8").count("\nmsgctxt ")
            noise += len(noisy)
            results[tool] += [Result(one.kind, one.clean in noisy, one.entry in hits) for one in work.plants]
        print(f"{name}, {tool}: {_share(noise, count)} clean rows flagged")
        _by_kind(results[tool], _tell)
    print(f"{name}, errors whose twin is quiet for both:")
    both = [all(not one.noisy for one in same) for same in zip(*results.values(), strict=True)]
    for tool, every in results.items():
        print(f"  {tool}")
        _by_kind([one for one, quiet in zip(every, both, strict=True) if quiet], _tell_hits)


def _by_kind(found: Sequence[Result], tell: Callable[[str, Sequence[Result]], None]) -> None:
    tell("wrong figures", [one for one in found if one.kind not in IN_WORDS])
    for kind in sorted({one.kind for one in found}):
        tell(kind, [one for one in found if one.kind == kind])


def _tell_hits(kind: str, found: Sequence[Result]) -> None:
    if kind not in IN_WORDS:
        print(f"   {kind}: {_share(sum(one.hit for one in found), len(found))}")


def _tell(kind: str, found: Sequence[Result]) -> None:
    """Found are the plants whose twin is quiet; the other two counts are what a kinder measure says."""
    new = sum(one.hit and not one.noisy for one in found)
    quiet = sum(not one.noisy for one in found)
    print(f"   {kind}: found {_share(new, len(found))}; of those with a quiet twin {_share(new, quiet)}; "
          f"flagged, twin or no {_share(sum(one.hit for one in found), len(found))}")  # fmt: skip


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / max(1, whole):.1f} %)"


def races(works: Sequence[Work], tools: dict[str, Tool], rounds: int) -> Iterator[str]:
    """Time the tools on the catalogues as they were translated, and on those with errors."""
    yield from race("clean rows", [one.clean for one in works], tools, rounds)
    yield from race("rows with errors", [one.wrong for one in works], tools, rounds)


def race(name: str, paths: Sequence[Path], tools: dict[str, Tool], rounds: int) -> Iterator[str]:
    """Time the tools by turns on some catalogues, start-up and all, one process each; tell the medians."""
    seconds: dict[str, list[tuple[float, float]]] = {tool: [] for tool in tools}
    for _ in range(rounds):
        for tool, flagged in tools.items():
            begin, used = time.perf_counter(), _processor()
            for path in paths:
                flagged(path)
            seconds[tool].append((time.perf_counter() - begin, _processor() - used))
    for at, what in enumerate(("on the clock", "of processor time")):
        medians = {tool: statistics.median(one[at] for one in every) for tool, every in seconds.items()}
        told = ", ".join(f"{tool} {median:.2f} s" for tool, median in medians.items())
        yield f"{name}, {what}: {told}; termcheck takes {medians['termcheck'] / medians['pofilter']:.1f} times as long"


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pofilter", required=True, metavar="PATH", help="the program of that name")
    parser.add_argument("--plant", type=int, default=300, metavar="N", help="plant at most N errors of each kind")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    version = subprocess.run([args.pofilter, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    print(f"{version} -t numbers; termcheck --select {','.join(FAMILY)}")
    tools: dict[str, Tool] = {"pofilter": pofilter(args.pofilter), "termcheck": termcheck}
    with tempfile.TemporaryDirectory() as made:
        tables = [chinese(Path(made), corpus, args.plant) for corpus in ("hkma", "hkma-held")]
        for work in tables:
            compare(work.name, [work], tools)
        compare("demetr", [european(Path(made), code) for code in demetr.CODES.values()], tools)
        print(*races(tables, tools, args.rounds), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
