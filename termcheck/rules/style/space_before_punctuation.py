"""A space before a comma, full stop, semicolon or colon.

English sets these signs close to the word before them (Chicago Manual of
Style, 6.7). Spaced dots of an ellipsis are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ._marks import odd_marks

_SPACED = re.compile(
    r"(?<=[^\W_])([ \t\u00a0]+)([,;:]|\.(?![.\d\w]| \.))(?=\s|\Z)|(?<=[^\W_])([ \t\u00a0]+)([,;])(?=[^\W\d_]{2})"
)
_BLANK = " \t\u00a0"


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for mark, end in odd_marks(doc):
        if match := _SPACED.match(doc.text, _blanks(doc.text, mark), end):
            yield _finding(match)


def _blanks(text: str, end: int) -> int:
    """Where the blanks begin that stand before an offset."""
    while end and text[end - 1] in _BLANK:
        end -= 1
    return end


def _finding(match: re.Match[str]) -> Finding:
    span = Span(*match.span())
    sign = match.group(2) or match.group(4)
    # "roads ,bridges": the space has changed places with the sign
    edit = Edit(Span(*match.span(1)), "") if match.group(2) else Edit(span, f"{sign} ")
    return Finding(span, f'no space before "{sign}"', fix=Fix("delete the space", (edit,), safe=True))


RULE = Rule(
    "style/space-before-punctuation",
    "space before a punctuation mark",
    Severity.ERROR,
    check,
    (
        Example("Roads[[ ,]] bridges and ports.", fixed="Roads, bridges and ports."),
        Example("Roads[[ ,]]bridges and ports.", fixed="Roads, bridges and ports."),
        Example("Roads, bridges and ports . . . and more."),
    ),
)
