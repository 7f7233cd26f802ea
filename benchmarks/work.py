"""The work that speed is measured on: real texts in new order, a glossary of any size, and known uses of it in them.

    python benchmarks/work.py -o DIR [--megabytes N] [--files N] [--terms N] [--variants PER_KB] [--seed N]

The texts are turns of real briefings (the seed, and those of the shared data folder where it is at hand) in random
order under their title and roster, with new digits in their figures. Behind "the" stand planted forms of the
glossary's terms: forbidden ones of each kind, some broken by a line end; twice as many right ones; and a few traps,
which are no fault: a forbidden form inside a longer word or a longer right term. `plants.tsv` has file, line, column,
kind and form of each. The glossary stands in `tools/`, as termcheck and each of the rivals reads it. The same seed
makes the same work.
"""

from __future__ import annotations

import argparse
import random
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import rival_glossaries
from invented_terms import KINDS, ROOT, Entry, entries
from real_texts import DATA, texts

FAULTS = (*KINDS, "line wrap")
TRAPS = ("in a longer word", "in a longer term")
_LABEL = re.compile(r"(?:[A-Z][\w.'’ -]{1,40}:|Q\s{2,}|# )")
_BLANK = re.compile(r"\n\s*\n")
_FIGURE = re.compile(r"(?<=\d[.,])\d{1,3}|\d(?=%| percent| [mbt]r?illion)")  # not days and years: these must exist
_SITE = re.compile(r"\bthe (?=[a-z])")


class Corpus(NamedTuple):
    """Texts of one layout: what stands above the first turn of each, and the turns of all."""

    heads: list[str]
    turns: list[str]


class Plant(NamedTuple):
    """A form in a text: its line and column begin at 1, its kind is one of FAULTS or TRAPS, or "right"."""

    file: str
    line: int
    column: int
    kind: str
    form: str


class Size(NamedTuple):
    """How much real text, in how many files, with how many faults in a kilobyte; what is planted comes on top."""

    megabytes: float
    files: int
    variants: float = 1


