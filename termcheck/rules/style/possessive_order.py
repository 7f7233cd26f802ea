"""A possessive or article before "both": "on its both sides".

"Both" comes first: "on both its sides", "both the roads" (Cambridge Grammar of
English, predeterminers). Only a plural noun after "both" is certain; "the both
of you" and "his both" alone are idiom or speech.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.position import same_line
from ...lang.word_class import is_plural
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_BEFORE = frozenset("my your his its our their the these those".split())


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens = doc.tokens
    for index in tokens.among(["both"]):
        if index and tokens.words[index - 1] in _BEFORE and _is_phrase(doc, index):
            span = Span(tokens.starts[index - 1], tokens.ends[index])
            before = doc.text[span.start : tokens.ends[index - 1]]
            right = f"Both {before.lower()}" if before[0].isupper() else f"both {before}"
            fix = Fix(f'replace with "{right}"', (Edit(span, right),))
            yield Finding(span, f'write "{right}", not "{doc[span]}"', fix=fix)


def _is_phrase(doc: Document, index: int) -> bool:
    linked = same_line(doc.tokens, doc.text, index - 1) and same_line(doc.tokens, doc.text, index)
    return linked and is_plural(doc.tokens.words[index + 1])


RULE = Rule(
    "style/possessive-order",
    "possessive or article before both",
    Severity.ERROR,
    check,
    (
        Example("The river has parks on [[its both]] banks.", fixed="The river has parks on both its banks."),
        Example("The river has parks on both its banks, the both of them. It's both cities' pride, and theirs both."),
    ),
)
