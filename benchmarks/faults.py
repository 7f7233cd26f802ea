"""Planted faults on real texts other than the seed: recall and false alarms, kind by kind.

    python benchmarks/faults.py [--texts N] [--rounds N] [--list KIND] [--write]

Each text is copied, one fault of each kind is planted in the copy, and both
are checked. A planted fault is found when an issue that the clean text does
not have touches its place (or names it as a second place); any other new
issue is a false alarm that the fault drew. `--write` keeps the table as a
dated file in benchmarks/runs.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from real_texts import DATA, texts

from termcheck import __version__
from termcheck.engine import check
from termcheck.glossary import Glossary, Term
from termcheck.lang.lexicon import known
from termcheck.model import Issue, Severity
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

RUNS = Path(__file__).parent / "runs"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Planted(NamedTuple):
    """An edit that makes a fault: replace ``text[start:end]`` by `wrong`."""

    start: int
    end: int
    wrong: str


Planter = Callable[[random.Random, str], Iterator[Planted]]


def _words(text: str, pattern: str) -> list[re.Match[str]]:
    return list(re.finditer(pattern, text))


def typo(rng: random.Random, text: str) -> Iterator[Planted]:
    """A letter dropped, doubled, changed or swapped in a lower-case word of six letters and more."""
    for match in rng.sample(places := _words(text, r"(?<=[a-z,] )[a-z]{6,}(?=[ ,.])"), len(places)):
        word, at = match.group(), rng.randrange(1, len(match.group()) - 1)
        wrong = rng.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + rng.choice(LETTERS) + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
        if wrong != word and not known(wrong):
            yield Planted(*match.span(), wrong)


def split_word(rng: random.Random, text: str) -> Iterator[Planted]:
    """A blank inside a lower-case word, where at least one part is no word."""
    for match in rng.sample(places := _words(text, r"(?<=[a-z,] )[a-z]{5,}(?=[ ,.])"), len(places)):
        word, at = match.group(), rng.randrange(2, len(match.group()) - 1)
        if not (known(word[:at]) and known(word[at:])):
            yield Planted(*match.span(), f"{word[:at]} {word[at:]}")


def digit(rng: random.Random, text: str) -> Iterator[Planted]:
    """One digit of a figure whose phrase (a word before, two after) stands in the text at least twice."""
    labels = "section|table|chart|chapter|note|article|page|annex|figure|box|line|rule|level|phase|day"
    figure, scale = r"(\d[\d,.]*\d|\d)", "(?: (?:million|billion|trillion|per cent|percent))?"
    phrase = rf"\b(?!(?i:{labels}) )\w+ {figure}{scale}(?: [a-z]+){{2}}"
    seen: dict[str, list[re.Match[str]]] = {}
    for match in _words(text, phrase):
        seen.setdefault(match.group().lower(), []).append(match)
    repeated = [
        group for group in seen.values() if len(group) > 1 and not re.fullmatch(r"(19|20)\d\d", group[0].group(1))
    ]
    for group in rng.sample(repeated, len(repeated)):
        match = group[-1]
        figure = match.group(1)
        at = rng.choice([n for n, char in enumerate(figure) if char.isdigit()])
        other = rng.choice([d for d in "123456789" if d != figure[at]])
        yield Planted(*match.span(1), figure[:at] + other + figure[at + 1 :])


NAME = r"\b(?:[A-Z][a-z]+ ){2,}[A-Z][a-z]+\b(?! [A-Z])"


def names(text: str) -> dict[str, list[re.Match[str]]]:
    """Names of three capitalised words and more, the last an English word, that stand in the text at least thrice."""
    seen: dict[str, list[re.Match[str]]] = {}
    for match in _words(text, rf"(?<=[a-z,] ){NAME}"):
        if known(match.group().rpartition(" ")[2].lower()):
            seen.setdefault(match.group(), []).append(match)
    return {name: group for name, group in seen.items() if len(group) >= 3}


def term_variant(rng: random.Random, text: str) -> Iterator[Planted]:
    """A word of an official name dropped, doubled by another, replaced, or two of them swapped."""
    pool = sorted({word for name in names(text) for word in name.split()})
    for name, group in rng.sample(found := sorted(names(text).items()), len(found)):
        words, at = name.split(), rng.randrange(len(name.split()) - 1)
        ways = (
            [*words[:at], *words[at + 1 :]],
            [*words[: at + 1], rng.choice(pool), *words[at + 1 :]],
            [*words[:at], rng.choice(pool), *words[at + 1 :]],
            [*words[:at], words[at + 1], words[at], *words[at + 2 :]],
        )
        wrong = " ".join(rng.choice(ways))
        if wrong not in text:
            yield Planted(*rng.choice(group[1:]).span(), wrong)


def case(rng: random.Random, text: str) -> Iterator[Planted]:
    """The last word of an official name in lower case."""
    for name, group in rng.sample(found := sorted(names(text).items()), len(found)):
        head, _, tail = name.rpartition(" ")
        yield Planted(*rng.choice(group[1:]).span(), f"{head} {tail.lower()}")


def hyphen(rng: random.Random, text: str) -> Iterator[Planted]:
    """One of at least four uses of a hyphenated compound, written solid."""
    seen: dict[str, list[re.Match[str]]] = {}
    for match in _words(text, r"(?<= )[a-z]{3,}-[a-z]{3,}(?=[ ,.])"):
        seen.setdefault(match.group(), []).append(match)
    often = sorted((word, group) for word, group in seen.items() if len(group) >= 4)
    for word, group in rng.sample(often, len(often)):
        yield Planted(*rng.choice(group[1:]).span(), word.replace("-", ""))


def title(rng: random.Random, text: str) -> Iterator[Planted]:
    """The title before a listed person's name, changed to another rank."""
    listed = [match for name, rank, _ in PEOPLE for match in _words(text, f"{rank}(?= {name.partition(' ')[2]})")]
    for match in rng.sample(listed, len(listed)):
        ranks = [rank for rank in ("Governor", "Vice Mayor", "Deputy Director General") if rank != match.group()]
        yield Planted(*match.span(), rng.choice(ranks))


