"""The tree of the grammar as blocks."""

from __future__ import annotations

import re

from ..document import Document
from ..model import Block, Span
from ..text import Source

_LINE = re.compile(r"[^\r\n]+")


def parse(source: Source) -> Document:
    """A document for any text: what the grammar does not know is a paragraph."""
    blocks = tuple(Block("paragraph", Span(*m.span())) for m in _LINE.finditer(source.text) if m.group().strip())
    return Document(source, blocks)
