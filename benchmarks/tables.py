"""Speed on tables in two languages: rows a second of processor time, and of the clock with several processes.

    python benchmarks/tables.py [--rows N] [--terms N]... [--rounds N] [--jobs N] [--select RULES]... [--profile]

The rows are those of data/hkma, data/tico19 and data/wmt_zhen_testsets in a fixed random order, repeated to the number
asked for: as they are (paragraphs), and those of them that are short with the single sentences of others, as a
translation memory has them. The terms are those of the publisher's lists in data/hkma, and pairs of them joined to
longer ones where more are asked for. Without `--select` there are two rows of figures for each table: the rules that
need no more than the two passages, and all for two languages. Rounds go through all settings by turns; the least
processor time of one process is given, since others may use the machine, and the clock of `--jobs` processes.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

from real_texts import DATA, read_table

from termcheck.cli.options import few_collections
from termcheck.config import Config
from termcheck.engine import Setup, check_file
from termcheck.glossary import Glossary, Term
from termcheck.plan import Task
from termcheck.pool.parts import parts_elsewhere

TABLES = ("hkma/paragraph_pairs_dev.tsv", "tico19/all.en-zh.tsv", "wmt_zhen_testsets/wmt21.zh-en.tsv",
          "wmt_zhen_testsets/wmt22.zh-en.tsv")  # fmt: skip
PASSAGE = ",".join(
    f"bilingual/{name}" for name in "term forbidden number unit direction code list-length name untranslated".split()
)
_HAN_SENTENCE = re.compile("[^。！？]+[。！？”」]*")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_SHORT = 190  # bytes of a row of a memory, at most


def main() -> None:
    """Print a line of figures for each table, each choice of rules and each glossary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--terms", type=int, action="append")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--select", action="append", help="rules or families, separated by commas")
    parser.add_argument("--profile", action="store_true", help="show where the time of one round goes")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there")
    glossaries = [Glossary(tuple(terms(count))) for count in args.terms or (1_500,)]
    chosen = [Config(select=tuple(some.split(","))).rules() for some in args.select or (PASSAGE, "bilingual")]
    setups = [Setup(rules, glossary) for rules in chosen for glossary in glossaries]
    few_collections()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("paragraphs.tsv", "memory.tsv")]
        for path, kept in zip(paths, (paragraphs(), memory()), strict=True):
            write(path, args.rows, kept)
        if args.profile:
            profile(str(paths[0]), setups[0])
            return
        report(paths, setups, args)


def report(paths: Sequence[Path], setups: Sequence[Setup], args: argparse.Namespace) -> None:
    """Time the settings by turns, and print what each took."""
    settings = [(path, setup) for path in paths for setup in setups]
    alone, together = ({(path, id(setup)): list[float]() for path, setup in settings} for _ in "ab")
    found: dict[tuple[Path, int], int] = {}
    for _ in range(args.rounds):
        for path, setup in settings:
            begun = process_time()
            checked = check_file(str(path), setup)
            alone[path, id(setup)].append(process_time() - begun)
            begun = perf_counter()
            with parts_elsewhere(Task(str(path), str(path)), {"": setup}, args.jobs) as each:
                check_file(str(path), setup, each=each)
            together[path, id(setup)].append(perf_counter() - begun)
            found[path, id(setup)] = len(checked.issues)
            if checked.crashes or checked.error:
                sys.exit(f"{checked.crashes} {checked.error}")
    for path, setup in settings:
        one, several = min(alone[path, id(setup)]), min(together[path, id(setup)])
        size = path.stat().st_size
        print(
            f"{path.stem}, {size / args.rows:.0f} bytes a row, {len(setup.rules)} rules, {len(setup.glossary.terms)} "
            f"terms: {args.rows / one:,.0f} rows/s, {size / 1e6 / one:.2f} MB/s of one processor; "
            f"{args.rows / several:,.0f} rows/s by the clock with {args.jobs} processes; "
            f"{found[path, id(setup)]} issues, doubtful ones too"
        )


def write(path: Path, count: int, kept: Sequence[tuple[str, str]] = ()) -> None:
    """A table of `count` rows: of some, or of all there are."""
    kept = kept or paragraphs()
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("id\tzh\ten\n")
        for number in range(count):
            stream.write("\t".join((str(number), *kept[number % len(kept)])) + "\n")


def paragraphs() -> list[tuple[str, str]]:
    """The rows of all tables, in random order."""
    kept = [row for name in TABLES if (DATA / name).exists() for row in rows(DATA / name)]
    random.Random(7).shuffle(kept)
    return kept


def memory() -> list[tuple[str, str]]:
    """The short ones of these rows, and the sentences of those that have as many of them on both sides."""
    found = []
    for zh, en in paragraphs():
        ones, others = _HAN_SENTENCE.findall(zh), _SENTENCE.split(en)
        if len(ones) == len(others):
            found += [
                (one.strip(), other.strip())
                for one, other in zip(ones, others, strict=True)
                if len((one + other).encode()) < _SHORT
            ]
    return list(dict.fromkeys(found))


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """The Chinese and English of a table."""
    for row in read_table(path):
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
        for row in read_table(path):
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
