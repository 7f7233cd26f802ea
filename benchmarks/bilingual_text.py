"""What translations leave out, add or leave as it was: false alarms on clean texts, what is found of planted faults.

    python benchmarks/bilingual_text.py [--corpus NAME]... [--plain] [--list N] [--rounds N] [--half 0|1]

Faults are planted in one passage of ten, those of lists in all: a sentence is taken from the translation ("sentence")
or from the source ("added"), two fifths and more of a sentence ("clause"), an item of a list of names ("item": the
rule for names may find it too); or a sentence is left as it is in the source ("untranslated"). With --plain,
paragraphs are taken from whole texts, one from each. Passages in which both sides have as many sentences show which
sentence was lost. The texts are read from the shared data folder, which is not part of the project.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from real_texts import DATA, read_table

from termcheck.document import Bitext
from termcheck.engine import beside
from termcheck.glossary import Glossary
from termcheck.lang.sentences import sentences
from termcheck.model import Finding
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context, Rule
from termcheck.rules.bilingual import addition, list_length, name, omission, untranslated
from termcheck.structure import parse
from termcheck.text import Source

RULES = (omission.RULE, addition.RULE, untranslated.RULE, list_length.RULE)
LANGUAGES = {
    "german": "de", "spanish": "es", "hindi": "hi", "polish": "pl", "japanese": "ja", "french": "fr", "czech": "cs",
    "russian": "ru", "italian": "it",
}  # fmt: skip
CORPORA = ("hkma", "mfa", "tico", "wmt21", "wmt22", *LANGUAGES)
SHARE = 0.1  # of the passages, in which a fault is planted
SIGNS = re.compile("[^、，。；]+(?:、[^、，。；]+)+")
NAMES = re.compile(r"(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*, ){2,}(?:and )?[A-Z][\w’'-]*(?:,? and [A-Z][\w’'-]*)?")


class Row(NamedTuple):
    id: str
    source: str
    target: str


Plant = Callable[[Row, random.Random], Row | None]


def rows(corpus: str) -> list[Row]:
    """The passages of a corpus; those of news are five lines each."""
    if corpus == "hkma":
        return [Row(one["id"], one["zh"], one["en"]) for one in read_table(DATA / "hkma/paragraph_pairs_dev.tsv")]
    if corpus == "tico":
        return [Row(one["tuid"], one["zh"], one["en"]) for one in read_table(DATA / "tico19/all.en-zh.tsv")]
    if corpus == "mfa":
        return [
            Row(f"{at}{part}", one[f"{part}_zh"], one[f"{part}_en"])
            for at, one in enumerate(read_table(DATA / "mfa/aligned_qa_june.tsv"))
            for part in ("question", "answer")
        ]
    if corpus in LANGUAGES:
        every = (one for one in read_table(DATA / "demetr/demetr_dev.tsv") if one["lang"] == corpus)
        return [Row(one["id"], one["source"], one["mt_clean"]) for one in every]
    lines = read_table(DATA / f"wmt_zhen_testsets/{corpus}.zh-en.tsv")
    groups = (lines[at : at + 5] for at in range(0, len(lines) - 4, 5))
    return [
        Row(group[0]["line"], "".join(_ended(one["source"], "。") for one in group),
            " ".join(_ended(one["refA"], ".") for one in group))
        for group in groups
    ]  # fmt: skip


def _ended(text: str, stop: str) -> str:
    return text if text[-1:] in '。！？”.!?"' else text + stop


def table(passages: list[Row], languages: tuple[str, str]) -> Bitext:
    """A table of passages as one text in two languages."""
    units = (Unit(one.id, (Stretch(one.source, 0, 1, 1),), (Stretch(one.target, 0, 1, 1),)) for one in passages)
    return next(parts(Table(*languages, units), "table.tsv", sys.maxsize))


def texts() -> Iterator[Row]:
    """Whole texts: press conferences, and chapters of reports."""
    for path in sorted((DATA / "mfa" / "events").glob("*.zh.txt")):
        other = path.with_name(path.name.replace(".zh.", ".en."))
        yield Row(f"mfa/{path.name}", path.read_text(encoding="utf-8"), other.read_text(encoding="utf-8"))
    chapters: dict[str, list[Row]] = defaultdict(list)
    for one in rows("hkma"):
        chapters[one.id.rpartition("-")[0]].append(one)
    for chapter, part in chapters.items():
        yield Row(f"hkma/{chapter}", "\n\n".join(p.source for p in part), "\n\n".join(p.target for p in part))


def _one_of(row: Row, rnd: random.Random) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """A sentence of the source and the one of the target that stands at the same place, of three and more."""
    ones, others = [*sentences(row.source, 0, len(row.source))], [*sentences(row.target, 0, len(row.target))]
    if len(ones) != len(others) or len(ones) < 3:
        return None
    at = rnd.randrange(len(ones))
    return ones[at], others[at]


def _cut(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + text[span[1] :].lstrip()


def sentence(row: Row, rnd: random.Random) -> Row | None:
    found = _one_of(row, rnd)
    return row._replace(target=_cut(row.target, found[1])) if found else None


def added(row: Row, rnd: random.Random) -> Row | None:
    found = _one_of(row, rnd)
    return row._replace(source=_cut(row.source, found[0])) if found else None


def clause(row: Row, rnd: random.Random) -> Row | None:
    """A sentence of the translation that ends at a comma before three fifths of it."""
    found = [*sentences(row.target, 0, len(row.target))]
    begin, end = rnd.choice(found) if found else (0, 0)
    comma = row.target.rfind(", ", begin, begin + int(0.6 * (end - begin)))
    if end - begin < 100 or comma < begin + 30:
        return None
    return row._replace(target=row.target[:comma] + "." + row.target[end:])


def item(row: Row, rnd: random.Random) -> Row | None:
    """A list of four names and more without one, where the source has a list of as many, the last two joined or not."""
    sizes = {match.group().count("、") + more for match in SIGNS.finditer(row.source) for more in (1, 2)}
    found = [match for match in NAMES.finditer(row.target) if len(_items(match)) in sizes]
    found = [match for match in found if len(_items(match)) > 3]
    if not found:
        return None
    match = rnd.choice(found)
    names = match.group().split(", ")
    del names[rnd.randrange(len(names) - 1)]
    return row._replace(target=row.target[: match.start()] + ", ".join(names) + row.target[match.end() :])


def _items(match: re.Match[str]) -> list[str]:
    return re.split(r",? and |, ", match.group())


def left(row: Row, rnd: random.Random) -> Row | None:
    found = _one_of(row, rnd)
    if not found:
        return None
    (begin, end), (start, stop) = found
    return row._replace(target=row.target[:start] + row.source[begin:end] + row.target[stop:])


PLANTS: dict[str, tuple[Plant, tuple[Rule, ...]]] = {
    "sentence": (sentence, (omission.RULE,)),
    "added": (added, (addition.RULE,)),
    "clause": (clause, (omission.RULE,)),
    "untranslated": (left, (untranslated.RULE,)),
    "item": (item, (list_length.RULE, name.RULE)),
}


def found_in(bitext: Bitext, rule: Rule) -> dict[int, list[Finding]]:
    """The findings of a rule by the number of the passage they stand in."""
    starts, found = [pair.target.start for pair in bitext.pairs], defaultdict(list)
    for finding in rule.check(bitext, Context(Glossary())):
        found[bisect_right(starts, finding.span.start) - 1].append(finding)
    return found


def clean(corpus: str, passages: list[Row], languages: tuple[str, str], shown: int) -> None:
    bitext = table(passages, languages)
    for rule in RULES:
        found = [one for some in found_in(bitext, rule).values() for one in some]
        sure = [one for one in found if not one.doubtful]
        share = 100 * len(sure) / len(passages)
        print(f"{corpus}: {rule.id} {len(sure)} sure ({share:.2f} %), {len(found) - len(sure)} doubtful")
        for one in sure[:shown]:
            print(f"      {one.message}\n         {bitext.target[one.span]!r}")


def planted(passages: list[Row], languages: tuple[str, str], kind: str, rounds: int) -> Counter[str]:
    plant, rules = PLANTS[kind]
    counts = Counter[str]()
    for seed in range(rounds):
        rnd, changed, places = random.Random(seed), list(passages), []
        for at, row in enumerate(passages):
            if (kind == "item" or rnd.random() < SHARE) and (new := plant(row, rnd)):
                changed[at] = new
                places.append(at)
        bitext = table(changed, languages)
        found = [found_in(bitext, rule) for rule in rules]
        counts.update(_told([one for some in found for one in some.get(at, [])]) for at in places)
    return counts


def _told(found: list[Finding]) -> str:
    return "sure" if any(not one.doubtful for one in found) else "doubtful" if found else "none"


def plain(half: int | None, shown: int) -> None:
    """Paragraphs taken from whole texts, from the translation and from the source in turn."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in _half(list(texts()), half):
        corpus = row.id.partition("/")[0]
        before = _messages(row)
        counts[f"{corpus} clean"].update(before.values())
        for field, rule in (("target", omission.RULE), ("source", addition.RULE)):
            paragraphs = getattr(row, field).split("\n\n")
            long = [at for at, one in enumerate(paragraphs) if at > 1 and len(one) > (80 if field == "target" else 25)]
            if long:
                del paragraphs[random.Random(row.id).choice(long)]
                after = _messages(row._replace(**{field: "\n\n".join(paragraphs)}))
                new = [how for key, how in after.items() if key[0] == rule.id and key not in before]
                counts[f"{corpus} {rule.id}"]["sure" if "sure" in new else "doubtful" if new else "none"] += 1
        for (rule_id, text), how in before.items() if shown else ():
            if how == "sure":
                print(f"      {row.id} {rule_id} {text}")
    for label, found in counts.items():
        _print(label, found)


