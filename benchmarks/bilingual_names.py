"""Names in two languages: false alarms on good translations, and how many planted errors are found.

    python benchmarks/bilingual_names.py [--corpus NAME]... [--list N] [--doubtful] [--plant N] [--half 0|1]

The rows are those of bilingual_numbers.py; "events" are the press conferences of mfa as texts, linked by `align`.
Errors are planted into one half of the rows at a time, where the source has the name in full: the rule was tuned on
half 0.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bilingual_numbers import Row, rows, texts
from real_texts import DATA

from termcheck.document import Bitext
from termcheck.engine import beside
from termcheck.glossary import Glossary
from termcheck.lang import countries, pinyin, places
from termcheck.lang.gazetteer import Gazetteer
from termcheck.lang.names import is_chinese_name
from termcheck.model import Finding
from termcheck.rule import Context
from termcheck.rules.bilingual import name
from termcheck.structure import parse
from termcheck.text import Source, fold

CORPORA = ("mfa", "events", "hkma", "hkma-held", "tico19", "wmt21", "wmt22")


def events() -> Iterator[Bitext]:
    """Each press conference beside its Chinese text."""
    for path in sorted((DATA / "mfa" / "events").glob("*.en.txt")):
        source = path.with_name(path.name.replace(".en.", ".zh."))
        one, two = (parse(Source(file.name, file.read_text(encoding="utf-8"))) for file in (source, path))
        yield beside(one, two, Glossary())


def findings(bitext: Bitext) -> Iterator[tuple[str, str, str, Finding]]:
    """Unit, passage of the source, passage of the target, and finding."""
    starts = [pair.target[0] for pair in bitext.pairs]
    for finding in name.RULE.check(bitext, Context(Glossary())):
        pair = bitext.pairs[bisect_right(starts, finding.span.start) - 1]
        yield pair.unit or bitext.target.path, bitext.source[pair.source], bitext.target[pair.target], finding


def measure(corpus: str, args: argparse.Namespace) -> None:
    """Findings on the rows as they are."""
    bitexts = list(events()) if corpus == "events" else [texts(rows(corpus))]
    begin = time.perf_counter()
    found = [one for bitext in bitexts for one in findings(bitext)]
    seconds = time.perf_counter() - begin
    sure = [one for one in found if not one[3].doubtful]
    pairs = sum(len(bitext.pairs) for bitext in bitexts)
    print(f"{corpus}: {pairs} passages, {len(sure)} sure, {len(found) - len(sure)} doubtful, {seconds:.1f} s")
    shown = found if args.doubtful else sure
    random.Random(7).shuffle(shown)
    for unit, source, target, finding in shown[: args.list]:
        mark = " (doubtful)" if finding.doubtful else ""
        print(f"\n[{unit}]{mark}: {finding.message}\n  {source[:900]}\n  {target[:1500]}")


class Planted(NamedTuple):
    """A row with an error, and what kind it is."""

    kind: str
    row: Row


def _planted(bitext: Bitext, half: list[Row], most: int) -> Iterator[Planted]:
    draw = random.Random(11)
    target = bitext.target
    found: list[Planted] = []
    lands, towns = (list(Gazetteer(one).find(target.tokens, target.text)) for one in (_lands(), places.english()))
    people = sorted({one for *_, one in _people(bitext)})
    starts = [pair.target.start for pair in bitext.pairs]
    for kind, names in (("country", lands), ("place", towns)):
        pool = sorted({(target[(one.start, one.end)], tuple(sorted(one.keys))) for one in names})
        said = _said(bitext, kind)
        for one in names:
            row, at = _row(bitext, half, starts, one.start)
            if not one.keys & said[bisect_right(starts, one.start) - 1]:
                continue
            was = target[(one.start, one.end)]
            other = draw.choice([new for new, keys in pool if not one.keys & set(keys)] or [was])
            found.append(Planted(f"{kind} swapped", _replaced(row, was, other)))
            if kind == "place" and was.istitle():
                found.append(Planted("place slip", _put(row, at, was, _slip(was, draw))))
            for lost in _dropped(row.target, at, was):
                found.append(Planted(f"{kind} of a list dropped", row._replace(target=lost)))
    for start, _, was in _people(bitext):
        row, at = _row(bitext, half, starts, start)
        if next(pinyin.runs(pinyin.letters(was), fold(row.source)), None):
            other = draw.choice([new for new in people if new != was] or ["Tang Weilan"])
            found.append(Planted("person swapped", _replaced(row, was, other)))
            found.append(Planted("person slip", _put(row, at, was, _slip(was, draw))))
            found += [
                Planted("person of a list dropped", row._replace(target=lost)) for lost in _dropped(row.target, at, was)
            ]
    draw.shuffle(found)
    kept: Counter[str] = Counter()
    for planted in found:
        kept[planted.kind] += 1
        if kept[planted.kind] <= most:
            yield planted


def _said(bitext: Bitext, kind: str) -> list[set[str]]:
    """The countries or places that the source of each row names in full."""
    forms = countries.chinese() if kind == "country" else places.chinese()
    found = list(Gazetteer(forms).find(bitext.source.tokens, bitext.source.text))
    return [
        {key for one in found if pair.source.start <= one.start < pair.source.end for key in one.keys}
        for pair in bitext.pairs
    ]


def _lands() -> dict[str, list[str]]:
    """The countries' names, not their peoples'."""
    return {one.name: [code] for code, one in countries.countries().items()}


def _people(bitext: Bitext) -> Iterator[tuple[int, int, str]]:
    tokens, target = bitext.target.tokens, bitext.target
    for at in range(len(tokens) - 1):
        span = (tokens.starts[at], tokens.ends[at + 1])
        words = target[span].removesuffix("\u2019s")
        if words in ("Hong Kong", "Ding Dong", "Hang Seng"):
            continue
        if (
            tokens.gap(at) == " "
            and words.istitle()
            and is_chinese_name(words)
            and tokens.words[at] not in {"he", "you"}
        ):
            yield *span, words


def _row(bitext: Bitext, half: list[Row], starts: list[int], place: int) -> tuple[Row, int]:
    at = bisect_right(starts, place) - 1
    return half[at], place - starts[at]


def _replaced(row: Row, was: str, new: str) -> Row:
    return row._replace(target=re.sub(rf"\b{re.escape(was)}\b", new, row.target))


def _put(row: Row, at: int, was: str, new: str) -> Row:
    return row._replace(target=row.target[:at] + new + row.target[at + len(was) :])


def _slip(word: str, draw: random.Random) -> str:
    """The name with a letter after its first dropped, doubled or changed."""
    at = draw.choice([n for n in range(1, len(word)) if word[n].isalpha() and word[n].islower()])
    letter = draw.choice([one for one in "aeioungh" if one != word[at]])
    return word[:at] + draw.choice(["", letter, word[at] * 2]) + word[at + 1 :]


def _dropped(text: str, at: int, was: str) -> Iterator[str]:
    """The text without a name that stands between two commas."""
    end = at + len(was)
    if text[at - 2 : at] == ", " and text[end : end + 2] == ", " and text[end + 2 : end + 3].isupper():
        yield text[:at] + text[end + 2 :]


def recall(corpus: str, args: argparse.Namespace) -> Counter[str]:
    """How many planted errors are found, by kind."""
    half = rows(corpus)[args.half :: 2]
    clean = texts(half)
    chosen = list(_planted(clean, half, args.plant))
    noisy = {unit for unit, *_ in findings(clean)}
    numbered = [one.row._replace(id=str(n)) for n, one in enumerate(chosen)]
    hits = {unit for unit, *_, finding in findings(texts(numbered)) if args.doubtful or not finding.doubtful}
    counts: Counter[str] = Counter()
    missed = []
    for n, one in enumerate(chosen):
        if one.row.id not in noisy:
            counts[f"{one.kind} all"] += 1
            counts[f"{one.kind} found"] += str(n) in hits
            missed += [one] * (str(n) not in hits)
    _tell(corpus, counts)
    originals = {one.id: one.target for one in half}
    for one in [one for one in missed if args.kind in ("", one.kind)][: args.list]:
        print(f"\nmissed [{one.row.id}] {one.kind}: {_difference(originals[one.row.id], one.row.target)}")
        print(f"  {one.row.source[:600]}\n  {one.row.target[:900]}")
    return counts


def _difference(one: str, two: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), 0)
    return f"...{one[max(0, at - 20) : at + 20]}... became ...{two[max(0, at - 20) : at + 20]}..."


def _tell(name: str, counts: Counter[str]) -> None:
    for kind in sorted({key.rpartition(" ")[0] for key in counts}):
        every, seen = counts[f"{kind} all"], counts[f"{kind} found"]
        print(f"{name}: {kind}: {seen} of {every} ({100 * seen / max(1, every):.1f} %)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N of the findings (or of the misses)")
    parser.add_argument("--doubtful", action="store_true", help="count doubtful findings too")
    parser.add_argument("--plant", type=int, default=0, metavar="N", help="plant at most N errors of each kind")
    parser.add_argument("--kind", default="", help="list only misses of this kind")
    parser.add_argument("--half", type=int, default=0, choices=(0, 1), help="plant into this half of the rows")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    together: Counter[str] = Counter()
    for corpus in args.corpus or CORPORA:
        if not args.plant:
            measure(corpus, args)
        elif corpus != "events":
            together += recall(corpus, args)
    if together:
        _tell("all", together)
    return 0


if __name__ == "__main__":
    sys.exit(main())
