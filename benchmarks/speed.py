"""Time per megabyte with growing glossaries, all rules on.

    python benchmarks/speed.py [--megabytes N] [--terms N]... [--profile] [--write]

The text is made of real turns in random order (the seed, and the shared
briefings where they are at hand); the terms are invented multi-word names of
real words with one to three forbidden variants each. Quote the ratios: the
seconds are those of one machine on one day.
"""

from __future__ import annotations

import argparse
import cProfile
import datetime
import pstats
import random
import re
import statistics
import sys
import time
from pathlib import Path

from termcheck import __version__
from termcheck.engine import check
from termcheck.glossary import Forbidden, Glossary, Term
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
RUNS = Path(__file__).parent / "runs"
SYLLABLES = "an bao chen dong fu gang hai jin kun lan ming ning ping qing rong shan tai wen xi yun zhou".split()
MODIFIERS = (
    "National Regional Joint Digital Green Modern High-Tech Inland Coastal Urban Rural Advanced Integrated".split()
)
FIELDS = "Manufacturing Logistics Water Transport Energy Trade Finance Science Industry Port Rail Forest Data".split()
HEADS = "Plan Program Center Corridor Council Bank Initiative Park Zone Office Fund Network Alliance Base".split()


def text_of(megabytes: float, rng: random.Random) -> str:
    """Real paragraphs in random order under speaker labels, of the given size in code points."""
    files = [*(ROOT / "seeds").glob("*.txt"), *(DATA / "wh_briefings").glob("*.md")]
    paragraphs = [
        re.sub(r"\s+", " ", part).strip()
        for path in sorted(files)
        for part in re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
        if len(part) > 80
    ]
    chosen, size = [], 0
    while size < megabytes * 1_000_000:
        label = f"{rng.choice(SYLLABLES).title()} {rng.choice(SYLLABLES).title()}{rng.choice(SYLLABLES)}:"
        turn = [label, *rng.sample(paragraphs, 4)]
        chosen += turn
        size += sum(map(len, turn)) + 2 * len(turn)
    return "\n\n".join(chosen) + "\n"


def glossary_of(size: int, rng: random.Random) -> Glossary:
    """`size` invented official terms of three to five words."""
    terms: dict[str, Term] = {}
    while len(terms) < size:
        name = "".join(rng.choices(SYLLABLES, k=rng.choice((2, 3)))).title()
        words = [name, rng.choice(MODIFIERS), rng.choice(FIELDS), rng.choice(HEADS)]
        if rng.random() < 0.4:
            words.insert(2, rng.choice(FIELDS))
        variants = [
            [*words[:1], *words[2:]],
            [*words[:-1], rng.choice(HEADS)],
            [*words[:2], rng.choice(FIELDS), *words[3:]],
        ]
        term = " ".join(words)
        bad = {" ".join(variant) for variant in rng.sample(variants, rng.choice((1, 2, 3)))} - {term}
        terms[term] = Term(term, forbidden=tuple(Forbidden(form) for form in sorted(bad)))
    return Glossary(tuple(terms.values()))


def measure(text: str, glossary: Glossary, runs: int) -> float:
    """Median seconds of a check of the text, the index already built."""
    rules = [rule for rule in RULES if rule.default]
    check(parse(Source("warm.txt", text[:20_000])), glossary, rules)
    seconds = []
    for _ in range(runs):
        begin = time.perf_counter()
        check(parse(Source("speed.txt", text)), glossary, rules)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--terms", type=int, action="append")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--profile", action="store_true", help="show where the time of the first row goes")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rng = random.Random(2026)
    text = text_of(args.megabytes, rng)
    rows, base = ["| terms | index built, s | s per MB | ratio to the first |", "|---|---|---|---|"], 0.0
    for size in args.terms or (100, 10_000, 100_000):
        glossary = glossary_of(size, rng)
        begin = time.perf_counter()
        check(parse(Source("build.txt", "One word.")), glossary, RULES)
        built = time.perf_counter() - begin
        if args.profile:
            profile = cProfile.Profile()
            profile.runcall(measure, text, glossary, 1)
            pstats.Stats(profile).sort_stats("tottime").print_stats(35)
            return 0
        per_mb = measure(text, glossary, args.runs) / args.megabytes
        base = base or per_mb
        rows.append(f"| {size:,} | {built:.2f} | {per_mb:.2f} | {per_mb / base:.2f} |")
        print(rows[-1], file=sys.stderr)
    print("\n".join(rows))
    if args.write:
        RUNS.mkdir(exist_ok=True)
        path = RUNS / f"{datetime.date.today():%Y-%m-%d}-speed.md"
        head = (
            f"# Time per megabyte, all rules\n\ntermcheck {__version__}, {args.megabytes:g} MB, {args.runs} run(s)\n\n"
        )
        path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
