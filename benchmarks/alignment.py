"""How well passages and sentences are linked, and in what time.

    python benchmarks/alignment.py [--part tune|report] [--corpus NAME]... [--speed] [--show N]

Transcripts: the press conferences whose questions and answers are linked by hand, as whole events; then the same
with a tenth of the questions left out of one side. Cut tables: rows of which the translation is known, joined to
texts of 150 rows with 2 % of the passages left out on one side, 5 % run together with the next and 10 % cut in two,
once as paragraphs (`passages`) and once as sentences in paragraphs of eight rows (`sentences`). Every second text is
for tuning, the others are reported. Strangers: the source of one text beside the translation of another.

The texts are read from the shared data folder, which is not part of the project.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from termcheck import align
from termcheck.document import Bitext, Document
from termcheck.glossary import Glossary
from termcheck.lang.sentences import sentences
from termcheck.model import Block, Pair, Span
from termcheck.structure import parse
from termcheck.text import Source

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
ROWS = 150  # of a table, to a text
PARAGRAPH = 8  # rows, where sentences are linked
CORPORA = ("hkma", "tico19", "wmt21", "wmt22")
SIZES = (1_000, 10_000, 100_000)

Row = tuple[str, str]
Bead = tuple[tuple[int, ...], tuple[int, ...]]


class Text(NamedTuple):
    """Two lists of passages and the beads that answer each other, as indices of them."""

    source: list[str]
    target: list[str]
    beads: list[Bead]


class Score(NamedTuple):
    """Links right, found and wanted; beads found exactly and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    exact: int = 0
    beads: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {self.wanted} links; "
            f"{self.exact / max(1, self.beads):.3f} of {self.beads} beads exact"
        )


def rows(corpus: str) -> list[Row]:
    """The rows of a table: source and translation."""
    if corpus.startswith("wmt"):
        found = [(row["source"], row["refA"]) for row in _read(DATA / "wmt_zhen_testsets" / f"{corpus}.zh-en.tsv")]
    elif corpus == "tico19":
        found = [(row["zh"], row["en"]) for row in _read(DATA / "tico19" / "all.en-zh.tsv")]
    else:
        found = [(row["zh"], row["en"]) for row in _read(DATA / "hkma" / "paragraph_pairs_dev.tsv")]
    return [row for row in found if all(side.strip() for side in row)]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def cut(table: Sequence[Row], rng: random.Random) -> Text:
    """A table as two texts that do not answer each other line by line."""
    text, at = Text([], [], []), 0
    while at < len(table):
        row, chance, side = table[at], rng.random(), rng.randrange(2)
        parts = [[row[0]], [row[1]]]
        if chance < 0.02:
            parts[side] = []
        elif chance < 0.07 and at + 1 < len(table):
            at += 1
            both = [(" " if n else "").join((row[n], table[at][n])) for n in (0, 1)]
            parts = [[row[0], table[at][0]], [row[1], table[at][1]]]
            parts[side] = [both[side]]
        elif chance < 0.17:
            parts[side] = _halves(row[side])
        _add(text, parts)
        at += 1
    return text


def _halves(passage: str) -> list[str]:
    """A passage cut at the sentence end or, without one, at the comma nearest to its middle, if it has any."""
    for signs in (r"[.!?]\s|[。！？]", r"[,;:]\s|[，；：、]"):
        ends = [match.end() for match in re.finditer(signs, passage) if 2 < match.end() < len(passage) - 2]
        if ends:
            middle = min(ends, key=lambda end: abs(end - len(passage) / 2))
            return [passage[:middle].strip(), passage[middle:].strip()]
    return [passage]


def _add(text: Text, parts: Sequence[Sequence[str]]) -> None:
    begin = len(text.source), len(text.target)
    text.source.extend(parts[0])
    text.target.extend(parts[1])
    text.beads.append((tuple(range(begin[0], len(text.source))), tuple(range(begin[1], len(text.target)))))


