"""Rules whose time grows faster than the text: each odd text is checked at two sizes, four times apart.

    python benchmarks/odd_texts.py [--size 20000]

Prints the rules that took more than eight times as long (and more than 50 ms) on the longer text.
"""

from __future__ import annotations

import argparse
import time

from termcheck.engine import Setup, check_part
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

ODD = {
    "one word": "x",
    "capitals": "X",
    "digits": "7",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "line ends": "\n",
    "commas": ",",
    "full stops": ".",
    "hyphens": "-",
    "dashes": "\u2013",
    "quotes": '"',
    "apostrophes": "'",
    "brackets": "(",
    "square brackets": "[",
    "underscores": "_",
    "colons": "a:\n",
    "one letter": "a ",
    "same word": "word ",
    "capitalised": "Word ",
    "hyphenated": "a-",
    "numbers": "1,234 ",
    "percent": "5% ",
    "decimals": "1.",
    "thousands": "1,",
    "and": "and ",
    "and list": "a and b, ",
    "Han": "\u91cd",
    "Han and Latin": "\u91cd a",
    "labels": "Hu Henghua:\n\nText.\n\n",
    "abbreviations": "U.S. ",
    "money": "$1 ",
    "brackets in pairs": "(a) ",
    "quotes in pairs": '"a" ',
    "dates": "June 5, 2024 ",
    "number words": "one hundred ",
    "comments": "<!-- ",
    "entities": "&nbsp;",
    "titles": "Mr. Hu ",
    "slashes": "a/",
    "one of": "one of the ",
}


def seconds(text: str) -> dict[str, float]:
    """The time of parsing a text and of each rule on it."""
    begin = time.perf_counter()
    doc = parse(Source("odd.md", text))
    taken = {"(parse)": time.perf_counter() - begin}
    return taken | dict(check_part((doc, None), Setup(RULES)).checked.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=20_000, help="characters of the shorter text")
    size = parser.parse_args().size
    for name, unit in ODD.items():
        short, long = (seconds((unit * (count // len(unit) + 1))[:count]) for count in (size, 4 * size))
        for rule, taken in long.items():
            if taken > 0.05 and taken > 8 * short[rule]:
                print(f"{name:20} {rule:34} {1000 * short[rule]:8.1f} ms {1000 * taken:8.1f} ms")


if __name__ == "__main__":
    main()
