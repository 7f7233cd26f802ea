"""What stands directly beside a word: signs that make it part of something else."""

from __future__ import annotations

import re

from ...document import Document
from ...model import Span

_JOINED_BEFORE = "@/\\#&=~^.'’<>_$%;"
_JOINED_AFTER = re.compile(r"\.?[\w@/\\#&=~^<>$%]|['’]|-(?![^\W\d_])|[ \t]*(?:[–—…]|\.\.|--|\\?\[sic)")


def is_joined(doc: Document, span: Span) -> bool:
    """Whether the word is part of an address, a file name or a contraction, breaks off, or is marked "[sic]"."""
    return doc.text[max(0, span.start - 1) : span.start] in tuple(_JOINED_BEFORE) or bool(
        _JOINED_AFTER.match(doc.text, span.end)
    )


def in_compound(doc: Document, span: Span) -> bool:
    """Whether a hyphen ties the word to another."""
    return "-" in (doc.text[max(0, span.start - 1) : span.start], doc.text[span.end : span.end + 1])