@cache
def corpora() -> tuple[Corpus, ...]:
    """The real texts, by their layout."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    found = [_corpus(seeds)]
    if DATA.is_dir():
        found += [_corpus([text for _, text in texts(name)]) for name in ("wh", "hkma", "mfa", "au")]
    return tuple(found)


def _corpus(documents: Sequence[str]) -> Corpus:
    """A turn begins with a label that the document has more than once; in a roster, each stands once."""
    heads, turns = list[str](), list[str]()
    for document in documents:
        parts = [part.strip("\n") for part in _BLANK.split(document) if part.strip()]
        labels = [match[0].strip() if (match := _LABEL.match(part)) else "" for part in parts]
        starts = [n for n, label in enumerate(labels) if label and labels.count(label) > 1] or [0]
        heads.append("\n\n".join(parts[: starts[0]]))
        turns += ["\n\n".join(parts[a:b]) for a, b in zip(starts, [*starts[1:], len(parts)], strict=True)]
    return Corpus(heads, turns)


def known_words() -> frozenset[str]:
    """All words of the real texts."""
    return frozenset(
        word
        for corpus in corpora()
        for turn in [*corpus.heads, *corpus.turns]
        for word in re.findall(r"[^\W\d_]+", turn.lower())
    )


def documents(size: int, rng: random.Random) -> Iterator[str]:
    """Texts of about so many bytes together, each of one layout; no turn stands twice in a text."""
    while size > 0:
        corpus = rng.choice(corpora())
        parts, left = [rng.choice(corpus.heads)], size
        for turn in rng.sample(corpus.turns, len(corpus.turns)):
            parts.append(turn)
            left -= len(turn.encode()) + 2
            if left <= 0:
                break
        text = "\n\n".join(filter(None, parts)) + "\n\n"
        size -= len(text.encode())
        yield _FIGURE.sub(lambda match: "".join(rng.choice("123456789") for _ in match[0]), text)


def planted(text: str, terms: Sequence[Entry], variants: float, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """The text in pieces: what stands before a planted form, the form, and its kind; the last piece has no form."""
    count = variants * len(text) / 1000
    kinds = [
        kind for kind, share in (("fault", 1), ("right", 2), ("trap", 0.1)) for _ in range(_rounded(count * share, rng))
    ]
    sites = [match.end() for match in _SITE.finditer(text)]
    kinds = rng.sample(kinds, min(len(kinds), len(sites)))
    before = 0
    for site, kind in zip(sorted(rng.sample(sites, len(kinds))), kinds, strict=True):
        yield ("" if before == 0 else " and the ") + text[before:site], *form(kind, terms, rng)
        before = site
    yield ("" if before == 0 else " and the ") + text[before:], "", ""


def _rounded(number: float, rng: random.Random) -> int:
    return int(number + rng.random())


def form(kind: str, terms: Sequence[Entry], rng: random.Random) -> tuple[str, str]:
    """A form to plant, and its kind in full."""
    entry = rng.choice(terms)
    while not entry.forbidden:
        entry = rng.choice(terms)
    if kind == "right":
        return entry.term, kind
    chosen = rng.choice(entry.forbidden)
    if kind == "trap":
        longer = [one for one in rng.choices(terms, k=40) if one.inside]
        if entry.inside or (longer and rng.random() < 0.5):  # behind "Mac", its forms would have that of another
            return (entry.term if entry.inside else longer[0].term), TRAPS[1]
        return f"Mac{chosen.form}", TRAPS[0]
    if " " in chosen.form and rng.random() < 0.05:
        at = rng.choice([match.start() for match in re.finditer(" ", chosen.form)])
        return f"{chosen.form[:at]}\n{chosen.form[at + 1 :]}", "line wrap"
    return chosen.form, chosen.kind


def write_texts(folder: Path, size: Size, terms: Sequence[Entry], seed: int = 2026) -> Iterator[Plant]:
    """Write the texts one after another; what is planted comes back as it is written."""
    folder.mkdir(parents=True)
    for number in range(size.files):
        rng = random.Random(f"texts {seed} {number}")
        pieces, found, at = list[str](), list[tuple[int, str, str]](), 0
        for text in documents(int(size.megabytes * 1_000_000 / size.files), rng):
            for before, put, kind in planted(text, terms, size.variants, rng):
                found.append((at + len(before), put, kind))
                pieces += (before, put)
                at += len(before) + len(put)
        path = folder / f"{number:05}.txt"
        path.write_text("".join(pieces), encoding="utf-8", newline="\n")
        yield from _placed(path.name, "".join(pieces), [one for one in found if one[1]])


def _placed(file: str, text: str, found: Sequence[tuple[int, str, str]]) -> Iterator[Plant]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for offset, put, kind in found:
        line = bisect_right(starts, offset)
        yield Plant(file, line, offset - starts[line - 1] + 1, kind, put)


def write(folder: Path, size: Size, terms: Sequence[Entry], seed: int = 2026) -> list[Plant]:
    """The texts, what is planted in them, and the glossary of every tool."""
    plants = list(write_texts(folder / "texts", size, terms, seed))
    with (folder / "plants.tsv").open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("file\tline\tcolumn\tkind\tform\n")
        for one in plants:
            stream.write("\t".join(map(str, one)).replace("\n", "\\n") + "\n")
    rival_glossaries.write(folder / "tools", terms, known_words())
    return plants


def glossary(count: int, seed: int = 2026) -> list[Entry]:
    """The terms of a glossary of so many."""
    return list(entries(count, known_words(), seed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="a folder that is not there yet"
    )
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--terms", type=int, default=1_000)
    parser.add_argument("--variants", type=float, default=1, metavar="PER_KB", help="planted faults a kilobyte")
    parser.add_argument("--seed", type=int, default=2026)
    args = parser.parse_args()
    terms = glossary(args.terms, args.seed)
    plants = write(args.output, Size(args.megabytes, args.files, args.variants), terms, args.seed)
    for kind in ("right", *FAULTS, *TRAPS):
        print(f"{kind}: {sum(one.kind == kind for one in plants)}")


if __name__ == "__main__":
    main()