def _messages(row: Row) -> dict[tuple[str, str], str]:
    bitext = beside(parse(Source("source.txt", row.source)), parse(Source("target.txt", row.target)), Glossary())
    return {
        (rule.id, one.message): "doubtful" if one.doubtful else "sure"
        for rule in (omission.RULE, addition.RULE)
        for one in rule.check(bitext, Context(Glossary()))
    }


def _half(every: list[Row], half: int | None) -> list[Row]:
    return every if half is None else every[half::2]


def _print(label: str, counts: Counter[str]) -> None:
    total = max(1, counts.total())
    shares = ", ".join(
        f"{how} {counts[how]} ({100 * counts[how] / total:.0f} %)" for how in ("sure", "doubtful", "none")
    )
    print(f"   {label}: {counts.total()}: {shares}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--plain", action="store_true", help="whole texts too")
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N of the sure findings on clean texts")
    parser.add_argument("--rounds", type=int, default=2, help="how often faults are planted anew")
    parser.add_argument("--half", type=int, choices=[0, 1], help="every other passage or text only")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    for corpus in args.corpus or CORPORA:
        passages = _half(rows(corpus), args.half)
        languages = LANGUAGES.get(corpus, "zh"), "en"
        print(f"{corpus}: {len(passages)} passages")
        clean(corpus, passages, languages, args.list)
        for kind in PLANTS:
            if (counts := planted(passages, languages, kind, args.rounds)).total():
                _print(kind, counts)
    if args.plain:
        plain(args.half, args.list)
    return 0


if __name__ == "__main__":
    sys.exit(main())
