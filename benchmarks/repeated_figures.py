"""One fact with two figures: how often a changed figure is seen, and how often two facts are taken for one.

    python benchmarks/repeated_figures.py [--list] [--write] [--rounds N] [--most N]

Invented briefings state each fact in two or three ways; in one statement the
figure is then changed by a slip of the hand. In real texts a figure is changed
whose neighbours of three words stand in the text twice. Pairs of facts that
are two, and clean texts, count what is found wrongly.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from real_texts import DATA, texts

from termcheck.glossary import Glossary
from termcheck.model import Finding
from termcheck.rule import Context
from termcheck.rules.number.inconsistent import check
from termcheck.structure import parse
from termcheck.text import Source

HERE = Path(__file__).parent
SPEAKERS = ("Wen Haoran", "Tao Jingyi", "Gu Zhenhai")
FACTS_IN_ONE_TEXT = 8
FIGURE = re.compile(
    r"(?<![\w.,:/$-])(?=[0-9.,]*[0-9][.,]?[0-9][.,]?[0-9])[0-9][0-9,.]*[0-9](?![\w/:-])"
)  # three digits and more
LABELLED = re.compile(
    r"\b(?:line|section|table|chart|chapter|article|pages?|annex|figures?|box|no\.|phase) $|[A-Z]\w* $"
)
AROUND, SHARED, APART = 60, 4, 300  # code points on each side, the words shared there, and how far off the other is


class Planted(NamedTuple):
    """A text with one figure changed: ``text[start:end]`` is the wrong one."""

    text: str
    start: int
    end: int
    kind: str


def slip(rng: random.Random, figure: str) -> tuple[str, str]:
    """The figure with a slip of the hand, and the kind of the slip."""
    places = [at for at, char in enumerate(figure) if char.isdigit()]
    while True:
        at = rng.choice(places)
        other = figure
        kind = rng.choice(("changed", "changed", "swapped", "dropped" if "," not in figure else "changed"))
        if kind == "changed":
            other = figure[:at] + rng.choice("0123456789" if at else "123456789") + figure[at + 1 :]
        elif kind == "swapped" and at + 1 in places:
            other = figure[:at] + figure[at + 1] + figure[at] + figure[at + 2 :]
        elif kind == "dropped" and len(places) > 2:
            other = figure[:at] + figure[at + 1 :]
        if other not in (figure, "") and other[0] in "123456789" and other[-1] != ".":
            return other, kind


def changed(rng: random.Random, text: str, start: int, end: int) -> Planted:
    figure, kind = slip(rng, text[start:end])
    return Planted(text[:start] + figure + text[end:], start, start + len(figure), kind)


def groups(name: str) -> list[list[str]]:
    """The groups of lines of a table, without its comments."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [group.split("\n") for group in "\n".join(lines).strip().split("\n\n")]


def briefing(rng: random.Random, facts: list[list[str]]) -> str:
    """Each statement of a fact by another speaker, in random order, two or three to a paragraph."""
    turns: list[list[str]] = [[], [], []]
    for fact in facts:
        for turn, statement in zip(turns, fact, strict=False):
            turn.append(statement)
    parts = ["Press conference on public works\n\nOban | 10 a.m. May 7, 2025"]
    for speaker, turn in zip(SPEAKERS, turns, strict=True):
        rng.shuffle(turn)
        parts.append(f"{speaker}:")
        while turn:
            size = rng.choice((1, 2, 3))
            parts.append(" ".join(turn[:size]))
            del turn[:size]
    return "\n\n".join(parts) + "\n"


def invented(rng: random.Random, rounds: int) -> Iterator[tuple[str, list[Planted]]]:
    """Clean briefings, each with one changed figure for every fact."""
    facts = groups("repeated_figures.txt")
    for _ in range(rounds):
        rng.shuffle(facts)
        for first in range(0, len(facts), FACTS_IN_ONE_TEXT):
            marked = briefing(rng, facts[first : first + FACTS_IN_ONE_TEXT])
            places = [match.group(1) for match in re.finditer(r"\[\[(.*?)\]\]", marked)]
            text = re.sub(r"\[\[(.*?)\]\]", r"\1", marked)
            starts = [match.start() - 4 * n for n, match in enumerate(re.finditer(r"\[\[", marked))]
            spans = dict(
                zip(places, ((at, at + len(one)) for at, one in zip(starts, places, strict=True)), strict=True)
            )
            yield text, [changed(rng, text, *span) for span in spans.values()]


