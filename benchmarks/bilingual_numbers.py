"""Figures in two languages: false alarms on good translations, and how many planted errors are found.

    python benchmarks/bilingual_numbers.py [--corpus NAME]... [--list N] [--doubtful] [--plant N] [--rule ID]...

The texts are read from the shared data folder, which is not part of the project.
The paragraphs of hkma are two halves, by year: the rules were tuned on one. The
texts of mfa-texts are whole press conferences, whose passages termcheck aligns;
nothing is planted there.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from real_texts import DATA, read_table

from termcheck.align import passages
from termcheck.document import Bitext, Document
from termcheck.glossary import Glossary
from termcheck.lang.quantity import AMOUNTS, Quantity
from termcheck.model import Finding, Pair, Span
from termcheck.readers import read
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.rule import Context
from termcheck.rules.bilingual import RULES

TUNED = ("2015", "2017", "2020", "2023")
CORPORA = ("hkma", "hkma-held", "mfa", "mfa-texts", "tico19", "wmt21", "wmt22", "daily", "white-papers")
SENTENCES = {"daily": "chinadaily_sentences.tsv", "white-papers": "corpus_sentences.tsv"}
FAMILY = ("bilingual/number", "bilingual/direction", "bilingual/unit")


class Row(NamedTuple):
    """A passage and its translation."""

    id: str
    source: str
    target: str


def rows(corpus: str) -> list[Row]:
    """The rows of a corpus."""
    if corpus.startswith("hkma"):
        every = read_table(DATA / "hkma" / "paragraph_pairs_dev.tsv")
        wanted = [one for one in every if (one["id"][:4] in TUNED) == (corpus == "hkma")]
        return [Row(one["id"], one["zh"], one["en"]) for one in wanted]
    if corpus == "mfa":
        every = read_table(DATA / "mfa" / "aligned_qa_june.tsv")
        both = [(f"{one['date']}-{one['en_idx']}", one) for one in every]
        return [Row(f"{name}{side[0]}", one[f"{side}_zh"], one[f"{side}_en"])
                for name, one in both for side in ("question", "answer")]  # fmt: skip
    if corpus == "tico19":
        return [Row(one["tuid"], one["zh"], one["en"]) for one in read_table(DATA / "tico19" / "all.en-zh.tsv")]
    if corpus in SENTENCES:
        every = read_table(DATA / "zh_en_termlists" / SENTENCES[corpus])
        return [Row(f"{corpus}{at}", one["zh"], one["en"]) for at, one in enumerate(every)]
    every = read_table(DATA / "wmt_zhen_testsets" / f"{corpus}.zh-en.tsv")
    return [Row(one["line"], one["source"], one["refA"]) for one in every]


def conferences() -> Iterator[tuple[list[Row], Bitext]]:
    """The passages of each press conference, and the two texts that they are of."""
    for path in sorted((DATA / "mfa" / "events").glob("*.zh.txt")):
        source, target = read(str(path)), read(str(path.with_name(path.name.replace(".zh.", ".en."))))
        bitext = Bitext(source, target, passages(source, target, Glossary()))
        pairs = [pair._replace(unit=f"{path.name[:10]}-{at}") for at, pair in enumerate(bitext.pairs)]
        some = [Row(pair.unit, source[pair.source], target[pair.target]) for pair in pairs]
        yield some, Bitext(source, target, tuple(pairs))


def texts(some: Iterable[Row], turned: bool = False) -> Bitext:
    """The rows as one text in two languages; `turned` makes the translation the source."""
    units = (Unit(one.id, (Stretch(one.source, 0, 1, 1),), (Stretch(one.target, 0, 1, 1),)) for one in some)
    if turned:
        units = (Unit(one.id, one.target, one.source) for one in units)
    langs = ("en", "zh") if turned else ("zh", "en")
    found = list(parts(Table(*langs, units), "rows.tsv"))
    if len(found) != 1:
        sys.exit("the rows are more than one part")
    return found[0]


def findings(bitext: Bitext, wanted: Iterable[str]) -> Iterator[tuple[str, str, Finding]]:
    """Unit, rule and finding, for each finding of the wanted rules."""
    starts = [pair.target[0] for pair in bitext.pairs]
    for rule in RULES:
        if rule.id in wanted:
            for finding in rule.check(bitext, Context(Glossary())):
                at = bisect_right(starts, finding.span.start) - 1
                yield bitext.pairs[at].unit, rule.id, finding


def measure(corpus: str, args: argparse.Namespace) -> None:
    """Flags on the rows as they are."""
    if corpus == "mfa-texts":
        held = list(conferences())
        some, bitexts = [row for found, _ in held for row in found], [bitext for _, bitext in held]
    else:
        some = rows(corpus)
        bitexts = [texts(some, args.turned)]
    begin = time.perf_counter()
    every = (one for bitext in bitexts for one in findings(bitext, args.rule or FAMILY))
    found = [one for one in every if args.doubtful or not one[2].doubtful]
    seconds = time.perf_counter() - begin
    flagged = {unit for unit, _, _ in found}
    print(
        f"{corpus}: {len(some)} rows, {len(flagged)} flagged ({100 * len(flagged) / len(some):.2f} %), {seconds:.1f} s"
    )
    print("   " + ", ".join(f"{rule} {count}" for rule, count in Counter(rule for _, rule, _ in found).most_common()))
    by_id = {one.id: one for one in some}
    random.Random(7).shuffle(found)
    for unit, rule, finding in found[: args.list]:
        mark = " (doubtful)" if finding.doubtful else ""
        print(f"\n[{unit}] {rule}{mark}: {finding.message}\n  {by_id[unit].source}\n  {by_id[unit].target}")


class Planted(NamedTuple):
    """A row with an error, and what kind it is."""

    kind: str
    row: Row


def planted(corpus: str, most: int) -> list[Planted]:
    """Rows with one planted error each, at most so many of a kind, drawn at random but always alike."""
    some = rows(corpus)
    bitext = texts(some)
    draw = random.Random(11)
    found: list[Planted] = []
    for row, pair in zip(some, bitext.pairs, strict=True):
        for quantity in bitext.target.quantities_in(pair.target):
            for kind, text in _errors(bitext, row, pair, quantity, draw):
                found.append(Planted(kind, row._replace(target=text)))
    draw.shuffle(found)
    kept: Counter[str] = Counter()
    chosen = []
    for one in found:
        kept[one.kind] += 1
        if kept[one.kind] <= most:
            chosen.append(one)
    return chosen


_MORE = (
    "(?<!no )(?<!not )(?:more than|less than)|over|above|exceeding|exceeded|nearly|almost|close to|below|under|up to"
    "|at least"
)
# "from 2 to 3" is a change, "10-18 mol" a power, "3-4-5" a list: half of each is no range cut.
_NO_RANGE = re.compile(r"(?:\bbetween(?: the)?|\bfrom|[0-9]-|×|x) ?$", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_MORE}) (?:[A-Z]{{0,3}}\$)?$")
_TOLD = re.compile(
    "[近逾超余不未破]|[0-9十百千万亿]多|以[上下内]|之[上内]|左右|[多少高低大小]于|[过最][多少高低]|几乎|至少"
)
_TURN = {"more than": "nearly", "over": "nearly", "nearly": "over", "almost": "over", "close to": "over",
         "less than": "over", "below": "above", "above": "below", "under": "over"}  # fmt: skip


def _is_told(source: Document, span: Span, said: Quantity) -> bool:
    """Whether the source tells a direction beside a figure of that value, and the figure is no year ("over 2019")."""
    if said.value is None or (not said.unit and said.value in range(1900, 2100)):
        return False
    same = {said.value, said.value / Fraction(100), said.value * 100}
    beside = (
        source.folded[max(0, one.span[0] - 6) : one.span[1] + 4]
        for one in source.quantities_in(span)
        if one.value in same and not (one.unit in ("year", "month", "day") and source.folded[one.span[0] - 1] == "近")
    )
    return any(_TOLD.search(text) for text in beside)


def _errors(bitext: Bitext, row: Row, pair: Pair, said: Quantity, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Kinds of error that the figure can have, with the text of the target that has it."""
    if said.kind not in AMOUNTS or said.value is None or said.written == "words" or said.kind == "fraction":
        return
    begin = pair.target[0]
    text, (start, end) = row.target, (said.number[0] - begin, said.number[1] - begin)
    numeral = text[start:end]
    match = re.match(r"[0-9][0-9,]*(?:\.[0-9]+)?", numeral)
    if match is None or said.value == 0:
        return
    digits, rest = match.group(), numeral[match.end() :]

    def put(new: str) -> str:
        return text[:start] + new + rest + text[end:]

    if said.high is not None:
        cut = re.search(r"(?:-|–|~| to | and | or )", numeral)
        if cut and not _NO_RANGE.search(text[:start]) and text[end : end + 1] not in tuple("-/"):
            yield "range cut", text[:start] + numeral[cut.end() :] + text[end:]
        return
    yield "x10", put(_times(digits, 10))
    yield "/10", put(_times(digits, 0.1))
    if said.kind in ("money", "cardinal"):
        yield "x100", put(_times(digits, 100))
    if said.value >= 10_000:
        yield "万/亿 swapped", put(_times(digits, 10_000))
        yield "万/亿 swapped", put(_times(digits, 0.0001))
    at = draw.choice([n for n, char in enumerate(digits) if char.isdigit()])
    changed = digits[:at] + draw.choice([c for c in "123456789" if c != digits[at]]) + digits[at + 1 :]
    yield "digit changed", put(changed)
    for one, two in (("million", "billion"), ("billion", "million"), ("billion", "trillion"), ("trillion", "billion")):
        if rest.strip() == one:
            yield "magnitude word", text[:start] + digits + rest.replace(one, two) + text[end:]
    before = _BEFORE.search(text[: said.span[0] - begin])
    if before and said.approx in ("above", "below") and _is_told(bitext.source, pair.source, said):
        yield "direction lost", text[: before.start(1)] + text[before.end(1) + 1 :]
        if before.group(1) in _TURN:
            yield "direction turned", text[: before.start(1)] + _TURN[before.group(1)] + text[before.end(1) :]
    if said.unit == "percent" and text[end : end + 1] == "%":
        yield "percent to points", text[:end] + " percentage points" + text[end + 1 :]
    if said.unit in ("dollar", "yuan", "hong-kong-dollar") and "US$" in text[max(0, start - 3) : start]:
        yield "currency", text[: start - 3] + "RMB" + text[start:]


