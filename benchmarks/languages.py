"""Which language texts are taken for: sentences of nine languages, and English of every kind, whole and in parts.

    python benchmarks/languages.py [--list N]

The texts are read from the shared data folder, which is not part of the
project. English taken for another language is hardly checked: the count must be nil.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from demetr import CODES, FILE, rows
from real_texts import texts

from termcheck.lang.identify import language

_PARAGRAPH, _SENTENCE = re.compile(r"\n\s*\n"), re.compile(r"(?<=[.?!])\s+")


def english() -> Iterator[tuple[str, str]]:
    """Texts, their paragraphs and their sentences, each with what it is."""
    for corpus in ("wh", "hkma", "mfa", "au", "demetr"):
        for _, text in texts(corpus):
            yield "text", text
            for paragraph in filter(str.strip, _PARAGRAPH.split(text)):
                yield "paragraph", paragraph
                yield from (("sentence", sentence) for sentence in _SENTENCE.split(paragraph))


def taken(some: Iterable[str]) -> str:
    counts = Counter(map(language, some))
    return ", ".join(f"{code or '?'} {count}" for code, count in counts.most_common())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=int, default=20, metavar="N", help="English taken for another language")
    args = parser.parse_args()
    if not FILE.is_file():
        sys.exit(f"no shared data at {FILE.parents[1]}")
    for name, code in CODES.items():
        sentences = sorted({row["source"] for row in rows([code]) if row["lang"] == name})
        fives = ["\n".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5)]
        print(
            f"{code}: sentences: {taken(sentences)}; five together: {taken(fives)}; all: {taken([' '.join(sentences)])}"
        )
    kinds, wrong = Counter[str](), list[str]()
    for kind, text in english():
        kinds[kind] += 1
        if (code := language(text)) != "en":
            wrong.append(f"   {code or '?'} {kind}: {' '.join(text.split())[:100]}")
    print(f"English: {dict(kinds)}, taken for another language: {len(wrong)}")
    print("\n".join(wrong[: args.list]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