def count(rng: random.Random, text: str) -> Iterator[Planted]:
    """The figure that announces a list, off by one."""
    numbers = ["two", "three", "four", "five", "six", "seven"]
    for match in rng.sample(
        places := _words(text, r"\b(three|four|five|six) (?:areas|points|measures|priorities)(?=:| in )"), len(places)
    ):
        near = numbers[numbers.index(match.group(1)) + rng.choice((-1, 1))]
        yield Planted(*match.span(1), near)


PLANTERS: dict[str, Planter] = {
    "typo": typo,
    "split word": split_word,
    "changed digit": digit,
    "term variant": term_variant,
    "title changed": title,
    "count changed": count,
    "case": case,
    "hyphen": hyphen,
}

PEOPLE = [
    ("Mr. Wen Haoran", "Vice Minister", "vice minister of transport"),
    ("Ms. Tao Jingyi", "Director General", "director general of the Department of Planning"),
    ("Mr. Gu Zhenhai", "Minister", "minister of water resources"),
]
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")


def transcript(rng: random.Random, prose: str) -> str:
    """Real paragraphs under an invented roster, with titles, an announced list and enumerated points of their own."""
    paragraphs = [
        p.strip()
        for p in re.split(r"\n\s*\n", prose)
        if 120 < len(p.strip()) < 1500 and not p.lstrip().startswith(("#", "|", "-"))
    ]
    taken = rng.sample(paragraphs, min(len(paragraphs), 60))
    lines = ["Press conference on planning and transport", "Beijing | 10 a.m. May 7, 2025", "Speakers:"]
    lines += [f"{name}, {job}" for name, _, job in PEOPLE] + [
        "Chairperson:",
        "Ms. Qiu Lanxin, spokesperson",
        "Qiu Lanxin:",
    ]
    lines.append(
        "Good morning. Vice Minister Wen Haoran, Director General Tao Jingyi and Minister Gu Zhenhai are with us today."
    )
    for n, (name, rank, _) in enumerate(PEOPLE):
        speaker = name.partition(" ")[2]
        lines += [
            f"{('Daily News', 'Evening Post', 'Radio Three')[n]}:",
            "What are the plans for next year? Thank you.",
            f"{speaker}:",
        ]
        lines += taken[n * 18 : n * 18 + 15]
        size = rng.choice((3, 4, 5))
        if n == 0:
            lines.append(f"We will work in {('three', 'four', 'five')[size - 3]} areas:")
            lines += [
                f"{ORDINALS[k]}, we will keep at it. {taken[n * 18 + 15 + k % 3][:200].rpartition(' ')[0]}."
                for k in range(size)
            ]
        lines.append(f"As {rank} {speaker} said, this takes time.")
    return "\n\n".join(lines) + "\n"


