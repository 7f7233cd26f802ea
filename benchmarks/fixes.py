"""Planted faults mended: what `termcheck fix` makes of them, beside codespell and typos on the same texts.

    python benchmarks/fixes.py [--texts N] [--rounds N] [--rivals FOLDER] [--list] [--write]

One fault of each kind is planted in a part of a real text, and each tool
fixes the copy. A fault is repaired when the text at its place is the original
again. What else a tool changes is either a fault that the clean text has
already ("own": the tool makes the same change there) or drawn by a planted
one. `--list` shows every place that did not become the original again and
every other change, to be read. FOLDER holds the programs of the rivals.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import yaml
from faults import PLANTERS, RUNS, Planted, Planter, names, transcript
from gold_fixes import Change, applied, changes
from real_texts import DATA, texts

from termcheck import __version__
from termcheck.fixing import Wanted, fix_all
from termcheck.plan import Request, plan

APART = 150  # characters between two faults, so that neither is the other's reason
LONGEST = 40_000
# Terms that these texts use, each with a form that its glossary is made to forbid.
FORBIDDEN = {
    "interest rate": "lending charge",
    "administration official": "government officer",
    "foreign minister": "overseas minister",
    "financial institution": "money house",
    "press briefing": "announcement session",
    "climate change": "alteration of weather",
    "opening statement": "first declaration",
    "annual report": "yearly account",
    "executive order": "presidential decree",
    "income tax": "wage levy",
    "unemployment rate": "share of jobless",
    "bilateral meeting": "encounter of two",
    "prime minister": "chief minister",
}


class Tried(NamedTuple):
    """A text with its planted faults: the clean text, the faults by kind in order, and the text that has them."""

    name: str
    clean: str
    faults: Mapping[Planted, str]
    wrong: str


class Tally(NamedTuple):
    """What became of the faults of each kind; how many other changes there were; lines to read."""

    ends: Counter[tuple[str, str]]
    others: Counter[str]
    lines: list[str]


def swapped(pattern: str, new: Callable[[re.Match[str]], str]) -> Planter:
    """A planter that rewrites matches of a pattern."""

    def planter(rng: random.Random, text: str) -> Iterator[Planted]:
        found = list(re.finditer(pattern, text))
        for match in rng.sample(found, len(found)):
            yield Planted(*match.span(), new(match))

    return planter


def forbidden(rng: random.Random, text: str) -> Iterator[Planted]:
    """A forbidden form in the place of a term, in its number and case, with the article that it needs."""
    terms = "|".join(FORBIDDEN)
    found = list(re.finditer(rf"\b(?:([Aa])n? )?((?i:{terms}))(s?)\b", text))
    for match in rng.sample(found, len(found)):
        bad, got = FORBIDDEN[match[2].lower()], match[2]
        head, of, rest = bad.partition(" of ")
        bad = head + match[3] + of + rest
        bad = bad.title().replace(" Of ", " of ") if got.istitle() else bad.capitalize() if got[0].isupper() else bad
        article = match[1] and match[1] + "n" * (bad[0].lower() in "aeiou") + " "
        if got[1:].islower() or got.istitle():
            yield Planted(*match.span(), (article or "") + bad)


KINDS: Mapping[str, Planter] = {
    **PLANTERS,
    "forbidden form": forbidden,
    "doubled word": swapped(r"(?<=[a-z] )(of|to|the|with|for|from|and) (?=[a-z])", lambda match: f"{match[1]} " * 2),
    "article": swapped(
        r"(?<=[a-z] )an?(?= [a-z]{5})", lambda match: "an" if match[0] == "a" else "a"
    ),
    "space before sign": swapped(r"(?<=[a-z])[,.](?=\s)", lambda match: " " + match[0]),
    "doubled space": swapped(r"(?<=[a-z]) (?=[a-z])", lambda match: "  "),
    "lost space": swapped(r"(?<=[a-z]), (?=[a-z])", lambda match: ","),
}  # fmt: skip


def tried(rng: random.Random, name: str, clean: str) -> Tried:
    """A text with a fault of each kind that it has a place for."""
    faults: dict[Planted, str] = {}
    for kind, planter in KINDS.items():
        free = (
            fault
            for fault in planter(rng, clean)
            if all(fault.end + APART < one.start or one.end + APART < fault.start for one in faults)
        )
        if fault := next(free, None):
            faults[fault] = kind
    ordered = dict(sorted(faults.items()))
    edits = [Change(*fault) for fault in ordered]
    return Tried(name, clean, ordered, applied(clean, edits, 0, len(clean)))


def part(rng: random.Random, text: str) -> str:
    """Whole lines of a text, from anywhere, and not too many to fix often."""
    lines = text.splitlines(keepends=True)
    sizes = list(accumulate(map(len, lines)))
    first = rng.choice([at for at, size in enumerate(sizes) if size <= max(sizes[0], sizes[-1] - LONGEST)])
    return "".join(lines[first:])[:LONGEST].rpartition("\n")[0] + "\n"


def drawn(rng: random.Random, count: int, rounds: int) -> list[Tried]:
    """The texts to fix."""
    found = []
    for corpus in ("wh", "hkma", "mfa", "au"):
        pool = list(texts(corpus))
        for name, text in rng.sample(pool, min(count, len(pool))):
            plain = re.sub(r"[ \t\u00a0]+$", "", text, flags=re.MULTILINE)
            clean = transcript(rng, plain) if corpus == "hkma" else part(rng, plain)
            found += [tried(rng, f"{corpus}-{at}-{Path(name).stem[:40]}.md", clean) for at in range(rounds)]
    return found


def terms(text: str) -> str:
    """The glossary of a text: its long names, and the terms with the forms that were planted."""
    entries: list[dict[str, object]] = [{"term": name} for name in sorted(names(text))]
    entries += [{"term": term, "forbidden": [{"form": bad}]} for term, bad in FORBIDDEN.items()]
    return yaml.safe_dump({"terms": entries})


def ours(unsafe: bool) -> Callable[[Path], None]:
    """Fixes the texts of a folder, each with the glossary beside it."""

    def run(folder: Path) -> None:
        for path in sorted(folder.glob("*.md")):
            work = plan(Request((str(path),), glossaries=(str(path.with_suffix(".yaml")),), cache=False))
            for _, one in fix_all(work, Wanted(work.setups, unsafe=unsafe)):
                path.write_bytes(one.after)

    return run


def rival(*command: str) -> Callable[[Path], None]:
    """Fixes the texts of a folder in place."""
    return lambda folder: [subprocess.run([*command, str(path)], capture_output=True, check=False)
                           for path in sorted(folder.glob("*.md"))] and None  # fmt: skip


def after(cases: list[Tried], run: Callable[[Path], None]) -> list[tuple[str, str]]:
    """What a tool makes of the clean text of each case, and of the one with faults."""
    with tempfile.TemporaryDirectory() as name:
        sides = []
        for side in ("clean", "wrong"):
            folder = Path(name, side)
            folder.mkdir()
            for case in cases:
                (folder / case.name).write_bytes(getattr(case, side).encode())
                (folder / case.name).with_suffix(".yaml").write_text(terms(case.clean), encoding="utf-8")
            run(folder)
            sides.append([(folder / case.name).read_bytes().decode() for case in cases])
        return list(zip(*sides, strict=True))


def edits(old: str, new: str) -> list[Change]:
    """What changed, word by word within the lines that did."""
    lines = [text.splitlines(keepends=True) for text in (old, new)]
    starts = list(accumulate(map(len, lines[0]), initial=0))
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, *lines, autojunk=False).get_opcodes():
        if kind != "equal":
            inner = changes("".join(lines[0][a:b]), "".join(lines[1][c:d]))
            found += [Change(starts[a] + one.start, starts[a] + one.end, one.new) for one in inner]
    return found


def judge(case: Tried, clean: str, fixed: str, tally: Tally) -> None:
    """Count what became of each fault of a text, and the other changes."""
    made, rest = edits(case.wrong, fixed), set(edits(case.wrong, fixed))
    grown = 0
    for fault, kind in case.faults.items():
        start = fault.start + grown
        end = start + len(fault.wrong)
        near = [one for one in made if one.start <= end and start <= one.end]
        first, last = min([start, *(one.start for one in near)]), max([end, *(one.end for one in near)])
        right = case.clean[first - grown : fault.end + last - end]
        now = applied(case.wrong, near, first, last)
        result = "untouched" if not near else "repaired" if now == right else "other"
        tally.ends[kind, result] += 1
        rest -= set(near)
        grown += len(fault.wrong) - (fault.end - fault.start)
        if result != "repaired":
            tally.lines.append(f"{result.upper()} {kind}: {shown(case.wrong, first, last, now)} (was {right!r})")
    own = Counter(said(case.clean, one) for one in edits(case.clean, clean))
    for one in sorted(rest):
        which = "own" if own[said(case.wrong, one)] > 0 else "drawn"
        own[said(case.wrong, one)] -= 1
        tally.others[which] += 1
        tally.lines.append(f"{which.upper()} {case.name}: {shown(case.wrong, one.start, one.end, one.new)}")


def said(text: str, one: Change) -> tuple[str, str]:
    return text[one.start : one.end].strip(), one.new.strip()


def shown(text: str, start: int, end: int, new: str) -> str:
    before, behind = text[max(0, start - 50) : start], text[end : end + 50]
    return re.sub(r"\s", " ", f"{before}[{text[start:end]}|{new}]{behind}")


def rows(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The table: of each kind of fault, how many were repaired and how many became something else."""
    first = next(iter(tallies.values()))
    yield "| kind | planted | " + " | ".join(tallies) + " |"
    yield "|---|---|" + "---|" * len(tallies)
    results = ("repaired", "other", "untouched")
    sums: Counter[tuple[str, str]] = Counter()
    for kind in KINDS:
        planted = sum(first.ends[kind, result] for result in results)
        sums["", "planted"] += planted
        cells = []
        for tool, tally in tallies.items():
            for result in results:
                sums[tool, result] += tally.ends[kind, result]
            cells.append(f"{tally.ends[kind, 'repaired']}, {tally.ends[kind, 'other']}")
        yield f"| {kind} | {planted} | " + " | ".join(cells) + " |"
    cells = [f"{sums[tool, 'repaired']}, {sums[tool, 'other']}" for tool in tallies]
    yield f"| together | {sums['', 'planted']} | " + " | ".join(cells) + " |"
    for which, label in (("own", "other changes, made in the clean text too"), ("drawn", "other changes")):
        yield f"| {label} | | " + " | ".join(str(tally.others[which]) for tally in tallies.values()) + " |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=7, help="texts drawn from each corpus")
    parser.add_argument("--rounds", type=int, default=3, help="times each text is used")
    parser.add_argument("--rivals", default="", help="the folder of the programs codespell and typos")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seed", type=int, default=2026)
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    cases = drawn(random.Random(args.seed), args.texts, args.rounds)
    tools = {"safe fixes": ours(unsafe=False), "all fixes": ours(unsafe=True)}
    if args.rivals:
        tools["codespell"] = rival(str(Path(args.rivals, "codespell")), "-w")
        tools["typos"] = rival(str(Path(args.rivals, "typos")), "-w")
    tallies = {tool: Tally(Counter(), Counter(), []) for tool in tools}
    for tool, run in tools.items():
        for case, (clean, fixed) in zip(cases, after(cases, run), strict=True):
            judge(case, clean, fixed, tallies[tool])
    lines = [f"termcheck {__version__}, seed {args.seed}, {len(cases)} texts; repaired, became something else:", ""]
    lines += rows(tallies)
    print("\n".join(lines))
    if args.list:
        print("\n".join(f"{tool}: {line}" for tool, tally in tallies.items() for line in tally.lines))
    if args.write:
        path = RUNS / f"{datetime.date.today():%Y-%m-%d}-fixes-planted.md"
        path.write_text("# Planted faults mended\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
