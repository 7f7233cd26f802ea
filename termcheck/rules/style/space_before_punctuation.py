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

_SPACED = re.compile(
    r"(?<=[^\W_])([ \t\u00a0]+)([,;:]|\.(?![.\d\w]| \.))(?=\s|\Z)|(?<=[^\W_])([ \t\u00a0]+)([,;])(?=[^\W\d_]{2})"
)
# The sign stands first and what is before it is looked back at: so the search goes from sign to sign.
_SIGN = re.compile(r"[,;:.](?<=[ \t\u00a0].)")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for block in doc.prose_at(match.start() for match in _SIGN.finditer(doc.text)):
        for match in _SPACED.finditer(doc.text, *block.span):
            span = Span(*match.span())
            sign = match.group(2) or match.group(4)
            # "roads ,bridges": the space has changed places with the sign
            edit = Edit(Span(*match.span(1)), "") if match.group(2) else Edit(span, f"{sign} ")
            fix = Fix("delete the space", (edit,), safe=True)
            yield Finding(span, f'no space before "{sign}"', fix=fix)


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
