"""The term rules on official English with termbases nobody made for them.

    python benchmarks/terms.py [--list N] [--doubtful]

Each annual report of the Hong Kong Monetary Authority is checked against the
glossary of its year, press conferences against a list of China Daily's terms,
and all texts against the project's own glossary. What is reported is nearly
all there is to find: read it. The texts are in the shared data folder, which
is not part of the project.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from clean_english import show
from real_texts import DATA, texts

from termcheck.engine import check
from termcheck.glossary import Glossary, Term
from termcheck.glossary.load import load
from termcheck.model import Severity
from termcheck.rules import term
from termcheck.structure import parse
from termcheck.text import Source

ROOT = Path(__file__).resolve().parents[1]
_ABBREVIATED = re.compile(r"(.*\S)\s*\(([A-Za-z&/0-9-]{2,12})\)")


def terms_of(path: Path) -> Iterator[Term]:
    """The English terms of a table, each once."""
    seen: set[str] = set()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            column = "en" if "en" in row else "translations (zh->en)"
            name = " ".join(row[column].strip('" ').split())
            match = _ABBREVIATED.fullmatch(name)
            short = match[2] if match and sum(map(str.isupper, match[2])) > 1 else ""
            name = match[1] if match and short else name
            if re.search(r"[^\W_]", name) and name.lower() not in seen:
                seen.add(name.lower())
                yield Term(name, abbreviation=short)


@cache
def hkma(year: str) -> Glossary:
    return Glossary(tuple(terms_of(DATA / "hkma" / f"glossary_{year}.tsv")))


@cache
def china_daily() -> Glossary:
    return Glossary(tuple(terms_of(DATA / "zh_en_termlists" / "chinadaily_vocab.tsv")))


@cache
def own() -> Glossary:
    return load([ROOT / "glossary"])


RUNS: tuple[tuple[str, str, Callable[[str], Glossary]], ...] = (
    ("hkma", "its year's glossary", lambda name: hkma(re.sub("[^0-9]", "", name))),
    ("mfa", "China Daily's terms", lambda _: china_daily()),
    *((corpus, "the project's glossary", lambda _: own()) for corpus in ("mfa", "wh", "au", "demetr", "hkma")),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N of the issues, drawn at random")
    parser.add_argument("--doubtful", action="store_true", help="count and show what is hidden by default, too")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    shown: list[str] = []
    for corpus, what, glossary_of in RUNS:
        words, counts = 0, Counter[str]()
        for name, text in texts(corpus):
            doc = parse(Source(name, text))
            words += len(text.split())
            for issue in check(doc, glossary_of(name), term.RULES):
                sure = not issue.finding.doubtful and issue.severity >= Severity.WARNING
                if sure or args.doubtful:
                    counts[issue.rule + " (doubtful)" * issue.finding.doubtful] += 1
                    shown.append(show(doc, issue))
        print(f"{corpus} with {what}: {words} words, {counts.total()} issues", dict(counts.most_common()))
    random.Random(7).shuffle(shown)
    print("\n".join(shown[: args.list]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
