"""What keeps the speed: work is counted; what must be timed is compared with a reference in the same process.

    python benchmarks/gate.py [--only WORD]

A step of Python that grows with the square of the text, the rows or the
glossary shows in the number of bytecodes, on any machine and under any load; a
call of C that does shows in the growth of processor time, and beside the
reference. The work is made of the seed and of the examples of the rules, so
that it is the same everywhere. The exit code is 1 where a figure is above its
bound. A bound is raised with a reason, and lowered when the work became less.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from termcheck.config import Config
from termcheck.engine import Setup, check_file, check_part
from termcheck.glossary import Forbidden, Glossary, Term
from termcheck.plan import load_glossary
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5  # of what is timed; the quickest counts
TERMS = ("term", "name")  # what "terms only" selects, without the search for near misses


class Gate(NamedTuple):
    """A figure that may not be above its bound."""

    name: str
    measure: Callable[[], float]
    bound: float


def bytecodes(call: Callable[[], object]) -> int:
    """How many bytecodes a call runs, those of all that it calls included."""
    count = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "opcode"
        return step

    def enter(frame: FrameType, event: str, argument: Any) -> Any:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return step

    sys.settrace(enter)
    try:
        call()
    finally:
        sys.settrace(None)
    return count


def seconds(call: Callable[[], object]) -> float:
    """The processor time of the quickest of some calls."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        call()
        taken.append(time.process_time() - begin)
    return min(taken)


def peak(call: Callable[[], object]) -> int:
    """The most memory that a call holds at once, in bytes, as Python's allocator counts it."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@cache
def text(size: int, seed: int = 1) -> str:
    """Paragraphs of the seed in random order below its labels, with other figures."""
    rng = random.Random(seed)
    (path,) = (ROOT / "seeds").glob("*.txt")
    paragraphs = [one for one in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")) if one.strip()]
    chosen: list[str] = []
    while sum(map(len, chosen)) < size:
        chosen.append(re.sub(r"[1-9]", lambda _: str(rng.randint(1, 9)), rng.choice(paragraphs)))
    return "\n\n".join(chosen)[:size]


@cache
def glossary(count: int) -> Glossary:
    """The project's glossary, and terms made of its words up to the number asked for."""
    own, rng = load_glossary([str(ROOT / "glossary")]), random.Random(2)
    words = sorted({word for term in own.terms for word in term.term.split() if word.isalpha()})
    made: dict[str, Term] = {}
    while len(made) + len(own.terms) < count:
        name = "".join(rng.choices("abcdefghiklmnoprstuwyz", k=6)).title()
        one, two, three = rng.sample(words, 3)
        made[f"{name} {one} {two}"] = Term(f"{name} {one} {two}", forbidden=(Forbidden(f"{name} {three} {two}"),))
    return Glossary((*own.terms, *made.values()), own.people, own.facts)


@cache
def table(rows: int) -> bytes:
    """The examples of the rules that read two texts, as rows."""
    pairs = [(one.source, one.text) for rule in RULES for one in rule.examples if one.source and "\n" not in one.text]
    cells = [re.sub(r"\[\[|\]\]|[\t\r\n]", "", f"{source}|{target}").split("|", 1) for source, target in pairs]
    chosen = random.Random(3).choices(cells, k=rows)
    return b"zh\ten\n" + "".join(f"{source}\t{target}\n" for source, target in chosen).encode()


@cache
def setup(terms: int = 1_000, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Setup:
    """The rules that run by default, or those asked for, with a glossary whose index is built."""
    made = Setup(Config(select=select, ignore=ignore).rules(), glossary(terms))
    check(1_000, made)
    check_table(20, made)
    return made


def check(size: int, given: Setup, one_line: bool = False) -> None:
    """Read and check a text in this process."""
    words = " ".join(text(size).split()) if one_line else text(size)
    found = check_part((parse(Source("text.txt", words)), None), given)
    assert not found.checked.crashes


def check_table(rows: int, given: Setup) -> None:
    """Read and check a table in this process."""
    found = check_file("rows.tsv", given, data=table(rows))
    assert not found.crashes
    assert not found.error


def reference(size: int) -> None:
    """What any checker of words has to do: find them, fold them, count them, and look at each pair."""
    words = re.findall(r"\w+", text(size).lower())
    Counter(words)
    Counter(pairwise(words))


def terms_only() -> Setup:
    return setup(select=TERMS, ignore=("term/near-miss",))


def work(call: Callable[[], object]) -> int:
    """The bytecodes of a second call: what is found once and remembered is left out."""
    call()
    return bytecodes(call)


def growth(measure: Callable[[Callable[[], object]], float], call: Callable[[int], object], size: int) -> float:
    """How many times as much four times the size takes, for each of the four."""
    return measure(lambda: call(4 * size)) / measure(lambda: call(size)) / 4


GATES = (
    Gate("bytecodes a code point, all rules", lambda: work(lambda: check(40_000, setup())) / 40_000, 46),
    Gate("bytecodes a code point, terms only", lambda: work(lambda: check(40_000, terms_only())) / 40_000, 11),
    Gate("bytecodes a row of a table", lambda: work(lambda: check_table(400, setup())) / 400, 4_600),
    Gate("bytecodes, four times the text", lambda: growth(work, lambda size: check(size, setup()), 40_000), 1.1),
    Gate("bytecodes, four times the rows", lambda: growth(work, lambda rows: check_table(rows, setup()), 200), 1.1),
    Gate("bytecodes, 100 times the terms",
         lambda: work(lambda: check(40_000, setup(20_000))) / work(lambda: check(40_000, setup(200))), 1.2),
    Gate("time, four times the text", lambda: growth(seconds, lambda size: check(size, setup()), 100_000), 1.3),
    Gate("time, four times one line", lambda: growth(seconds, lambda size: check(size, setup(), True), 100_000), 1.3),
    Gate("time, four times the rows", lambda: growth(seconds, lambda rows: check_table(rows, setup()), 1_000), 1.3),
    Gate("time beside the reference, all rules",
         lambda: seconds(lambda: check(100_000, setup())) / seconds(lambda: reference(100_000)), 18),
    Gate("time beside the reference, terms only",
         lambda: seconds(lambda: check(100_000, terms_only())) / seconds(lambda: reference(100_000)), 5.5),
    Gate("memory, bytes a code point", lambda: peak(lambda: check(400_000, setup())) / 400_000, 30),
)  # fmt: skip


def main() -> int:
    """Print each figure with its bound; 1 where one is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the gates whose name has this in it")
    only = parser.parse_args().only
    if os.environ.get("PYTHONHASHSEED") != "0":  # the order of a set decides how many steps a search in it takes
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    broken = 0
    for gate in (one for one in GATES if only in one.name):
        figure = gate.measure()
        broken += figure > gate.bound
        print(
            f"{gate.name:40} {figure:10.3g}  bound {gate.bound:<8g} {'BROKEN' if figure > gate.bound else ''}".rstrip()
        )
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
