"""Translations with one planted error each, and their clean twins: what the bilingual rules find and wrongly flag.

    python benchmarks/demetr.py [--lang CODE]... [--missed] [--false] [--list N]

DEMETR has nine source languages with English translations: mt_clean, and
mt_perturbed with one error planted. A planted wrong number is found when the
perturbed text has a finding of bilingual/number (or another bilingual rule)
that its clean twin has not. The texts are read from the shared data folder,
which is not part of the project.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections import Counter
from pathlib import Path

from termcheck.document import Bitext, Document
from termcheck.glossary import Glossary
from termcheck.model import Block, Finding, Pair, Span
from termcheck.rule import Context, Rule
from termcheck.rules import RULES
from termcheck.text import Source

FILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "demetr" / "demetr_dev.tsv"
CODES = {
    "german": "de", "spanish": "es", "hindi": "hi", "polish": "pl", "japanese": "ja", "french": "fr", "czech": "cs",
    "russian": "ru", "italian": "it",
}  # fmt: skip


def rows(codes: list[str]) -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream, delimiter="\t"))
    return [row for row in found if not codes or CODES[row["lang"]] in codes]


class Texts:
    """Bitexts of single sentences; the documents are kept, for each source stands in several rows."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self.docs: dict[tuple[str, str], Document] = {}
        self.found: dict[tuple[str, str], list[tuple[str, Finding]]] = {}

    def doc(self, text: str, lang: str) -> Document:
        if (text, lang) not in self.docs:
            whole = (Block("paragraph", Span(0, len(text))),)
            self.docs[text, lang] = Document(Source("", text), whole, lang=lang)
        return self.docs[text, lang]

    def findings(self, row: dict[str, str], target: str) -> list[tuple[str, Finding]]:
        """What the bilingual rules find in a translation of a row's source."""
        key = (row["source"], target)
        if key not in self.found:
            one, two = self.doc(row["source"], CODES[row["lang"]]), self.doc(target, "en")
            bitext = Bitext(one, two, (Pair(Span(0, len(one.text)), Span(0, len(two.text))),))
            ctx = Context(Glossary())
            self.found[key] = [(rule.id, finding) for rule in self.rules for finding in rule.check(bitext, ctx)]
        return self.found[key]


def key(found: tuple[str, Finding]) -> tuple[str, str, bool]:
    rule, finding = found
    return rule, finding.message, finding.doubtful


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", action="append", choices=sorted(CODES.values()), default=[])
    parser.add_argument("--rule", action="append", help="only these rules")
    parser.add_argument("--missed", action="store_true", help="list the planted wrong numbers that are not found")
    parser.add_argument("--false", action="store_true", help="list findings in clean translations")
    parser.add_argument("--list", type=int, default=1000, metavar="N", help="at most N of them, drawn at random")
    args = parser.parse_args()
    if not FILE.is_file():
        sys.exit(f"no DEMETR data at {FILE}")
    texts = Texts([rule for rule in RULES if rule.subject == "Bitext" and (not args.rule or rule.id in args.rule)])
    data = rows(args.lang)
    _planted(texts, data, args.missed)
    _clean(texts.rules, data, args.list if args.false else 0)
    return 0


_NAMED = ("ne_replaced", "ne_removed")
_DIGIT = re.compile(r"\d")


def _planted(texts: Texts, data: list[dict[str, str]], show: bool) -> None:
    """What share of the planted errors has a finding that the clean twin has not."""
    for kind in ("numbers_replaced", *_NAMED):
        found, whole, digits = Counter[str](), Counter[str](), Counter[str]()
        rules = Counter[str]()
        for row in (row for row in data if row["pert"] == kind):
            code = CODES[row["lang"]]
            before = set(map(key, texts.findings(row, row["mt_clean"])))
            new = [one for one in texts.findings(row, row["mt_perturbed"]) if key(one) not in before]
            rules.update({rule for rule, _ in new})
            in_digits = bool(_changed_digits(row))
            whole[code] += 1
            digits[code] += in_digits
            found[code] += bool(new)
            found[f"{code} digits"] += bool(new) and in_digits
            found["sure"] += any(not finding.doubtful for _, finding in new)
            if show and not new and kind == "numbers_replaced":
                print(f"missed {code} {_difference(row)}: {row['source']}\n      {row['mt_perturbed']}")
        total = sum(found[code] for code in whole)
        print(f"{kind}: {total} of {whole.total()} found, {100 * total / max(1, whole.total()):.1f}% "
              f"({found['sure']} not doubtful); by rule {dict(rules)}")  # fmt: skip
        if kind == "numbers_replaced":
            total = sum(found[f"{code} digits"] for code in digits)
            print(f"   changed in digits: {total} of {digits.total()}, {100 * total / max(1, digits.total()):.1f}%")
            print(
                "   "
                + ", ".join(
                    f"{code} {found[code]}/{whole[code]} ({found[code + ' digits']}/{digits[code]})" for code in whole
                )
            )


def _difference(row: dict[str, str]) -> tuple[str, str]:
    one, two = row["mt_clean"].split(), row["mt_perturbed"].split()
    apart = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return apart[0] if apart else ("", "")


def _changed_digits(row: dict[str, str]) -> bool:
    """Whether the number is written in digits in the translation, and the source writes digits too."""
    return bool(_DIGIT.search("".join(_difference(row))) and _DIGIT.search(row["source"]))


def _clean(rules: list[Rule], data: list[dict[str, str]], shown: int) -> None:
    """What the rules flag in translations without a planted error, those of a language as one text."""
    sure, doubtful, flagged, lines = Counter[str](), Counter[str](), set[tuple[str, str]](), list[str]()
    for lang, code in CODES.items():
        pairs = list(dict.fromkeys((row["source"], row["mt_clean"]) for row in data if row["lang"] == lang))
        bitext = _text(pairs, code)
        ctx = Context(Glossary())
        for rule in rules:
            for finding in rule.check(bitext, ctx):
                at = next(n for n, pair in enumerate(bitext.pairs) if finding.span.start <= pair.target.end)
                (doubtful if finding.doubtful else sure)[rule.id] += 1
                flagged.update(() if finding.doubtful else (pairs[at],))
                mark = " (doubtful)" * finding.doubtful
                lines.append(f"{code} {rule.id}{mark}: {finding.message}\n      {pairs[at][0]}\n      {pairs[at][1]}")
    wrong = sum((row["source"], row["mt_clean"]) in flagged for row in data)
    print(f"clean: {wrong} of {len(data)} rows flagged without doubt, {100 * wrong / max(1, len(data)):.2f}%, "
          f"{len(flagged)} different ones; findings by rule {dict(sure)}, doubtful {dict(doubtful)}")  # fmt: skip
    random.Random(7).shuffle(lines)
    print("\n".join(lines[:shown]))


def _text(pairs: list[tuple[str, str]], code: str) -> Bitext:
    """Sentence pairs as two texts of a paragraph each."""
    docs, spans = list[Document](), list[list[Span]]()
    for side, lang in ((0, code), (1, "en")):
        text, places = "", list[Span]()
        for pair in pairs:
            places.append(Span(len(text), len(text) + len(pair[side])))
            text += pair[side] + "\n\n"
        docs.append(Document(Source("", text), tuple(Block("paragraph", span) for span in places), lang=lang))
        spans.append(places)
    return Bitext(docs[0], docs[1], tuple(map(Pair, *spans)))


if __name__ == "__main__":
    sys.exit(main())