def plain(passages: Iterable[str], lang: str) -> Document:
    """A text of paragraphs and nothing else."""
    text, blocks = "", list[Block]()
    parts, at = list(passages), 0
    for part in parts:
        blocks.append(Block("paragraph", Span(at, at + len(part))))
        at += len(part) + 2
    text = "\n\n".join(parts)
    return Document(Source("text", text), tuple(blocks), lang=lang)


def paragraphs_of(text: Text) -> Score:
    """Links of paragraphs in a cut table."""
    source, target = plain(text.source, "zh"), plain(text.target, "en")
    pairs = align.passages(source, target, Glossary())
    return score(pairs, _spans(source), _spans(target), text.beads)


def sentences_of(table: Sequence[Row], rng: random.Random) -> Score:
    """Links of sentences in a cut table whose rows stand in paragraphs, which are known to answer each other."""
    source, target, pairs = list[str](), list[str](), list[tuple[int, int]]()
    one, two, beads = list[Span](), list[Span](), list[Bead]()
    for at in range(0, len(table), PARAGRAPH):
        text = cut([row for row in table[at : at + PARAGRAPH] if all(map(_single, row))], rng)
        if not text.source or not text.target:
            continue
        for side, spans, whole in ((text.source, one, source), (text.target, two, target)):
            begin = sum(len(part) + 2 for part in whole)
            for part in side:
                spans.append(Span(begin, begin + len(part)))
                begin += len(part) + 1
            whole.append(" ".join(side))
        shift = len(one) - len(text.source), len(two) - len(text.target)
        beads += [(tuple(i + shift[0] for i in a), tuple(j + shift[1] for j in b)) for a, b in text.beads]
        pairs.append((len(source) - 1, len(target) - 1))
    docs = plain(source, "zh"), plain(target, "en")
    spans = [_spans(doc) for doc in docs]
    bitext = Bitext(*docs, tuple(Pair(spans[0][i], spans[1][j]) for i, j in pairs))
    return score(align.sentences(bitext, Glossary()), one, two, beads)


def _single(passage: str) -> bool:
    return passage.rstrip()[-1] in ".!?。！？" and len(sentences(passage, 0, len(passage))) == 1


def _spans(doc: Document) -> list[Span]:
    return [block.span for block in doc.prose()]


def score(pairs: Iterable[Pair], one: Sequence[Span], two: Sequence[Span], beads: Sequence[Bead]) -> Score:
    """The pairs against the beads that are right."""
    found = [(_indices(one, pair.source), _indices(two, pair.target)) for pair in pairs]
    links = {(i, j) for a, b in found for i in a for j in b}
    wanted = {(i, j) for a, b in beads for i in a for j in b}
    exact = len(set(found) & set(beads))
    return Score(len(links & wanted), len(links), len(wanted), exact, len(beads))


def _indices(spans: Sequence[Span], within: Span) -> tuple[int, ...]:
    return tuple(n for n, span in enumerate(spans) if within.start < span.end and span.start < within.end)


def events() -> Iterator[tuple[str, list[tuple[Row, Row]], list[Row]]]:
    """Each press conference: its day, its turns as label and speech in either language with links between them."""
    links: dict[str, set[tuple[int, int]]] = {}
    for row in _read(DATA / "mfa" / "aligned_qa_june.tsv"):
        links.setdefault(row["date"], set()).add((int(row["zh_idx"]), int(row["en_idx"])))
    for day, found in sorted(links.items()):
        texts = [(DATA / "mfa" / "events" / f"{day}.{lang}.txt").read_text(encoding="utf-8") for lang in ("zh", "en")]
        yield day, texts, found  # type: ignore[misc]


