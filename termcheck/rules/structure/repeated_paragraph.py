"""A paragraph that stands twice.

Text pasted twice, or printed at the end of one page and again at the head of
the next. Short paragraphs ("Thank you for your question.") recur by right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...document import Document
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

# Few paragraphs begin alike, and the others need not be read.
_WORDS = 4
_REACH = 200  # characters that hold so many words, however they are wrapped


def check(doc: Document, ctx: Context, *, length: int = 80) -> Iterator[Finding]:
    # `length` is how many characters a paragraph must have, so that nobody says it twice by chance.
    spans = [block.span for block in doc.prose("paragraph") if block.span.end - block.span.start >= length]
    heads = [_head(doc, span) for span in spans]
    alike = Counter(heads)
    first: dict[int, Span] = {}  # by hash: the paragraphs themselves are the text once more
    for span in (span for span, head in zip(spans, heads, strict=True) if alike[head] > 1):
        text = _as_one_line(doc, span)
        before = first.setdefault(hash(text), span)
        if before is not span and text == _as_one_line(doc, before):
            note = Note(before, "the same paragraph")
            yield Finding(span, "this paragraph stands in the text before, word for word", (note,))


def _head(doc: Document, span: Span) -> tuple[str, ...]:
    """The first words of a paragraph."""
    return tuple(doc.folded[span.start : min(span.end, span.start + _REACH)].split(None, _WORDS)[:_WORDS])


def _as_one_line(doc: Document, span: Span) -> str:
    text = doc.folded[span.start : span.end]
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


_TEXT = "The new road runs from the port in the south to the mines in the north, and it took nine years to build."

RULE = Rule(
    "structure/repeated-paragraph",
    "a paragraph that stands twice",
    Severity.WARNING,
    check,
    (
        Example(f"{_TEXT}\n\nIt is open.\n\n[[{_TEXT}]]\n"),
        Example(f"{_TEXT}\n\nThank you.\n\nThank you.\n"),
    ),
)
