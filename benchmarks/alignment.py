"""How well passages and sentences are linked, and in what time.

    python benchmarks/alignment.py [--part tune|report] [--corpus NAME]... [--speed]

Transcripts: the press conferences of which questions and answers are linked by hand, as whole events; then the same
with a tenth and three tenths of the questions left out of one side or the other. Cut tables: rows of which the
translation is known, joined to texts of 150 rows (25 where there are but a hundred) with 2 % of the passages left out
on one side, 5 % run together with the next and 10 % cut in two, once as paragraphs (`passages`) and once as sentences
in paragraphs of eight rows (`sentences`). Coverage: of texts beside their translations, whole and with every fourth
passage lost, and beside those of others. Every second text was for tuning, the others are reported.

The texts are read from the shared data folder, which is not part of the project.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from real_texts import DATA, read_table

from termcheck import align
from termcheck.document import Bitext, Document
from termcheck.glossary import Glossary
from termcheck.lang.sentences import sentences
from termcheck.model import Block, Pair, Span
from termcheck.structure import parse
from termcheck.text import Source

ROWS = 150  # of a table, to a text
PARAGRAPH = 8  # rows, where sentences are linked
LANGUAGES = {"french": "fr", "german": "de", "japanese": "ja", "russian": "ru"}  # of DEMETR's, a hundred rows each
CORPORA = ("mfa", "hkma", "tico19", "wmt21", "wmt22", "backwards", *LANGUAGES)
PARTS = {"tune": slice(0, None, 2), "report": slice(1, None, 2)}
SIZES = (1_000, 10_000, 100_000)

Row = tuple[str, str]
Bead = tuple[tuple[int, ...], tuple[int, ...]]


class Text(NamedTuple):
    """Two lists of passages and the beads that answer each other, as indices of them."""

    source: list[str]
    target: list[str]
    beads: list[Bead]


class Event(NamedTuple):
    """A press conference: lines of both texts, title and address first; links of questions, as their numbers."""

    day: str
    source: list[str]
    target: list[str]
    links: set[tuple[int, int]]


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
    if corpus == "backwards":  # English the source
        return [(two, one) for one, two in rows("wmt21")]
    if corpus.startswith("wmt"):
        found = [(row["source"], row["refA"]) for row in read_table(DATA / "wmt_zhen_testsets" / f"{corpus}.zh-en.tsv")]
    elif corpus in LANGUAGES:
        table = [row for row in read_table(DATA / "demetr" / "demetr_dev.tsv") if row["lang"] == corpus]
        found = list({row["source"]: (row["source"], row["reference"]) for row in table}.values())
    else:
        path = "tico19/all.en-zh.tsv" if corpus == "tico19" else "hkma/paragraph_pairs_dev.tsv"
        found = [(row["zh"], row["en"]) for row in read_table(DATA / path)]
    return [row for row in found if all(side.strip() for side in row)]


def _codes(corpus: str) -> tuple[str, str]:
    return ("en", "zh") if corpus == "backwards" else (LANGUAGES.get(corpus, "zh"), "en")


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


def paragraphs_of(text: Text, codes: tuple[str, str]) -> Score:
    """Links of paragraphs in a cut table."""
    source, target = plain(text.source, codes[0]), plain(text.target, codes[1])
    pairs = align.passages(source, target, Glossary())
    return score(pairs, _spans(source), _spans(target), text.beads)


def sentences_of(table: Sequence[Row], codes: tuple[str, str], rng: random.Random) -> Score:
    """Links of sentences in a cut table whose rows stand in paragraphs, which are known to answer each other."""
    paragraphs: tuple[list[str], list[str]] = [], []
    places: tuple[list[Span], list[Span]] = [], []
    beads: list[Bead] = []
    for at in range(0, len(table), PARAGRAPH):
        text = cut([row for row in table[at : at + PARAGRAPH] if all(map(_single, row))], rng)
        if not text.source or not text.target:
            continue
        shift = len(places[0]), len(places[1])
        beads += [(tuple(i + shift[0] for i in a), tuple(j + shift[1] for j in b)) for a, b in text.beads]
        for side, spans, whole in zip((text.source, text.target), places, paragraphs, strict=True):
            begin = sum(len(paragraph) + 2 for paragraph in whole)
            for part in side:
                spans.append(Span(begin, begin + len(part)))
                begin += len(part) + 1
            whole.append(" ".join(side))
    source, target = (plain(side, code) for side, code in zip(paragraphs, codes, strict=True))
    known = tuple(Pair(one, two) for one, two in zip(_spans(source), _spans(target), strict=True))
    return score(align.sentences(Bitext(source, target, known), Glossary()), *places, beads)


def _single(passage: str) -> bool:
    return passage.rstrip()[-1] in ".!?。！？" and len([*sentences(passage, 0, len(passage))]) == 1


def _spans(doc: Document) -> list[Span]:
    return [block.span for block in doc.prose()]


def score(pairs: Iterable[Pair], one: Sequence[Span], two: Sequence[Span], beads: Sequence[Bead]) -> Score:
    """The pairs against the beads that are right."""
    ends = [span.end for span in one], [span.end for span in two]
    found = [(_indices(one, ends[0], pair.source), _indices(two, ends[1], pair.target)) for pair in pairs]
    links = {(i, j) for a, b in found for i in a for j in b}
    wanted = {(i, j) for a, b in beads for i in a for j in b}
    return Score(len(links & wanted), len(links), len(wanted), len(set(found) & set(beads)), len(beads))


def _indices(spans: Sequence[Span], ends: Sequence[int], within: Span) -> tuple[int, ...]:
    first = bisect_right(ends, within.start)
    return tuple(takewhile(lambda n: spans[n].start < within.end, range(first, len(spans))))


def events() -> Iterator[Event]:
    """The press conferences."""
    links: dict[str, set[tuple[int, int]]] = {}
    for row in read_table(DATA / "mfa" / "aligned_qa_june.tsv"):
        links.setdefault(row["date"], set()).add((int(row["zh_idx"]), int(row["en_idx"])))
    for day, found in sorted(links.items()):
        lines = [
            [line for line in (DATA / "mfa" / "events" / f"{day}.{lang}.txt").read_text("utf-8").split("\n") if line]
            for lang in ("zh", "en")
        ]
        yield Event(day, lines[0], lines[1], found)


def transcript(event: Event, leave: float, rng: random.Random) -> Score:
    """Links of turns in a press conference, a share of its questions left out of one side or the other."""
    docs, places = list[Document](), list[dict[int, int]]()
    for lines in (event.source, event.target):
        turns = [lines[n : n + 2] for n in range(2, len(lines), 2)]
        kept = [n for n in range(len(turns)) if rng.random() >= leave / 2]
        places.append({n: at for at, n in enumerate(kept)})
        docs.append(parse(Source(event.day, "\n\n".join([*lines[:2], *(line for n in kept for line in turns[n])]))))
    one, two = places
    linked = [(one[i], two[j]) for i, j in sorted(event.links) if i in one and j in two]
    alone = set(one.values()) - {i for i, _ in linked}, set(two.values()) - {j for _, j in linked}
    beads: list[Bead] = [((0,), (0,))]  # the titles
    for n in (1, 2):  # question and answer
        beads += [((2 * i + n,), (2 * j + n,)) for i, j in linked]
        beads += [((2 * i + n,), ()) for i in alone[0]] + [((), (2 * j + n,)) for j in alone[1]]
    return score(align.passages(docs[0], docs[1], Glossary()), _spans(docs[0]), _spans(docs[1]), beads)


def texts_of(corpus: str, part: str) -> Iterator[list[Row]]:
    """Every second stretch of a table."""
    table = rows(corpus)
    size = 25 if corpus in LANGUAGES else ROWS
    yield from [table[at : at + size] for at in range(0, len(table), size)][PARTS[part]]


def coverages(corpus: str, part: str) -> Iterator[tuple[float, float, float]]:
    """What `coverage` says of a text beside its translation, beside three quarters of it, and beside another's."""
    if corpus == "mfa":
        texts = [(event.source, event.target) for event in list(events())[PARTS[part]]]
        both = [(parse(Source("", "\n\n".join(one))), two) for one, two in texts]
    else:
        stretches = list(texts_of(corpus, part))
        codes = _codes(corpus)
        both = [(plain([row[0] for row in rows], codes[0]), [row[1] for row in rows]) for rows in stretches]
    for n, (source, lines) in enumerate(both):
        other = both[(n + 1) % len(both)][1]
        found = []
        for target in (lines, [line for n, line in enumerate(lines) if n % 4 < 3], other):
            doc = parse(Source("", "\n\n".join(target))) if corpus == "mfa" else plain(target, codes[1])
            found.append(align.coverage(Bitext(source, doc, align.passages(source, doc, Glossary()))))
        yield found[0], found[1], found[2]


