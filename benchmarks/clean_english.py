"""False alarms on clean English: issues per 1,000 words on real texts, with no glossary.

    python benchmarks/clean_english.py [--corpus NAME]... [--rule RULE-or-FAMILY]... [--list N] [--doubtful]

The texts are read from the shared data folder, which is not part of the project.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter

from real_texts import DATA, texts

from termcheck.document import Document
from termcheck.engine import check
from termcheck.glossary import Glossary
from termcheck.model import Issue, Severity
from termcheck.rules import RULES
from termcheck.structure import parse
from termcheck.text import Source

GATE = ("wh", "hkma")  # the two texts the bound is set for


def show(doc: Document, issue: Issue) -> str:
    """One line: place, rule, message, and the words around."""
    span = issue.finding.span
    before, after = doc.text[max(0, span.start - 70) : span.start], doc.text[span.end : span.end + 70]
    excerpt = re.sub(r"\s+", " ", f"{before}[[{doc[span]}]]{after}")
    line, column = doc.source.line_col(span.start)
    mark = " (doubtful)" if issue.finding.doubtful else ""
    return f"{doc.path}:{line}:{column}: {issue.severity} {issue.rule}{mark}: {issue.finding.message}\n      {excerpt}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="append", choices=["wh", "hkma", "mfa", "au", "demetr"])
    parser.add_argument("--rule", action="append", help="only these rules or families")
    parser.add_argument("--list", type=int, default=0, metavar="N", help="show N of the issues, drawn at random")
    parser.add_argument("--doubtful", action="store_true", help="count doubtful findings and suggestions too")
    args = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"no shared data at {DATA}")
    rules = [r for r in RULES if r.default and (not args.rule or {r.id, r.family} & set(args.rule))]
    shown: list[str] = []
    total_words = total_issues = 0
    for corpus in args.corpus or GATE:
        words, seconds, counts = 0, 0.0, Counter[str]()
        for name, text in texts(corpus):
            doc = parse(Source(name, text))
            words += len(text.split())
            begin = time.perf_counter()
            issues = check(doc, Glossary(), rules)
            seconds += time.perf_counter() - begin
            for issue in issues:
                sure = not issue.finding.doubtful and issue.severity >= Severity.WARNING
                if sure or args.doubtful:
                    counts[issue.rule] += 1
                    shown.append(show(doc, issue))
        issues_found = sum(counts.values())
        total_words, total_issues = total_words + words, total_issues + issues_found
        print(
            f"{corpus}: {words} words, {issues_found} issues, {1000 * issues_found / max(1, words):.3f} per 1,000 words"
        )
        print("   " + ", ".join(f"{rule} {count}" for rule, count in counts.most_common()))
    print(f"together: {1000 * total_issues / max(1, total_words):.3f} errors and warnings per 1,000 words")
    random.Random(7).shuffle(shown)
    print("\n".join(shown[: args.list]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
