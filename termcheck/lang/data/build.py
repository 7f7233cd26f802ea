"""Make words.txt and names.txt from SCOWL. Run by hand when the lists are renewed; see README.md beside it.

python termcheck/lang/data/build.py [/usr/share/dict/scowl]
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIZES = (10, 20, 35, 60, 70, 80)  # the steps of lexicon.rank; SCOWL's 40 and 50, 55 join 60
MAIN = ("english", "american", "british", "british_z")
EQUAL = ("variant_1", "british_variant_1")  # variants the dictionaries hold nearly equal
LESSER = ("variant_2", "british_variant_2")  # acceptable, but rare beside the main form
# The list holds these for both; Chicago 5.250 and Garner give the longer form to Britain.
UK_BY_USAGE = {"towards", "whilst"}


def read(scowl: Path, category: str, kind: str) -> dict[str, int]:
    """Words of a category with the smallest size that holds them; possessives left out."""
    found: dict[str, int] = {}
    for path in scowl.glob(f"{category}-{kind}.*"):
        size = next((step for step in SIZES if int(path.suffix[1:]) <= step), None)
        for word in path.read_text(encoding="utf-8").split() if size else ():
            if not word.endswith("'s"):
                found[word] = min(size or 0, found.get(word, 99))
    return found


def plain(word: str) -> str:
    """The word without accents: "cafe" for "café"."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")


def merge(*lists: dict[str, int]) -> dict[str, int]:
    """One list of folded words, with accents and without, each with the smallest of its sizes."""
    merged: dict[str, int] = {}
    for one in lists:
        for word, size in one.items():
            for form in (word.lower(), plain(word.lower())):
                merged[form] = min(size, merged.get(form, 99))
    return merged


def write(path: Path, sections: Sequence[set[str]]) -> None:
    """One line per first three letters: `key|tails|tails…`, each section with a blank around every tail."""
    by_key: dict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in sections])
    for number, section in enumerate(sections):
        for word in sorted(section):
            by_key[word[:3]][number].append(word[3:])
    lines = ("|".join((key, *(f" {' '.join(row)} " if row else "" for row in by_key[key]))) for key in sorted(by_key))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(scowl: Path) -> None:
    """Write both files beside this script."""
    by_category = {name: read(scowl, name, "words") for name in (*MAIN, *EQUAL, *LESSER)}
    lesser = merge(*(dict.fromkeys(by_category[name], 80) for name in LESSER))
    contractions = merge(*(read(scowl, name, "contractions") for name in MAIN))
    abbreviations = {word: 70 for word in read(scowl, "english", "abbreviations") if word.isalpha() and word.islower()}
    sizes = merge(*(by_category[name] for name in MAIN + EQUAL), lesser, contractions, abbreviations)
    english, american = set(by_category["english"]), set(by_category["american"])
    british = set(by_category["british"]) | set(by_category["british_z"])
    us_only = american - british - english - set(by_category["british_variant_1"])
    uk_only = british - american - english - set(by_category["variant_1"]) | UK_BY_USAGE
    by_size = [{word for word, size in sizes.items() if size == step} for step in SIZES]
    write(HERE / "words.txt", [*by_size, us_only, uk_only])
    names = merge(*(read(scowl, name, kind) for name in MAIN for kind in ("upper", "proper-names")))
    write(HERE / "names.txt", [set(names)])


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/scowl"))
