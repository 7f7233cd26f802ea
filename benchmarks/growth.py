"""How time and memory grow, each as a ratio with the bound it must keep: start-up, terms, text, files, tables.

    python benchmarks/growth.py [--rivals DIR] [--termcheck PATH] [--only PART]... [--quick] [--profile] [--write]

Each run is a whole process of the installed console script; those of one row go by turns, and medians are compared,
on the clock and in processor time. The glossary is in the cache, results of earlier runs are not, but for the second
run of "again". Work is made by `work.py`; --quick takes a tenth of it. A profile takes several times the real time.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from bench import Bench, Row, Run, check, measured, ratio
from processes import bytes_in, spent
from profiles import profile
from rival_tools import TERMS_ONLY, program
from work import Size

RUNS = Path(__file__).parent / "runs"
ROOT = Path(__file__).resolve().parents[1]
RULES: dict[str, Sequence[str]] = {"terms only": TERMS_ONLY, "all rules": ()}


def start_up(bench: Bench) -> Iterator[Row]:
    """No text at all, the seed, and one line of text."""
    few, many = (bench.keep(int(count * bench.part)) for count in (1_000, 100_000))
    bench.read(glossary := str(ROOT / "glossary"))
    (seed,) = map(str, (ROOT / "seeds").glob("*.txt"))
    runs: dict[str, Run] = {
        "python": partial(spent, [bench.python(), "-c", "pass"]),
        "version": bench.run("--version"),
        "seed": bench.run(*check(glossary, seed)),
        "few": bench.run(*check(few, "one.txt")),
        "many": bench.run(*check(many, "one.txt")),
    }
    if bench.codespell:
        runs["codespell"] = partial(spent, [bench.codespell, "one.txt"], bench.folder)
    measured(runs, 1)  # bytecode is written, and files are at hand
    taken = measured(runs, 5 * bench.rounds)
    yield ratio("--version, to a Python that does nothing", taken["version"], taken["python"], 5)
    yield ratio("the seed with its glossary, to a Python that does nothing", taken["seed"], taken["python"], 25)
    name = "one line with 1,000 terms, to codespell with its own dictionary"
    if bench.codespell:
        yield ratio(name, taken["few"], taken["codespell"], 2.5)
    else:
        yield Row(name, 0, 2.5, note="codespell is not installed")
    yield ratio("one line with 100,000 terms, to 1,000", taken["many"], taken["few"], 2)


def terms(bench: Bench) -> Iterator[Row]:
    """The same 10 MB with few terms and with many."""
    few, many = bench.keep(100), bench.keep(int(100_000 * bench.part))
    texts = bench.texts("texts", Size(10 * bench.part, int(100 * bench.part)))
    for name, options in RULES.items():
        runs: dict[str, Run] = {path: bench.run(*check(path, texts, *options)) for path in (few, many)}
        taken = measured(runs, bench.rounds)
        yield ratio(f"{name}: 10 MB with 100,000 terms, to 100", taken[many], taken[few], 2)


def text(bench: Bench) -> Iterator[Row]:
    """Ten times the text, and the rate."""
    glossary = bench.keep(1_000)
    short = bench.texts("short", Size(10 * bench.part, int(100 * bench.part)))
    long = bench.texts("long", Size(100 * bench.part, int(1_000 * bench.part)))
    megabytes = bytes_in(bench.folder / short) / 1e6
    for name, options in RULES.items():
        runs: dict[str, Run] = {path: bench.run(*check(glossary, path, *options)) for path in (short, long)}
        taken = measured(runs, bench.rounds)
        yield ratio(f"{name}: 100 MB, to 10 MB", taken[long], taken[short], 11)
        if not options:
            value = taken[short].processor / megabytes
            yield Row(f"{name}: processor seconds for a MB", value, 0.5, note=f"{1 / value:.2f} MB/s a core")


def files(bench: Bench) -> Iterator[Row]:
    """One file, and the same in a hundred; memory with each."""
    glossary = bench.keep(1_000)
    parted = bench.texts("parted", Size(10 * bench.part, int(100 * bench.part)))
    (bench.folder / "whole").mkdir()
    with (bench.folder / "whole" / "00000.txt").open("wb") as stream:
        for path in sorted((bench.folder / parted).iterdir()):
            stream.write(path.read_bytes())
    many = bench.texts("many", Size(100 * bench.part, int(1_000 * bench.part)))
    for jobs in ((), ("-j", "1")):
        runs: dict[str, Run] = {name: bench.run(*check(glossary, name, *jobs)) for name in ("whole", parted, many)}
        taken = measured(runs, bench.rounds)
        yield ratio(" ".join(["one file of 10 MB, to 100 files", *jobs]), taken["whole"], taken[parted], 1.3)
        for name, what in (("whole", "one file of 10 MB"), (parted, "100 files"), (many, "1,000 files, 100 MB")):
            largest = max(path.stat().st_size for path in (bench.folder / name).iterdir()) / 1e6
            most, peak = 60 + 6 * largest, taken[name].megabytes
            yield Row(" ".join(["memory:", what, *jobs]), peak / most, 1, note=f"{peak:.0f} MB of {most:.0f}")


def again(bench: Bench) -> Iterator[Row]:
    """1,000 files a second time."""
    glossary = bench.keep(1_000)
    texts = bench.texts("texts", Size(10 * bench.part, int(1_000 * bench.part)))
    runs = {"first": bench.run(*check(glossary, texts)), "second": bench.again(*check(glossary, texts))}
    taken = measured(runs, bench.rounds)
    row = ratio("1,000 unchanged files again, to the first time", taken["second"], taken["first"], 0.1)
    yield row._replace(note="no results are kept" if row.value > 0.7 else "")


def tables(bench: Bench) -> Iterator[Row]:
    """Rows of two languages with the terms of the publisher."""
    import tables as made

    count = int(100_000 * bench.part)
    made.write(bench.folder / "rows.tsv", count)
    terms = {"".join(filter(str.isalnum, one.term.lower())): one for one in made.terms(1_500)}  # some stand twice
    with (bench.folder / "terms.yaml").open("w", encoding="utf-8") as stream:
        stream.write("terms:\n")
        for one in terms.values():
            stream.write(f"  - term: {json.dumps(one.term)}\n    source: [{json.dumps(one.source[0])}]\n")
    command = check("terms.yaml", "rows.tsv", "--select", "bilingual", "-j", "2")
    bench.read("terms.yaml")
    taken = measured({"rows": bench.run(*command)}, bench.rounds)["rows"]
    rate = count / taken.seconds
    yield Row("tables, 1,500 terms, 2 processes: seconds for 20,000 rows", 20_000 / rate, 1, note=f"{rate:,.0f} rows/s")


def alignment(bench: Bench) -> Iterator[Row]:
    """100,000 sentences with their translation."""
    count = int(100_000 * bench.part)
    code = f"import sys; sys.path.append({str(RUNS.parent)!r}); import alignment; alignment.SIZES = ({count},)"
    if taken := spent([bench.python(), "-c", f"{code}; alignment.speed()"], bench.folder):
        told = taken.output.partition("\n")[0]
        seconds = float(told.partition(" rows: ")[2].partition(" s")[0])
        yield Row("alignment of 100,000 sentences: minutes", seconds / bench.part / 60, 3, note=told)


PARTS = {one.__name__: one for one in (start_up, terms, text, files, again, tables, alignment)}


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows in Markdown."""
    yield "| what | ratio | in processor time | bound | holds | figures |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        processor = "" if row.processor is None else f"{row.processor:.2f}"
        holds = "" if not row.value else "yes" if row.value <= row.bound else "**no**"
        yield f"| {row.name} | {row.value:.2f} | {processor} | {row.bound:g} | {holds} | {row.note} |"