def _times(digits: str, factor: float) -> str:
    return f"{float(digits.replace(',', '')) * factor:,.8f}".rstrip("0").rstrip(".")


def recall(corpus: str, args: argparse.Namespace) -> Counter[str]:
    """How many planted errors are found, by kind."""
    chosen = planted(corpus, args.plant)
    numbered = [one.row._replace(id=str(n)) for n, one in enumerate(chosen)]
    clean = texts(rows(corpus))
    noisy = {unit for unit, _, finding in findings(clean, FAMILY) if not finding.doubtful}
    hits = {unit for unit, _, finding in findings(texts(numbered), FAMILY) if args.doubtful or not finding.doubtful}
    counts: Counter[str] = Counter()
    missed = []
    for n, one in enumerate(chosen):
        if one.row.id in noisy:
            continue
        counts[f"{one.kind} all"] += 1
        counts[f"{one.kind} found"] += str(n) in hits
        if str(n) not in hits:
            missed.append(one)
    _tell(corpus, counts)
    random.Random(5).shuffle(missed)
    originals = {one.id: one.target for one in rows(corpus)}
    for one in missed[: args.list]:
        if args.kind in ("", one.kind):
            print(f"\nmissed [{one.row.id}] {one.kind}: {_difference(originals[one.row.id], one.row.target)}")
            print(f"  {one.row.source}\n  {one.row.target}")
    return counts


