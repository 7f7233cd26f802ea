"""Map and reduce over a simulated archive: what the family `corpus` finds of what was planted, and what it costs.

    python benchmarks/archive.py [--documents N] [--folder DIR] [--jobs N] [--check] [--list N]

The archive is made by simulated_archive.py (or stands in DIR already). The map
attests every text, in this process or in several; the store is a file in a
temporary folder; then the rules read it, rule by rule. A finding is right where
a fault was planted in one of its texts; it is in a trap where a trap stands
there; the others are of the real material, and `--list` shows some. `--check`
also runs all rules of a check on a part of the archive, with and without the map.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import simulated_archive
from real_texts import DATA
from simulated_archive import Truth

from termcheck.archive import tables
from termcheck.archive.reduce import conflicts, kind_of
from termcheck.archive.store import Store, Text, opened
from termcheck.attested import KINDS, Conflict
from termcheck.config import Config
from termcheck.engine import Checked, Crash, Setup
from termcheck.plan import Task, load_glossary
from termcheck.pool import check
from termcheck.pool.crew import processes
from termcheck.pool.streaming import stream
from termcheck.rules import corpus

ROOT = Path(__file__).resolve().parents[1]
_BATCH = 500  # texts in one transaction


class Score(NamedTuple):
    """What a rule found of what was planted for it, sure and doubtful."""

    planted: int
    found: int
    found_doubtful: int
    right: int
    in_traps: int
    others: list[Conflict]


def main() -> None:
    """Print what was found, and what it cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--list", type=int, default=0)
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there")
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary) / "archive"
        if not folder.is_dir():
            simulated_archive.write(folder, args.documents, 1)
        setup = Setup((), load_glossary([str(ROOT / "glossary")]), attested=True)
        with opened(str(Path(temporary) / "archive.store")) as store:
            _map(folder, setup, store, args.jobs)
            _reduce(folder, store, args.list)
        print(f"store      {os.path.getsize(Path(temporary) / 'archive.store') / 1e6:.1f} MB")
        print(f"memory     {_peak(resource.RUSAGE_SELF):.0f} MB; of a worker {_peak(resource.RUSAGE_CHILDREN):.0f} MB")
        if args.check:
            _beside_check([*islice(_tasks(folder), 0, None, max(1, args.documents // 500))], setup)


def _tasks(folder: Path) -> Iterator[Task]:
    """The texts of an archive in order, beside their sources where they have one."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if where != str(folder) and not name.endswith(".zh.txt"):
                path = os.path.join(where, name)
                source = path.replace(".en.txt", ".zh.txt") if path.endswith(".en.txt") else ""
                yield Task(path, path, source=source)


def _map(folder: Path, setup: Setup, store: Store, jobs: int) -> None:
    begin, busy, count, size = perf_counter(), _processor(), 0, 0
    found = _checked(_tasks(folder), setup, jobs)
    while some := list(islice(found, _BATCH)):
        store.add(Text(task.path, one.attested) for task, one in some if isinstance(one, Checked))
        count += len(some)
        size += sum(os.path.getsize(path) for task, _ in some for path in (task.path, task.source) if path)
        failed = [str(one) for _, one in some if isinstance(one, Crash) or one.error or one.crashes]
        print(*failed, sep="\n", end="\n" * bool(failed))
    seconds, busy, (texts, attested) = perf_counter() - begin, _processor() - busy, store.count()
    print(
        f"map        {count:,} texts, {size / 1e6:.1f} MB in {seconds:.1f} s with {jobs} process{'es' * (jobs > 1)}: "
        f"{size / 1e6 / seconds:.2f} MB/s, {count / seconds:.0f} texts/s"
    )
    print(
        f"           {busy:.1f} s of a processor: {size / 1e6 / busy:.2f} MB/s, {count / busy:.0f} texts/s; "
        f"{attested / texts:.1f} attestations a text"
    )


def _checked(tasks: Iterator[Task], setup: Setup, jobs: int) -> Iterator[tuple[Task, Checked | Crash]]:
    work = partial(check, {"": setup})
    if jobs > 1:
        return stream(tasks, work, processes(jobs))
    return ((task, work(task)) for task in tasks)


def _reduce(folder: Path, store: Store, shown: int) -> None:
    begin = perf_counter()
    store.index()
    print(f"index      {perf_counter() - begin:.1f} s")
    truth = _truth(folder)
    for rule in corpus.RULES:
        begin = perf_counter()
        found = list(conflicts(rule, store.groups(kind_of(rule))))
        seconds = perf_counter() - begin
        score = _score(folder, found, rule.id, truth)
        sure = sum(not one.doubtful for one in found)
        print(
            f"{rule.id:18} recall {score.found}/{score.planted} ({score.found_doubtful} more doubtful), "
            f"{sure} sure findings, {score.right} planted, {score.in_traps} in traps, "
            f"{len(score.others)} of the material; {seconds:.1f} s"
        )
        for one in score.others[:shown]:
            print(
                f"    {os.path.relpath(one.at.path, folder)}:{one.at.line}: {'doubtful: ' * one.doubtful}{one.message}"
            )
    begin = perf_counter()
    rows = sum(1 for kind in KINDS for _ in tables.forms(store.groups(kind, several=False)))
    months = sum(1 for _ in tables.months(store.groups("use", several=False)))
    changes = [one for kind in ("use", "rendering") for one in tables.changes(store.groups(kind))]  # type: ignore[arg-type]
    seconds = perf_counter() - begin
    print(f"tables     {rows:,} forms, {months:,} months, {len(changes)} changes of usage in {seconds:.1f} s")


def _truth(folder: Path) -> list[Truth]:
    with (folder / "truth.tsv").open(encoding="utf-8", newline="") as lines:
        return [
            Truth(row["rule"], row["path"], row["form"], row["trap"]) for row in csv.DictReader(lines, delimiter="\t")
        ]


def _score(folder: Path, found: list[Conflict], rule: str, truth: list[Truth]) -> Score:
    planted = {(one.path, one.form.partition(" ")[0]) for one in truth if one.rule == rule}
    traps = {one.path for one in truth if one.trap}
    hit, hit_doubtful, right, trapped, others = set[object](), set[object](), 0, 0, list[Conflict]()
    for conflict in found:
        places = [conflict.at, *(one for one, _ in conflict.others)] if conflict.choice else [conflict.at]
        paths = [(os.path.relpath(one.path, folder), one.written.partition(" ")[0]) for one in places]
        hits = planted & {*paths}
        (hit_doubtful if conflict.doubtful else hit).update(hits)
        right += bool(hits) and not conflict.doubtful
        if not hits:
            trapped += not conflict.doubtful and not traps.isdisjoint(path for path, _ in paths)
            others += [conflict] if traps.isdisjoint(path for path, _ in paths) and not conflict.doubtful else []
    return Score(len(planted), len(hit), len(hit_doubtful - hit), right, trapped, others)


def _beside_check(tasks: list[Task], setup: Setup) -> None:
    """The processor time of a full check with and without the map, by turns."""
    rules = Config().rules()
    setups = {"check": setup._replace(rules=rules, attested=False), "check and map": setup._replace(rules=rules),
              "map": setup, "reading": setup._replace(attested=False)}  # fmt: skip
    seconds: dict[str, list[float]] = {name: [] for name in setups}
    for _ in range(3):
        for name, one in setups.items():
            begin = process_time()
            for task in tasks:
                check({"": one}, task)
            seconds[name].append(process_time() - begin)
    told = (f"{name} {statistics.median(some) / len(tasks) * 1000:.2f} ms" for name, some in seconds.items())
    print(f"a text     {', '.join(told)} (processor, median of 3 rounds over {len(tasks)} texts)")


def _processor() -> float:
    """The seconds of processors so far, of this process and of those that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1000


if __name__ == "__main__":
    main()
