"""How good suggested terms are: against the lists that the publisher of the texts made of them.

python benchmarks/suggestions.py [--year 2017] [--show] [--shared ../shared]

The texts are the annual reports in data/hkma. Precision: how many of the
first 200 candidates, and of all, stand in the publisher's list (of the year,
or of all years) with one of their renderings: a floor, since a list holds
what its editor chose. Recall: of the entries whose two forms meet in two
pairs of sentences or more, the share that is among the candidates.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from termcheck.glossary import Glossary
from termcheck.lang.words import words_of
from termcheck.suggesting import Suggestion, suggest
from termcheck.text import fold

FIRST = 200


def main() -> None:
    """Print the figures of all years together and of each year against its own list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--year")
    parser.add_argument("--show", action="store_true", help="print the first candidates")
    args = parser.parse_args()
    folder = args.shared / "data/hkma"
    if not folder.is_dir():
        sys.exit(f"{folder} is not there")
    with (folder / "paragraph_pairs_dev.tsv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    years = [args.year] if args.year is not None else ["", *sorted({row["id"][:4] for row in rows})]
    for year in years:
        lists = sorted(folder.glob(f"glossary_{year or '*'}.tsv"))
        measure(year or "all", [row for row in rows if row["id"].startswith(year)], entries(lists), args.show)


def measure(name: str, rows: list[dict[str, str]], listed: dict[str, set[str]], show: bool) -> None:
    """Print one line of figures."""
    begun = perf_counter()
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8", delete=False) as stream:
        stream.write("id\tzh\ten\n" + "".join(f"{row['id']}\t{row['zh']}\t{row['en']}\n" for row in rows))
    found = suggest([stream.name], Glossary())
    Path(stream.name).unlink()
    seconds = perf_counter() - begun
    hits = [is_listed(one, listed) for one in found.new]
    known = {(fold(one.candidate.source), plain(two.text)) for one in found.new for two in one.candidate.renderings}
    due = set(repeated(rows, listed))
    print(
        f"{name}: {len(rows)} rows, {len(found.new)} candidates in {seconds:.0f} s; listed: {sum(hits[:FIRST])} of the "
        f"first {len(hits[:FIRST])}, {sum(hits)} of all; recall {len(due & known)} of {len(due)} = "
        f"{len(due & known) / max(1, len(due)):.2f}"
    )
    if show:
        for one, hit in zip(found.new[:FIRST], hits, strict=False):
            print("  ", "+" if hit else "-", one.candidate.source, "|", *(two.text for two in one.candidate.renderings))


def entries(paths: Iterable[Path]) -> dict[str, set[str]]:
    """The listed renderings of each Chinese term, both as they are compared."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in paths:
        with path.open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream, delimiter="\t"):
                chinese = row.get("zh") or row["translations (en->zh)"]
                english = row.get("en") or row["translations (zh->en)"]
                for one in re.split("[；;|]", chinese):
                    found[fold(one).strip()] |= {plain(two) for two in re.split("[；;|]", english)}
    return found


def plain(english: str) -> str:
    """English as it is compared: folded, without articles and plural endings."""
    return " ".join(re.sub("s$", "", word) for word in words_of(fold(english)) if word not in ("the", "a", "an"))


def is_listed(one: Suggestion, listed: dict[str, set[str]]) -> bool:
    """Whether the list has the candidate with one of its renderings."""
    return any(plain(two.text) in listed.get(fold(one.candidate.source), ()) for two in one.candidate.renderings)


def repeated(rows: list[dict[str, str]], listed: dict[str, set[str]]) -> Iterable[tuple[str, str]]:
    """The entries whose two forms meet in two rows or more."""
    texts = [(fold(row["zh"]), f" {plain(row['en'])} ") for row in rows]
    for chinese, renderings in listed.items():
        having = [english for source, english in texts if chinese in source]
        for rendering in renderings if len(having) > 1 else ():
            if rendering and sum(f" {rendering} " in english for english in having) > 1:
                yield chinese, rendering


if __name__ == "__main__":
    main()