def repeated(rng: random.Random, text: str) -> list[Planted]:
    """One place of each figure that stands in the text again with like words around it."""
    seen: dict[str, list[tuple[int, set[str]]]] = defaultdict(list)
    planted = []
    for match in FIGURE.finditer(text):
        if re.fullmatch(r"(19|20)\d\d", match.group()) or LABELLED.search(
            text[max(0, match.start() - 12) : match.start()]
        ):
            continue
        around = text[max(0, match.start() - AROUND) : match.end() + AROUND].lower()
        words = set(re.findall(r"(?<![\w])[a-z]{4,}(?![\w])", around))
        if any(len(words & other) >= SHARED and match.start() - at > APART for at, other in seen[match.group()]):
            planted.append(changed(rng, text, *match.span()))
        seen[match.group()].append((match.start(), words))
    return planted


def clean(corpus: str) -> Iterator[str]:
    if corpus in ("wh", "hkma", "mfa", "au", "demetr"):
        yield from (text for _, text in texts(corpus))
    elif corpus == "tico19":
        parts: dict[str, list[str]] = defaultdict(list)
        for row in rows(DATA / "tico19" / "all.en-zh.tsv"):
            parts[row["tuid"].partition(":")[0]].append(row["en"])
        yield from ("\n\n".join(part) for part in parts.values())
    elif corpus == "two facts":
        yield from ("\n\n".join(pair) for pair in groups("two_facts.txt"))
    else:
        for year in ("wmt21", "wmt22"):
            lines = [row["refA"] for row in rows(DATA / "wmt_zhen_testsets" / f"{year}.zh-en.tsv")]
            yield from ("\n\n".join(lines[at : at + 100]) for at in range(0, len(lines), 100))


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def found(text: str) -> list[Finding]:
    return list(check(parse(Source("text.md", text)), Context(Glossary())))


def touches(finding: Finding, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in (finding.span, *(note.span for note in finding.notes)))


def recall(cases: list[Planted], listed: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for case in cases:
        hits = [finding for finding in found(case.text) if touches(finding, case.start, case.end)]
        sure = any(not finding.doubtful for finding in hits)
        counts["planted"] += 1
        counts["sure"] += sure
        counts["doubtful"] += bool(hits) and not sure
        if listed and not sure:
            around = case.text[max(0, case.start - 90) : case.end + 90].replace("\n", " ")
            print(f"   {'doubtful' if hits else 'missed'}, {case.kind} {case.text[case.start : case.end]}: {around}")
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="show what is missed and what is found wrongly")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--most", type=int, default=150, help="figures changed in each collection")
    args = parser.parse_args()
    rng = random.Random(2026)
    table = ["| planted in | figures | found | doubtful only | recall |", "|---|---|---|---|---|"]
    briefings = list(invented(rng, args.rounds))
    sets = {"invented briefings": [case for _, cases in briefings for case in cases]}
    sets |= {
        corpus: [case for text in clean(corpus) for case in repeated(rng, text)] for corpus in ("wh", "hkma", "mfa")
    }
    for name, cases in sets.items():
        counts = recall(rng.sample(cases, min(args.most, len(cases))), args.list)
        share = counts["sure"] / max(1, counts["planted"])
        table.append(f"| {name} | {counts['planted']} | {counts['sure']} | {counts['doubtful']} | {share:.2f} |")
    table += ["", "| clean text | words | found | doubtful |", "|---|---|---|---|"]
    kept = {name: list(clean(name)) for name in ("wh", "hkma", "mfa", "au", "demetr", "tico19", "wmt", "two facts")}
    for name, collection in {"invented briefings": [text for text, _ in briefings], **kept}.items():
        findings = [(finding, text) for text in collection for finding in found(text)]
        doubtful = sum(finding.doubtful for finding, _ in findings)
        words = sum(len(text.split()) for text in collection)
        table.append(f"| {name} | {words} | {len(findings) - doubtful} | {doubtful} |")
        for finding, text in findings if args.list else ():
            spans = (finding.span, finding.notes[0].span)
            places = [text[max(0, one.start - 80) : one.end + 80].replace("\n", " ") for one in spans]
            print(f"   {name}, {'doubtful' if finding.doubtful else 'SURE'}: {places[0]}  ##  {places[1]}")
    print("\n".join(table))
    if args.write:
        path = HERE / "runs" / f"{datetime.date.today():%Y-%m-%d}-repeated-figures.md"
        path.write_text("# One fact with two figures\n\n" + "\n".join(table) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