def speed() -> None:
    """Time and memory for texts of many sentences, each a paragraph of its own.

    Rows are drawn again and again: a sign that is rare enough to show the way is not to be had.
    """
    table = rows("tico19") + rows("wmt21") + rows("wmt22")
    before = 0.0
    for size in SIZES:
        rng = random.Random(size)
        text = cut([table[rng.randrange(len(table))] for _ in range(size)], rng)
        source, target = plain(text.source, "zh"), plain(text.target, "en")
        for doc in (source, target):
            _ = doc.quantities, doc.dates
        held, begin = _peak(), time.process_time()
        pairs = align.passages(source, target, Glossary())
        seconds = time.process_time() - begin
        growth = f", {seconds / before:.1f} times the time" if before else ""
        print(f"{size} rows: {seconds:.1f} s{growth}, peak {_peak():.0f} MB (texts {held:.0f} MB)")
        print(f"    {score(pairs, _spans(source), _spans(target), text.beads)}", flush=True)
        before = seconds


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(corpus: str, part: str) -> None:
    """All figures of a corpus."""
    if corpus == "mfa":
        for leave in (0.0, 0.1, 0.3):
            total = Score()
            for event in list(events())[PARTS[part]]:
                for seed in range(10 if leave else 1):
                    total = total.plus(transcript(event, leave, random.Random(f"{event.day} {seed}")))
            print(f"mfa, {leave:.0%} of the questions left out: {total}")
    else:
        whole, within = Score(), Score()
        for n, table in enumerate(texts_of(corpus, part)):
            whole = whole.plus(paragraphs_of(cut(table, random.Random(n)), _codes(corpus)))
            within = within.plus(sentences_of(table, _codes(corpus), random.Random(n)))
        print(f"{corpus}, passages: {whole}\n{corpus}, sentences: {within}")
    own, lost, others = zip(*coverages(corpus, part), strict=True)
    print(
        f"{corpus}, coverage: {min(own):.2f} at least, with a fourth lost {min(lost):.2f}; "
        f"strangers {max(others):.2f} at most"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=list(PARTS), default="report")
    parser.add_argument("--corpus", action="append", choices=CORPORA)
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    if args.speed:
        speed()
    for corpus in args.corpus or ([] if args.speed else CORPORA):
        report(corpus, args.part)
    return 0


if __name__ == "__main__":
    sys.exit(main())
