"""Plain text and Markdown."""

from __future__ import annotations

from pathlib import Path

from ..document import Document
from ..structure import parse
from ..text import Source


def read(path: str) -> Document:
    """The document of a text file."""
    return parse(Source(path, Path(path).read_bytes().decode("utf-8-sig")))
