"""Terms in two languages: false alarms on official translations, and renderings that were swapped, with their recall.

    python benchmarks/bilingual_terms.py [--years 2016,2017] [--turned] [--parts N] [--list N] [--doubtful] [--speed]

The annual reports of a monetary authority are read with the glossary of their year. In every row with a term one
rendering is replaced by that of another term of the glossary, a part of the rows at a time; then the row must have a
finding about the source term, or where the other rendering stands. The texts are in the shared data folder, which is
not part of the project.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from real_texts import DATA, read_table

from termcheck.document import Bitext
from termcheck.glossary import Glossary, Term, Use
from termcheck.model import Finding
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context, Rule
from termcheck.rules.bilingual import forbidden, term

TUNED, HELD = ("2016", "2017", "2019", "2021"), ("2015", "2020", "2023")
RULES = (forbidden.RULE, term.RULE)


class Row(NamedTuple):
    id: str
    source: str
    target: str


def hkma(year: str, turned: bool = False) -> list[Row]:
    """The paragraphs of a year, Chinese and English; the other way round if turned."""
    rows = read_table(DATA / "hkma" / "paragraph_pairs_dev.tsv")
    found = [Row(row["id"], row["zh"], row["en"]) for row in rows if row["id"].startswith(year)]
    return [Row(row.id, row.target, row.source) for row in found] if turned else found


def glossary(year: str) -> Glossary:
    """The glossary of a year; its columns stand in either order."""
    with (DATA / "hkma" / f"glossary_{year}.tsv").open(encoding="utf-8", newline="") as stream:
        head, *lines = csv.reader(stream, delimiter="\t")
    entries: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for one, two in lines:
        english, chinese = ([one], two.split(" | ")) if head[0] == "en" else (two.split(" | "), [one])
        entry = entries.setdefault(english[0], ({}, {}))
        entry[0].update(dict.fromkeys(chinese))
        entry[1].update(dict.fromkeys(english[1:]))
    return Glossary(tuple(Term(name, tuple(source), allowed=tuple(more)) for name, (source, more) in entries.items()))


def bitext(rows: Sequence[Row], turned: bool = False) -> Bitext:
    """The rows as one text."""
    units = (Unit(row.id, (Stretch(row.source, 0, 1, 1),), (Stretch(row.target, 0, 1, 1),)) for row in rows)
    return next(parts(Table(*("en", "zh") if turned else ("zh", "en"), units), "rows.tsv", sys.maxsize))


class Found(NamedTuple):
    """A finding with the id of its row and the source term it is about."""

    rule: str
    row: str
    source: str
    finding: Finding


def findings(text: Bitext, terms: Glossary, rules: Sequence[Rule] = RULES) -> list[Found]:
    """What the rules find in a text, in the order of the rules."""
    ctx, ends = Context(terms), iter(text.pairs)
    found = []
    for rule in rules:
        ends = iter(text.pairs)
        pair = next(ends)
        for finding in sorted(rule.check(text, ctx), key=lambda one: one.span):
            while pair.target.end < finding.span.end:
                pair = next(ends)
            found.append(Found(rule.id, pair.unit, text.source[finding.notes[0].span], finding))
    return found


class Plant(NamedTuple):
    """What was done to a row: the source term, and the rendering that stands in place of its own."""

    source: str
    rendering: str


def planted(
    rows: Sequence[Row], terms: Glossary, turned: bool, count: int
) -> Iterator[tuple[Bitext, Mapping[str, Plant]]]:
    """The text again and again, a part of its rows with another term's rendering for one of theirs."""
    rnd, text = random.Random(7), bitext(rows, turned)
    ctx = Context(terms.turned if turned else terms)
    able = [(at, choices, said) for at, (choices, said) in enumerate(_rendered(text, ctx)) if choices]
    rnd.shuffle(able)
    for part in range(count):
        changed, plants = list(rows), dict[str, Plant]()
        for at, choices, said in able[part::count]:
            source, uses = rnd.choice(choices)
            others = [one.term for one in rnd.sample(ctx.glossary.terms, 20) if one.term not in said]
            changed[at] = rows[at]._replace(target=_replaced(text, at, uses, others[0]))
            plants[rows[at].id] = Plant(source, others[0])
        yield bitext(changed, turned), plants


