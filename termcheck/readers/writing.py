"""Back to a file: its text as a whole, and how its format holds a text in the place of another.

A format that needs more than the text itself has `written` in its module, and
`declared` where a file may say its encoding.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import TermcheckError
from ..model import Span
from ..text import Source, with_line_ends
from . import table_reader
from .stream import CHUNK, encoding_of
from .text import decode, encode


def content(data: bytes, path: str, encoding: str = "") -> Source:
    """The text of a whole file that was read before, table or not.

    Raises TermcheckError where `encode` would not give its bytes again.
    """
    reader = _reader(path)
    source = _decoded(data, path, reader, encoding) if reader else decode(data, path, encoding)
    if encode(source, source.text) != data:
        raise TermcheckError(f"is left as it is: its {source.encoding} cannot be written byte for byte", path)
    return source


def _decoded(data: bytes, path: str, reader: Any, encoding: str) -> Source:
    mark, name, _ = encoding_of(data[:CHUNK], path, encoding, getattr(reader, "declared", None))
    text = data[len(mark) :].decode(name)
    marked = bool(mark) or text.startswith("\ufeff")
    return Source(path, text if mark else text.removeprefix("\ufeff"), name, marked)


def written(path: str, file: str, span: Span, text: str) -> str | None:
    """`text` as the format of a file writes it at a span; None where it cannot stand there."""
    reader = _reader(path)
    made: str | None = reader.written(file, span, text) if reader else with_line_ends(file, span, text)
    return made


def _reader(path: str) -> Any:
    """The module that reads the tables of a file's format; None for a text."""
    name = table_reader(path)
    return import_module(f".{name}", __package__) if name else None
