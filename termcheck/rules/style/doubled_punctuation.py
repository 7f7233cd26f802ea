"""A punctuation mark that stands twice: ",,", "..", ", ,".

Three dots and more are an ellipsis; "?!", "!!" and the dot of an abbreviation
before another mark ("Inc.,") are left alone, and so are paths ("../data").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ._marks import odd_marks

_DOUBLED = re.compile(
    r"[,;:.](?<=[\w)\]\"'”’].)(?:(?<=[,;])[ \u00a0]?[,;.]|(?<=:)[ \u00a0]?[,;:]|(?<=\.)\.)(?=[\s\"'”’)\]]|\Z)"
)


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for at, end in odd_marks(doc):
        if match := _DOUBLED.match(doc.text, at, end):
            marks = match.group()
            same = len(set(marks.replace("\u00a0", " ")) - {" "}) == 1
            fix = Fix(f'write "{marks[0]}"', (Edit(Span(*match.span()), marks[0]),)) if same else None
            yield Finding(Span(*match.span()), f'two punctuation marks: "{marks}"', fix=fix)


RULE = Rule(
    "style/doubled-punctuation",
    "punctuation mark that stands twice",
    Severity.ERROR,
    check,
    (
        Example("Roads[[,,]] bridges and ports[[..]]", fixed="Roads, bridges and ports."),
        Example("Roads[[;,]] bridges."),
        Example("And so on... Really?! At Smith Inc., see ../data and std::map."),
    ),
)