def write_profiles(bench: Bench, day: str) -> None:
    """Profiles of the slow rows, each in a file of its own."""
    glossary = bench.keep(1_000)
    texts = bench.texts("texts", Size(10 * bench.part, int(100 * bench.part)))
    commands = {
        "terms-only": check(glossary, texts, *TERMS_ONLY, "-j", "1"),
        "all-rules": check(glossary, texts, "-j", "1"),
        "one-line": check(glossary, "one.txt"),
        "one-line-100000": check(bench.keep(int(100_000 * bench.part)), "one.txt"),
    }
    for name, arguments in commands.items():
        cache = bench.folder / "kept"
        told = f"termcheck {' '.join(arguments).replace(f'{bench.folder}/', '')}\n\n"
        told += profile(bench.python(), arguments, bench.folder, cache)
        (RUNS / f"{day}-profile-{name}.txt").write_text(told, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rivals", type=Path, metavar="DIR")
    parser.add_argument("--termcheck", default=str(Path(sys.executable).with_name("termcheck")), metavar="PATH")
    parser.add_argument("--only", action="append", choices=PARTS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    parser.add_argument("--profile", action="store_true", help="write profiles of the slow rows, and no figures")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/runs")
    args = parser.parse_args()
    day, codespell = f"{datetime.date.today():%Y-%m-%d}", program("codespell", args.rivals, "")
    rows: list[Row] = []
    for name in args.only or PARTS:
        with tempfile.TemporaryDirectory() as made:
            bench = Bench(args.termcheck, codespell, Path(made), 0.1 if args.quick else 1, args.rounds)
            (bench.folder / "kept").mkdir(mode=0o700)
            if args.profile:
                write_profiles(bench, day)
                break
            print(name, file=sys.stderr)
            for row in PARTS[name](bench):
                rows.append(row)
                print(f"  {row.name}: {row.value:.2f} (bound {row.bound:g}) {row.note}", file=sys.stderr)
    if not args.profile:
        title = "# Growth and its bounds" + (", a tenth of the work" if args.quick else "")
        lines = [title, "", f"`python benchmarks/growth.py`, {args.rounds} round(s)", "", *table(rows)]
        print("\n".join(lines))
        if args.write:
            (RUNS / f"{day}-growth.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return int(any(row.value > row.bound for row in rows))


if __name__ == "__main__":
    sys.exit(main())