def _rendered(text: Bitext, ctx: Context) -> Iterator[tuple[list[tuple[str, list[Use]]], set[str]]]:
    """For each row the source terms that are rendered, with the renderings, and all the terms that the source has."""
    for pair in text.pairs:
        source = [use for use in ctx.source_uses(text.source) if pair.source.covers(use.span)]
        target = [use for use in ctx.uses(text.target) if pair.target.covers(use.span)]
        answers = {use.form: {one.term for one in ctx.glossary.of_source(use.form)} for use in source}
        told = [(form, [use for use in target if use.term.term in names]) for form, names in answers.items()]
        yield [(form, uses) for form, uses in told if uses], {name for names in answers.values() for name in names}


def _replaced(text: Bitext, at: int, uses: Sequence[Use], want: str) -> str:
    start = text.pairs[at].target.start
    row = text.target[text.pairs[at].target]
    for use in sorted(uses, reverse=True):
        row = row[: use.span.start - start] + want + row[use.span.end - start :]
    return row


def measure(years: Sequence[str], turned: bool, count: int, doubtful: bool) -> list[str]:
    """Print the figures of some years; the findings in the texts as they are, one line each."""
    rows_with = flagged = plants = caught = 0
    shown = []
    for year in years:
        rows, terms = hkma(year, turned), glossary(year)
        text = bitext(rows, turned)
        ctx = Context(terms.turned if turned else terms)
        rows_with += sum(1 for _, said in _rendered(text, ctx) if said)
        found = [one for one in findings(text, terms) if doubtful or not one.finding.doubtful]
        flagged += len({one.row for one in found})
        shown += [
            f"{one.row} {one.rule}: {one.finding.message}\n      {text.target[one.finding.span][:240]}" for one in found
        ]
        for changed, done in planted(rows, terms, turned, count):
            told = [one for one in findings(changed, terms) if doubtful or not one.finding.doubtful]
            sources = {(one.row, ctx.glossary.of_source(one.source)) for one in told}
            places = {(one.row, changed.target[one.finding.span]) for one in told}
            plants += len(done)
            caught += sum(
                (row, ctx.glossary.of_source(plant.source)) in sources or (row, plant.rendering) in places
                for row, plant in done.items()
            )
    print(
        f"{' '.join(years)}: {rows_with} rows with a term, {flagged} flagged ({100 * flagged / rows_with:.1f} %); ",
        end="",
    )
    print(f"{plants} renderings swapped, {caught} caught ({100 * caught / max(1, plants):.1f} %)")
    return shown


def speed() -> None:
    """Print the seconds for a table with 1,500 and 50,000 terms, and for two and four times the rows."""
    rows, small = hkma("2021"), glossary("2021")
    rnd = random.Random(5)
    words = sorted({word for row in rows for word in row.target.split() if word.isalpha()})
    chars = sorted({char for row in rows for char in row.source if "\u4e00" <= char <= "\u9fff"})
    more = (Term(" ".join(rnd.sample(words, 3)), ("".join(rnd.sample(chars, 5)),)) for _ in range(48_500))
    large = Glossary((*small.terms, *more))
    for name, terms, times in (("1,500", small, 1), ("50,000", large, 1), ("1,500", small, 2), ("1,500", small, 4)):
        text = bitext([row._replace(id=f"{row.id}.{n}") for n in range(times) for row in rows])
        ctx = Context(terms)
        begin = time.perf_counter()
        terms.of_source(""), terms.index, terms.source_index
        built = time.perf_counter()
        ctx.uses(text.target), ctx.source_uses(text.source)
        indexed = time.perf_counter()
        ctx.sentences(text)
        aligned = time.perf_counter()
        taken = []
        for rule in RULES:
            start = time.perf_counter()
            list(rule.check(text, ctx))
            taken.append(f"{rule.id} {time.perf_counter() - start:.2f}")
        taken = [
            f"index {built - begin:.2f}",
            f"uses {indexed - built:.2f}",
            f"sentences {aligned - indexed:.2f}",
            *taken,
        ]
        print(f"{name} terms, {len(text.pairs)} rows, seconds: {', '.join(taken)}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--years", default="", help="years with commas between; left out, those tuned on and those held"
    )
    parser.add_argument("--turned", action="store_true", help="English source, Chinese target")
    parser.add_argument("--parts", type=int, default=12, help="in how many passes the rows are changed")
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N findings of the unchanged text")
    parser.add_argument("--doubtful", action="store_true", help="count doubtful findings too")
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    if args.speed:
        speed()
        return 0
    shown = []
    for years in [args.years.split(",")] if args.years else (TUNED, HELD):
        shown += measure(years, args.turned, args.parts, args.doubtful)
    random.Random(7).shuffle(shown)
    print("\n".join(shown[: args.list]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