def touches(issue: Issue, start: int, end: int) -> bool:
    """Whether an issue, or one of its second places, meets a range."""
    spans = [issue.finding.span, *(note.span for note in issue.finding.notes)]
    return any(span.start < end and start < span.end for span in spans)


class Tally(NamedTuple):
    """Counts by kind, and the cases to read."""

    planted: Counter[str]
    found: Counter[str]
    drawn: Counter[str]
    missed: list[tuple[str, str]]


def sure(issues: list[Issue]) -> list[Issue]:
    return [i for i in issues if not i.finding.doubtful and i.severity >= Severity.SUGGESTION]


def keys(text: str, issues: list[Issue]) -> Counter[tuple[str, str]]:
    return Counter((i.rule, text[i.finding.span.start : i.finding.span.end]) for i in issues)


def try_text(rng: random.Random, text: str, tally: Tally) -> None:
    glossary = Glossary(tuple(Term(name) for name in names(text)))
    rules = [rule for rule in RULES if rule.default]
    clean = keys(text, sure(check(parse(Source("clean.md", text)), glossary, rules)))
    for kind, planter in PLANTERS.items():
        fault = next(planter(rng, text), None)
        if fault is None:
            continue
        wrong = text[: fault.start] + fault.wrong + text[fault.end :]
        end = fault.start + len(fault.wrong)
        issues = sure(check(parse(Source("fault.md", wrong)), glossary, rules))
        before = Counter(clean)
        new = []
        for issue in issues:
            key = (issue.rule, wrong[issue.finding.span.start : issue.finding.span.end])
            before[key] -= 1
            if before[key] < 0:
                new.append(issue)
        hits = [issue for issue in new if touches(issue, fault.start, end)]
        tally.planted[kind] += 1
        tally.found[kind] += bool(hits)
        tally.drawn[kind] += len(new) - len(hits)
        around = wrong[max(0, fault.start - 60) : end + 60].replace("\n", " ")
        if not hits:
            tally.missed.append((kind, f"{text[fault.start : fault.end]!r} -> {fault.wrong!r}  in  ...{around}..."))
        for issue in new:
            if issue not in hits:
                tally.missed.append((kind, f"DRAWN {issue.rule}: {issue.finding.message}"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=12, help="texts drawn from each corpus")
    parser.add_argument("--rounds", type=int, default=3, help="times each text is used")
    parser.add_argument("--list", metavar="KIND", help="show what was missed or drawn, of one kind or all")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--seed", type=int, default=2026)
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    rng = random.Random(args.seed)
    tally = Tally(Counter(), Counter(), Counter(), [])
    for corpus in ("wh", "hkma", "mfa"):
        pool = [text for _, text in texts(corpus)]
        for text in rng.sample(pool, min(args.texts, len(pool))):
            for _ in range(args.rounds):
                try_text(rng, transcript(rng, text) if corpus == "hkma" else text, tally)
    rows = [
        f"termcheck {__version__}, seed {args.seed}",
        "",
        "| kind | planted | found | recall | false alarms drawn |",
        "|---|---|---|---|---|",
    ]
    for kind in PLANTERS:
        planted, found = tally.planted[kind], tally.found[kind]
        rows.append(f"| {kind} | {planted} | {found} | {found / max(1, planted):.2f} | {tally.drawn[kind]} |")
    print("\n".join(rows))
    if args.list:
        print("\n".join(f"{kind}: {what}" for kind, what in tally.missed if args.list in (kind, "all")))
    if args.write:
        RUNS.mkdir(exist_ok=True)
        path = RUNS / f"{datetime.date.today():%Y-%m-%d}-faults.md"
        path.write_text("# Planted faults\n\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