def transcript(texts: Sequence[str], found: set[tuple[int, int]], leave: float, rng: random.Random) -> Score:
    """Links of turns in a press conference, a share of its questions left out of one side or the other."""
    kept = []
    for text in texts:
        lines = [line for line in text.split("\n") if line.strip()]
        turns = [lines[n : n + 2] for n in range(2, len(lines), 2)]
        kept.append((lines[:2], [None if rng.random() < leave / 2 else turn for turn in turns]))
    docs = []
    for head, turns in kept:
        lines = [*head, *(line for turn in turns if turn for line in turn)]
        docs.append(parse(Source("event", "\n\n".join(lines) + "\n")))
    spans = [[block.span for block in doc.prose()] for doc in docs]
    places = [_numbered(turns) for _, turns in kept]
    beads: list[Bead] = [((0,), (0,))]
    gone = [set(where) for where in places]
    for i, j in sorted(found):
        if i in places[0] and j in places[1]:
            beads += [((1 + 2 * places[0][i] + n,), (1 + 2 * places[1][j] + n,)) for n in (0, 1)]
            gone[0].discard(i)
            gone[1].discard(j)
    beads += [((1 + 2 * places[0][i] + n,), ()) for i in gone[0] for n in (0, 1)]
    beads += [((), (1 + 2 * places[1][j] + n,)) for j in gone[1] for n in (0, 1)]
    return score(align.passages(*docs, Glossary()), *spans, beads)


def _numbered(turns: Sequence[object]) -> dict[int, int]:
    kept = [n for n, turn in enumerate(turns) if turn]
    return {n: at for at, n in enumerate(kept)}


def texts_of(corpus: str, part: str) -> Iterator[list[Row]]:
    """Every second stretch of a table."""
    table = rows(corpus)
    stretches = [table[at : at + ROWS] for at in range(0, len(table), ROWS)]
    yield from stretches[0 if part == "tune" else 1 :: 2]


def strangers(corpus: str, part: str) -> Iterator[tuple[float, float]]:
    """How much of two texts is linked that translate each other, and of two that do not."""
    stretches = list(texts_of(corpus, part))
    for n, one in enumerate(stretches):
        two = stretches[(n + 1) % len(stretches)]
        source = plain([row[0] for row in one], "zh")
        yield tuple(  # type: ignore[misc]
            align.coverage(Bitext(source, target, align.passages(source, target, Glossary())))
            for target in (plain([row[1] for row in one], "en"), plain([row[1] for row in two], "en"))
        )


def speed() -> None:
    """Time and memory for texts of many sentences, each a paragraph of its own."""
    table = rows("tico19") + rows("wmt21") + rows("wmt22")
    before = 0.0
    for size in SIZES:
        rng = random.Random(size)
        text = cut([table[rng.randrange(len(table))] for _ in range(size)], rng)
        docs = plain(text.source, "zh"), plain(text.target, "en")
        begin = time.perf_counter()
        _ = [(doc.quantities, doc.dates) for doc in docs]
        read = time.perf_counter()
        pairs = align.passages(*docs, Glossary())
        seconds = time.perf_counter() - read
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size} rows: {seconds:.1f} s (figures read in {read - begin:.1f} s), peak {peak:.0f} MB", end="")
        print(f", {seconds / before:.1f} times the time" if before else "")
        before = seconds
        sorted_spans = [_spans(doc) for doc in docs]
        if size <= 10_000:
            print("   ", score(pairs, *sorted_spans, text.beads))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["tune", "report"], default="report")
    parser.add_argument("--corpus", action="append", choices=[*CORPORA, "mfa"])
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    if args.speed:
        speed()
        return 0
    for corpus in args.corpus or ("mfa", *CORPORA):
        if corpus == "mfa":
            days = list(events())[0 if args.part == "tune" else 1 :: 2]
            for leave, name in ((0.0, "whole"), (0.1, "a tenth left out"), (0.3, "three tenths left out")):
                total = Score()
                for seed in range(1 if not leave else 10):
                    for day, texts, found in days:
                        total = total.plus(transcript(texts, found, leave, random.Random(f"{day} {seed}")))  # type: ignore[arg-type]
                print(f"mfa, {name}: {total}")
            continue
        total, within = Score(), Score()
        for n, table in enumerate(texts_of(corpus, args.part)):
            total = total.plus(paragraphs_of(cut(table, random.Random(n))))
            within = within.plus(sentences_of(table, random.Random(n)))
        print(f"{corpus}, passages: {total}")
        print(f"{corpus}, sentences: {within}")
        shares = list(strangers(corpus, args.part))
        print(f"{corpus}, linked: {min(s[0] for s in shares):.2f} at least; strangers {max(s[1] for s in shares):.2f} at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
