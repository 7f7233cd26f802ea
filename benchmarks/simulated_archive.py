"""An archive of any size from the real material, with planted contradictions between its texts and the truth of them.

    python benchmarks/simulated_archive.py -o DIR [--documents N] [--seed N]

The texts stand in folders by year and month over ten years. Two in five are a
question and an answer of a press conference with their Chinese originals, two
in five are passages of English briefings, one in five is a table of paragraphs
in two languages. Three texts in five say one thing more, of an invented story
(invented_stories.py). `truth.tsv` lists the faults and the traps with their
files. The same seed makes the same archive; nothing of it is held in memory
but the plan of what is said where.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from invented_stories import Mention, stories
from real_texts import DATA, read_table, texts

ROOT = Path(__file__).resolve().parents[1]
_FIRST, _DAYS = date(2014, 1, 1), 3650
_SAID = 0.6  # so many texts say something of a story
_LENGTH = 1_800  # code points of real text, about, in a text of English alone
_ROWS = 5
KINDS = ("pair", "pair", "text", "text", "table")


class Truth(NamedTuple):
    """A planted fault, or a trap: the rule that should flag the text, the text, what is wrong in it, which trap."""

    rule: str
    path: str
    form: str
    trap: str


def main() -> None:
    """Write the archive and its truth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there")
    size = write(args.output, args.documents, args.seed)
    print(f"{args.documents:,} texts, {size / 1e6:.1f} MB")


def write(folder: Path, documents: int, seed: int) -> int:
    """Write an archive; its size in bytes."""
    chance, size = random.Random(seed), 0
    plan, truth = _plan(documents, chance)
    for number in range(documents):
        day = _day(number, documents)
        name = folder / f"{day:%Y}" / f"{day:%m}" / _name(number, day)
        name.parent.mkdir(parents=True, exist_ok=True)
        for suffix, text in _written(KINDS[number % len(KINDS)], day, plan.get(number, ()), chance):
            size += name.with_name(name.name + suffix).write_text(text, encoding="utf-8", newline="\n")
    with (folder / "truth.tsv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerows([Truth._fields, *truth])
    return size


def _day(number: int, documents: int) -> date:
    return _FIRST + timedelta(days=number * _DAYS // documents)


def _name(number: int, day: date) -> str:
    return f"{day:%Y-%m-%d}-{number:07}"


def path_of(number: int, documents: int) -> str:
    """The path of a text below the folder of its archive."""
    day, kind = _day(number, documents), KINDS[number % len(KINDS)]
    suffix = {"pair": ".en.txt", "text": ".txt", "table": ".tsv"}[kind]
    return f"{day:%Y}/{day:%m}/{_name(number, day)}{suffix}"


def _plan(documents: int, chance: random.Random) -> tuple[dict[int, list[Mention]], list[Truth]]:
    """What is said in which text, and the truth of it."""
    plan, truth = dict[int, list[Mention]](), list[Truth]()
    for story in stories(chance):
        for mention in story:
            number = _place(mention, documents, chance, plan)
            plan.setdefault(number, []).append(mention)
            if mention.fault or mention.trap:
                truth.append(Truth(mention.fault, path_of(number, documents), mention.form, mention.trap))
        if len(plan) >= _SAID * documents:
            return plan, truth
    raise AssertionError("stories have no end")


def _place(mention: Mention, documents: int, chance: random.Random, plan: dict[int, list[Mention]]) -> int:
    """A text near the moment that is in the languages of the mention, and says nothing else yet if one can be found."""
    number = min(documents - 1, int(mention.moment * documents))
    label = ":\n" in mention.english
    fits = {"pair"} if label else {"pair", "table"} if mention.chinese else {"pair", "text"}
    while KINDS[number % len(KINDS)] not in fits or (number in plan and chance.random() < 0.8):
        number = (number + 1) % documents
    return number


def _written(kind: str, day: date, said: Sequence[Mention], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Each file of a text, by the end of its name."""
    english = "".join(f"\n\n{one.english}" for one in said)
    if kind == "pair":
        one = chance.choice(_answers())
        title = f"Foreign Ministry Spokesperson {one['spokesperson_en']}’s Regular Press Conference on"
        yield ".en.txt", f"{title} {day:%B} {day.day}, {day.year}\n\n{_turns(one, 'en')}{english}\n"
        chinese = "".join(f"\n\n{mention.chinese or '有关数据已经公布。'}" for mention in said)
        title = f"{day.year}年{day.month}月{day.day}日外交部发言人{one['spokesperson_zh']}主持例行记者会"
        yield ".zh.txt", f"{title}\n\n{_turns(one, 'zh')}{chinese}\n"
    elif kind == "text":
        yield ".txt", f"Briefing\n\n{day:%B} {day.day}, {day.year}\n\n{chance.choice(_passages())}{english}\n"
    else:
        rows = [(row["zh"], row["en"]) for row in chance.sample(_rows(), _ROWS)]
        rows += [(one.chinese, one.english) for one in said]
        yield ".tsv", "zh\ten\n" + "".join(f"{source}\t{target}\n" for source, target in rows)


def _turns(one: dict[str, str], language: str) -> str:
    asks, speaks, sign = (
        one[f"questioner_{language}"],
        one[f"spokesperson_{language}"],
        ": " if language == "en" else "：",
    )
    question, answer = one[f"question_{language}"], one[f"answer_{language}"]
    return f"{asks}{sign}{question}\n\n{speaks}{sign}{answer}"


@cache
def _answers() -> list[dict[str, str]]:
    rows = read_table(DATA / "mfa" / "aligned_qa_june.tsv")
    return [row for row in rows if row["confidence"] == "high" and row["questioner_en"] != "Updated"]


@cache
def _rows() -> list[dict[str, str]]:
    rows = read_table(DATA / "hkma" / "paragraph_pairs_dev.tsv")
    return [row for row in rows if len(row["en"]) < 600 and '"' not in row["en"] + row["zh"]]


@cache
def _passages() -> list[str]:
    """Paragraphs of the real English texts, so many together that they have about the length of a text."""
    real = [text for corpus in ("wh", "au") for _, text in texts(corpus)]
    real += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    found = list[str]()
    for text in real:
        starts = [match.start() for match in re.finditer(r"(?<=\n\n)\S", text)]
        cuts = [0, *(start for n, start in enumerate(starts) if n and start // _LENGTH > starts[n - 1] // _LENGTH)]
        found += [text[a:b].strip() for a, b in pairwise([*cuts, len(text)]) if b - a < 3 * _LENGTH]
    return found


if __name__ == "__main__":
    main()
