"""Speed on tables in two languages: rows and megabytes a second, with glossaries of two sizes.

    python benchmarks/tables.py [--rows N] [--terms N]... [--rounds N] [--select RULES] [--profile]

The rows are those of data/hkma, data/tico19 and data/wmt_zhen_testsets in a
fixed random order, repeated to the number asked for; the terms those of the
publisher's lists in data/hkma, and pairs of them joined to longer ones where
more are asked for. Rounds alternate between the glossaries; medians are given.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from termcheck.config import Config
from termcheck.engine import Setup, check_file
from termcheck.glossary import Glossary, Term

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
TABLES = ("hkma/paragraph_pairs_dev.tsv", "tico19/all.en-zh.tsv", "wmt_zhen_testsets/wmt21.zh-en.tsv",
          "wmt_zhen_testsets/wmt22.zh-en.tsv")  # fmt: skip


def main() -> None:
    """Print a line of figures for each glossary, and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--terms", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--select", default="bilingual", help="rules or families, separated by commas")
    parser.add_argument("--profile", action="store_true", help="show where the time of one round goes")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there")
    rules = Config(select=tuple(args.select.split(","))).rules()
    setups = {count: Setup(rules, Glossary(tuple(terms(count)))) for count in args.terms or (1_500, 50_000)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.tsv"
        write(path, args.rows)
        for setup in setups.values():  # the index is built at the first use
            check_file(str(path), setup)
        if args.profile:
            profile(str(path), next(iter(setups.values())))
            return
        report(path, args.rows, setups, args.rounds)


def report(path: Path, count: int, setups: dict[int, Setup], rounds: int) -> None:
    """Time the setups by turns, and print the medians."""
    seconds: dict[int, list[float]] = {size: [] for size in setups}
    found: dict[int, int] = {}
    for _ in range(rounds):
        for size, setup in setups.items():
            begun = perf_counter()
            checked = check_file(str(path), setup)
            seconds[size].append(perf_counter() - begun)
            found[size] = len(checked.issues)
            if checked.crashes or checked.error:
                sys.exit(f"{checked.crashes} {checked.error}")
    megabytes = path.stat().st_size / 1e6
    medians = {size: statistics.median(times) for size, times in seconds.items()}
    for size, median in medians.items():
        print(
            f"{size} terms: {count / median:,.0f} rows/s, {megabytes / median:.2f} MB/s, one process; "
            f"{found[size]} issues, doubtful ones too"
        )
    slowest, fastest = max(medians.values()), min(medians.values())
    print(f"{slowest / fastest:.2f} times as long with the one as with the other")


def write(path: Path, count: int) -> None:
    """A table of `count` rows."""
    kept = [row for name in TABLES if (DATA / name).exists() for row in rows(DATA / name)]
    random.Random(7).shuffle(kept)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("id\tzh\ten\n")
        for number in range(count):
            stream.write("\t".join((str(number), *kept[number % len(kept)])) + "\n")


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """The Chinese and English of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            yield row.get("zh") or row["source"], row.get("en") or row["refA"]


def terms(count: int) -> Iterator[Term]:
    """`count` terms, each with another source term."""
    listed = dict(entries())
    known = list(listed.items())[:count]
    yield from (Term(english, source=(chinese,)) for chinese, english in known)
    chance = random.Random(11)
    made = set(listed)
    while len(made) - len(listed) < count - len(known):
        (one, first), (two, second) = chance.sample(known, 2)
        if one + two not in made:
            made.add(one + two)
            yield Term(f"{first} {second}", source=(one + two,))


def entries() -> Iterator[tuple[str, str]]:
    """The terms of the publisher's lists, the Chinese first."""
    for path in sorted((DATA / "hkma").glob("glossary_*.tsv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t"):
                chinese = row.get("zh") or row["translations (en->zh)"]
                english = row.get("en") or row["translations (zh->en)"]
                yield re.split("[；;|]", chinese)[0].strip(), re.split("[；;|]", english)[0].strip()


def profile(path: str, setup: Setup) -> None:
    """Print the functions that take the most time of a check."""
    import cProfile
    import pstats

    with cProfile.Profile() as taken:
        check_file(path, setup)
    pstats.Stats(taken).sort_stats("tottime").print_stats(35)


if __name__ == "__main__":
    main()