def _difference(one: str, two: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    return f"...{one[max(0, at - 20) : at + 20]}... became ...{two[max(0, at - 20) : at + 20]}..."


def _tell(name: str, counts: Counter[str]) -> None:
    total = found = 0
    for kind in sorted({key.rpartition(" ")[0] for key in counts}):
        every, seen = counts[f"{kind} all"], counts[f"{kind} found"]
        total, found = total + every, found + seen
        print(f"{name}: {kind}: {seen} of {every} ({100 * seen / max(1, every):.1f} %)")
    print(f"{name}: together {found} of {total} ({100 * found / max(1, total):.1f} %)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--rule", action="append", help="only these rules")
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N of the findings (or of the misses)")
    parser.add_argument("--doubtful", action="store_true", help="count doubtful findings too")
    parser.add_argument("--turned", action="store_true", help="read the translation as the source")
    parser.add_argument("--plant", type=int, default=0, metavar="N", help="plant at most N errors of each kind")
    parser.add_argument("--kind", default="", help="list only misses of this kind")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    together: Counter[str] = Counter()
    for corpus in args.corpus or CORPORA:
        if args.plant and corpus != "mfa-texts":
            together += recall(corpus, args)
        elif not args.plant:
            measure(corpus, args)
    if together:
        _tell("all", together)
    return 0


if __name__ == "__main__":
    sys.exit(main())
